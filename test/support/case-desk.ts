import type { House } from '../../src/composition/assemble.ts';
import { areaCode } from '../../src/language/index.ts';
import { type Actor, publicActor } from '../../src/platform/index.ts';
import { testHouse } from './test-house.ts';

export type Answer = Record<string, unknown>;

const officer = (
  name: string,
  area: string,
  rest: Pick<Actor, 'purpose'> & { permissions: string[] },
): Actor => ({
  accountId: name,
  name,
  role: name,
  area: areaCode(area),
  purpose: rest.purpose,
  permissions: new Set(rest.permissions),
});

const HANDLE = ['casework:read', 'casework:handle'];
const APPROVE = [...HANDLE, 'casework:approve', 'casework:import'];

/** Fucheng district and one of its townships; Youxian lies beside it. */
export const fucheng = '510703000000';
export const fuchengTownship = '510703001000';
export const youxianTownship = '510704001000';

/** A house with officers of two counties and of the city at their desks, and the public before them. */
export async function caseDesk() {
  const house: House = await testHouse();
  const people = {
    clerk: officer('clerk', '510703', { purpose: 'casework', permissions: HANDLE }),
    colleague: officer('colleague', '510703', { purpose: 'casework', permissions: HANDLE }),
    supervisor: officer('supervisor', '510703', { purpose: 'casework', permissions: APPROVE }),
    neighbour: officer('neighbour', '510704', { purpose: 'casework', permissions: APPROVE }),
    city: officer('city', '5107', { purpose: 'casework', permissions: APPROVE }),
    nurse: officer('nurse', '510703', { purpose: 'health', permissions: APPROVE }),
    benefitsOfficer: officer('benefits-officer', '510703', { purpose: 'benefits', permissions: HANDLE }),
    benefitsHead: officer('benefits-head', '510703', { purpose: 'benefits', permissions: APPROVE }),
    benefits: officer('benefits', '5107', { purpose: 'benefits', permissions: APPROVE }),
    registrar: officer('registrar', '510703', { purpose: 'registration', permissions: ['register:read'] }),
    operator: house.operator,
    anybody: publicActor(areaCode('5107')),
  } as const;
  const run = async (name: string, input: object, actor: Actor = people.clerk) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(name);
    return (await house.execute(operation, input, { actor })) as Answer;
  };
  const enquiry = { matter: '生育登记要带什么？', subject: 'registration', township: fuchengTownship };
  const file = (service = 'enquiry', answers: object = enquiry, actor: Actor = people.anybody) =>
    run('casework/file-case', { service, answers }, actor);
  const actAs =
    (actor: Actor) =>
    (caseId: unknown, action: string, answers: object = {}) =>
      run('casework/act-on-case', { caseId, action, answers }, actor);
  const act = actAs(people.clerk);
  const applicantActs = ({ number, code }: Answer, action: string, answers: object = {}) =>
    run('casework/act-on-case', { number, code, action, answers }, people.anybody);
  const progress = ({ number, code }: Answer) =>
    run('casework/read-progress', { number, secret: code }, people.anybody);
  const read = (caseId: unknown, actor: Actor = people.clerk) => run('casework/read-case', { caseId }, actor);
  return { house, people, run, enquiry, file, act, actAs, applicantActs, progress, read };
}

/** What is refused, as an error matches it. */
export const refused = (code: string, field?: string) => ({ details: field ? { code, field } : { code } });
