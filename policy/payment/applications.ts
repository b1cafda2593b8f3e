/** What an application asks for, told from the answers of its form. */
export interface AppliedFor {
  readonly programme: string;
  readonly variant: string;
}

/** How an application for a benefit leads to an entitlement. */
export interface BenefitApplication {
  readonly service: string;
  /** Whose entitlement it is: of whoever applies, or of the child that the form names. */
  readonly subject: 'applicant' | 'child';
  /** The question whose answer tells what is asked for; null: it is always the same. */
  readonly question: string | null;
  /** By the answer, or under `always`. */
  readonly asks: Readonly<Record<string, AppliedFor>>;
  /** The question by which the conditions are declared that only the applicant can tell, and the answer that declares them. */
  readonly declares: { readonly question: string; readonly answer: string } | null;
  /** Whether the village gives notice of it: the way of the service says when. */
  readonly posted: boolean;
}

const standard = (programme: string): AppliedFor => ({ programme, variant: 'standard' });

const ownStatement = { question: 'ownStatement', answer: 'stated' } as const;

export const benefitApplications: readonly BenefitApplication[] = [
  {
    service: 'rural-reward-support',
    subject: 'applicant',
    question: null,
    asks: { always: standard('rural-reward') },
    declares: ownStatement,
    posted: true,
  },
  {
    service: 'special-support',
    subject: 'applicant',
    question: 'situation',
    asks: {
      loss: { programme: 'special-support', variant: 'loss' },
      disability: { programme: 'special-support', variant: 'disability' },
      'none-left-rural': standard('rural-reward'),
    },
    declares: ownStatement,
    posted: false,
  },
  {
    service: 'only-child-reward',
    subject: 'applicant',
    question: null,
    asks: { always: standard('only-child-reward') },
    declares: null,
    posted: false,
  },
  {
    service: 'childcare-subsidy',
    subject: 'child',
    question: null,
    asks: { always: standard('childcare-subsidy') },
    declares: null,
    posted: false,
  },
];

/** What an application asks for; null when its answers say nothing that is given. */
export const appliedFor = (
  { question, asks }: BenefitApplication,
  answers: Readonly<Record<string, unknown>>,
): AppliedFor | null => asks[question === null ? 'always' : String(answers[question])] ?? null;
