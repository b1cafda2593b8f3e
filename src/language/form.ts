import { z } from 'zod';
import { idNumberInput } from './id-number.ts';
import { areaInput, dateInput } from './inputs.ts';
import { phoneInput } from './phone.ts';
import type { Text } from './text.ts';

/** What a field asks for; each face has one control for each kind. */
export type FieldKind =
  | 'person'
  | 'persons'
  | 'household'
  | 'village'
  | 'date'
  | 'name'
  | 'choice'
  | 'identityNumber'
  | 'number'
  | 'phone'
  /** A unit of government, by the code of its area. */
  | 'unit'
  | 'township'
  | 'text'
  /** Several lines. */
  | 'longText';

export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** One question of a form: from it come the check of the input, the control on the screen and the column of a file. */
export interface Field<T extends z.ZodType = z.ZodType> {
  readonly kind: FieldKind;
  readonly label: Text;
  readonly help: Text | null;
  readonly optional: boolean;
  readonly choices: readonly Choice[];
  readonly schema: T;
}
export type FormFields = Readonly<Record<string, Field>>;

/** The answers of a form, as its fields read them. */
export type Answers<F extends FormFields> = { readonly [K in keyof F]: z.output<F[K]['schema']> };

const field = <T extends z.ZodType>(kind: FieldKind, label: Text, schema: T): Field<T> => ({
  kind,
  label,
  help: null,
  optional: false,
  choices: [],
  schema,
});

const LONGEST_NAME = 50;
const LONGEST_TEXT = 500;
const LONGEST_STATEMENT = 5000;
const MOST_PERSONS = 200;

export const personField = (label: Text) => field('person', label, z.uuid());
export const personsField = (label: Text) =>
  field('persons', label, z.array(z.uuid()).min(1).max(MOST_PERSONS));
export const householdField = (label: Text) => field('household', label, z.uuid());
export const villageField = (label: Text) => field('village', label, areaInput);
export const dateField = (label: Text) => field('date', label, dateInput);
/** Names keep rare characters and the middle dot. */
export const nameField = (label: Text) => field('name', label, z.string().trim().min(1).max(LONGEST_NAME));
export const textField = (label: Text, longest = LONGEST_TEXT) =>
  field('text', label, z.string().trim().min(1).max(longest));
export const longTextField = (label: Text, longest = LONGEST_STATEMENT) =>
  field('longText', label, z.string().trim().min(1).max(longest));
export const phoneField = (label: Text) => field('phone', label, phoneInput);
export const idNumberField = (label: Text) => field('identityNumber', label, idNumberInput);
export const unitField = (label: Text) => field('unit', label, areaInput);
export const townshipField = (label: Text) => field('township', label, areaInput);
export const numberField = (label: Text, least: number, most: number) =>
  field('number', label, z.coerce.number().int().min(least).max(most));

/** One of a closed list of values. */
export const choiceField = <const V extends string>(
  label: Text,
  labels: Readonly<Record<V, Text>>,
): Field<z.ZodType<V, V>> => {
  const values = Object.keys(labels) as [V, ...V[]];
  const choices = values.map((value) => ({ value, label: labels[value] }));
  return { ...field('choice', label, z.enum(values) as unknown as z.ZodType<V, V>), choices };
};

/** Consent: whoever does not give it can answer so, but no form goes on with that answer. */
export const consentField = (label: Text, labels: Readonly<Record<'yes' | 'no', Text>>) => ({
  ...choiceField(label, labels),
  schema: z.literal('yes'),
});

/** A kind of field that a room reads in its own way. */
export const fieldReadBy = field;

/** The same question, which may stay without an answer: null. */
export const optional = <T extends z.ZodType>(one: Field<T>): Field<z.ZodDefault<z.ZodNullable<T>>> => ({
  ...one,
  optional: true,
  schema: one.schema.nullable().default(null as never),
});

/** The same question with words that help to answer it. */
export const withHelp = <T extends z.ZodType>(one: Field<T>, help: Text): Field<T> => ({ ...one, help });

/** What an operation takes whose input is the form. */
export const formSchema = <F extends FormFields>(
  fields: F,
): z.ZodObject<{ [K in keyof F]: F[K]['schema'] }> =>
  z.object(
    Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, one.schema])) as {
      [K in keyof F]: F[K]['schema'];
    },
  );
