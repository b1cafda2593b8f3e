import {
  type Advice,
  explainAnswer,
  fieldsOf,
  isAsked,
  type Question,
  type Service,
  unreadableAnswer,
} from '../language/index.ts';
import { DomainError } from '../platform/index.ts';

export type Answers = Readonly<Record<string, unknown>>;

/** What is wrong with one answer, in the words of the form. */
export interface AnswerFault extends Advice {
  readonly key: string;
}

export interface ReadAnswers {
  /** As the fields read them; questions that are not asked have none. */
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
}

/** `''` is no answer: forms without scripts send every field. */
const given = (answer: unknown): unknown =>
  typeof answer === 'string' && answer.trim() === '' ? undefined : (answer ?? undefined);

function readOne(service: Service, question: Question, raw: Answers) {
  const { key, field } = question;
  const answer = given(raw[key]);
  const parsed = field.schema.safeParse(answer);
  if (parsed.success) return { key, value: parsed.data };
  const advice = explainAnswer(fieldsOf(service), key, answer) ?? unreadableAnswer(field.label, field);
  return { key, fault: { key, ...advice } };
}

/** Reads the answers to the questions that are asked, after those before them. */
export function readAnswers(service: Service, raw: Answers): ReadAnswers {
  const read = service.questions
    .filter((question) => isAsked(question, raw))
    .map((question) => readOne(service, question, raw));
  return {
    answers: Object.fromEntries(
      read.filter((one) => !('fault' in one)).map(({ key, value }) => [key, value]),
    ),
    faults: read.flatMap((one) => (one.fault ? [one.fault] : [])),
  };
}

/** The answers of a form, or `invalid_input` naming the first that is wrong. */
export function requireAnswers(service: Service, raw: Answers): Answers {
  const { answers, faults } = readAnswers(service, raw);
  const [first] = faults;
  if (first)
    throw new DomainError({
      code: 'invalid_input',
      field: first.key,
      message: first.message,
      remedy: first.remedy,
    });
  return answers;
}
