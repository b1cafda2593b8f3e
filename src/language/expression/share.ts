import { partsOf } from './evaluate.ts';
import type { Expression } from './expression.ts';

/** An expression that others use, under the name by which they read it. */
export interface SharedPart {
  readonly name: string;
  readonly expression: Expression;
}

export interface Shared {
  /** Each layer reads columns and earlier layers alone. */
  readonly layers: readonly (readonly SharedPart[])[];
  /** The expressions, in their order, reading the shared parts as facts. */
  readonly expressions: readonly Expression[];
}

/** A node with equal parts once: its number, and how many nodes use it. */
interface Entry {
  readonly id: number;
  readonly node: Expression;
  uses: number;
  readonly size: number;
}

const SMALLEST = 4;
const PARTS = ['left', 'right', 'when', 'then', 'otherwise', 'from', 'to', 'by'] as const;

const withParts = (node: Expression, replace: (part: Expression) => Expression): Expression => {
  const copy: Record<string, unknown> = { ...node };
  for (const key of PARTS) if (key in copy) copy[key] = replace(copy[key] as Expression);
  const { of } = copy;
  if (Array.isArray(of)) copy['of'] = of.map((one: Expression) => replace(one));
  else if (of !== undefined) copy['of'] = replace(of as Expression);
  return copy as unknown as Expression;
};

/** What a node says beside its parts. */
const ownWords = (node: Expression): string =>
  JSON.stringify(node, (key, value: unknown) =>
    key !== '' && typeof value === 'object' && value !== null && !isPlainList(value) ? undefined : value,
  );
const isPlainList = (value: object) => Array.isArray(value) && value.every((one) => typeof one !== 'object');

/** Equal expressions are the same entry, however often they were built. */
class Pool {
  readonly #byKey = new Map<string, Entry>();
  readonly #byNode = new Map<Expression, Entry>();

  enter(node: Expression): Entry {
    const seen = this.#byNode.get(node);
    if (seen) return seen;
    const parts = partsOf(node).map((part) => this.enter(part));
    const key = `${ownWords(node)} ${parts.map(({ id }) => id).join(',')}`;
    const known = this.#byKey.get(key);
    const entry = known ?? this.#add(key, node, parts);
    this.#byNode.set(node, entry);
    return entry;
  }

  #add(key: string, node: Expression, parts: readonly Entry[]): Entry {
    for (const part of parts) part.uses += 1;
    const size = parts.reduce((sum, part) => sum + part.size, 1);
    const entry = { id: this.#byKey.size, node, uses: 0, size };
    this.#byKey.set(key, entry);
    return entry;
  }
}

/**
 * Expressions of which each part that several use is worked out once. Whoever asks millions of rows puts each layer
 * into a subquery of its own.
 */
export function share(expressions: readonly Expression[], prefix = 'part'): Shared {
  const pool = new Pool();
  for (const one of expressions) pool.enter(one).uses += 1;
  const layers: SharedPart[][] = [];
  const done = new Map<Entry, { readonly node: Expression; readonly level: number }>();
  const visit = (node: Expression): { readonly node: Expression; readonly level: number } => {
    const entry = pool.enter(node);
    const known = done.get(entry);
    if (known) return known;
    let level = 0;
    const rebuilt = withParts(entry.node, (part) => {
      const visited = visit(part);
      level = Math.max(level, visited.level);
      return visited.node;
    });
    const isShared = entry.uses > 1 && entry.size >= SMALLEST;
    const result = isShared ? { node: keep(rebuilt, level), level: level + 1 } : { node: rebuilt, level };
    done.set(entry, result);
    return result;
  };
  const keep = (expression: Expression, level: number): Expression => {
    const name = `${prefix}${String(layers.flat().length)}`;
    const layer = (layers[level] ??= []);
    layer.push({ name, expression });
    return { kind: 'fact', type: expression.type, name };
  };
  const shared = expressions.map((one) => visit(one).node);
  return { layers, expressions: shared };
}
