import { describe, expect, it } from 'vitest';
import { testHouse } from './support/test-house.ts';

/** The city that a first start shows. */
const house = await testHouse();
const { owner } = house.ground.database;
const operation = (name: string) => {
  const found = house.registry.get(name);
  if (!found) throw new Error(name);
  return found;
};
await house.execute(operation('synthetic/seed-city'), { scale: 0.01 }, { actor: house.operator });

interface Row {
  readonly personId: string;
  readonly registeredVillage: string | null;
  readonly residentVillage: string | null;
  readonly deathDate: string | null;
}

/** Of each sequence of kinds of events that occurs in the city, the first few people. */
const { rows } = await owner.query<Row>(`
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

const call = async (name: string, input: object, actor = house.operator) =>
  (await house.execute(operation(name), input, { actor })) as Record<string, unknown>;

describe('somebody who arrived from outside in what was taken over', () => {
  it('can be corrected in who they are, and has still arrived as they did', async () => {
    const { rows: arrivals } = await owner.query<{ personId: string; eventId: string; kind: string }>(
      `SELECT person_id AS "personId", event_id AS "eventId", kind FROM register_events e
       WHERE kind IN ('move', 'hukou_transfer') AND registered_from IS NULL AND resident_from IS NULL
         AND NOT EXISTS (SELECT FROM register_events WHERE person_id = e.person_id AND kind IN ('birth', 'enrolment'))
       ORDER BY person_id LIMIT 1`,
    );
    const [arrival] = arrivals;
    if (!arrival) throw new Error('nobody arrived');
    const record = { personId: arrival.personId, eventId: arrival.eventId };
    const { formKey, answers } = await call('register/read-form', record);
    expect(formKey).toBe('enrolment');
    const form = { ...(answers as object), name: '更正后' };
    const request = await call('register/request-correction', { ...record, form, reason: '与证件不符' });
    const reviewer = { ...house.operator, name: 'second person' };
    await call('register/decide-request', { ...request, approve: true }, reviewer);
    const person = await call('register/read-person', { personId: arrival.personId, reason: 'a test' });
    expect(person).toMatchObject({ name: '更正后' });
    expect(person['events']).toContainEqual(
      expect.objectContaining({ kind: arrival.kind, replaces: arrival.eventId }),
    );
  });
});

const years = Array.from({ length: 22 }, (_, index) => 2004 + index);
const populations = ['registered', 'resident'] as const;
const balance = (population: string, year: number) =>
  call('register/check-balance', {
    area: '5107',
    population,
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
  });

describe('the balancing equation', () => {
  it.each(populations)('holds in every township of the demo city in every year, %s', async (population) => {
    for (const year of years) {
      const { rows: townships, broken } = await balance(population, year);
      expect((townships as readonly object[]).length, String(year)).toBeGreaterThan(150);
      expect(broken, String(year)).toBe(0);
    }
  });

  it.each(populations)(
    'is found broken, where and by how much, when a stay is taken away, %s',
    async (population) => {
      const { rows: stays } = await owner.query<{ spell: string; person: string; township: string }>(
        `SELECT spell_id AS spell, person_id AS person, left(village_code, 9) || '000' AS township FROM register_spells
       WHERE population = $1 AND to_date IS NULL AND from_date < '2010-01-01' AND village_code = ${population}_scope
       ORDER BY spell_id LIMIT 1`,
        [population],
      );
      const [stay] = stays;
      const set = (day: string | null) =>
        owner.query('UPDATE register_spells SET to_date = $1 WHERE person_id = $2 AND spell_id = $3', [
          day,
          stay?.person,
          stay?.spell,
        ]);
      await set('2018-05-05');
      const { rows: townships, broken } = await balance(population, 2018);
      const { violations } = await call('register/check-register', {});
      await set(null);
      expect(broken).toBe(1);
      expect(townships).toContainEqual(expect.objectContaining({ area: stay?.township, difference: 1 }));
      expect((violations as readonly object[]).length).toBeGreaterThan(0);
      expect(await balance(population, 2018)).toMatchObject({ broken: 0 });
    },
  );
});
