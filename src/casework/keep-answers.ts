import type { Field, Question } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';
import type { CaseVault } from './case-vault.ts';
import type { Answers } from './read-answers.ts';
import type { KeptAnswers } from './tables.ts';

/** An answer that stands sealed in the database. */
interface SealedAnswer {
  readonly sealed: Sealed;
}

const isSealed = (value: unknown): value is SealedAnswer =>
  typeof value === 'object' && value !== null && 'sealed' in value;

/** An identity number is read into what it says; the number alone is kept. */
export const plainAnswer = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'idNumber' in value ? value.idNumber : value;

/** What people write in their own words, and what identifies or reaches them, is sealed. */
const SEALED_KINDS: ReadonlySet<Field['kind']> = new Set(['longText', 'phone', 'identityNumber']);

export const isPersonal = ({ field, sealed }: Pick<Question, 'field' | 'sealed'>): boolean =>
  sealed || SEALED_KINDS.has(field.kind);

export interface Kept {
  readonly vault: CaseVault;
  /** `case <id>`, `case <id> action 3`. */
  readonly place: string;
}

/** Answers as they go into the database: what is personal is sealed, each in its place. */
export function sealAnswers(
  { vault, place }: Kept,
  answers: Answers,
  personal: (key: string) => boolean,
): KeptAnswers {
  const kept = Object.entries(answers)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => [
      key,
      personal(key)
        ? { sealed: vault.seal(`${place} ${key}`, JSON.stringify(plainAnswer(value))) }
        : plainAnswer(value),
    ]);
  return Object.fromEntries(kept) as KeptAnswers;
}

/** Answers as they were given. */
export const openAnswers = ({ vault, place }: Kept, kept: KeptAnswers): Answers =>
  Object.fromEntries(
    Object.entries(kept).map(([key, value]) => [
      key,
      isSealed(value) ? (JSON.parse(vault.open(`${place} ${key}`, value.sealed)) as unknown) : value,
    ]),
  );

const mask = (value: string, head: number, tail: number) =>
  value.length <= head + tail
    ? '*'.repeat(value.length)
    : value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(-tail);

/** What identifies or reaches somebody, shown in part. */
export function maskAnswer({ field, sealed }: Pick<Question, 'field' | 'sealed'>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  // A sealed line of digits is the number of an account.
  if (field.kind === 'text' && sealed && /^[\d\s-]{8,}$/.test(value)) return mask(value, 0, 4);
  if (field.kind === 'identityNumber') return mask(value, 6, 2);
  return field.kind === 'phone' ? mask(value, 3, 4) : value;
}
