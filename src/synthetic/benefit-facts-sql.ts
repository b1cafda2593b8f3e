/**
 * What is attested of the people of the made-up city, so that assessment on 31 December 2013 finds as many of them as
 * the city published. People are calibrated, never results: the rules are the rules.
 */
const DAY = '2013-12-31';

/** Persons of the full city; of a smaller one the share. The split of 617,800 is ours, the sum is the published one. */
export const recipients2013 = { rural: 88_467, loss: 4_500, disability: 4_500, onlyChild: 520_333 } as const;

export interface Wanted {
  readonly rural: number;
  readonly loss: number;
  readonly disability: number;
  readonly onlyChild: number;
}

const id = (kind: string, of = 'person_id') => `md5(${of}::text || '${kind}')::uuid`;

/** Everybody registered on the day, with spouse and known children, told from the register. */
const PEOPLE = `
CREATE TEMP TABLE seed_children ON COMMIT DROP AS
SELECT parent_id, count(*) AS ever,
  count(*) FILTER (WHERE death_date IS NULL OR death_date > DATE '${DAY}') AS living,
  min(birth_date) AS eldest
FROM (
  SELECT mother_id AS parent_id, birth_date, death_date FROM register_persons WHERE mother_id IS NOT NULL AND counted
  UNION ALL
  SELECT father_id, birth_date, death_date FROM register_persons WHERE father_id IS NOT NULL AND counted
) AS child WHERE birth_date <= DATE '${DAY}' GROUP BY parent_id;

CREATE TEMP TABLE seed_people ON COMMIT DROP AS
SELECT p.person_id, p.sex, p.birth_date, p.hukou_kind, p.registered_scope, p.resident_scope,
  least(p.person_id, coalesce(p.spouse_id, p.person_id)) AS couple,
  CASE WHEN s.death_date IS NULL OR s.death_date > DATE '${DAY}' THEN s.birth_date END AS spouse_birth,
  CASE WHEN s.death_date IS NULL OR s.death_date > DATE '${DAY}' THEN s.hukou_kind END AS spouse_kind,
  coalesce(c.ever, 0) AS ever, coalesce(c.living, 0) AS living, c.eldest
FROM register_persons p
JOIN register_spells r ON r.person_id = p.person_id AND r.population = 'registered'
  AND r.from_date <= DATE '${DAY}' AND (r.to_date IS NULL OR r.to_date > DATE '${DAY}')
LEFT JOIN register_persons s ON s.person_id = p.spouse_id AND s.counted
LEFT JOIN seed_children c ON c.parent_id = p.person_id
WHERE p.counted AND p.birth_date < DATE '1993-01-01' AND (p.death_date IS NULL OR p.death_date > DATE '${DAY}');

ANALYZE seed_people`;

/** Of the age of the rural reward: women from 58, men from 60. */
const OLD = `birth_date <= CASE sex WHEN 'female' THEN DATE '1955-12-31' ELSE DATE '1953-12-31' END`;
/** The wife was 49 before the year began. */
const WIFE_49 = `CASE sex WHEN 'female' THEN birth_date ELSE coalesce(spouse_birth, birth_date) END <= DATE '1962-12-31'`;

const chosen = (name: string, where: string, wanted: number) => `
CREATE TEMP TABLE ${name} ON COMMIT DROP AS
SELECT * FROM (
  SELECT *, row_number() OVER (ORDER BY md5(couple::text || '${name}'), person_id) AS n FROM seed_people WHERE ${where}
) AS candidate WHERE n <= ${String(wanted)}`;

const COLUMNS =
  'person_id, fact_id, kind, day, until, sex, adopted_on, grade, graded_from, graded_to, document, invented, recorded_at, recorded_by, withdrawn_at, withdrawn_by, withdrawal_reason, registered_scope, resident_scope';

interface Fact {
  readonly kind: string;
  /** The day on which it was attested. */
  readonly recorded?: string;
  readonly salt?: string;
  readonly day: string;
  readonly until?: string;
  readonly sex?: string;
  readonly grade?: string;
  readonly from: string;
}

const attest = ({ kind, salt = kind, recorded = DAY, day, until, sex, grade, from }: Fact) => `
INSERT INTO benefits_facts (${COLUMNS})
SELECT person_id, ${id(salt)}, '${kind}', ${day}, ${until ?? 'NULL::date'}, ${sex ?? 'NULL'}, NULL, ${grade ?? 'NULL::integer'}, NULL, NULL,
  '虚构材料，仅供演示', true, TIMESTAMPTZ '${recorded} 04:00:00+00', 'synthetic', NULL, NULL, NULL, registered_scope, resident_scope
FROM ${from}`;

const complete = (from: string) => attest({ kind: 'children-complete', day: `DATE '2012-06-01'`, from });
/** A child of the years for which the register knows no mothers; the same for both of a couple. */
const bornFor = `(coalesce(least(birth_date, spouse_birth), birth_date) + interval '24 years')::date`;
const bit = (salt: string) => `get_byte(decode(md5(couple::text || '${salt}'), 'hex'), 0)`;

/** A child who is registered in another city: of an age for which the reward was paid all year. */
const ELSEWHERE = `greatest(DATE '1996-01-01', least(DATE '2012-11-30', (coalesce(least(birth_date, spouse_birth), birth_date) + interval '26 years')::date))`;

/** Old couples of whose children nothing was checked: a fifth of them were, and had two sons. */
const OTHERS = `(SELECT * FROM seed_people
  WHERE ${OLD} AND ever = 0 AND ${bit('others')} < 51 AND person_id NOT IN (SELECT person_id FROM seed_rural)) AS others`;

