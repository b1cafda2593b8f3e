import { type Text, text } from '../language/index.ts';

interface Named {
  readonly name: string;
  readonly sentence: Text;
}

/** One look at the register that answers for several invariants: each column counts the rows that break one. */
export interface Scan {
  readonly statement: string;
  readonly finds: readonly (Named & { readonly column: string })[];
}

/** Two multisets of facts that must be equal. */
export interface Difference {
  /** The column of `alike` that is 1 when their sizes and checksums agree. */
  readonly column: 'entries' | 'exits' | 'weddings';
  /** Counts what is in one and not in the other, as `broken`. */
  readonly finds: readonly (Named & { readonly exactly: string })[];
}

const named = (name: string, zh: string, en: string): Named => ({ name, sentence: text(zh, en) });

const sides = ['registered', 'resident'] as const;
type Side = (typeof sides)[number];

const entries = (population: Side) => `
  SELECT person_id, '${population}' AS population, ${population}_to AS village, event_date AS day FROM register_events
  WHERE effective AND ${population}_to IS NOT NULL AND ${population}_to IS DISTINCT FROM ${population}_from`;
const exits = (population: Side) => `
  SELECT person_id, '${population}' AS population, ${population}_from AS village, event_date AS day FROM register_events
  WHERE effective AND ${population}_from IS NOT NULL AND ${population}_to IS DISTINCT FROM ${population}_from`;
const both = (side: (population: Side) => string) => sides.map(side).join(' UNION ALL ');
const begun = 'SELECT person_id, population, village_code AS village, from_date AS day FROM register_spells';
const ended = `SELECT person_id, population, village_code AS village, to_date AS day FROM register_spells WHERE to_date IS NOT NULL`;
const difference = (left: string, right: string) =>
  `SELECT count(*) AS broken FROM ((${left}) EXCEPT ALL (${right})) AS difference`;

/** 64 bits that stand for a fact: a person, a village, a day and, by its salt, a population. */
const fact = (village: string, day: string, population: Side) =>
  `uuid_hash_extended(person_id, hashtextextended(${village}, (${day} - DATE '2000-01-01')::bigint * 2 + ${population === 'resident' ? '1' : '0'}))`;

/** Size and checksum of a column of 64-bit facts: both halves are added up, so that repeated facts count. */
const checksum = (column: string) =>
  `count(${column}), coalesce(sum((${column} & 2147483647)::integer), 0), coalesce(sum((${column} >> 33)::integer), 0)`;

/** Facts of both populations as columns: what a row does not say is NULL. */
const ofEvents = (from: 'from' | 'to') =>
  sides.map((population) => {
    const place = `${population}_${from}`;
    const changed = `${place} IS NOT NULL AND ${population}_to IS DISTINCT FROM ${population}_from`;
    return `CASE WHEN ${changed} THEN ${fact(place, 'event_date', population)} END`;
  });
const ofSpells = (day: 'from_date' | 'to_date') =>
  sides.map(
    (population) =>
      `CASE WHEN population = '${population}' THEN ${fact('village_code', day, population)} END`,
  );

const wedding = (one: string, other: string) =>
  `CASE WHEN kind = 'marriage' THEN uuid_hash_extended(${one}, uuid_hash_extended(${other}, (event_date - DATE '2000-01-01')::bigint)) END`;

/** Checksums of named lists of fact columns, all in one look at `table`. */
function summed(table: string, lists: Readonly<Record<string, readonly string[]>>): string {
  const columns = Object.entries(lists).map(
    ([name, facts]) => [name, facts.map((one, index) => [`${name}_${String(index)}`, one] as const)] as const,
  );
  const inner = columns.flatMap(([, facts]) => facts.map(([column, one]) => `${one} AS ${column}`));
  const outer = columns.map(
    ([name, facts]) => `ROW(${facts.map(([column]) => checksum(column)).join(', ')}) AS ${name}`,
  );
  return `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${table}) AS facts`;
}

/** One look at the events and one at the spells: 1 for each pair of sets that agrees. */
export const alike = `
  SELECT (e.entries = s.entries)::integer AS entries, (e.exits = s.exits)::integer AS exits,
    (e.told = e.heard)::integer AS weddings
  FROM (${summed('register_events WHERE effective', {
    entries: ofEvents('to'),
    exits: ofEvents('from'),
    told: [wedding('person_id', 'spouse_id')],
    heard: [wedding('spouse_id', 'person_id')],
  })}) AS e,
    (${summed('register_spells', { entries: ofSpells('from_date'), exits: ofSpells('to_date') })}) AS s`;

