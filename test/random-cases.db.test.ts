import { describe, expect, it } from 'vitest';
import { samples, services } from '../policy/services/index.ts';
import { type FormFields, type Service, significantDigits } from '../src/language/index.ts';
import { type Actor, DomainError } from '../src/platform/index.ts';
import { caseDesk } from './support/case-desk.ts';
import { randomFrom } from './support/random-from.ts';

/** Actions altogether; most of them on cases that are open. */
const ACTIONS = process.env['JIAHU_LONG'] ? 100_000 : 1500;
const LOOKS = 10;

const { people, run, house } = await caseDesk();
const { owner } = house.ground.database;

const random = randomFrom(2026);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

interface Known {
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  readonly service: Service;
}
const cases: Known[] = [];
const officers: readonly Actor[] = [
  people.clerk,
  people.colleague,
  people.supervisor,
  people.neighbour,
  people.city,
  people.nurse,
  people.benefitsOfficer,
  people.benefitsHead,
  people.registrar,
];
const units = ['510703', '510704', '510703001', '510704004', '5107'];

const answerOf = (kind: string, key: string): unknown => {
  if (key === 'officer') return pick(officers).name;
  if (key === 'into') return pick(cases).number;
  if (kind === 'unit') return pick(units);
  if (kind === 'number') return String(1 + Math.floor(random() * 3));
  if (kind === 'date') return '2026-11-02';
  return '核实情况，符合规定。';
};

const answersFor = (fields: FormFields): object =>
  Object.fromEntries(
    Object.entries(fields).map(([key, { kind, choices }]) => [
      key,
      choices.length > 0 ? pick(choices).value : answerOf(kind, key),
    ]),
  );

async function fileOne(): Promise<void> {
  const service = pick(services);
  const sample = samples[service.key];
  const actor = service.filedBy === 'officer' ? people.city : people.anybody;
  const answers = random() < 0.5 ? sample?.answers : sample?.full;
  const receipt = await run('casework/file-case', { service: service.key, answers: answers ?? {} }, actor);
  cases.push({
    caseId: String(receipt['caseId']),
    number: String(receipt['number']),
    code: String(receipt['code']),
    service,
  });
}

interface Row {
  readonly version: number;
  readonly area: string;
  readonly compartment: string;
}
const rowOf = async ({ caseId }: Known): Promise<Row> => {
  const { rows } = await owner.query<Row>(
    'SELECT version, area_scope AS area, compartment FROM casework_cases WHERE case_id = $1',
    [caseId],
  );
  return rows[0] as Row;
};

/** The rule told a second time: who may touch a case at all. */
const mayTouch = (actor: Actor, { area, compartment }: Row) =>
  actor.purpose === compartment && area.startsWith(significantDigits(actor.area));

const EXPECTED = new Set(['conflict', 'forbidden', 'not_found', 'invalid_input']);

async function actOnce(): Promise<'taken' | 'refused'> {
  const one = pick(cases);
  const key = pick(Object.keys(one.service.workflow.actions));
  const answers = answersFor(one.service.workflow.actions[key]?.fields ?? {});
  const asApplicant = random() < 0.2;
  const actor = asApplicant ? people.anybody : pick(officers);
  const named = asApplicant ? { number: one.number, code: one.code } : { caseId: one.caseId };
  const before = await rowOf(one);
  try {
    await run('casework/act-on-case', { ...named, action: key, answers }, actor);
    expect(asApplicant || mayTouch(actor, before), `${actor.name} on ${one.number}`).toBe(true);
    return 'taken';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(EXPECTED.has(error.details.code), error.details.code).toBe(true);
    expect((await rowOf(one)).version).toBe(before.version);
    return 'refused';
  }
}

interface Standing {
  readonly service: string;
  readonly step: string | null;
  readonly outcome: string | null;
  readonly queue: string | null;
}

/** Every case stands where its workflow says that one can stand, and in the queue of that step. */
async function lookAtAll(): Promise<void> {
  const { rows } = await owner.query<Standing>('SELECT service, step, outcome, queue FROM casework_cases');
  for (const { service: key, step, outcome, queue } of rows) {
    const workflow = services.find((one) => one.key === key)?.workflow;
    if (step === null) expect(Object.keys(workflow?.outcomes ?? {})).toContain(outcome);
    else expect(workflow?.steps[step]?.queue, `${key} ${step}`).toBe(queue);
  }
  const open = rows.filter((row) => row.step !== null).length;
  const { queues, open: counted } = (await run('casework/count-queues', {}, people.operator)) as {
    queues: readonly { open: number }[];
    open: number;
  };
  expect(counted).toBe(open);
  expect(queues.reduce((sum, queue) => sum + queue.open, 0)).toBe(open);
}

describe('cases under random actions of random people', () => {
  it(`stand in exactly one queue each, in no undeclared state, untouched by whoever may not: ${String(ACTIONS)} actions`, async () => {
    let taken = 0;
    for (let index = 0; index < ACTIONS; index += 1) {
      if (cases.length === 0 || random() < 0.12) await fileOne();
      else if ((await actOnce()) === 'taken') taken += 1;
      if (index % Math.ceil(ACTIONS / LOOKS) === 0) await lookAtAll();
    }
    await lookAtAll();
    // A run in which nothing can be done would prove nothing.
    expect(taken).toBeGreaterThan(ACTIONS / 20);
  }, 3_600_000);
});
