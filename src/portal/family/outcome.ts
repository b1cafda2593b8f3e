import type {
  BenefitDependencies,
  ListedProgramme,
  RulesShown,
  ScreenedCondition,
  ScreenedProgramme,
} from '../benefit-desk.ts';
import { type Asking, couldBe, type Screened, screen, standsOtherwise } from './ask.ts';
import { numbersOf, type Question } from './question.ts';
import { comesOn, failing, type Standing, standingOf, standings } from './settle.ts';

/** One programme as the page of results tells of it. */
export interface Told {
  readonly programme: ListedProgramme;
  readonly standing: Standing;
  /** Of whom it is said; children by their numbers. */
  readonly children: readonly number[];
  readonly amountFen: number | null;
  /** What is not met, cannot be told, or has to be declared. */
  readonly reasons: readonly ScreenedCondition[];
  /** What has to be met besides and nobody was asked. */
  readonly besides: readonly ScreenedCondition[];
  readonly comesOn: string | null;
  /** Questions that were passed over and would have told. */
  readonly passedOver: readonly Question[];
  /** Why nothing can be said of it at all. */
  readonly silence: 'noValue' | 'noChild' | null;
  readonly isStale: boolean;
  readonly isInvented: boolean;
}

type Desk = Pick<BenefitDependencies, 'listProgrammes' | 'readProgramme'>;

interface Weighed {
  readonly base: Screened;
  /** What each question that was passed over could have changed. */
  readonly otherwise: readonly { readonly question: Question; readonly could: readonly Screened[] }[];
  readonly rules: ReadonlyMap<string, RulesShown>;
}

/** Nobody is asked for these: a page says that they count. */
const UNASKED = /^(cleft|local_childcare)_/;

const isUnasked = (rules: RulesShown | undefined, { id }: ScreenedCondition): boolean =>
  rules?.conditions.find((one) => one.id === id)?.asks.some(({ column }) => UNASKED.test(column)) ?? false;

const passedOverBy = ({ base, otherwise }: Weighed, one: ScreenedProgramme): readonly Question[] =>
  otherwise
    .filter(({ question, could }) => could.some((other) => standsOtherwise(question, [base, other], one)))
    .map(({ question }) => question);

function standing(weighed: Weighed, one: ScreenedProgramme, passedOver: readonly Question[]): Standing {
  if (passedOver.length > 0) return 'unclear';
  const own = standingOf(one, weighed.base.day);
  const rules = weighed.rules.get(one.programme);
  return own === 'no' && failing(one).every((condition) => isUnasked(rules, condition)) ? 'notAsked' : own;
}

const reasonOutcomes: Readonly<Record<Standing, readonly ScreenedCondition['outcome'][]>> = {
  yes: [],
  ifDeclared: ['toBeDeclared'],
  soon: ['notMet', 'unknown', 'toBeDeclared'],
  unclear: ['unknown'],
  notAsked: ['notMet'],
  no: ['notMet'],
};

const reasonsOf = (stands: Standing, { conditions }: ScreenedProgramme) =>
  conditions.filter(({ outcome }) => reasonOutcomes[stands].includes(outcome));

const isMoney = ({ unit }: ScreenedProgramme['values'][number]) => unit === 'fen';

function tellOne(weighed: Weighed, programme: ListedProgramme, one: ScreenedProgramme): Told {
  const passedOver = passedOverBy(weighed, one);
  const stands = standing(weighed, one, passedOver);
  const rules = weighed.rules.get(one.programme);
  const isGiven = stands === 'yes' || stands === 'ifDeclared';
  const isPaid = isGiven && programme.award.kind === 'money';
  return {
    programme,
    standing: stands,
    children: typeof one.about === 'number' ? [one.about + 1] : [],
    amountFen: isGiven ? one.amountFen : null,
    reasons: passedOver.length > 0 ? [] : reasonsOf(stands, one),
    besides: isGiven
      ? one.conditions.filter((condition) => condition.outcome === 'met' && isUnasked(rules, condition))
      : [],
    comesOn: stands === 'soon' || stands === 'no' ? comesOn(one, weighed.base.day) : null,
    passedOver,
    silence: null,
    isStale: isPaid && one.values.some((value) => isMoney(value) && value.stale),
    isInvented: isPaid && one.values.some((value) => isMoney(value) && value.invented),
  };
}

const silent = (
  programme: ListedProgramme,
  silence: 'noValue' | 'noChild',
  passed: readonly Question[],
): Told => ({
  programme,
  standing: silence === 'noValue' || passed.length > 0 ? 'unclear' : 'no',
  children: [],
  amountFen: null,
  reasons: [],
  besides: [],
  comesOn: null,
  passedOver: passed,
  silence: passed.length > 0 ? null : silence,
  isStale: false,
  isInvented: false,
});

const sayingsOf = ({ standing: stands, amountFen, reasons, comesOn: day }: Told) =>
  JSON.stringify([
    stands,
    amountFen,
    day,
    reasons.map(({ id, metFrom }) => [id, stands === 'no' || metFrom]),
  ]);

/** Of children of whom the same is said it is said once. */
const joined = (told: readonly Told[]): readonly Told[] => {
  const groups = Map.groupBy(told, sayingsOf);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, children: [first, ...others].flatMap(({ children }) => children) }] : [],
  );
};

function tellProgramme(weighed: Weighed, programme: ListedProgramme, living: number): readonly Told[] {
  const { results, withoutValues } = weighed.base;
  if (withoutValues.includes(programme.key)) return [silent(programme, 'noValue', [])];
  const own = results
    .filter((one) => one.programme === programme.key)
    // Nothing is said of a child that died.
    .filter(({ about }) => about === 'self' || about < living);
  if (own.length > 0) return joined(own.map((one) => tellOne(weighed, programme, one)));
  const passed = weighed.otherwise.filter(({ question }) => ['children', 'births'].includes(question.key));
  return [
    silent(
      programme,
      'noChild',
      passed.map(({ question }) => question),
    ),
  ];
}

async function weigh(asking: Asking, desk: Desk, programmes: readonly ListedProgramme[]): Promise<Weighed> {
  const { given, questions, skipped } = asking;
  const passed = questions.filter((one) => skipped.includes(one.key) && one.applies(given));
  return {
    base: await screen(asking.desk, given),
    otherwise: await Promise.all(
      passed.map(async (question) => ({ question, could: await couldBe(asking, question) })),
    ),
    rules: new Map(
      await Promise.all(programmes.map(async ({ key }) => [key, await desk.readProgramme(key)] as const)),
    ),
  };
}

/** What the rules say of a family, the best first. */
export async function tellFamily(asking: Asking, desk: Desk) {
  const programmes = (await desk.listProgrammes()).filter(({ inForce }) => inForce);
  const weighed = await weigh(asking, desk, programmes);
  const living = numbersOf(asking.given, 'children').length;
  const told = programmes.flatMap((one) => tellProgramme(weighed, one, living));
  const sorted = told.toSorted((a, b) => standings.indexOf(b.standing) - standings.indexOf(a.standing));
  return { day: weighed.base.day, told: sorted };
}
