import type { Hono, Context as HonoContext } from 'hono';
import { cityArea } from '../../policy/areas/index.ts';
import { text } from '../language/index.ts';
import { publicActor } from '../platform/index.ts';
import { createPortal, type Site } from '../portal/index.ts';
import {
  type Edition,
  listDocuments,
  listEditions,
  listHistoricalSeries,
  readEdition,
  toPublicJson,
} from '../publishing/index.ts';
import type { House } from './assemble.ts';
import { wireBenefits } from './wire-benefits.ts';
import { asker, wireServices } from './wire-services.ts';

const LATEST_SECONDS = 1;

/** Editions never change, so each is read once; which one is the latest is asked again every second. */
function cached<T>(read: (key: string) => Promise<T>, seconds: number): (key: string) => Promise<T> {
  const known = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return (key) => {
    const found = known.get(key);
    if (found && found.until > Date.now()) return found.value;
    const value = read(key);
    known.set(key, { value, until: Date.now() + seconds * 1000 });
    value.catch(() => known.delete(key));
    return value;
  };
}

/** The public site over the operations that anybody may call. */
export function wirePortal(
  house: House,
  site: Omit<Site, 'cityName'>,
  callerAddress: (context: HonoContext) => string,
): Hono {
  const actor = publicActor(cityArea);
  const read = async (key: string): Promise<Edition> => {
    const [year, edition] = key.split('/').map(Number);
    return await house.execute(readEdition, edition ? { year, edition } : { year }, { actor });
  };
  const latest = cached(read, LATEST_SECONDS);
  const editions = cached(
    async () => (await house.execute(listEditions, {}, { actor })).editions,
    LATEST_SECONDS,
  );
  const documents = cached(
    async () => (await house.execute(listDocuments, {}, { actor })).documents,
    LATEST_SECONDS,
  );
  const series = async () => (await house.execute(listHistoricalSeries, {}, { actor })).series;
  return createPortal({
    readEdition: (year, edition) =>
      latest(edition === undefined ? String(year) : `${String(year)}/${String(edition)}`),
    listEditions: () => editions('all'),
    listDocuments: () => documents('all'),
    listSeries: series,
    publicJson: toPublicJson,
    ...wireServices(house, callerAddress),
    ...wireBenefits(asker(house)),
    site: { ...site, cityName: text('绵阳市', 'Mianyang') },
  });
}
