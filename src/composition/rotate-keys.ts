import { randomBytes } from 'node:crypto';
import { addKey, openDataFolder } from '../platform/index.ts';
import { type Opening, openHouse } from './open-caller.ts';

export interface Rotated {
  /** The version that seals from now on. */
  readonly newest: number;
  readonly resealed: number;
}

/**
 * Adds a key and seals everything anew with it. The folder is held while the key is added, so that no process goes on
 * with the old ring; stopped in the middle, `register/reseal-fields` does the rest.
 */
export async function rotateFieldKeys(opening: Opening): Promise<Rotated> {
  const { settings } = opening;
  const folder = await openDataFolder(settings.dataDir);
  let newest: number;
  try {
    ({ newest } = addKey({ folder, given: settings.fieldKeys, randomBytes }));
  } finally {
    folder.release();
  }
  const { house, close } = await openHouse(opening);
  try {
    const operation = house.registry.get('register/reseal-fields');
    if (!operation) throw new Error('register/reseal-fields is missing');
    const options = { actor: house.operator, progress: opening.progress.report };
    const { resealed } = (await house.execute(operation, {}, options)) as { readonly resealed: number };
    return { newest, resealed };
  } finally {
    await close();
  }
}
