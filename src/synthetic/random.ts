/** A small fast generator (sfc32): the same seed gives the same city on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number in [0, below). */
  readonly below: (below: number) => number;
  /** Index drawn with the probabilities behind `cumulative` (last entry is the total). */
  readonly draw: (cumulative: Float64Array) => number;
  /** Approximately normal. */
  readonly normal: (mean: number, deviation: number) => number;
}

export function createRandom(seed: number, stream: number): Random {
  let [a, b, c, d] = [seed | 0, stream | 0, 0x9e3779b9 | 0, 1];
  const word = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let warm = 0; warm < 16; warm += 1) word();
  const next = () => word() / 4_294_967_296;
  return {
    next,
    below: (below) => Math.floor(next() * below),
    draw: (cumulative) => findIndex(cumulative, next() * (cumulative.at(-1) ?? 0)),
    normal: (mean, deviation) => mean + deviation * (next() + next() + next() + next() - 2) * 1.732,
  };
}

/** First index whose cumulative weight exceeds `value`. */
function findIndex(cumulative: Float64Array, value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function cumulate(weights: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(weights, (weight) => {
    total += weight;
    return total;
  });
}

/** A 32-bit mixture of two numbers: stable pseudo-random bits for one row, without a stream. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Shuffles in place. */
export function shuffle(items: Int32Array, random: Random): Int32Array {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    const kept = items[index] ?? 0;
    items[index] = items[other] ?? 0;
    items[other] = kept;
  }
  return items;
}

/** Whole numbers nearest to `shares` of `total` that add up to it exactly (largest remainder). */
export function apportion(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum === 0 ? 0 : (total * share) / sum));
  const whole = exact.map(Math.floor);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - (whole[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
