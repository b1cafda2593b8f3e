import { areaCode } from '../../src/language/index.ts';
import type { Actor } from '../../src/platform/index.ts';
import { checkDigit } from '../../src/register/index.ts';
import { testHouse } from './test-house.ts';

export type Answer = Record<string, unknown>;

export const staff = (name: string, area: string, permissions: readonly string[]): Actor => ({
  accountId: name,
  name,
  role: name,
  area: areaCode(area),
  purpose: 'registration',
  permissions: new Set(permissions),
});

const REGISTRAR = ['register:read', 'register:read-children', 'register:write'];
const REVIEWER = ['register:read', 'register:read-children', 'register:approve'];
export const fucheng = '510703001003';
export const besideFucheng = '510703001008';
export const youxian = '510704001001';

/** What is refused, as an error matches it. */
export const refused = (code: string, field?: string) => ({ details: field ? { code, field } : { code } });

/** The record of a form in what was read, newest last. */
export function recordOf(person: Answer, form: string): Answer {
  const events = person['events'] as readonly Answer[];
  const found = events.findLast((one) => one['form'] === form);
  if (!found) throw new Error(`no ${form}`);
  return found;
}

interface Asking {
  readonly personId: string;
  readonly form: string;
  readonly answers: object;
}

let serial = 0;
/** An identity number of a woman, born on 1990-02-01 unless said otherwise, that no test has had. */
export function newIdNumber(born = '19900201'): string {
  serial += 1;
  const seventeen = `510790${born}${String(serial * 2).padStart(3, '0')}`;
  return seventeen + checkDigit(seventeen);
}

/** A house with a clerk and a reviewer of one county at their desks, and the same of the city. */
export async function registerDesk() {
  const house = await testHouse();
  const clerk = staff('clerk', '510703', REGISTRAR);
  const reviewer = staff('reviewer', '510703', REVIEWER);
  const run = async (name: string, input: object, actor: Actor = clerk) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(name);
    return (await house.execute(operation, input, { actor })) as Answer;
  };
  const read = (personId: string, when: object = {}, actor: Actor = clerk) =>
    run('register/read-person', { personId, ...when }, actor);
  const woman = {
    name: '秀英',
    sex: 'female',
    birthDate: '1990-02-01',
    date: '2015-01-05',
    registeredVillage: fucheng,
    residentVillage: fucheng,
  };
  const enrol = async (changes: object = {}) =>
    String((await run('register/enrol-person', { ...woman, ...changes }))['personId']);
  const askForCorrection = async ({ personId, form, answers }: Asking, actor: Actor = clerk) => {
    const event = recordOf(await read(personId, {}, actor), form);
    const { answers: before } = await run(
      'register/read-form',
      { personId, eventId: event['eventId'] },
      actor,
    );
    return run(
      'register/request-correction',
      {
        personId,
        eventId: event['eventId'],
        form: { ...(before as object), ...answers },
        reason: '与证件不符',
      },
      actor,
    );
  };
  const decide = (request: Answer, approve: boolean, actor: Actor = reviewer) =>
    run('register/decide-request', { ...request, approve, reason: approve ? '' : '证据不足' }, actor);
  const correct = async (asking: Asking) => {
    await decide(await askForCorrection(asking), true);
  };
  const withdraw = async (personId: string, form: string) => {
    const eventId = recordOf(await read(personId), form)['eventId'];
    const request = await run('register/request-withdrawal', { personId, eventId, reason: '误登记' });
    await decide(request, true);
  };
  return {
    house,
    clerk,
    reviewer,
    cityClerk: staff('city-clerk', '5107', REGISTRAR),
    cityReviewer: staff('city-reviewer', '5107', REVIEWER),
    woman,
    run,
    read,
    enrol,
    askForCorrection,
    decide,
    correct,
    withdraw,
  };
}
