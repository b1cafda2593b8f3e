import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../../test/support/test-house.ts';
import { loadDivisions } from '../areas/index.ts';
import { calendarDate } from '../language/index.ts';
import { bulkTransaction } from '../platform/index.ts';
import { checkInvariants } from './check-invariants.ts';

const house = await testHouse();
const seed = house.registry.get('synthetic/seed-city');
if (!seed) throw new Error('no seed');
await house.execute(seed, { scale: 0.002, seed: 3 }, { actor: house.operator });
const tree = await house.asOperator(({ tx }) => loadDivisions(tx));
const codes = new Map(
  tree.history.divisions
    .filter((division) => division.level === 'village')
    .map((division) => [division.code, tree.resolve(division.code, calendarDate('2026-01-01'))]),
);

class Undo extends Error {}

/** What is found broken after `damage` was done, which is undone afterwards. */
async function brokenBy(damage: string): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await bulkTransaction(house.ground.database.owner, async ({ tx }) => {
    await sql.raw(damage).execute(tx);
    found = (await checkInvariants(tx, codes)).map((one) => one.invariant);
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found;
}

/** One person who has one registered spell that is open, one event, and nothing else of the kind. */
const somebody = `(SELECT person_id FROM register_spells WHERE population = 'registered' AND to_date IS NULL ORDER BY person_id LIMIT 1)`;
const dead = `(SELECT person_id FROM register_persons WHERE death_date IS NOT NULL ORDER BY person_id LIMIT 1)`;

describe('every invariant notices what breaks it', () => {
  it('and finds nothing in a sound register', async () => {
    expect(await brokenBy('SELECT 1')).toEqual([]);
  });

  it.each([
    [
      'every entry has its spell',
      `DELETE FROM register_spells WHERE person_id = ${somebody} AND population = 'registered'`,
    ],
    [
      'every spell has its entry',
      `UPDATE register_spells SET from_date = from_date + 1 WHERE person_id = ${somebody} AND population = 'registered'`,
    ],
    [
      'every exit ends a spell',
      `UPDATE register_spells SET to_date = to_date + 1 WHERE person_id = ${dead} AND population = 'registered'`,
    ],
    [
      'every ended spell has its exit',
      `UPDATE register_spells SET to_date = to_date + 1 WHERE person_id = ${dead} AND population = 'registered'`,
    ],
    [
      'every ended spell has its exit',
      `UPDATE register_spells SET to_date = DATE '2025-12-31' WHERE person_id = ${somebody} AND population = 'registered'`,
    ],
    [
      'spells of one population do not overlap',
      `INSERT INTO register_spells SELECT person_id, gen_random_uuid(), population, village_code, from_date, from_date + 9, registered_scope, resident_scope
       FROM register_spells WHERE person_id = ${somebody} AND population = 'registered'`,
    ],
    [
      'current places are the open spells of today',
      `INSERT INTO register_spells SELECT person_id, gen_random_uuid(), population, village_code, from_date, NULL, registered_scope, resident_scope
       FROM register_spells WHERE person_id = ${somebody} AND population = 'registered'`,
    ],
    [
      'current places are the open spells of today',
      `UPDATE register_persons SET registered_village = NULL WHERE person_id = ${somebody}`,
    ],
    [
      'current places are the open spells of today',
      `UPDATE register_persons SET registered_village = '510703001003', registered_scope = '510703001003' WHERE person_id IN
       (SELECT person_id FROM register_persons WHERE registered_village > '510704' ORDER BY person_id LIMIT 1)`,
    ],
    [
      'nothing happens before birth or after death',
      `UPDATE register_persons SET birth_date = DATE '2025-12-31' WHERE person_id = ${somebody}`,
    ],
    [
      'a death has its event',
      `UPDATE register_persons SET death_date = death_date + 1 WHERE person_id = ${dead}`,
    ],
    ['a death has its event', `UPDATE register_persons SET death_date = NULL WHERE person_id = ${dead}`],
    ['everybody has an event', `DELETE FROM register_events WHERE person_id = ${somebody}`],
    [
      'events carry the scopes of their person',
      `UPDATE register_events SET registered_scope = '510703001003' WHERE person_id IN
       (SELECT person_id FROM register_persons WHERE registered_scope > '510704' ORDER BY person_id LIMIT 1)`,
    ],
    [
      'spells carry the scopes of their person',
      `UPDATE register_spells SET resident_scope = NULL WHERE person_id IN
       (SELECT person_id FROM register_persons WHERE resident_scope IS NOT NULL ORDER BY person_id LIMIT 1)`,
    ],
    [
      'a marriage is recorded for both',
      `DELETE FROM register_events WHERE event_id = (SELECT event_id FROM register_events WHERE kind = 'marriage' ORDER BY event_id LIMIT 1)`,
    ],
    [
      'every identity number is in the directory',
      `DELETE FROM register_id_directory WHERE person_id = ${somebody}`,
    ],
  ])('%s', async (name, damage) => {
    expect(await brokenBy(damage)).toContain(name);
  });

  it('two facts that are exchanged do not hide behind a checksum', async () => {
    const exchange = `UPDATE register_spells a SET from_date = b.from_date FROM register_spells b
      WHERE a.population = 'registered' AND b.population = 'registered' AND a.from_date <> b.from_date AND a.to_date IS NULL AND b.to_date IS NULL
        AND (a.person_id, b.person_id) IN (SELECT x.person_id, y.person_id FROM register_persons x, register_persons y
          WHERE x.person_id <> y.person_id AND x.birth_date > DATE '2010-01-01' AND y.birth_date > DATE '2010-01-01' LIMIT 1)`;
    expect(await brokenBy(exchange)).toContain('every spell has its entry');
  });
});
