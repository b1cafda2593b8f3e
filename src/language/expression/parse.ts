import { z } from 'zod';
import { parseCalendarDate } from '../calendar-date.ts';
import type { FactView, ValueType } from '../facts.ts';
import { arithmetics, comparisons, distances, type Expression, extremes, shifts } from './expression.ts';

const types = ['boolean', 'integer', 'code', 'date'] as const satisfies readonly ValueType[];
const typeSchema = z.enum(types);
const LARGEST_DEPTH = 60;

/** Shape of an expression as JSON; types of the parts are checked afterwards, against the view. */
const shape: z.ZodType<Expression> = z.lazy(() => {
  const boolean = z.literal('boolean');
  const whole = z.literal('integer');
  return z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('literal'),
      type: typeSchema,
      value: z.union([z.boolean(), z.int(), z.string(), z.null()]),
    }),
    z.strictObject({
      kind: z.literal('fact'),
      type: typeSchema,
      name: z.string(),
      codes: z.array(z.string()).optional(),
    }),
    z.strictObject({ kind: z.literal('parameter'), type: typeSchema, name: z.string() }),
    z.strictObject({ kind: z.enum(['and', 'or']), type: boolean, of: z.array(shape) }),
    z.strictObject({ kind: z.literal('not'), type: boolean, of: shape }),
    z.strictObject({
      kind: z.literal('compare'),
      type: boolean,
      comparison: z.enum(comparisons),
      left: shape,
      right: shape,
    }),
    z.strictObject({
      kind: z.literal('oneOf'),
      type: boolean,
      of: shape,
      values: z.array(z.union([z.string(), z.int()])).min(1),
    }),
    z.strictObject({ kind: z.literal('isKnown'), type: boolean, of: shape }),
    z.strictObject({
      kind: z.literal('choose'),
      type: typeSchema,
      when: shape,
      then: shape,
      otherwise: shape,
    }),
    z.strictObject({
      kind: z.literal('arithmetic'),
      type: whole,
      operator: z.enum(arithmetics),
      left: shape,
      right: shape,
    }),
    z.strictObject({
      kind: z.literal('extreme'),
      type: z.enum(['date', 'integer']),
      pick: z.enum(extremes),
      of: z.array(shape).min(1),
    }),
    z.strictObject({
      kind: z.literal('distance'),
      type: whole,
      unit: z.enum(distances),
      from: shape,
      to: shape,
    }),
    z.strictObject({
      kind: z.literal('shift'),
      type: z.literal('date'),
      unit: z.enum(shifts),
      of: shape,
      by: shape,
    }),
  ]);
}) as unknown as z.ZodType<Expression>;

export interface ExpressionFault {
  /** What is wrong, in one sentence. */
  readonly fault: string;
}

export interface ReadingFrame {
  readonly view: FactView;
  /** Names and types of the parameters that may be used. */
  readonly parameters: Readonly<Record<string, ValueType>>;
}

/** Reads an expression from untrusted JSON and checks it against `frame`; a fault says what is wrong. */
export function parseExpression(json: unknown, frame: ReadingFrame): Expression | ExpressionFault {
  if (depthOf(json) > LARGEST_DEPTH)
    return { fault: `an expression may be ${String(LARGEST_DEPTH)} levels deep at most` };
  const parsed = shape.safeParse(json);
  if (!parsed.success) return { fault: parsed.error.issues[0]?.message ?? 'not an expression' };
  const fault = faultOf(parsed.data, frame);
  return fault === null ? parsed.data : { fault };
}

const depthOf = (json: unknown): number => {
  if (typeof json !== 'object' || json === null) return 0;
  let deepest = 0;
  for (const part of Object.values(json)) deepest = Math.max(deepest, depthOf(part));
  return 1 + deepest;
};

const wants = (part: Expression, type: ValueType, frame: ReadingFrame) =>
  part.type === type ? faultOf(part, frame) : `a ${type} is wanted where a ${part.type} stands`;

const firstOf = (faults: readonly (string | null)[]) => faults.find((fault) => fault !== null) ?? null;

const literalFits = (type: ValueType, value: unknown) => {
  if (value === null) return true;
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'date') return typeof value === 'string' && parseCalendarDate(value) !== null;
  return typeof value === 'string';
};

function faultOf(expression: Expression, frame: ReadingFrame): string | null {
  switch (expression.kind) {
    case 'literal':
      return literalFits(expression.type, expression.value)
        ? null
        : `${String(expression.value)} is not a ${expression.type}`;
    case 'fact':
      return frame.view.columns[expression.name]?.type === expression.type
        ? null
        : `there is no ${expression.type} column ${expression.name}`;
    case 'parameter':
      return frame.parameters[expression.name] === expression.type
        ? null
        : `there is no ${expression.type} parameter ${expression.name}`;
    case 'and':
    case 'or':
      return firstOf(expression.of.map((part) => wants(part, 'boolean', frame)));
    case 'not':
      return wants(expression.of, 'boolean', frame);
    case 'compare':
      return firstOf([faultOf(expression.left, frame), wants(expression.right, expression.left.type, frame)]);
    case 'oneOf':
      return membersFault(expression, frame);
    case 'isKnown':
      return faultOf(expression.of, frame);
    case 'choose':
      return firstOf([
        wants(expression.when, 'boolean', frame),
        wants(expression.then, expression.type, frame),
        wants(expression.otherwise, expression.type, frame),
      ]);
    case 'arithmetic':
      return firstOf([wants(expression.left, 'integer', frame), wants(expression.right, 'integer', frame)]);
    case 'extreme':
      return firstOf(expression.of.map((part) => wants(part, expression.type, frame)));
    case 'distance':
      return firstOf([wants(expression.from, 'date', frame), wants(expression.to, 'date', frame)]);
    case 'shift':
      return firstOf([wants(expression.of, 'date', frame), wants(expression.by, 'integer', frame)]);
  }
}

function membersFault(
  expression: Expression & { readonly kind: 'oneOf' },
  frame: ReadingFrame,
): string | null {
  const { type } = expression.of;
  const listable = ['code', 'integer'].includes(type);
  if (!listable) return `a closed list holds codes or whole numbers, not a ${type}`;
  if (!expression.values.every((value) => literalFits(type, value)))
    return `the list holds something that is not a ${type}`;
  return faultOf(expression.of, frame);
}