export const differences: readonly Difference[] = [
  {
    column: 'entries',
    finds: [
      {
        ...named('every entry has its spell', '每次进入都有对应的在册段', 'every entry opens a spell'),
        exactly: difference(both(entries), begun),
      },
      {
        ...named('every spell has its entry', '每个在册段都有进入事件', 'every spell was opened by an event'),
        exactly: difference(begun, both(entries)),
      },
    ],
  },
  {
    column: 'exits',
    finds: [
      {
        ...named('every exit ends a spell', '每次退出都结束一个在册段', 'every exit ends a spell'),
        exactly: difference(both(exits), ended),
      },
      {
        ...named(
          'every ended spell has its exit',
          '每个已结束的在册段都有退出事件',
          'every ended spell was ended by an event',
        ),
        exactly: difference(ended, both(exits)),
      },
    ],
  },
  {
    column: 'weddings',
    finds: [
      {
        ...named(
          'a marriage is recorded for both',
          '婚姻在双方名下都有登记',
          'a marriage is recorded for both',
        ),
        exactly: difference(
          `SELECT person_id, spouse_id, event_date FROM register_events WHERE effective AND kind = 'marriage'`,
          `SELECT spouse_id, person_id, event_date FROM register_events WHERE effective AND kind = 'marriage'`,
        ),
      },
    ],
  },
];

const differentScopes = (row: string) =>
  `(${row}.registered_scope IS DISTINCT FROM p.registered_scope OR ${row}.resident_scope IS DISTINCT FROM p.resident_scope)`;

export const scans: readonly Scan[] = [
  {
    // Two stays overlap only when one of them has ended or both are open; the open ones are compared with the persons.
    statement: `SELECT count(*) AS overlapping FROM register_spells e JOIN register_spells s
      ON s.person_id = e.person_id AND s.population = e.population AND s.spell_id <> e.spell_id
      WHERE e.to_date IS NOT NULL AND s.from_date < e.to_date AND e.from_date < coalesce(s.to_date, DATE '9999-12-31')
        AND s.from_date >= e.from_date`,
    finds: [
      {
        ...named(
          'spells of one population do not overlap',
          '同一口径的在册段互不重叠',
          'spells of one population never overlap',
        ),
        column: 'overlapping',
      },
    ],
  },
  {
    statement: `SELECT
        count(*) FILTER (WHERE e.effective AND (e.event_date < p.birth_date OR e.event_date > p.death_date)) AS beyond_life,
        count(*) FILTER (WHERE e.person_id IS NULL) AS without_event,
        count(*) FILTER (WHERE e.person_id IS NOT NULL AND ${differentScopes('e')}) AS other_scopes
      FROM register_persons p LEFT JOIN register_events e ON e.person_id = p.person_id`,
    finds: [
      {
        ...named(
          'nothing happens before birth or after death',
          '出生前、死亡后没有事件',
          'nothing happens before birth or after death',
        ),
        column: 'beyond_life',
      },
      {
        ...named('everybody has an event', '每个人至少有一个事件', 'everybody entered by an event'),
        column: 'without_event',
      },
      {
        ...named(
          'events carry the scopes of their person',
          '事件的管辖列与本人一致',
          'events carry the scopes of the person',
        ),
        column: 'other_scopes',
      },
    ],
  },
  {
    statement: `SELECT count(*) AS other_day FROM (SELECT person_id, death_date FROM register_persons WHERE death_date IS NOT NULL) p
      FULL JOIN (SELECT person_id, event_date FROM register_events WHERE effective AND kind = 'death') d ON d.person_id = p.person_id
      WHERE d.event_date IS DISTINCT FROM p.death_date`,
    finds: [
      {
        ...named(
          'a death has its event',
          '死亡日期与死亡事件一致',
          'the date of death is the one of the event',
        ),
        column: 'other_day',
      },
    ],
  },
  {
    statement: `SELECT
        abs(count(p.id_number) FILTER (WHERE p.counted) + count(p.document_number) FILTER (WHERE p.counted) - (SELECT count(*) FROM register_id_directory)) AS undirected
      FROM register_persons p`,
    finds: [
      {
        ...named(
          'every identity number is in the directory',
          '每个身份证号都在目录中',
          'every identity number is in the directory',
        ),
        column: 'undirected',
      },
    ],
  },
];
