import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsonLogic from 'json-logic-js';
import { demoBenefitValues } from '../policy/demo/index.ts';
import { programmeOf } from '../policy/programmes/index.ts';
import { computedOf } from '../src/benefits/index.ts';
import { openHouse } from '../src/composition/open-caller.ts';
import {
  areaCode,
  benefitPersons,
  bind,
  calendarDate,
  columnsOf,
  decide,
  parametersOf,
  readyRules,
  simplify,
  type Values,
} from '../src/language/index.ts';
import { type FactSource, listSnapshots, openSnapshot, readSettings } from '../src/platform/index.ts';
import { isFalse, isTrue } from './json-logic.ts';
import {
  type Line,
  machine,
  median,
  option,
  publishSection,
  quiet,
  repeated,
  seconds,
  table,
  timed,
  whole,
} from './measure.ts';
import { rulesEngine } from './rules-engine.ts';

/**
 * Usage: `npm run bench:benefits -- [--scale S] [--folder F [--seed]] [--runs N]`. Everybody of a city under every programme,
 * beside two rule engines of the registry that are asked the same about one of them.
 */
const SCALE = Number(option('scale') ?? 1);
const RUNS = Number(option('runs') ?? 5);
const EXPLAINED = 300;
const SAMPLE = 2000;
const YEARS = Array.from({ length: 10 }, (_, index) => 2016 + index);
const DAY = calendarDate('2026-06-30');

const say = (words: string) => process.stderr.write(`${words}\n`);
const kept = option('folder');
const folder = kept ?? mkdtempSync(join(tmpdir(), 'jiahu-bench-'));
if (!existsSync(join(folder, 'postgres'))) chmodSync(folder, 0o711);

const { house, close } = await openHouse({
  settings: { ...readSettings({}), dataDir: folder },
  progress: quiet,
  locale: 'en',
});
const run = (name: string, input: object): Promise<unknown> => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return house.execute(operation, input, { actor: house.operator });
};

interface Counts {
  readonly eligible: number;
  readonly eligibleIfDeclared: number;
  readonly notEligible: number;
  readonly unknown: number;
}
const assess = async (input: object) =>
  (await run('benefits/assess-people', input)) as { readonly programmes: Readonly<Record<string, Counts>> };

const ready = readyRules(
  programmeOf('rural-reward') ?? fail('no programme'),
  { day: DAY, knownAt: DAY, area: areaCode('5107') },
  demoBenefitValues,
);
function fail(words: string): never {
  throw new Error(words);
}
if (!ready) throw new Error('no rules');
const conditions = computedOf(ready).map(({ holds }) => simplify(bind(holds, parametersOf(ready.rules))));

const columns = [...new Set(conditions.flatMap((one) => [...columnsOf(one)]))];
const BELONGS = `(death_date IS NULL OR death_date > DATE '${DAY}')
  AND ((registered_from <= DATE '${DAY}' AND (registered_to IS NULL OR registered_to > DATE '${DAY}'))
    OR (resident_from <= DATE '${DAY}' AND (resident_to IS NULL OR resident_to > DATE '${DAY}')))`;
const typeOf = (name: string) => benefitPersons.columns[name as keyof typeof benefitPersons.columns].type;

/** People of the snapshot in portions; days as numbers, or as they are written. */
async function* portions(source: FactSource, asNumbers: boolean): AsyncGenerator<readonly Values[]> {
  const counties = await source.query(
    `SELECT DISTINCT county FROM ${source.from(benefitPersons)} ORDER BY county`,
  );
  const list = columns.map((name) =>
    asNumbers && typeOf(name) === 'date' ? `datediff('day', DATE '1970-01-01', ${name}) AS ${name}` : name,
  );
  for (const { county } of counties)
    for (let part = 0; part < 8; part += 1)
      yield await source.query(
        `SELECT ${list.join(', ')} FROM ${source.from(benefitPersons)} WHERE county = '${String(county)}' AND day(birth_date) % 8 = ${String(part)} AND ${BELONGS}`,
      );
}

/** Everybody asked in json-logic-js; reading them is not counted. */
async function withJsonLogic(source: FactSource) {
  const rules = conditions.map((one) => ({ met: isTrue(one), failed: isFalse(one) }));
  const counts = { eligibleIfDeclared: 0, notEligible: 0, unknown: 0 };
  let took = 0;
  for await (const people of portions(source, true)) {
    const began = performance.now();
    for (const facts of people) {
      if (rules.some(({ failed }) => jsonLogic.apply(failed, facts) === true)) counts.notEligible += 1;
      else if (rules.every(({ met }) => jsonLogic.apply(met, facts) === true)) counts.eligibleIfDeclared += 1;
      else counts.unknown += 1;
    }
    took += performance.now() - began;
  }
  return { counts, took };
}

