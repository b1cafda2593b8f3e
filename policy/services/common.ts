import {
  type ActionRule,
  type AskedWhen,
  choiceField,
  commonActions,
  commonOutcomes,
  commonSteps,
  type Field,
  idNumberField,
  type LegalBasis,
  type Material,
  nameField,
  type Outcome,
  phoneField,
  type Question,
  type Service,
  type Step,
  type Text,
  type TimeLimit,
  text,
  townshipField,
  type Workflow,
} from '../../src/language/index.ts';

export const working = (days: number): TimeLimit => ({ days, count: 'working' });
export const calendar = (days: number): TimeLimit => ({ days, count: 'calendar' });

interface Asking {
  /** Why it is asked. */
  readonly why: Text;
  readonly when?: AskedWhen;
  readonly sealed?: boolean;
}

/** One question of a form. */
export const question = (key: string, field: Field, { why, when, sealed }: Asking): Question => ({
  key,
  field,
  why,
  when: when ?? null,
  sealed: sealed ?? false,
});

export const material = (name: Text, rest: Partial<Omit<Material, 'name'>> = {}): Material => ({
  name,
  form: 'original',
  copies: 1,
  needed: 'always',
  from: 'applicant',
  declaration: null,
  ...rest,
});

/** What the office fetches itself. */
export const fetched = (name: Text, needed: Material['needed'] = 'always'): Material =>
  material(name, { form: 'electronic', from: 'government', needed });

/** What may be declared instead of proved, in the form of 国办发〔2020〕42号: told first, then declared. */
export const declaration = (zh: string, en: string): Text =>
  text(
    `本人已被告知：这项证明可以用本承诺代替；承诺不实的，办理单位将停止办理、撤销已作出的结果，并由本人依法承担责任。本人承诺：${zh}。以上内容真实、准确，是本人的真实意思。`,
    `I was told that this declaration takes the place of the proof; that, if it is untrue, the office stops, withdraws what it decided, and I answer for it by law. I declare: ${en}. This is true, exact and what I mean.`,
  );

export const basis = (title: Text, clause: Text): LegalBasis => ({ title, clause });

export const populationLaw = basis(
  text('《中华人民共和国人口与计划生育法》', 'Population and Family Planning Law'),
  text('2021 年 8 月 20 日修正，自公布之日起施行', 'as amended and in force on 20 August 2021'),
);

export const declarationsRule = basis(
  text(
    '《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》',
    'Guiding opinions of the General Office of the State Council on declarations in place of proofs',
  ),
  text('国办发〔2020〕42号', '国办发〔2020〕42号 (2020)'),
);

export const privacyLaw = basis(
  text('《中华人民共和国个人信息保护法》', 'Personal Information Protection Law'),
  text(
    '2021 年 11 月 1 日起施行；医疗健康信息是敏感个人信息（第二十八条），处理须经本人同意，同意可以撤回',
    'in force since 1 November 2021; health is sensitive information (art. 28), used with consent, which can be withdrawn',
  ),
);

export const toConfirm = text('待本地核实', 'to be confirmed locally');

export const free = text('不收费', 'free of charge');
export const office = text(
  '户籍地或居住地乡镇（街道）便民服务中心，或在本站办理',
  'the service centre of the township of registration or residence, or this site',
);
export const officeHours = text(
  '工作日 9:00–12:00、13:30–17:30；本站全天可提交',
  'working days 9:00–12:00 and 13:30–17:30; this site takes forms at any time',
);
export const hotline = text('12345（市政务服务热线）', '12345 (service line of the city)');
export const complaintChannel = text(
  '对办理不满意，可在本站投诉，或拨打 12345。',
  'Whoever is not satisfied may complain on this site or call 12345.',
);

/** Who asks, and how they are reached. */
export const applicantQuestions: readonly Question[] = [
  question('name', nameField(text('您的姓名', 'your name')), {
    why: text('用来称呼您、核对身份。', 'So that we know whom to answer.'),
  }),
  question('idNumber', idNumberField(text('您的身份证号', 'your identity number')), {
    why: text(
      '用来核对登记簿，已有的内容不再要您提供。',
      'It finds what the register holds, so that you are not asked for it again.',
    ),
    sealed: true,
  }),
];

export const contactQuestion = question('phone', phoneField(text('您的电话', 'your phone number')), {
  why: text('办理有进展时联系您。', 'To reach you when something happens.'),
  sealed: true,
});

