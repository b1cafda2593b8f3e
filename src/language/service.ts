import type { AreaLevel } from './area-code.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Field, FieldKind, FormFields } from './form.ts';
import type { Text } from './text.ts';
import type { Workflow } from './workflow/index.ts';
import type { TimeLimit } from './working-days/index.ts';

/** A rule that a service stands on. */
export interface LegalBasis {
  readonly title: Text;
  /** Number and date of the document, article. */
  readonly clause: Text;
}

/** What an applicant brings, or the office fetches. */
export interface Material {
  readonly name: Text;
  readonly form: 'original' | 'copy' | 'electronic';
  readonly copies: number;
  readonly needed: 'always' | 'if-any';
  /** Who provides it: what the government holds already is never asked for. */
  readonly from: 'applicant' | 'government';
  /** What can be declared in its place, in full; null: no declaration replaces it. */
  readonly declaration: Text | null;
}

/** A question is asked only when another one was answered so. */
export interface AskedWhen {
  readonly question: string;
  readonly is: readonly string[];
}

/** One question, on a page of its own for citizens. */
export interface Question {
  readonly key: string;
  readonly field: Field;
  /** Why it is asked. */
  readonly why: Text;
  readonly when: AskedWhen | null;
  /** Kept encrypted and shown for a reason alone. */
  readonly sealed: boolean;
}

/** The two clocks of a case. */
export interface Limits {
  /** Until the first reply; null where none is due. */
  readonly firstReply: TimeLimit | null;
  readonly closing: TimeLimit;
  /** Whether a rule states the limit for closing (the default), or the office alone promises it. */
  readonly closingFrom?: 'rule' | 'promise';
  /** By how much closing can be put off, once and with approval; null: not at all. */
  readonly extension: TimeLimit | null;
  readonly basis: Text;
}

/** Cases are kept apart by what they are about: a right of its own each. */
export const compartments = ['casework', 'health', 'benefits'] as const;
export type Compartment = (typeof compartments)[number];

export const serviceGroups = ['registration', 'benefits', 'voice', 'health', 'administration'] as const;
export type ServiceGroup = (typeof serviceGroups)[number];

/** How an applicant reaches the office. */
export const channels = [
  'portal',
  'window',
  'phone',
  'letter',
  'visit',
  'hotline-12345',
  'official',
] as const;
export type Channel = (typeof channels)[number];

