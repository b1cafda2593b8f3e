import {
  choiceField,
  dateField,
  type FormFields,
  optional,
  personField,
  type Text,
  text,
  textField,
} from '../../language/index.ts';
import { enrolment } from '../events/entries.ts';
import { householdFormation } from '../events/households.ts';
import { eventDefinitions, needsSecondPerson } from '../events/index.ts';
import { relations } from '../events/relations.ts';
import type { ImportKind } from '../tables.ts';

/** What the columns of a row are: the questions of a form. */
export interface RowForm {
  readonly key: string;
  readonly title: Text;
  readonly fields: FormFields;
}

const householdNumber = textField(text('户号', 'household number'), 50);

/** A person with the household: the number is the sender's own, one for each household of a village. */
export const personRowFields = {
  ...enrolment.fields,
  householdNumber: optional(householdNumber),
  relation: optional(relations),
};

/** One row for each member of a household of people in the register. */
export const householdRowFields = {
  householdNumber,
  personId: personField(text('成员', 'member')),
  isHead: choiceField(text('是否户主', 'is the head'), { yes: text('是', 'yes'), no: text('否', 'no') }),
  date: dateField(text('立户日期', 'formed on')),
};

/** The heading under which a row of events names its kind. */
export const EVENT = { key: 'event', zh: '登记事项', en: 'event' };

/** The kinds of event that a file may bring: those that one person may record. */
const eventForms: readonly RowForm[] = eventDefinitions.filter((one) => !needsSecondPerson.has(one.key));

/** The forms of the rows that a file of a kind may hold. */
export const formsOf: Readonly<Record<ImportKind, readonly RowForm[]>> = {
  persons: [{ ...enrolment, fields: personRowFields }],
  households: [{ ...householdFormation, fields: householdRowFields }],
  events: eventForms,
};
