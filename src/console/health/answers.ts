import type {
  BookingList,
  CheckupForm,
  ConsentList,
  HealthRecord,
  IncidentList,
  StationList,
  StockList,
} from '../../health/index.ts';

interface Recorded {
  readonly caseId: string;
  readonly recordId: string;
}
interface Versioned {
  readonly stationId: string;
  readonly version: number;
}
interface Moved {
  readonly stationId: string;
  readonly left: number;
}
interface IncidentKey {
  readonly stationId: string;
  readonly incidentId: string;
}

/** What the operations of the health services answer. */
export interface HealthAnswers {
  readonly 'health/list-consents': ConsentList;
  readonly 'health/record-consent': { readonly consentId: string };
  readonly 'health/withdraw-consent': { readonly withdrawn: number; readonly open: boolean };
  readonly 'health/list-bookings': BookingList;
  readonly 'health/book-checkup': { readonly day: string; readonly place: string };
  readonly 'health/read-checkup-form': CheckupForm;
  readonly 'health/record-results': Recorded;
  readonly 'health/read-results': HealthRecord;
  readonly 'health/record-counselling': Recorded;
  readonly 'health/record-follow-up': Recorded;
  readonly 'health/record-visit': Recorded;
  readonly 'health/list-stations': StationList;
  readonly 'health/open-station': Versioned;
  readonly 'health/change-station': Versioned;
  readonly 'health/close-station': Versioned;
  readonly 'health/assess-station': { readonly isModel: boolean; readonly failed: readonly string[] };
  readonly 'health/list-incidents': IncidentList;
  readonly 'health/report-incident': IncidentKey;
  readonly 'health/follow-incident': IncidentKey;
  readonly 'health/list-stock': StockList;
  readonly 'health/receive-supplies': Moved;
  readonly 'health/give-supplies': Moved;
}

export type Consent = ConsentList['consents'][number];
export type Subject = Consent['subject'];
export type Station = StationList['stations'][number];
export type Criterion = StationList['criteria'][number];
export type Incident = IncidentList['incidents'][number];
export type CheckupItem = CheckupForm['items'][number];
export type CheckupPart = CheckupItem['parts'][number];
