import { benefitApplications } from '../../policy/payment/index.ts';
import type { AssessedCondition, Locale, Programme, Text } from '../language/index.ts';
import { text } from '../language/index.ts';
import type { PdfLetter, PdfPart } from '../platform/index.ts';
import { clauseOf } from './show-decision.ts';

/** Everything that a letter about a proposal says. */
export interface ProposalLetter {
  readonly name: string;
  /** Where it is brought to. */
  readonly village: string;
  readonly day: string;
  readonly programme: Programme;
  readonly conditions: readonly AssessedCondition[];
  /** Where the public reaches the site. */
  readonly publicUrl: string;
  readonly isMadeUp: boolean;
}

/** That somebody is alive is not told to them. */
const UNSAID = 'alive';

const about = (condition: AssessedCondition['condition']): Text =>
  condition.kind === 'declared' ? condition.declaration : condition.text;

const whys = ({ conditions }: ProposalLetter): readonly Text[] =>
  conditions
    .filter(({ outcome, condition }) => outcome === 'met' && condition.id !== UNSAID)
    .map(({ condition }) => condition.text);

/** What nobody knows yet, and what only the person can say. */
const opens = ({ conditions }: ProposalLetter): readonly Text[] =>
  conditions
    .filter(({ outcome }) => outcome === 'unknown' || outcome === 'toBeDeclared')
    .map(({ condition }) => about(condition));

function howToApply({ programme: { service }, publicUrl }: ProposalLetter): readonly Text[] {
  const inPerson = text(
    '带身份证到户籍所在的乡镇（街道）办理，不收任何费用。',
    'Go to the township or sub-district of your registration with your identity card. It costs nothing.',
  );
  if (service === null) return [inPerson];
  const address = `${publicUrl}/services/${service}`;
  return [
    inPerson,
    text(`也可以在网上办理：${address}`, `Or apply online: ${publicUrl}/en/services/${service}`),
  ];
}

const isPosted = ({ notice, service }: Programme): boolean =>
  notice !== 'never' && benefitApplications.some((one) => one.service === service && one.posted);

/** What becomes public, so that nobody is surprised: of most families nothing. */
const publicly = ({ programme }: ProposalLetter): readonly Text[] => [
  text(
    '本告知书只交给您本人，不张贴、不公开。',
    'This letter is for you alone. It is posted nowhere and made public nowhere.',
  ),
  isPosted(programme)
    ? text(
        '您如果申请，村（社区）按规定公示隐去部分的姓名和项目名称，此外不公开任何内容。',
        'If you apply, your village posts a masked name and the name of the programme, as the rules ask, and nothing else.',
      )
    : text('您申请以后，也不会公示任何内容。', 'If you apply, nothing is posted either.'),
];

const fixed = {
  title: text('告知书', 'A benefit that may be yours'),
  why: text('为什么告诉您：按登记的信息，已经符合', 'Why we tell you: by what is registered, this is met'),
  open: text('还要核实，或者由您说明', 'Still to be checked, or for you to say'),
  decided: text('没有作出任何决定', 'Nothing is decided'),
  notDecided: text(
    '没有批准，也没有拒绝。您申请以后，由工作人员审核，并把结果和理由告诉您。',
    'Nothing was granted and nothing refused. If you apply, people look at it and tell you the result and the reasons.',
  ),
  apply: text('怎样申请', 'How to apply'),
  free: text('您可以不申请', 'You may say no'),
  mayRefuse: text(
    '是否申请由您决定。不申请不影响您和家人的任何其他事项，以后也还可以申请。不想申请的，告诉送信的工作人员即可。',
    'It is up to you. If you do not apply, it affects nothing else of yours or your family, and you can still apply later. Just tell whoever brings this letter.',
  ),
  public: text('公开', 'What is made public'),
  madeUp: text('演示数据，人员虚构', 'made-up city, invented people'),
  toSelf: text(
    '请当面交给本人，不转交、不张贴。',
    'To be handed to the person named here, to nobody else, and posted nowhere.',
  ),
  rule: text('依据', 'By the rules'),
} as const;

const withCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What a child is given is told to those who care for it. */
const addressee = ({ name, programme }: ProposalLetter): Text =>
  programme.subject === 'child'
    ? text(`${name}的父母或者监护人`, `The parents or guardian of ${name}`)
    : text(name, name);

function greeting(letter: ProposalLetter): Text {
  const { name, programme } = letter;
  const [to, { title, summary }] = [addressee(letter), programme];
  const isChild = programme.subject === 'child';
  return text(
    `${to.zh}：您好。按登记的信息，${isChild ? name : '您'}可能符合“${title.zh}”的条件。${summary.zh}`,
    `${to.en}: by what is registered, ${isChild ? name : 'you'} may be entitled to this: ${title.en}. ${summary.en}`,
  );
}

/** A letter in one language. The outside names the person and the village and, of whatever programme, nothing more. */
export function proposalLetter(letter: ProposalLetter, locale: Locale): PdfLetter {
  const say = (one: Text) => one[locale];
  const part = (heading: Text | null, lines: readonly Text[], listed = false): PdfPart => ({
    heading: heading ? say(heading) : '',
    lines: lines.map((line) => withCapital(say(line))),
    listed,
  });
  const { village, day, programme, isMadeUp } = letter;
  return {
    outside: [say(addressee(letter)), village, say(fixed.toSelf)],
    title: say(fixed.title),
    note: [day, ...(isMadeUp ? [say(fixed.madeUp)] : [])].join(' · '),
    parts: [
      part(null, [greeting(letter)]),
      part(fixed.why, whys(letter), true),
      part(fixed.open, opens(letter), true),
      part(fixed.decided, [fixed.notDecided]),
      part(fixed.apply, howToApply(letter)),
      part(fixed.free, [fixed.mayRefuse]),
      part(fixed.public, publicly(letter)),
      part(fixed.rule, [clauseOf(programme.sources[0])]),
    ],
  };
}
