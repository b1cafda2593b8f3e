import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryExpression, arbitraryRow, testView } from './arbitrary.ts';
import { and, equals, evaluate, factsOf, integer, plus, share, times, type Values } from './index.ts';

const facts = factsOf(testView);

it('is worked out once where several use it, and says the same', () => {
  fc.assert(
    fc.property(fc.array(arbitraryExpression('boolean', 3), { maxLength: 3 }), arbitraryRow, (some, row) => {
      const all = [...some, ...some];
      const ask = (facts_: Values) => (one: (typeof all)[number]) => {
        try {
          return evaluate(one, { facts: facts_ });
        } catch {
          return 'too large';
        }
      };
      const { layers, expressions } = share(all);
      const known = layers.reduce<Values>(
        (facts_, layer) => ({
          ...facts_,
          ...Object.fromEntries(layer.map(({ name, expression }) => [name, ask(facts_)(expression)])),
        }),
        row,
      );
      const plain = all.map(ask(row));
      if (!plain.includes('too large') && !Object.values(known).includes('too large'))
        expect(expressions.map(ask(known))).toEqual(plain);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('lies in layers that read earlier ones alone', () => {
  const sum = () => plus(times(facts.i1, integer(2)), facts.i2);
  const whole = () => and(equals(sum(), integer(3)), equals(facts.c1, 'a'));
  const { layers, expressions } = share([whole(), whole(), equals(sum(), integer(7))]);
  expect(layers.map((layer) => layer.map(({ expression }) => expression.kind))).toEqual([
    ['arithmetic'],
    ['and'],
  ]);
  expect(expressions.map(({ kind }) => kind)).toEqual(['fact', 'fact', 'compare']);
});
