import { type RawBuilder, sql } from 'kysely';
import { benefitPersons, type CalendarDate, CHILD_SLOTS } from '../language/index.ts';
import type { SnapshotView, TransactionContext } from '../platform/index.ts';
import { attested, attestedSql, benefitSources } from './fact-sources.ts';
import { survivors } from './records-of-person.ts';

/** A stay begins where none touches it from before. */
const staysOf = (population: string) => {
  const its = `population = '${population}'`;
  return `max(CASE WHEN ${its} AND begins THEN from_date END) AS ${population}_from,
      CASE WHEN count(*) FILTER (WHERE ${its} AND to_date IS NULL) = 0 THEN max(CASE WHEN ${its} THEN to_date END) END AS ${population}_to`;
};

/** The last unbroken stay of everybody in each population. */
const LAST_STAYS = `
  last_stays AS (
    SELECT person_id, ${staysOf('registered')}, ${staysOf('resident')}
    FROM (
      SELECT person_id, population, from_date, to_date,
        coalesce(lag(to_date) OVER (PARTITION BY person_id, population ORDER BY from_date, to_date) < from_date, true) AS begins
      FROM benefit_stays
    ) AS stay GROUP BY person_id
  )`;

/** The last of each kind of what was attested of somebody; of what happened to somebody. */
const LAST_FACTS = `
  last_facts AS (
    SELECT person_id, kind, day, until, grade FROM (
      SELECT person_id, kind, day, until, grade, row_number() OVER (PARTITION BY person_id, kind ORDER BY day DESC, fact_id DESC) AS n
      FROM benefit_attested WHERE kind <> 'earlier-child'
    ) AS fact WHERE n = 1
  )`;

const factOf = (kind: string, column: string, name: string) =>
  `max(CASE WHEN kind = '${kind}' THEN ${column} END) AS ${name}`;

const FACTS_OF_PERSONS = `
  facts_of AS (
    SELECT person_id,
      ${[
        factOf('children-complete', 'day', 'children_complete_on'),
        factOf('honour-certificate', 'day', 'honour_certificate_on'),
        factOf('honour-certificate', 'until', 'honour_certificate_void_on'),
        factOf('complication', 'grade', 'complication_grade'),
        factOf('complication', 'day', 'complication_from'),
        factOf('complication', 'until', 'complication_to'),
        factOf('classed-rural', 'day', 'classed_rural_from'),
        factOf('cleft-diagnosis', 'day', 'cleft_diagnosed_on'),
        factOf('cleft-operation', 'day', 'cleft_operated_on'),
        factOf('institution', 'day', 'institution_from'),
        factOf('local-childcare', 'day', 'local_childcare_from'),
        factOf('checkup', 'day', 'checkup_on'),
        factOf('disability', 'grade', 'disability_grade'),
        factOf('disability', 'day', 'disabled_from'),
        factOf('disability', 'until', 'disabled_to'),
      ].join(',\n      ')}
    FROM last_facts GROUP BY person_id
  )`;

const LAST_CHANGES = `
  last_changes AS (
    SELECT person_id,
      max(CASE WHEN kind = 'marriage' THEN event_date END) AS married_on,
      max(CASE WHEN kind = 'adoption' THEN event_date END) AS adopted_on,
      max(CASE WHEN kind = 'hukou_kind_change' THEN event_date END) AS hukou_kind_from,
      max(CASE WHEN kind = 'hukou_kind_change' THEN before END) AS hukou_kind_before
    FROM (
      SELECT person_id, kind, event_date, before, row_number() OVER (PARTITION BY person_id, kind ORDER BY event_date DESC) AS n
      FROM benefit_changes
    ) AS change WHERE n = 1 GROUP BY person_id
  )`;

const child = (parent: string) => `
      SELECT c.${parent} AS parent_id, c.person_id AS child_id, c.birth_date, c.sex, c.death_date, h.adopted_on,
        f.disability_grade AS grade, f.disabled_from AS graded_from, f.disabled_to AS graded_to
      FROM benefit_people c LEFT JOIN last_changes h ON h.person_id = c.person_id LEFT JOIN facts_of f ON f.person_id = c.person_id
      WHERE c.${parent} IS NOT NULL`;

