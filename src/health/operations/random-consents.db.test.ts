import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { healthDesk, inRole } from '../../../test/support/health-desk.ts';
import type { RoleName } from '../../identity/index.ts';
import { significantDigits } from '../../language/index.ts';
import { type Actor, DomainError } from '../../platform/index.ts';

const RUNS = process.env['JIAHU_LONG'] ? 5000 : 200;
const LONGEST = 14;
const { run, open, file, rows, today } = await healthDesk();
let stationId = '';
beforeAll(async () => {
  stationId = await open({ capacity: 1000 });
});

const subjects = ['woman', 'man'] as const;
type Subject = (typeof subjects)[number];
type Act = 'consent' | 'withdraw' | 'withdraw-on-page' | 'record' | 'visit' | 'read' | 'hand-over';

const often = <T>(weights: readonly (readonly [number, T])[]) =>
  fc.oneof(...weights.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const anyRole = often<RoleName>([
  [6, 'health-worker'],
  [4, 'health-supervisor'],
  [1, 'caseworker'],
  [1, 'case-supervisor'],
  [1, 'registrar'],
  [1, 'statistician'],
  [1, 'publisher'],
]);
const anyArea = often([
  [8, '510703'],
  [3, '5107'],
  [2, '510703001'],
  [2, '510704'],
  [1, '510703002'],
]);
const anyActor = fc.tuple(anyRole, anyArea).map(([role, area]) => inRole(role, area));
const anyAct = often<Act>([
  [5, 'consent'],
  [3, 'record'],
  [2, 'visit'],
  [4, 'read'],
  [1, 'withdraw'],
  [1, 'withdraw-on-page'],
  [1, 'hand-over'],
]);
const anyStep = fc.record({
  act: anyAct,
  actor: anyActor,
  subject: fc.constantFrom(...subjects),
});

/** What should be so, told a second time without a database. */
interface Model {
  readonly standing: ReadonlySet<Subject>;
  readonly ended: boolean;
  readonly unit: string;
}

const isHealthOf = ({ role, area }: Actor, { unit }: Model) =>
  (role === 'health-worker' || role === 'health-supervisor') && unit.startsWith(significantDigits(area));

function may(
  act: Act,
  { actor, subject }: { readonly actor: Actor; readonly subject: Subject },
  model: Model,
) {
  if (act === 'withdraw-on-page') return !model.ended;
  if (!isHealthOf(actor, model)) return false;
  if (act === 'withdraw') return true;
  if (act === 'hand-over') return !model.ended;
  if (act === 'consent') return !model.ended && !model.standing.has(subject);
  return model.standing.has(subject);
}

function after(act: Act, subject: Subject, model: Model): Model {
  const without = new Set([...model.standing].filter((one) => one !== subject));
  if (act === 'consent') return { ...model, standing: new Set([...model.standing, subject]) };
  if (act === 'withdraw') return { ...model, standing: without, ended: model.ended || without.size === 0 };
  if (act === 'withdraw-on-page') return { ...model, standing: new Set(), ended: true };
  return act === 'hand-over'
    ? { ...model, unit: model.unit === '510703000000' ? '510704000000' : '510703000000' }
    : model;
}

describe('no result is readable or recordable', () => {
  it('without a standing consent, nor outside purpose and area', { timeout: 240_000 }, async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: LONGEST }), async (steps) => {
        const receipt = await file();
        const { caseId } = receipt;
        let model: Model = { standing: new Set(), ended: false, unit: '510703001000' };
        for (const { act, actor, subject } of steps) {
          const of = { caseId, subject, stationId, day: today };
          const calls: Readonly<Record<Act, () => Promise<unknown>>> = {
            consent: () =>
              run(
                'health/record-consent',
                {
                  caseId,
                  subject,
                  way: 'signed',
                  givenBy: 'self',
                  giver: '林',
                  bornOn: '1990-01-01',
                  givenOn: today,
                },
                actor,
              ),
            withdraw: () => run('health/withdraw-consent', { caseId, subject }, actor),
            'withdraw-on-page': () =>
              run(
                'casework/act-on-case',
                { number: receipt['number'], code: receipt['code'], action: 'withdraw-consent' },
                actor,
              ),
            record: () =>
              run('health/record-results', { ...of, results: [{ part: 'educated', value: true }] }, actor),
            visit: () => run('health/record-visit', { ...of, way: 'home', note: '走访' }, actor),
            read: () => run('health/read-results', { caseId, subject }, actor),
            'hand-over': () =>
              run(
                'casework/act-on-case',
                {
                  caseId,
                  action: 'hand-over',
                  answers: { unit: model.unit === '510703000000' ? '510704' : '510703', reason: '居住地' },
                },
                actor,
              ),
          };
          const isAllowed = may(act, { actor, subject }, model);
          const done = await calls[act]().then(
            () => true,
            (error: unknown) => {
              if (error instanceof DomainError && error.details.code !== 'internal') return false;
              throw error;
            },
          );
          expect(done, `${act} by ${actor.name}`).toBe(isAllowed);
          if (done) model = after(act, subject, model);
          if (done && act === 'read') read += 1;
        }
        const kept = await rows(
          `SELECT DISTINCT subject, area_scope FROM health_records WHERE case_id = '${caseId}'`,
        );
        for (const { subject, area_scope } of kept) {
          expect(model.standing.has(subject as Subject)).toBe(true);
          expect(area_scope).toBe(model.unit);
        }
      }),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(RUNS / 20);
  });
});
