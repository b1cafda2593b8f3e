import type { GivenKind } from '../../policy/health/index.ts';
import type { CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { cityWide } from './city-wide.ts';
import { requirePast } from './days.ts';
import type { HealthDependencies } from './dependencies.ts';
import { type Consented, type OfWhom, requireConsent } from './health-case.ts';
import { sealContent } from './health-vault.ts';
import { openStationOn, placeOf, type Station } from './stations.ts';
import type { HealthTables, RecordKind } from './tables.ts';

export interface Happened extends OfWhom {
  readonly stationId: string;
  readonly day: CalendarDate;
}

export interface OnConsent {
  readonly consented: Consented;
  readonly station: Station;
  readonly day: CalendarDate;
}

/** Nothing is recorded about somebody but with a consent that stands, at a station, on a day that has come. */
export async function prepareRecord(
  context: TransactionContext,
  dependencies: HealthDependencies,
  happened: Happened,
): Promise<OnConsent> {
  const consented = await requireConsent(context, dependencies, { ...happened, lock: true });
  requirePast(dependencies, happened.day);
  const station = await openStationOn(context, happened.stationId, happened.day);
  return { consented, station, day: happened.day };
}

export interface Recorded {
  readonly kind: RecordKind;
  /** Sealed one by one; what is empty is not kept. */
  readonly values: Readonly<Record<string, unknown>>;
}

export async function writeRecord(
  context: TransactionContext,
  { vault }: HealthDependencies,
  { consented, station, day, kind, values }: OnConsent & Recorded,
): Promise<string> {
  const recordId = context.newId();
  const { opened, consentId, subject } = consented;
  await context.tx
    .withTables<HealthTables>()
    .insertInto('health_records')
    .values({
      case_id: opened.row.case_id,
      record_id: recordId,
      consent_id: consentId,
      subject,
      kind,
      station_id: station.station_id,
      day,
      content: JSON.stringify(sealContent(vault, recordId, values)),
      recorded_at: context.now(),
      recorded_by: context.actor.name,
      area_scope: opened.row.area_scope,
    })
    .execute();
  return recordId;
}

interface Given {
  readonly kind: GivenKind;
  readonly detail?: string;
}

/** Counts that something was given at a station on a day. Nothing says to whom, now or later. */
export async function countGiven(
  context: TransactionContext,
  dependencies: HealthDependencies,
  { station, day, kind, detail }: Pick<OnConsent, 'station' | 'day'> & Given,
): Promise<void> {
  await cityWide(context, dependencies, () =>
    context.tx
      .withTables<HealthTables>()
      .insertInto('health_given')
      .values({
        ...placeOf(station),
        given_id: context.newId(),
        kind,
        detail: detail ?? null,
        day,
        amount: 1,
      })
      .execute(),
  );
}
