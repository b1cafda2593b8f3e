import { publishedFigures } from '../published/index.ts';

function published(key: string): number {
  const found = publishedFigures.find((one) => one.key === key && one.year === 2013);
  if (!found) throw new Error(`nothing was published of ${key}`);
  return found.value;
}

/** Health services of 2013 with which the demonstration opens; how they lie over stations and days is made up. */
export const demoHealth2013 = {
  /** Stations that the city named models for others. */
  modelStations: published('model_service_stations'),
  /** People who had a preconception check-up. */
  checkups: published('preconception_checkups'),
  /** Person-times since the earthquake of 2008, over these years. */
  rebuilding: { total: published('post_disaster_rebirth_services'), from: 2008, to: 2013 },
} as const;