/** How far a case is seen inside the office: by the whole unit; by who handles it and who supervises them. */
export const sensitivities = ['ordinary', 'restricted'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Who may see the cases of a service, and which answers make one of them more sensitive. */
export interface SensitivityRule {
  readonly level: Sensitivity;
  readonly restrictedWhen: readonly AskedWhen[];
}

/** The form goes no further unless its first question is answered so. */
export interface ConsentRule {
  readonly question: string;
  readonly given: string;
  /** What whoever refuses is told, in place of the rest of the form. */
  readonly refused: Text;
}

/** A certificate that anybody can verify by its QR code. */
export interface CertificateRule {
  readonly title: Text;
  readonly states: Text;
  /** Questions whose answers it tells, in order. */
  readonly shows: readonly string[];
  readonly validFor: Text;
}

/** What a service is that somebody can ask for: guide, form, way and limits are all made from it. */
export interface Service {
  readonly key: string;
  readonly version: number;
  readonly group: ServiceGroup;
  readonly title: Text;
  readonly summary: Text;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Who handles other cases sees none of health services and benefits, and the other way round. */
  readonly compartment: Compartment;
  /** Unsaid: ordinary, whatever is answered. */
  readonly sensitivity?: SensitivityRule;
  /** Unsaid: the service asks for no consent. */
  readonly consent?: ConsentRule;
  /** Who fills in the form: people for themselves, or officers about their own work. */
  readonly filedBy: 'citizen' | 'officer';
  readonly who: Text;
  readonly conditions: readonly Text[];
  /** Whether it can be asked for without a name. */
  readonly anonymous: boolean;
  readonly legalBasis: readonly [LegalBasis, ...LegalBasis[]];
  readonly materials: readonly Material[];
  readonly questions: readonly Question[];
  readonly workflow: Workflow;
  readonly limits: Limits;
  /** What the office promises below the limit of the rule; null: the limit itself. */
  readonly promised: TimeLimit | null;
  /** The level whose unit takes it in, found from the township that the form names. */
  readonly intake: AreaLevel;
  readonly channels: readonly Channel[];
  readonly fee: Text;
  readonly place: Text;
  readonly hours: Text;
  readonly phone: Text;
  readonly complaints: Text;
  readonly result: Text;
  /** What to have at hand, and how long it takes, on the first page of the form. */
  readonly prepare: Text;
  readonly certificate: CertificateRule | null;
  /** Services whose cases are opened together with it, linked. */
  readonly bundles: readonly string[];
  /** Those of them that are opened only for some answers. */
  readonly bundledWhen?: Readonly<Record<string, AskedWhen>>;
  /** Actions that the house takes by itself on a bundle: when its cases are open, and when all of them are closed. */
  readonly bundleWays?: { readonly opened: string; readonly allClosed: string };
  /** What the register learns when the effect `records` is carried out: the question that holds the phone of the applicant. */
  readonly records?: { readonly phone: string };
  /** Whether the applicant is asked, once, how it went. */
  readonly rated: boolean;
}

/** A service of the past: a page that says what it was and what has replaced it. Nobody can ask for it. */
export interface ArchivedService {
  readonly key: string;
  readonly title: Text;
  readonly was: Text;
  readonly endedOn: CalendarDate;
  readonly endedBy: Text;
  /** The service that one asks for today. */
  readonly replacedBy: string;
  readonly legalBasis: readonly [LegalBasis, ...LegalBasis[]];
}

/** The form of a service as fields, by key. */
export const fieldsOf = ({ questions }: Pick<Service, 'questions'>): FormFields =>
  Object.fromEntries(questions.map((question) => [question.key, question.field]));

type Given = Readonly<Record<string, unknown>>;

const isAnswered = ({ question, is }: AskedWhen, answers: Given): boolean =>
  is.includes(String(answers[question] ?? ''));

/** Whether the question is asked, after these answers. */
export const isAsked = (question: Question, answers: Given): boolean =>
  question.when === null || isAnswered(question.when, answers);

/** The questions that are asked after these answers, as fields by key. */
export const askedFields = ({ questions }: Pick<Service, 'questions'>, answers: Given): FormFields =>
  fieldsOf({ questions: questions.filter((question) => isAsked(question, answers)) });

/** Whether the form may go on: consent was given, or the service asks for none. */
export const mayGoOn = ({ consent }: Pick<Service, 'consent'>, answers: Given): boolean =>
  consent === undefined || answers[consent.question] === consent.given;

const placeKinds: readonly FieldKind[] = ['township', 'village', 'unit'];

/** The question whose answer tells which unit takes a case in: the first one that names a place. */
export const placeQuestion = ({ questions }: Pick<Service, 'questions'>): Question | null =>
  questions.find(({ field }) => placeKinds.includes(field.kind)) ?? null;

/** How far a case with these answers is seen. */
export function sensitivityOf({ sensitivity }: Pick<Service, 'sensitivity'>, answers: Given): Sensitivity {
  if (!sensitivity) return 'ordinary';
  return sensitivity.restrictedWhen.some((when) => isAnswered(when, answers))
    ? 'restricted'
    : sensitivity.level;
}

/** The services whose cases are opened together with one that was answered so. */
export const openedTogether = (
  { bundles, bundledWhen }: Pick<Service, 'bundles' | 'bundledWhen'>,
  answers: Given,
): readonly string[] =>
  bundles.filter((key) => {
    const when = bundledWhen?.[key];
    return when === undefined || isAnswered(when, answers);
  });

/** The answers of a bundle that `member` asks for too, under the same keys. */
export const answersFor = ({ questions }: Pick<Service, 'questions'>, answers: Given): Given =>
  Object.fromEntries(questions.map(({ key }) => [key, answers[key]]).filter(([, one]) => one !== undefined));

const isBlank = ({ zh, en }: Text) => zh.trim() === '' || en.trim() === '';

/** Every text that a declaration holds, wherever, with its path. */
function textsIn(value: unknown, path: string): readonly (readonly [string, Text])[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, `${path}[${String(index)}]`));
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [[path, value as Text]];
  return Object.entries(value)
    .filter(([key]) => key !== 'schema')
    .flatMap(([key, one]) => textsIn(one, path === '' ? key : `${path}.${key}`));
}

const wayFaults = ({ bundleWays, records, questions, workflow }: Service): readonly string[] => [
  ...(bundleWays ? [bundleWays.opened, bundleWays.allClosed] : [])
    .filter((key) => !workflow.actions[key]?.by.includes('system'))
    .map((key) => `the house cannot take ${key}`),
  ...(records && !questions.some(({ key }) => key === records.phone) ? [`nobody asks ${records.phone}`] : []),
  ...(!records && Object.values(workflow.actions).some(({ effects }) => effects.includes('records'))
    ? ['an action records what the service does not name']
    : []),
];

function questionFaults(service: Service): readonly string[] {
  const { questions, certificate, consent, sensitivity, bundles, bundledWhen } = service;
  const keys = questions.map((question) => question.key);
  const asked = [...(sensitivity?.restrictedWhen ?? []), ...Object.values(bundledWhen ?? {})];
  return [
    ...(placeQuestion(service) ? [] : ['no question names a place']),
    ...wayFaults(service),
    ...(consent && keys[0] !== consent.question ? ['consent is not the first question'] : []),
    ...asked
      .filter(({ question }) => !keys.includes(question))
      .map(({ question }) => `nobody asks ${question}`),
    ...Object.keys(bundledWhen ?? {})
      .filter((key) => !bundles.includes(key))
      .map((key) => `${key} is not in the bundle`),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => `question ${key} is asked twice`),
    ...questions
      .filter((one, index) => one.when && !keys.slice(0, index).includes(one.when.question))
      .map((one) => `question ${one.key} depends on one that was not asked before`),
    ...(certificate?.shows ?? [])
      .filter((key) => !keys.includes(key))
      .map((key) => `the certificate shows ${key}`),
  ];
}

/** What is wrong with a declaration of a service beside its workflow: blank texts, questions that do not hang together. */
export const serviceFaults = (service: Service): readonly string[] => [
  ...textsIn(service, '')
    .filter(([, one]) => isBlank(one))
    .map(([path]) => `${path} is blank`),
  ...questionFaults(service),
];
