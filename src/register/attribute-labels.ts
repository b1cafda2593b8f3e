import type { Choice, Text } from '../language/index.ts';
import { text } from '../language/index.ts';
import { contactFields } from './events/contact.ts';
import { documentFields } from './events/document.ts';
import { hukouKindField } from './events/hukou-kind.ts';
import { identityFields } from './events/identity-fields.ts';
import { relations } from './events/relations.ts';
import type { AttributeKey } from './person.ts';

interface Labelled {
  readonly label: Text;
  readonly choices: readonly Choice[];
}

const named = (zh: string, en: string): Labelled => ({ label: text(zh, en), choices: [] });

/** What a history calls each attribute, and the words of its values: those of the forms that ask for it. */
export const attributeLabels: Readonly<Record<AttributeKey, Labelled>> = {
  name: identityFields.name,
  sex: identityFields.sex,
  birthDate: identityFields.birthDate,
  idNumber: identityFields.idNumber,
  documentKind: documentFields.documentKind,
  documentNumber: documentFields.documentNumber,
  phone: contactFields.phone,
  address: contactFields.address,
  hukouKind: hukouKindField,
  household: named('家庭户', 'household'),
  relation: relations,
  mother: named('母亲', 'mother'),
  father: named('父亲', 'father'),
  motherBirthDate: named('生母出生日期', 'date of birth of the woman who gave birth'),
  spouse: named('配偶', 'wife or husband'),
  guardian: named('监护人', 'guardian'),
  mergedInto: named('并入', 'merged into'),
};