/** A sample asked in json-rules-engine, each compared with our own answer. */
async function withRulesEngine(source: FactSource) {
  const ask = rulesEngine(conditions);
  let [asked, took] = [0, 0];
  for await (const people of portions(source, false)) {
    for (const facts of people.slice(0, Math.ceil(SAMPLE / 72))) {
      const { result, took: one } = await timed(() => ask(facts));
      const known = {
        ...Object.fromEntries(Object.keys(benefitPersons.columns).map((name) => [name, null])),
        ...facts,
      };
      const ours = decide(ready ?? fail('no rules'), { facts: known, declared: new Set() }).outcome;
      if (result !== (ours === 'eligibleIfDeclared'))
        throw new Error(`json-rules-engine: ${JSON.stringify(facts)}`);
      asked += 1;
      took += one;
    }
  }
  return { asked, took };
}

const lines: Line[] = [];
const add = (line: Line) => {
  lines.push(line);
  say(`${line.what}: ${line.measured}`);
};
try {
  if (kept === undefined || process.argv.includes('--seed')) {
    const seed = await timed(() => run('synthetic/seed-city', { scale: SCALE }));
    const facts = await timed(() => run('synthetic/seed-benefits', {}));
    const sealed = await timed(() => run('benefits/take-snapshot', {}));
    add({ what: 'seed of the city', measured: seconds(seed.took) });
    add({ what: 'attested facts of the city', measured: seconds(facts.took) });
    add({ what: 'benefits snapshot, one row a person', measured: seconds(sealed.took) });
  }
  const [snapshot] = await house.asOperator(({ tx }) => listSnapshots(tx, 'benefits'));
  if (!snapshot) throw new Error('no snapshot');
  const source = await openSnapshot(house.snapshotFolder, snapshot);
  const first = await timed(() => assess({ at: DAY }));
  const { programmes } = first.result;
  const reward = programmes['rural-reward'] ?? fail('not assessed');
  const people = reward.eligible + reward.eligibleIfDeclared + reward.notEligible + reward.unknown;
  const year = await repeated(RUNS, () => assess({ at: DAY }));
  add({
    what: `all ${String(Object.keys(programmes).length)} programmes, ${whole(people)} people, one year, with the answer to each condition and amounts`,
    goal: '≤ 3 s',
    measured: `${seconds(median(year))} (first ${seconds(first.took)})`,
  });
  const ten = await timed(async () => {
    for (const one of YEARS) await assess({ at: `${String(one)}-12-31` });
  });
  add({ what: 'ten years', goal: '≤ 30 s', measured: seconds(ten.took) });
  const { rows } = await house.ground.database.owner.query<{ id: string }>(
    `SELECT person_id AS id FROM register_persons TABLESAMPLE SYSTEM (2) LIMIT ${String(EXPLAINED)}`,
  );
  const explain = async () => {
    const took: number[] = [];
    for (const { id } of rows)
      took.push(
        (
          await timed(() =>
            run('benefits/explain-eligibility', { personId: id, programme: 'rural-reward', at: DAY }),
          )
        ).took,
      );
    return took;
  };
  await explain();
  const explained = await explain();
  const p95 = explained.toSorted((a, b) => a - b)[Math.floor(explained.length * 0.95)] ?? 0;
  add({
    what: 'one explanation, from the live register, through the executor (permission, row-level security, audit)',
    goal: '≤ 5 ms',
    measured: `p50 ${median(explained).toFixed(1)}, p95 ${p95.toFixed(1)} ms`,
  });
  const ours = await repeated(RUNS, () => assess({ at: DAY, programme: 'rural-reward' }));
  add({ what: `one programme (rural reward), ${whole(people)} people`, measured: seconds(median(ours)) });
  const logic = await withJsonLogic(source);
  for (const key of ['eligibleIfDeclared', 'notEligible', 'unknown'] as const)
    if (logic.counts[key] !== reward[key])
      throw new Error(`json-logic-js: ${key} ${String(logic.counts[key])}`);
  add({ what: `the same in json-logic-js 2.0.5, everybody, same answers`, measured: seconds(logic.took) });
  const engine = await withRulesEngine(source);
  const each = engine.took / engine.asked;
  add({
    what: `the same in json-rules-engine 7.3.1, ${whole(engine.asked)} people, same answers`,
    measured: `${seconds(engine.took)}; ${seconds(each * people)} for everybody at that speed`,
  });
  const report = `${machine()}, scale ${String(SCALE)}, medians of ${String(RUNS)} runs; written by \`npm run bench:benefits\`

${table(lines)}

The two others are given rows in memory, without the time to read them, and answer whether somebody is eligible; ours
reads the sealed snapshot and answers condition by condition, with amounts, by county.`;
  process.stdout.write(`${report}\n`);
  if (SCALE === 1) publishSection('Benefits, full city', report);
} finally {
  await close();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
