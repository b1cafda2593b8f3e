import { type DescribedField, readTypedDate } from '../../language/index.ts';
import type { Child, Family } from '../benefit-desk.ts';
import { type Given, MOST_CHILDREN, numbersOf, type Question } from './question.ts';

const EARLIEST = '1900-01-01';
/** Answers that nobody reads twice: what a field keeps of what was typed; null where it cannot be right. */
export function readField({ kind, choices }: DescribedField, typed: string, today: string): string | null {
  if (kind === 'date') {
    const day = readTypedDate(typed);
    return day && day >= EARLIEST && day <= today ? day : null;
  }
  if (kind === 'number') {
    const bare = typed.normalize('NFKC').trim();
    return /^\d{1,2}$/.test(bare) && Number(bare) <= MOST_CHILDREN ? String(Number(bare)) : null;
  }
  return choices.some(({ value }) => value === typed) ? typed : null;
}

/** What of a form are answers to the questions that apply; whatever else it carries is left behind. */
export const givenIn = (questions: readonly Question[], typed: Given, today: string): Given =>
  questions.reduce<Given>((given, question) => {
    if (!question.applies(given)) return given;
    const read = question
      .fields(given)
      .map((field) => [field.key, readField(field, typed[field.key] ?? '', today)] as const)
      .filter((entry): entry is [string, string] => entry[1] !== null);
    return { ...given, ...Object.fromEntries(read) };
  }, {});

export const isAnswered = ({ fields }: Question, given: Given): boolean =>
  fields(given).every(({ key }) => key in given);

type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Only what is known. */
const known = <T extends object>(whole: Maybe<T>): T =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;

const whether = (answer: string | undefined): boolean | undefined =>
  answer === undefined ? undefined : answer === 'yes';
const graded = (answer: string | undefined): number | undefined =>
  answer === undefined || answer === 'none' ? undefined : Number(answer);

const childOf = (given: Given, n: string): Child =>
  known<Child>({
    bornOn: given[`birth${n}`] ?? '',
    sex: given[`sex${n}`],
    disabilityGrade: graded(given[`grade${n}`]),
    registeredHere: whether(given[`here${n}`]),
  });

const lostChildOf = (given: Given, n: string): Child => ({
  bornOn: given[`lostBirth${n}`] ?? '',
  diedOn: given[`lostDeath${n}`] ?? '',
});

/** All children, those who died last; undefined as long as not every birth is known. */
function childrenOf(given: Given): readonly Child[] | undefined {
  if (given['children'] === undefined) return undefined;
  const living = numbersOf(given, 'children').map((n) => childOf(given, String(n)));
  const lost = numbersOf(given, 'lost').map((n) => lostChildOf(given, String(n)));
  const isWhole = [...living, ...lost].every(({ bornOn, diedOn }) => bornOn !== '' && diedOn !== '');
  return isWhole ? [...living, ...lost] : undefined;
}

/** The answers as the rules ask for them. */
export function familyOf(given: Given): Family {
  const isMarried = given['married'] === 'yes';
  const ofSpouse = (key: string) => (isMarried ? given[key] : undefined);
  return known<Family>({
    area: given['county'],
    bornOn: given['bornOn'],
    sex: given['sex'],
    hukou: given['hukou'],
    registeredHere: whether(given['registered']),
    residentSince: given['residentSince'],
    spouseBornOn: ofSpouse('spouseBornOn'),
    spouseHukou: ofSpouse('spouseHukou'),
    spouseRegisteredHere: whether(ofSpouse('spouseHere')),
    spouseResidentSince: ofSpouse('spouseResidentSince'),
    children: childrenOf(given),
    certificateOn: given['certificate'] === 'yes' ? given['certificateOn'] : undefined,
    complicationGrade: graded(given['complication']),
    lastCheckupOn: given['checkup'] === 'yes' ? given['checkupOn'] : undefined,
  });
}
