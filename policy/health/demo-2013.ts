import { publishedOf2013 as published } from '../published/index.ts';

/** Health services of 2013 with which the demonstration opens; how they lie over stations and days is made up. */
export const demoHealth2013 = {
  /** Stations that the city named models for others. */
  modelStations: published('model_service_stations'),
  /** People who had a preconception check-up. */
  checkups: published('preconception_checkups'),
  /** Person-times since the earthquake of 2008, over these years. */
  rebuilding: { total: published('post_disaster_rebirth_services'), from: 2008, to: 2013 },
} as const;
