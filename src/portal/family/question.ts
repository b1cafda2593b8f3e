import type { DescribedField } from '../../language/index.ts';
import { ownField } from '../fields.ts';
import type { MessageKey } from '../messages.ts';

/** What was answered so far, by field. */
export type Given = Readonly<Record<string, string>>;

/** One page of the family's questions. */
export interface Question {
  readonly key: string;
  readonly title: MessageKey;
  readonly why: MessageKey;
  /** Whether the answers before leave room for it. */
  readonly applies: (given: Given) => boolean;
  readonly fields: (given: Given) => readonly DescribedField[];
  /** It may hurt to be asked: only where an answer would bring something. */
  readonly isGentle?: boolean;
  /** Answers that somebody might give: it is asked only where one of them changes what the rules say. */
  readonly probes: (given: Given) => readonly Given[];
}

export const MOST_CHILDREN = 10;

/** The numbers from 1 on of children of whom `key` says how many there are. */
export const numbersOf = (given: Given, key: 'children' | 'lost'): readonly number[] =>
  Array.from({ length: Math.min(MOST_CHILDREN, Number(given[key] ?? 0)) }, (_, index) => index + 1);

const always = () => true;
export const hasAny = (key: 'children' | 'lost') => (given: Given) => numbersOf(given, key).length > 0;
export const says = (key: string, value: string) => (given: Given) => given[key] === value;

type Asked = Pick<Question, 'key' | 'title' | 'why' | 'probes'> &
  Partial<Pick<Question, 'applies'>> & { readonly help?: MessageKey };

/** A page with one question. */
export const one = (
  { key, title, why, probes, applies, help }: Asked,
  field: {
    readonly kind: 'choice' | 'date' | 'number';
    readonly choices?: Readonly<Record<string, MessageKey>>;
  },
): Question => ({
  key,
  title,
  why,
  probes,
  applies: applies ?? always,
  fields: () => [ownField({ key, label: title, ...(help ? { help } : {}), ...field })],
});

export const chosen = (
  asked: Omit<Asked, 'probes'>,
  choices: Readonly<Record<string, MessageKey>>,
): Question =>
  one(
    { ...asked, probes: () => Object.keys(choices).map((value) => ({ [asked.key]: value })) },
    { kind: 'choice', choices },
  );

export const dated = (asked: Omit<Asked, 'probes'>, ...days: readonly string[]): Question =>
  one({ ...asked, probes: () => days.map((day) => ({ [asked.key]: day })) }, { kind: 'date' });

interface Each {
  readonly of: 'children' | 'lost';
  /** Of the fields of each child, by the beginning of their keys. */
  readonly parts: Readonly<
    Record<
      string,
      {
        readonly label: MessageKey;
        readonly kind: 'choice' | 'date';
        readonly choices?: Readonly<Record<string, MessageKey>>;
      }
    >
  >;
  readonly probes: readonly Given[];
}

/** A page on which the same is asked of each child. */
export const each = (asked: Omit<Asked, 'probes' | 'help'>, { of, parts, probes }: Each): Question => ({
  ...asked,
  applies: (given) => hasAny(of)(given) && (asked.applies ?? always)(given),
  fields: (given) =>
    numbersOf(given, of).flatMap((n) =>
      Object.entries(parts).map(([key, { label, kind, choices }]) =>
        ownField({
          key: `${key}${String(n)}`,
          label,
          kind,
          filled: { n, born: given[`birth${String(n)}`] ?? '' },
          ...(choices ? { choices } : {}),
        }),
      ),
    ),
  probes: (given) =>
    probes.map((answers) =>
      Object.fromEntries(
        numbersOf(given, of).flatMap((n) =>
          Object.entries(answers).map(([key, value]) => [`${key}${String(n)}`, value]),
        ),
      ),
    ),
});
