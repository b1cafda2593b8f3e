import { demoToday } from '../../policy/payment/index.ts';
import { samples } from '../../policy/services/index.ts';
import { roles } from '../identity/index.ts';
import { areaCode } from '../language/index.ts';
import type { Actor } from '../platform/index.ts';
import type { House } from './assemble.ts';

const { applications, county } = demoToday;

const officer: Actor = {
  accountId: 'synthetic-officer',
  name: 'synthetic-officer',
  role: 'benefits-officer',
  area: areaCode(county),
  purpose: roles['benefits-officer'].purpose,
  permissions: new Set(roles['benefits-officer'].permissions),
};

export interface DemoApplicant {
  readonly personId: string;
  readonly name: string;
  readonly village: string;
}

/** Files applications of made-up people at the window; all but the last are taken in and hang out in their villages. */
export async function fileDemoApplications(
  { registry, execute, operator }: House,
  applicants: readonly DemoApplicant[],
): Promise<void> {
  const run = async (name: string, input: object, actor: Actor) => {
    const operation = registry.get(name);
    if (!operation) throw new Error(`no operation ${name}`);
    return (await execute(operation, input, { actor })) as Readonly<Record<string, unknown>>;
  };
  const { service } = applications;
  for (const [index, { personId, name, village }] of applicants.entries()) {
    const asked = { personId, field: 'idNumber', reason: '虚构城市的演示申请' };
    const { value: idNumber } = await run('register/reveal-field', asked, operator);
    const answers = { ...samples[service]?.answers, name, idNumber, village, children: 'one' };
    const { caseId } = await run('casework/file-case', { service, answers, channel: 'window' }, officer);
    if (index === applicants.length - 1) continue;
    await run('casework/act-on-case', { caseId, action: 'accept', answers: {} }, officer);
    await run('benefits/post-notice', { caseId }, officer);
  }
}