const slot = (n: number) =>
  ['birth_date', 'sex', 'death_date', 'adopted_on', 'grade', 'graded_from', 'graded_to']
    .map((column) => `max(CASE WHEN n = ${String(n)} THEN ${column} END) AS child${String(n)}_${column}`)
    .join(', ');

/** Children from the eldest on, registered or attested, each parent's on one row. */
const CHILDREN = `
  children_of AS (
    SELECT parent_id, ${CHILD_SLOTS.map(slot).join(',\n      ')}, greatest(count(*) - ${String(CHILD_SLOTS.length)}, 0) AS children_beyond
    FROM (
      SELECT *, row_number() OVER (PARTITION BY parent_id ORDER BY birth_date, child_id) AS n FROM (${child('mother_id')}
      UNION ALL${child('father_id')}
      UNION ALL
      SELECT person_id, fact_id, day, sex, until, adopted_on, grade, graded_from, graded_to
      FROM benefit_attested WHERE kind = 'earlier-child'
      ) AS child
    ) AS numbered GROUP BY parent_id
  )`;

const DERIVED = [LAST_STAYS, LAST_FACTS, FACTS_OF_PERSONS, LAST_CHANGES, CHILDREN].join(',');

/** How columns of the view are had; the others bear the names under which the parts give them. */
const given: Readonly<Record<string, string>> = {
  village: 'p.village',
  county: `substr(p.village, 1, 6) || '000000'`,
  sex: 'p.sex',
  birth_date: 'p.birth_date',
  death_date: 'p.death_date',
  registered_from: 'r.registered_from',
  registered_to: 'r.registered_to',
  resident_from: 'r.resident_from',
  resident_to: 'r.resident_to',
  hukou_kind: 'p.hukou_kind',
  hukou_kind_from: 'h.hukou_kind_from',
  hukou_kind_before: 'h.hukou_kind_before',
  classed_rural_from: 'f.classed_rural_from',
  married_on: 'CASE WHEN s.person_id IS NOT NULL THEN h.married_on END',
  spouse_birth_date: 's.birth_date',
  spouse_death_date: 's.death_date',
  spouse_hukou_kind: 's.hukou_kind',
  spouse_hukou_kind_from: 'sh.hukou_kind_from',
  spouse_hukou_kind_before: 'sh.hukou_kind_before',
  spouse_classed_rural_from: 'sf.classed_rural_from',
  spouse_registered_from: 'CASE WHEN sr.registered_to IS NULL THEN sr.registered_from END',
  spouse_resident_from: 'CASE WHEN sr.resident_to IS NULL THEN sr.resident_from END',
  mother_birth_date: 'coalesce(m.birth_date, p.mother_birth_date)',
  mother_death_date: 'm.death_date',
  mother_registered_from: 'CASE WHEN mr.registered_to IS NULL THEN mr.registered_from END',
  father_birth_date: 'd.birth_date',
  father_death_date: 'd.death_date',
  father_registered_from: 'CASE WHEN dr.registered_to IS NULL THEN dr.registered_from END',
  has_guardian:
    'p.guardian_id IS NOT NULL AND p.guardian_id IS DISTINCT FROM p.mother_id AND p.guardian_id IS DISTINCT FROM p.father_id',
  institution_from: 'f.institution_from',
  adopted_on: 'h.adopted_on',
  children_beyond: 'coalesce(k.children_beyond, 0)',
};

const columnSql = (name: string, link: string): string => {
  if (name === 'link') return `${link} AS link`;
  const own = name.startsWith('child') && !name.startsWith('children') ? `k.${name}` : `f.${name}`;
  return `${given[name] ?? own} AS ${name}`;
};

