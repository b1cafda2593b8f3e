import { type Text, text } from '../../src/language/index.ts';
import type { ChoicePart, DonePart, NumberPart, PartValue } from './vocabulary.ts';

export const laboratory = { setBy: 'laboratory' } as const;
export const noRange = { setBy: 'nobody' } as const;

type Measured = Pick<NumberPart, 'unit' | 'range'> & { readonly from: number; readonly to: number };

export const measured = (key: string, label: Text, { unit, from, to, range }: Measured): NumberPart => ({
  kind: 'number',
  key,
  label,
  unit,
  possible: { low: from, high: to },
  range,
});

const value = (key: string, label: Text, normal: boolean): PartValue => ({ value: key, label, normal });

const negative = text('阴性', 'negative');
const positive = text('阳性', 'positive');

/** A test whose positive result is a reason to talk. */
export const negativeIsNormal = (key: string, label: Text): ChoicePart => ({
  kind: 'choice',
  key,
  label,
  values: [value('negative', negative, true), value('positive', positive, false)],
});

/** A test for protection: without it there is something to talk about. */
export const positiveIsNormal = (key: string, label: Text): ChoicePart => ({
  kind: 'choice',
  key,
  label,
  values: [value('positive', positive, true), value('negative', negative, false)],
});

/** A test that says who somebody is: every value is normal. */
export const anyIsNormal = (
  key: string,
  label: Text,
  values: Readonly<Record<string, Text>>,
): ChoicePart => ({
  kind: 'choice',
  key,
  label,
  values: Object.entries(values).map(([name, said]) => value(name, said, true)),
});

/** What somebody who looked or asked has found. */
export const finding = (key: string, label: Text): ChoicePart => ({
  kind: 'choice',
  key,
  label,
  values: [
    value('nothing-found', text('未见异常', 'nothing found'), true),
    value('found', text('有异常，见小结', 'something found, see the note'), false),
  ],
});

export const done = (key: string, label: Text): DonePart => ({ kind: 'done', key, label });
