import { Engine, type NestedCondition } from 'json-rules-engine';
import { type Comparison, type Expression, evaluate, type Values } from '../src/language/index.ts';

/*
 * The same conditions in the words of json-rules-engine, for comparison: it compares facts with constants. What has to
 * be worked out first (how many children live) is a fact of its own, worked out by us.
 */

const OPERATORS: Readonly<Record<Comparison, string>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '<': 'before',
  '<=': 'notAfter',
  '>': 'after',
  '>=': 'notBefore',
};

/** Comparisons of days and numbers, false where nothing is known. */
function addOperators(engine: Engine): void {
  const ordered =
    (test: (a: string | number, b: string | number) => boolean) => (fact: unknown, value: unknown) =>
      fact !== null && fact !== undefined && test(fact as number, value as number);
  engine.addOperator(
    'before',
    ordered((a, b) => a < b),
  );
  engine.addOperator(
    'notAfter',
    ordered((a, b) => a <= b),
  );
  engine.addOperator(
    'after',
    ordered((a, b) => a > b),
  );
  engine.addOperator(
    'notBefore',
    ordered((a, b) => a >= b),
  );
}

class Translation {
  /** What is worked out beforehand, by name. */
  readonly worked = new Map<string, Expression>();

  #factOf(expression: Expression): string {
    if (expression.kind === 'fact') return expression.name;
    const name = `worked${String(this.worked.size)}`;
    this.worked.set(name, expression);
    return name;
  }

  isTrue(expression: Expression): NestedCondition {
    switch (expression.kind) {
      case 'literal':
        return expression.value === true ? { all: [] } : { any: [this.#never()] };
      case 'and':
        return { all: expression.of.map((one) => this.isTrue(one)) };
      case 'or':
        return { any: expression.of.map((one) => this.isTrue(one)) };
      case 'isKnown':
        return { fact: this.#factOf(expression.of), operator: 'notEqual', value: null };
      case 'compare':
        if (expression.right.kind !== 'literal') throw new Error('compared with a constant alone');
        return {
          fact: this.#factOf(expression.left),
          operator: OPERATORS[expression.comparison],
          value: expression.right.value,
        };
      case 'fact':
      case 'parameter':
      case 'not':
      case 'oneOf':
      case 'choose':
      case 'arithmetic':
      case 'extreme':
      case 'distance':
      case 'shift':
        return { fact: this.#factOf(expression), operator: 'equal', value: true };
    }
  }

  #never(): NestedCondition {
    return { fact: 'never', operator: 'equal', value: true };
  }
}

/** Asks whether somebody meets all conditions. */
export function rulesEngine(
  conditions: readonly Expression<'boolean'>[],
): (facts: Values) => Promise<boolean> {
  const translation = new Translation();
  const all = conditions.map((one) => translation.isTrue(one));
  const engine = new Engine([{ conditions: { all }, event: { type: 'met' } }], { allowUndefinedFacts: true });
  addOperators(engine);
  return async (facts) => {
    const worked = [...translation.worked].map(([name, one]) => [name, evaluate(one, { facts })] as const);
    const { events } = await engine.run({ ...facts, ...Object.fromEntries(worked) });
    return events.length > 0;
  };
}