/** Both engines read it: over the sources, or over what was taken from them. */
const rowsOf = (link: string) => `
  SELECT ${Object.keys(benefitPersons.columns)
    .map((name) => columnSql(name, link))
    .join(',\n    ')}
  FROM benefit_people p
  LEFT JOIN last_stays r ON r.person_id = p.person_id
  LEFT JOIN last_changes h ON h.person_id = p.person_id
  LEFT JOIN facts_of f ON f.person_id = p.person_id
  LEFT JOIN children_of k ON k.parent_id = p.person_id
  LEFT JOIN benefit_people s ON s.person_id = p.spouse_id
  LEFT JOIN last_changes sh ON sh.person_id = p.spouse_id
  LEFT JOIN facts_of sf ON sf.person_id = p.spouse_id
  LEFT JOIN last_stays sr ON sr.person_id = p.spouse_id
  LEFT JOIN benefit_people m ON m.person_id = p.mother_id
  LEFT JOIN last_stays mr ON mr.person_id = p.mother_id
  LEFT JOIN benefit_people d ON d.person_id = p.father_id
  LEFT JOIN last_stays dr ON dr.person_id = p.father_id`;

/** People alike lie together: who asks about children skips all who have none. */
const ALIKE = `
  ORDER BY p.death_date IS NOT NULL, k.child2_birth_date IS NOT NULL, k.child1_birth_date IS NOT NULL, p.birth_date`;

/** What benefits ask about, in a compartment of its own. Declarations stand on applications and are never here. */
export const benefitFactView: SnapshotView = {
  view: benefitPersons,
  select: ({ at, link }) =>
    `WITH ${benefitSources.map(({ name, select }) => `${name} AS (${select({ at })})`).join(', ')},${DERIVED}${rowsOf(link('p.person_id'))}`,
  built: { from: benefitSources, select: () => `WITH ${DERIVED}${rowsOf('p.link')}${ALIKE}` },
};

const NEAR = (asked: readonly string[]) => sql`
  WITH asked AS (SELECT unnest(${[...asked]}::uuid[]) AS person_id), near AS (
    SELECT person_id FROM asked
    UNION SELECT unnest(ARRAY[p.spouse_id, p.mother_id, p.father_id]) FROM register_persons p
      JOIN asked a ON a.person_id = p.person_id
    UNION SELECT c.person_id FROM register_persons c JOIN asked a ON a.person_id = c.mother_id
    UNION SELECT c.person_id FROM register_persons c JOIN asked a ON a.person_id = c.father_id
  )
  SELECT person_id AS id FROM near WHERE person_id IS NOT NULL
  UNION SELECT o.person_id FROM ${sql.raw(survivors)} o JOIN near n ON n.person_id = o.survivor`;

/** These people and those who stand on their rows: spouse, parents, children, under whichever record. */
async function peopleNear({ tx }: TransactionContext, asked: readonly string[]): Promise<readonly string[]> {
  const { rows } = await NEAR(asked).execute(tx);
  return (rows as readonly { readonly id: string }[]).map(({ id }) => id);
}

const sourceAmong =
  (at: CalendarDate, near: readonly string[]) => (source: (typeof benefitSources)[number]) => {
    const own = source === attested ? attestedSql({ at }) : source.select({ at });
    const column = source === attested ? 'recorded_for' : 'person_id';
    return sql`${sql.raw(source.name)} AS (SELECT * FROM (${sql.raw(own)}) AS source
    WHERE ${sql.raw(column)} = ANY (${[...near]}::uuid[]))`;
  };

/**
 * The live rows of some people alone, as `facts`, to be written after `WITH`; `link` is their id. The sources are read by
 * key, for these people and those near them.
 */
export async function rowsAmong(
  context: TransactionContext,
  asked: readonly string[],
  at: CalendarDate,
): Promise<RawBuilder<unknown>> {
  const near = await peopleNear(context, asked);
  return sql`${sql.join(benefitSources.map(sourceAmong(at, near)))}, ${sql.raw(DERIVED)},
    facts AS (${sql.raw(rowsOf('p.person_id::text'))} WHERE p.person_id = ANY (${[...asked]}::uuid[]))`;
}
