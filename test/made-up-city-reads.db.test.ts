import { describe, expect, it } from 'vitest';
import { testHouse } from './support/test-house.ts';

const house = await testHouse();
const operation = (name: string) => {
  const found = house.registry.get(name);
  if (!found) throw new Error(name);
  return found;
};
await house.execute(operation('synthetic/seed-city'), { scale: 0.001, seed: 7 }, { actor: house.operator });

interface Row {
  readonly personId: string;
  readonly registeredVillage: string | null;
  readonly residentVillage: string | null;
  readonly deathDate: string | null;
}

/** Of each sequence of kinds of events that occurs in the city, the first few people. */
const { rows } = await house.ground.database.owner.query<Row>(`
  SELECT person_id AS "personId", registered_village AS "registeredVillage", resident_village AS "residentVillage",
    death_date AS "deathDate"
  FROM (SELECT p.*, row_number() OVER (PARTITION BY kinds ORDER BY person_id) AS place FROM register_persons p
    JOIN (SELECT person_id, array_agg(kind ORDER BY event_date, event_id) AS kinds FROM register_events GROUP BY 1) k
    USING (person_id)) ranked
  WHERE place <= 6`);

describe('the made-up city', () => {
  it('has lives of many kinds', () => {
    expect(rows.length).toBeGreaterThan(100);
  });

  it('reads out of its records what its rows say, for lives of every kind', async () => {
    for (const row of rows) {
      const input = { personId: row.personId, reason: 'test of all lives' };
      const read: unknown = await house.execute(operation('register/read-person'), input, {
        actor: house.operator,
      });
      expect(read, row.personId).toMatchObject(row);
    }
  });
});
