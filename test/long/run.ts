import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../src/platform/index.ts';

/** The tests whose counts are bounded in `npm test`, in full. */
const FILES = [
  'src/benefits/assess-sql.test.ts',
  'src/health/operations/random-consents.db.test.ts',
  'src/language/expression/engines.db.test.ts',
  'test/benefits-city.db.test.ts',
  'test/e2e/api.e2e.test.ts',
  'test/e2e/benefits-console.e2e.test.ts',
  'test/e2e/cases.e2e.test.ts',
  'test/e2e/console.e2e.test.ts',
  'test/e2e/every-event.e2e.test.ts',
  'test/e2e/families.e2e.test.ts',
  'test/e2e/files.e2e.test.ts',
  'test/e2e/health.e2e.test.ts',
  'test/e2e/portal.e2e.test.ts',
  'test/e2e/register.e2e.test.ts',
  'test/offline-submissions.db.test.ts',
  'test/payments-killed.db.test.ts',
  'test/random-cases.db.test.ts',
  'test/random-operations.db.test.ts',
  'test/random-payments.db.test.ts',
  'test/row-level-security.db.test.ts',
  'test/start/first-start.e2e.test.ts',
];

/** Usage: `npm run test:long [-- PART-OF-A-FILE-NAME …]`: all of them or some; the page keeps the last result of each. */
const wanted = process.argv.slice(2);
const files = FILES.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const page = join(projectRoot, 'docs', 'test-long-result.md');

const resultSchema = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), duration: z.number().nullish() }),
      ),
    }),
  ),
});

const folder = mkdtempSync(join(tmpdir(), 'jiahu-long-'));
const report = join(folder, 'result.json');
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...files],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, JIAHU_LONG: '1' } },
);
const { testResults } = resultSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
rmSync(folder, { recursive: true });

const today = new Date().toISOString().slice(0, 10);
/** What the page said of a test before, by its name. */
const known = new Map(
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => /^\| .* \| \d{4}-/.test(line))
    .map((line) => [line.split(' | ')[0] ?? '', line]),
);
for (const { fullName, status: outcome, duration } of testResults.flatMap((file) => file.assertionResults)) {
  const name = `| ${fullName.trim()}`;
  known.set(name, `${name} | ${today} | ${outcome} | ${((duration ?? 0) / 1000).toFixed(1)} |`);
}
const lines = [
  '# Result of `npm run test:long`',
  '',
  'The tests whose counts are bounded in `npm test`, run in full. Written by the runs themselves: the last result of each.',
  '',
  `- Machine: ${String(cpus().length)} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  `- Node ${process.versions.node}`,
  '',
  '| test | date | outcome | seconds |',
  '| --- | --- | --- | ---: |',
  ...known.values(),
  '',
];
writeFileSync(page, lines.join('\n'));
process.exitCode = status ?? 1;
