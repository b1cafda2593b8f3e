import { text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import { newDraftToken, readCode } from './case-vault.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import type { Answers } from './read-answers.ts';
import type { CaseworkTables } from './tables.ts';

const DRAFT_DAYS = 7;

export interface Draft {
  /** As whoever began it notes it, in groups of four. */
  readonly token: string;
  readonly service: string;
  /** As they were typed. */
  readonly answers: Answers;
  /** The number of the case that it became; null while it is not filed. */
  readonly filedAs: string | null;
  readonly expiresAt: Date;
}

export const noDraft = () =>
  failure(
    'not_found',
    text('没有这份草稿，或者已经过期。', 'There is no such draft, or its time is over.'),
    text(
      `草稿保存 ${String(DRAFT_DAYS)} 天；请重新填写。`,
      `Drafts are kept for ${String(DRAFT_DAYS)} days: begin anew.`,
    ),
  );

const grouped = (token: string) => (readCode(token).match(/.{1,4}/g) ?? []).join('-');
const digestOf = ({ vault }: CaseworkDependencies, token: string) => vault.draftDigest(readCode(token));

/** The draft of a token, locked; `not_found`. */
export async function openDraft(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  token: string,
): Promise<Draft> {
  const digest = digestOf(dependencies, token);
  const row = await context.tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_drafts')
    .selectAll()
    .where('draft_digest', '=', digest)
    .where('expires_at', '>', context.now())
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noDraft();
  return {
    token: grouped(token),
    service: row.service,
    answers: JSON.parse(dependencies.vault.open(`draft ${digest}`, row.answers)) as Answers,
    filedAs: row.filed_as,
    expiresAt: row.expires_at,
  };
}

interface Keeping {
  /** Null for a form that is begun. */
  readonly token: string | null;
  readonly service: { readonly key: string; readonly version: number };
  readonly answers: Answers;
}

/** Keeps what was filled in, sealed, for a week from now. */
export async function keepDraft(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { token, service, answers }: Keeping,
): Promise<Draft> {
  const known = token ?? newDraftToken(context.randomBytes);
  const digest = digestOf(dependencies, known);
  const expiresAt = new Date(context.now().getTime() + DRAFT_DAYS * 86_400_000);
  const kept = {
    answers: dependencies.vault.seal(`draft ${digest}`, JSON.stringify(answers)),
    expires_at: expiresAt,
  };
  await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_drafts')
    .values({
      draft_digest: digest,
      service: service.key,
      service_version: service.version,
      filed_as: null,
      ...kept,
    })
    .onConflict((conflict) => conflict.column('draft_digest').doUpdateSet(kept))
    .execute();
  return { token: grouped(known), service: service.key, answers, filedAs: null, expiresAt };
}

/** What was filed is no draft any more: its answers go, and the number stays so that filing again gives the same. */
export async function settleDraft(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { token, number }: { readonly token: string; readonly number: string },
): Promise<void> {
  const digest = digestOf(dependencies, token);
  await context.tx
    .withTables<CaseworkTables>()
    .updateTable('casework_drafts')
    .set({ filed_as: number, answers: dependencies.vault.seal(`draft ${digest}`, '{}') })
    .where('draft_digest', '=', digest)
    .execute();
}
