import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerOf, benefitsDesk, desk, linesOf } from '../../test/support/benefits-desk.ts';
import type { Actor } from '../platform/index.ts';
import { benefitsCommand } from './benefit-commands.ts';
import { runCli } from './run.ts';

const { run, entitled } = await benefitsDesk();
const folder = mkdtempSync(join(tmpdir(), 'jiahu-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const as =
  (actor: Actor) =>
  async (...given: string[]) => {
    const lines: string[] = [];
    const status = await runCli(
      {
        arguments: ['benefits', 'batch', ...given, '--json'],
        output: { data: (line) => lines.push(line), note: (line) => lines.push(line) },
        locale: 'en',
      },
      [benefitsCommand],
      () =>
        Promise.resolve({
          call: (name, input) => run(name, input, actor),
          operations: () => Promise.resolve([]),
          close: () => Promise.resolve(),
        }),
    );
    return { status, out: lines.join('\n') };
  };
const [accountant, head] = [as(desk.accountant), as(desk.head)];

describe('jiahu benefits batch', () => {
  it('makes, approves, writes out, reads back and reconciles a list', async () => {
    await entitled('special-support', '2013-01-01');
    const list = ['--programme', 'special-support', '--year', '2013', '--quarter', '1', '--area', '510703'];
    const { out } = await accountant('create', ...list);
    const { batchId } = JSON.parse(out) as { batchId: string };
    const of = ['--batch', batchId];
    expect((await accountant('approve', ...of)).status).not.toBe(0);
    expect((await head('approve', ...of)).status).toBe(0);
    const path = join(folder, 'bank.csv');
    expect((await accountant('export', ...of, '--out', path)).out).not.toContain('content');
    expect(statSync(path).mode & 0o077).toBe(0);
    const answer = join(folder, 'answer.csv');
    writeFileSync(answer, Buffer.from(answerOf(linesOf(readFileSync(path).toString('base64'))), 'base64'));
    expect(JSON.parse((await accountant('read', ...of, '--file', answer)).out)).toMatchObject({ paid: 1 });
    expect(JSON.parse((await accountant('reconcile', ...of)).out)).toMatchObject({ state: 'reconciled' });
    expect(JSON.parse((await accountant('list')).out)).toMatchObject({ batches: [{ state: 'reconciled' }] });
    expect(JSON.parse((await accountant('check')).out)).toMatchObject({ balanced: true });
  });

  it('says what is missing, and which words there are', async () => {
    expect((await accountant('approve')).out).toContain('--batch');
    expect((await accountant('destroy')).out).toContain('reconcile');
  });
});
