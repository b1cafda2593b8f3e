import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../src/composition/open-caller.ts';
import { readSettings } from '../src/platform/index.ts';
import type { EditionContent } from '../src/publishing/index.ts';
import {
  type Line,
  machine,
  option,
  publishSection,
  quiet,
  seconds,
  table,
  timed,
  whole,
} from './measure.ts';

/**
 * Usage: `npm run bench:report -- [--scale S] [--folder F [--seeded]]`. The report of 2013 of a whole city from its
 * records: whoever the rules of that year find is given an entitlement and paid, and the report counts what was paid.
 */
const SCALE = Number(option('scale') ?? 1);
const YEAR = 2013;
/** The day up to which a snapshot of the demonstration reaches. */
const AT = '2025-12-31';
const FIGURES = { benefit_recipients: 'people', benefit_paid: 'yuan' } as const;
const WITHIN = 0.01;

const kept = option('folder');
const folder = kept ?? mkdtempSync(join(tmpdir(), 'jiahu-bench-'));
if (!existsSync(join(folder, 'postgres'))) chmodSync(folder, 0o711);
const { house, close } = await openHouse({
  settings: { ...readSettings({}), dataDir: folder },
  progress: quiet,
  locale: 'en',
});
const run = async (name: string, input: object = {}) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor: house.operator })) as Record<string, unknown>;
};

const lines: Line[] = [];
const add = (line: Line) => {
  lines.push(line);
  process.stderr.write(`${line.what}: ${line.measured}\n`);
};

/** A figure counted from records beside what was published; a city that is smaller is held to its share. */
function compared({ figures }: EditionContent, key: keyof typeof FIGURES): Line {
  const figure = figures.find((one) => one.key === key);
  const { value, published, publishedAtScale, source } = figure ?? {};
  const expected = publishedAtScale ?? published;
  if (source?.kind !== 'records' || typeof value !== 'number' || typeof expected !== 'number')
    throw new Error(`${key} is not counted from records: ${JSON.stringify(figure)}`);
  const off = value / expected - 1;
  if (Math.abs(off) > WITHIN) throw new Error(`${key}: ${String(value)} instead of ${String(expected)}`);
  return {
    what: `${key} (${FIGURES[key]}), counted from the payments of the year; published: ${String(expected)}`,
    measured: `${String(value)} (${(off * 100).toFixed(3)} %)`,
    goal: 'within 1 %',
  };
}

try {
  if (!process.argv.includes('--seeded')) {
    await run('synthetic/seed-city', { scale: SCALE });
    await run('synthetic/seed-benefits');
    await run('benefits/take-snapshot', { at: AT });
  }
  await run('synthetic/seed-returns');
  const paid = await timed(() => run('synthetic/seed-benefit-payments'));
  add({
    what: `${whole(Number(paid.result['entitlements']))} entitlements of those whom the rules of 2013-12-31 find, ${whole(Number(paid.result['fen']) / 100)} yuan paid by the lists of the year`,
    measured: seconds(paid.took),
  });
  const books = await timed(() => run('benefits/check-ledger'));
  if (books.result['balanced'] !== true) throw new Error(JSON.stringify(books.result));
  add({ what: 'check of all books: every fen where it belongs', measured: seconds(books.took) });
  const sealed = await timed(() => run('statistics/take-snapshot', { at: AT }));
  add({ what: 'statistics snapshot', measured: seconds(sealed.took) });
  const report = await timed(() => run('publishing/publish-report', { year: YEAR }));
  add({
    what: 'report of 2013, all 51 items and those of benefits, computed and sealed',
    measured: seconds(report.took),
  });
  const { content } = (await run('publishing/read-edition', { year: YEAR })) as { content?: EditionContent };
  if (!content) throw new Error('no edition');
  for (const key of Object.keys(FIGURES) as (keyof typeof FIGURES)[]) add(compared(content, key));
  const body = `${machine()}, scale ${String(SCALE)}, one run; written by \`npm run bench:report\`\n\n${table(lines)}`;
  process.stdout.write(`${body}\n`);
  if (SCALE === 1) publishSection('The report of 2013, full city', body);
} finally {
  await close();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