/** Of a third of the couples that come to the age in these years, nothing of whom is attested yet. */
const COMING = `
CREATE TEMP TABLE seed_coming ON COMMIT DROP AS
SELECT * FROM seed_people p
WHERE birth_date BETWEEN CASE sex WHEN 'female' THEN DATE '1956-01-01' ELSE DATE '1954-01-01' END
    AND CASE sex WHEN 'female' THEN DATE '1971-12-31' ELSE DATE '1969-12-31' END
  AND hukou_kind = 'rural' AND coalesce(spouse_kind, 'rural') = 'rural' AND ever <= 1 AND living = ever
  AND ${bit('coming')} < 85 AND NOT EXISTS (SELECT 1 FROM benefits_facts f WHERE f.person_id = p.person_id)`;
/** When their children were looked into. */
const CHECKED_LATER = '2025-09-01';

const DISABLED = `(SELECT c.person_id, min(d.couple::text) AS couple, c.birth_date, c.registered_scope, c.resident_scope
  FROM seed_disability d JOIN register_persons c ON c.mother_id = d.person_id OR c.father_id = d.person_id
  WHERE c.counted AND c.birth_date <= DATE '${DAY}' AND c.death_date IS NULL GROUP BY c.person_id) AS disabled`;

/** The statements in order; they run in one transaction of the owner. */
export const benefitFactStatements = (wanted: Wanted): readonly string[] => [
  PEOPLE,
  chosen(
    'seed_rural',
    `${OLD} AND birth_date >= DATE '1933-01-01' AND hukou_kind = 'rural' AND coalesce(spouse_kind, 'rural') = 'rural' AND living <= 1`,
    wanted.rural,
  ),
  chosen('seed_loss', `NOT ${OLD} AND ${WIFE_49} AND ever = 0`, wanted.loss),
  chosen('seed_disability', `NOT ${OLD} AND ${WIFE_49} AND ever = 1 AND living = 1`, wanted.disability),
  chosen(
    'seed_honoured',
    `(ever = 1 AND living = 1 AND eldest BETWEEN DATE '1996-01-01' AND DATE '2012-12-31')
      OR (ever = 0 AND birth_date BETWEEN DATE '1964-01-01' AND DATE '1988-12-31')`,
    wanted.onlyChild,
  ),
  complete('seed_rural'),
  attest({
    kind: 'earlier-child',
    day: bornFor,
    sex: `CASE WHEN ${bit('sex')} < 128 THEN 'male' ELSE 'female' END`,
    from: 'seed_rural WHERE ever = 0',
  }),
  complete(OTHERS),
  attest({ kind: 'earlier-child', salt: 'first', day: bornFor, sex: `'male'`, from: OTHERS }),
  attest({
    kind: 'earlier-child',
    salt: 'second',
    day: `(${bornFor} + interval '2 years')::date`,
    sex: `'male'`,
    from: OTHERS,
  }),
  complete('seed_loss'),
  attest({
    kind: 'earlier-child',
    day: bornFor,
    until: `DATE '2004-01-01' + ${bit('death')} * 12`,
    sex: `CASE WHEN ${bit('sex')} < 128 THEN 'male' ELSE 'female' END`,
    from: 'seed_loss',
  }),
  complete('seed_disability'),
  attest({
    kind: 'disability',
    day: `greatest(DATE '2008-01-01', birth_date)`,
    grade: `1 + ${bit('grade')} % 3`,
    from: DISABLED,
  }),
  attest({
    kind: 'earlier-child',
    salt: 'elsewhere',
    day: ELSEWHERE,
    sex: `CASE WHEN ${bit('sex')} < 128 THEN 'male' ELSE 'female' END`,
    from: 'seed_honoured WHERE ever = 0',
  }),
  attest({ kind: 'honour-certificate', day: `coalesce(eldest, ${ELSEWHERE}) + 20`, from: 'seed_honoured' }),
  attest({
    kind: 'complication',
    day: `DATE '2010-03-01'`,
    grade: `1 + ${bit('grade')} % 3`,
    from: `seed_people WHERE sex = 'female' AND birth_date BETWEEN DATE '1945-01-01' AND DATE '1978-12-31' AND ${bit('complication')} = 7 AND ${bit('again')} < 16`,
  }),
  COMING,
  attest({
    kind: 'earlier-child',
    recorded: CHECKED_LATER,
    day: bornFor,
    sex: `CASE WHEN ${bit('sex')} < 128 THEN 'male' ELSE 'female' END`,
    from: 'seed_coming WHERE ever = 0',
  }),
  attest({
    kind: 'children-complete',
    recorded: CHECKED_LATER,
    day: `DATE '${CHECKED_LATER}'`,
    from: 'seed_coming',
  }),
  attest({
    kind: 'cleft-diagnosis',
    day: 'birth_date + 3',
    from: `(SELECT person_id, person_id AS couple, birth_date, registered_scope, resident_scope FROM register_persons
      WHERE counted AND birth_date >= DATE '2008-01-01' AND ${bit('cleft').replace('couple', 'person_id')} = 3 AND ${bit('lip').replace('couple', 'person_id')} < 90) AS child`,
  }),
  attest({
    kind: 'cleft-operation',
    day: 'day + 300',
    from: `(SELECT * FROM benefits_facts WHERE kind = 'cleft-diagnosis' AND invented AND day < DATE '2025-01-01' AND ${bit('done').replace('couple', 'person_id')} < 200) AS diagnosed`,
  }),
];
