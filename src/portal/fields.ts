import type { DescribedField } from '../language/index.ts';
import { text } from '../language/index.ts';
import type { MessageKey } from './messages.ts';
import { messagesIn } from './messages.ts';

type Filled = Readonly<Record<string, string | number>>;

const pair = (key: MessageKey, filled: Filled = {}) =>
  text(messagesIn('zh')(key, filled), messagesIn('en')(key, filled));

interface OwnField {
  readonly key: string;
  readonly label: MessageKey;
  readonly help?: MessageKey;
  readonly kind?: 'text' | 'longText' | 'choice' | 'date' | 'number';
  readonly optional?: boolean;
  readonly choices?: Readonly<Record<string, MessageKey>>;
  /** What is filled into the label. */
  readonly filled?: Filled;
}

/** A field of the site's own, for forms that no service declares. */
export const ownField = ({
  key,
  label,
  help,
  kind,
  optional,
  filled,
  choices = {},
}: OwnField): DescribedField => ({
  key,
  kind: kind ?? 'text',
  label: pair(label, filled),
  help: help ? pair(help) : null,
  optional: optional ?? false,
  choices: Object.entries(choices).map(([value, name]) => ({ value, label: pair(name) })),
});

export const draftField = ownField({ key: 'code', label: 'draftCode', help: 'draftsHint' });

export const numberField = ownField({ key: 'number', label: 'caseNumber', help: 'caseNumberHint' });
export const secretField = ownField({ key: 'secret', label: 'caseSecret', help: 'caseSecretHint' });
export const codeField = ownField({ key: 'code', label: 'rateCode', help: 'caseSecretHint' });

export const certificateFields: readonly DescribedField[] = [
  ownField({ key: 'number', label: 'certificateNumber', help: 'certificateNumberHint' }),
  ownField({ key: 'code', label: 'certificateCode', help: 'certificateCodeHint' }),
];

export const officerFields: readonly DescribedField[] = [
  ownField({ key: 'account', label: 'officerAccount', help: 'officerAccountHint' }),
  ownField({ key: 'code', label: 'certificateCode', help: 'officerCodeHint' }),
];

export const ratingFields: readonly DescribedField[] = [
  ownField({
    key: 'satisfied',
    label: 'rateSatisfied',
    kind: 'choice',
    choices: { satisfied: 'satisfied', neutral: 'neutral', dissatisfied: 'dissatisfied' },
  }),
  ownField({
    key: 'solved',
    label: 'rateSolved',
    kind: 'choice',
    choices: { yes: 'solvedYes', partly: 'solvedPartly', no: 'solvedNo' },
  }),
  ownField({ key: 'remark', label: 'rateRemark', help: 'rateRemarkHint', kind: 'longText', optional: true }),
];