export const townshipQuestion = question(
  'township',
  townshipField(text('所在乡镇（街道）', 'your township')),
  { why: text('您的事项由这里的单位受理。', 'The unit there takes your matter in.') },
);

export const yesOrNo = (label: Text) => choiceField(label, { yes: text('是', 'yes'), no: text('否', 'no') });

interface Way {
  readonly steps: Readonly<Record<string, Step>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly actions: Readonly<Record<string, ActionRule>>;
  /** Where officers work on it, the first step of the case before all. */
  readonly working: readonly [string, ...string[]];
  /** Where a case goes that is to be handled again; unsaid: the first step. */
  readonly again?: string;
  readonly others?: readonly string[];
  /** Outcomes that a dissatisfied answer reopens. */
  readonly rated?: readonly string[];
  readonly extendable?: boolean;
}

/** A way of its own, with the interludes and endings that every service knows. */
export function workflowOf(way: Way): Workflow {
  const { steps, outcomes, actions, working: at, again, others = [], rated = [], extendable = false } = way;
  const { waiting, extending, review } = commonSteps;
  const { reviewed, ...endings } = commonOutcomes;
  const isRated = rated.length > 0;
  const common = commonActions({
    first: at[0],
    working: again === undefined ? at : [again, ...at.filter((one) => one !== again)],
    rated,
    extendable,
    others,
  });
  return {
    first: at[0],
    steps: { ...steps, waiting, ...(extendable ? { extending } : {}), ...(isRated ? { review } : {}) },
    outcomes: { ...outcomes, ...endings, ...(isRated ? { reviewed } : {}) },
    actions: { ...actions, ...common, ...actions },
  };
}

const DECLARES = 'declares';
const notNeeded = text('由系统调取，或者不适用', 'fetched for me, or it does not apply');

/** For each proof that a declaration can replace: which of the two it is to be. The declaration stands there in full. */
const declarationQuestions = (key: string, materials: readonly Material[]): readonly Question[] =>
  materials.flatMap(({ name, declaration: words, needed }, index) =>
    words === null
      ? []
      : [
          question(
            `${DECLARES}-${key}-${String(index + 1)}`,
            choiceField<string>(text(`“${name.zh}”怎样提供`, `how you provide: ${name.en}`), {
              ...(needed === 'if-any' ? { 'not-needed': notNeeded } : {}),
              provide: text('由我提供', 'I provide it'),
              declare: text(`不提供，以承诺代替。${words.zh}`, `I declare instead. ${words.en}`),
            }),
            {
              why: text(
                '不提供证明也可以办：看过承诺全文后选择即可，选择会记录在事项中。',
                'It can be done without the proof: read the declaration and choose. What you choose is recorded.',
              ),
            },
          ),
        ],
  );

/** The questions of a service that record a declaration: a bundle asks them for its members. */
export const declarationsOf = ({ questions }: Pick<Service, 'questions'>): readonly Question[] =>
  questions.filter(({ key }) => key.startsWith(`${DECLARES}-`));

/** Everything in this field that most services have alike. */
type Usual =
  | 'version'
  | 'validTo'
  | 'compartment'
  | 'filedBy'
  | 'anonymous'
  | 'promised'
  | 'channels'
  | 'fee'
  | 'place'
  | 'hours'
  | 'phone'
  | 'complaints'
  | 'certificate'
  | 'bundles'
  | 'rated'
  | 'materials';

export type Declared = Omit<Service, Usual> & Partial<Pick<Service, Usual>>;

/** A service for people, at the counter of the township and on this site, unless it says otherwise. */
export const service = (declared: Declared): Service => ({
  version: 1,
  validTo: null,
  compartment: 'casework',
  filedBy: 'citizen',
  anonymous: false,
  materials: [],
  promised: declared.limits.closingFrom === 'promise' ? declared.limits.closing : null,
  channels: ['portal', 'window'],
  fee: free,
  place: office,
  hours: officeHours,
  phone: hotline,
  complaints: complaintChannel,
  certificate: null,
  bundles: [],
  rated: 'reopen' in declared.workflow.actions,
  ...declared,
  questions: [...declared.questions, ...declarationQuestions(declared.key, declared.materials ?? [])],
});

/** A matter among units of government, filed by an officer. */
export const officialService = (declared: Omit<Declared, 'filedBy' | 'channels' | 'place'>): Service =>
  service({
    ...declared,
    filedBy: 'officer',
    channels: ['official'],
    place: text('工作人员后台', 'the staff console'),
  });
