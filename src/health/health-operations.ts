import type { HealthDependencies } from './dependencies.ts';
import { assessStation } from './operations/assess-station.ts';
import { bookCheckup } from './operations/book-checkup.ts';
import { changeStation } from './operations/change-station.ts';
import { closeStation } from './operations/close-station.ts';
import { followIncident } from './operations/follow-incident.ts';
import { giveSupplies } from './operations/give-supplies.ts';
import { listBookings } from './operations/list-bookings.ts';
import { listConsents } from './operations/list-consents.ts';
import { listIncidents } from './operations/list-incidents.ts';
import { listStations } from './operations/list-stations.ts';
import { listStock } from './operations/list-stock.ts';
import { openStation } from './operations/open-station.ts';
import { readCheckupForm } from './operations/read-checkup-form.ts';
import { readResults } from './operations/read-results.ts';
import { receiveSupplies } from './operations/receive-supplies.ts';
import { recordConsent } from './operations/record-consent.ts';
import { recordCounselling } from './operations/record-counselling.ts';
import { recordFollowUp } from './operations/record-follow-up.ts';
import { recordResults } from './operations/record-results.ts';
import { recordVisit } from './operations/record-visit.ts';
import { reportIncident } from './operations/report-incident.ts';
import { withdrawConsent } from './operations/withdraw-consent.ts';

/** Every operation of the health room. */
export const healthOperations = (dependencies: HealthDependencies) => [
  openStation(dependencies),
  changeStation(dependencies),
  closeStation,
  listStations(dependencies),
  assessStation(dependencies),
  reportIncident(dependencies),
  followIncident(dependencies),
  listIncidents(dependencies),
  recordConsent(dependencies),
  withdrawConsent(dependencies),
  listConsents(dependencies),
  bookCheckup(dependencies),
  listBookings,
  readCheckupForm,
  recordResults(dependencies),
  readResults(dependencies),
  recordCounselling(dependencies),
  recordFollowUp(dependencies),
  recordVisit(dependencies),
  receiveSupplies(dependencies),
  giveSupplies(dependencies),
  listStock,
];
