import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { Acted } from './effects.ts';
import { openAnswers } from './keep-answers.ts';
import type { CaseworkTables } from './tables.ts';

/** A name as a certificate shows it to whoever verifies it: 张*, 张*华, 欧阳**. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name);
  const last = rest.length > 1 ? rest.at(-1) : '';
  const hidden = rest.length > 1 ? rest.length - 1 : rest.length;
  return `${first}${'*'.repeat(hidden)}${last ?? ''}`;
}

const noCertificate = () =>
  failure(
    'conflict',
    text('这项服务没有证明。', 'This service has no certificate.'),
    text('请查看服务指南。', 'See its guide.'),
  );

/** Issues the certificate of a case: what anybody may verify, with names masked. */
export async function issueCertificate({ context, dependencies, opened, day }: Acted): Promise<void> {
  const { row, service } = opened;
  const { certificate } = service;
  if (!certificate) throw noCertificate();
  const { vault } = dependencies;
  const answers = openAnswers({ vault, place: `case ${row.case_id}` }, row.answers);
  const shown = certificate.shows.flatMap((key) => {
    const question = service.questions.find((one) => one.key === key);
    const answer = answers[key];
    if (!question || answer === undefined || answer === null) return [];
    return [[key, question.field.kind === 'name' ? maskName(String(answer)) : answer] as const];
  });
  await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_certificates')
    .values({
      case_id: row.case_id,
      certificate_number: `C${row.number}`,
      issued_on: day,
      shown: JSON.stringify(Object.fromEntries(shown)),
      revoked_on: null,
      compartment: row.compartment,
      area_scope: row.area_scope,
    })
    .execute();
}
