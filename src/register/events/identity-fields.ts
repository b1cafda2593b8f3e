import {
  choiceField,
  dateField,
  type IdNumberFacts,
  idNumberField,
  nameField,
  optional,
  text,
} from '../../language/index.ts';
import { DomainError } from '../../platform/index.ts';
import type { ClearAttributes, Sex } from '../person.ts';
import type { Holds } from './definition.ts';

export const sexField = choiceField(text('性别', 'sex'), {
  male: text('男', 'male'),
  female: text('女', 'female'),
});

/** Who a person is, as a form asks it. */
export const identityFields = {
  name: nameField(text('姓名', 'name')),
  sex: sexField,
  birthDate: dateField(text('出生日期', 'date of birth')),
  idNumber: optional(idNumberField(text('公民身份号码', 'identity number'))),
};

export const identityHolds = {
  name: { attribute: 'name' },
  sex: { attribute: 'sex' },
  birthDate: { attribute: 'birthDate' },
  idNumber: { attribute: 'idNumber' },
} as const satisfies Readonly<Record<keyof typeof identityFields, Holds>>;

export interface Identity {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: ClearAttributes['birthDate'];
  readonly idNumber: IdNumberFacts | null;
}

/** The identity number says sex and birth date too: what was typed must agree with it. */
export function requireAgreement({ idNumber, birthDate, sex }: Identity): void {
  if (!idNumber) return;
  const field = idNumber.birthDate !== birthDate ? 'birthDate' : idNumber.sex !== sex ? 'sex' : null;
  if (!field) return;
  throw new DomainError({
    code: 'invalid_input',
    field,
    message: text(
      '填写的内容与身份证号不一致。',
      'What was entered does not agree with the identity number.',
    ),
    remedy: text(
      '请核对身份证号、出生日期和性别。',
      'Check the identity number, the date of birth and the sex.',
    ),
  });
}

/** Everything about somebody of whom nothing else is known yet. */
export const newcomer = (
  { name, sex, birthDate, idNumber }: Identity,
  rest: Partial<ClearAttributes> = {},
): ClearAttributes => ({
  name,
  sex,
  birthDate,
  idNumber: idNumber?.idNumber ?? null,
  documentKind: null,
  documentNumber: null,
  phone: null,
  address: null,
  hukouKind: null,
  household: null,
  relation: null,
  mother: null,
  father: null,
  motherBirthDate: null,
  spouse: null,
  guardian: null,
  mergedInto: null,
  ...rest,
});
