import type { BenefitDependencies, ScreenedProgramme } from '../benefit-desk.ts';
import { familyOf, isAnswered } from './answers.ts';
import type { Given, Question } from './question.ts';
import { settled, standingOf, standings } from './settle.ts';

/** A family before the rules: its answers, and what it would rather not answer. */
export interface Asking {
  readonly desk: Pick<BenefitDependencies, 'screenFamily'>;
  readonly questions: readonly Question[];
  readonly given: Given;
  readonly skipped: readonly string[];
}

export interface Screened {
  readonly day: string;
  readonly results: readonly ScreenedProgramme[];
  readonly withoutValues: readonly string[];
}

export async function screen({ screenFamily }: Asking['desk'], given: Given): Promise<Screened> {
  const { at, results, withoutValues } = await screenFamily(familyOf(given));
  return { day: at, results: results.map((one) => settled(given, at, one)), withoutValues };
}

/** The rules asked once for each family within one page: many answers make no other family. */
export function askedOnce({ screenFamily }: Asking['desk']): Asking['desk'] {
  const known = new Map<string, ReturnType<typeof screenFamily>>();
  return {
    screenFamily: (family) => {
      const key = JSON.stringify(family);
      const answer = known.get(key) ?? screenFamily(family);
      known.set(key, answer);
      return answer;
    },
  };
}

/** What an answer could still change: nothing of a programme that is out of the question. */
const signatureOf = ({ day, results, withoutValues }: Screened): string =>
  JSON.stringify([
    withoutValues,
    results.map((one) => {
      const standing = standingOf(one, day);
      const closed = standing === 'no';
      return [
        one.programme,
        one.about,
        standing,
        closed || [one.amountFen, one.conditions.map(({ outcome, metFrom }) => [outcome, metFrom])],
      ];
    }),
  ]);

const rankIn = ({ day }: Screened, one: ScreenedProgramme): number => standings.indexOf(standingOf(one, day));

const sameSubject = (one: ScreenedProgramme) => (other: ScreenedProgramme) =>
  other.programme === one.programme && other.about === one.about;

const outcomesOf = ({ conditions }: ScreenedProgramme): string =>
  conditions.map(({ outcome }) => outcome).join(' ');

/** Whether a programme stands otherwise with another answer; to a gentle question: better. */
export function standsOtherwise(
  question: Question,
  [base, other]: readonly [Screened, Screened],
  one: ScreenedProgramme,
): boolean {
  const found = other.results.find(sameSubject(one));
  if (!found) return false;
  const [before, after] = [rankIn(base, one), rankIn(other, found)];
  if (one.outcome === 'unknown' && found.outcome === 'unknown') return outcomesOf(one) !== outcomesOf(found);
  return question.isGentle ? after > before : after !== before;
}

/** What a family would be told if it gave each of the answers that it might give. */
export const couldBe = ({ desk, given }: Asking, question: Question): Promise<readonly Screened[]> =>
  Promise.all(question.probes(given).map((probe) => screen(desk, { ...given, ...probe })));

async function matters(asking: Asking, question: Question, base: Screened): Promise<boolean> {
  const could = await couldBe(asking, question);
  if (question.isGentle)
    return could.some((other) => base.results.some((one) => standsOtherwise(question, [base, other], one)));
  const before = signatureOf(base);
  return could.some((other) => signatureOf(other) !== before);
}

/** The first question whose answer could change what the rules say; null when they have all they need. */
export async function nextQuestion(asking: Asking): Promise<Question | null> {
  const { questions, given, skipped, desk } = asking;
  const base = await screen(desk, given);
  for (const question of questions) {
    if (!question.applies(given) || skipped.includes(question.key) || isAnswered(question, given)) continue;
    if (await matters(asking, question, base)) return question;
  }
  return null;
}

/** The questions that were answered, in their order. */
export const answered = ({ questions, given }: Pick<Asking, 'questions' | 'given'>): readonly Question[] =>
  questions.filter((one) => one.applies(given) && isAnswered(one, given));
