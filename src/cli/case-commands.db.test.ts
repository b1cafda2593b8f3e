import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../test/support/test-house.ts';
import { casesCommand, servicesCommand } from './case-commands.ts';
import type { Caller } from './command.ts';
import { runCli } from './run.ts';

const house = await testHouse();
const folder = mkdtempSync(join(tmpdir(), 'jiahu-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const caller: Caller = {
  call: (name, input) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(name);
    return house.execute(operation, input, { actor: house.operator });
  },
  operations: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};

async function jiahu(...given: string[]) {
  const lines: string[] = [];
  const notes: string[] = [];
  const status = await runCli(
    {
      arguments: given,
      output: { data: (line) => lines.push(line), note: (line) => notes.push(line) },
      locale: 'en',
    },
    [casesCommand, servicesCommand],
    () => Promise.resolve(caller),
  );
  return { status, out: lines.join('\n'), said: notes.join('\n') };
}

const deadline = (...rest: string[]) => jiahu('cases', 'deadline', ...rest, '--json');

describe('jiahu cases deadline', () => {
  it('answers both clocks with the days that did not count and why', async () => {
    const { out } = await deadline('--service', 'complaint', '--received', '2026-09-24T23:30:00+08:00');
    const answer = JSON.parse(out) as Record<string, Record<string, unknown>>;
    expect(answer).toMatchObject({
      receivedOn: '2026-09-24',
      firstReply: { kind: 'due' },
      closing: { kind: 'due' },
    });
    expect(JSON.stringify(answer['closing']?.['skipped'])).toContain('国庆节');
  });

  it('takes an instant of another zone for the day that it was in the city', async () => {
    const { out } = await deadline('--service', 'petition', '--received', '2026-03-01T20:00:00Z');
    expect(JSON.parse(out)).toMatchObject({ receivedOn: '2026-03-02', closing: { due: '2026-05-01' } });
  });

  it('counts no day on which the clock stood', async () => {
    const file = join(folder, 'pauses.json');
    writeFileSync(file, JSON.stringify([{ from: '2026-03-04', to: '2026-03-09' }]));
    const given = ['--service', 'enquiry', '--received', '2026-03-02'];
    const bare = JSON.parse((await deadline(...given)).out) as { closing: { due: string } };
    const paused = JSON.parse((await deadline(...given, '--pauses', file)).out) as {
      closing: { due: string };
    };
    expect(bare.closing.due).toBe('2026-03-05');
    expect(paused.closing.due).toBe('2026-03-10');
  });

  it('says that it does not know a year whose holidays are not announced', async () => {
    const { out } = await deadline('--service', 'information-disclosure', '--received', '2026-12-20');
    expect(JSON.parse(out)).toMatchObject({ closing: { kind: 'outside-calendar', year: 2027, due: null } });
  });

  it.each([
    ['an unknown service', ['--service', 'x', '--received', '2026-03-02'], 66, 'no service x'],
    ['no instant', ['--service', 'enquiry', '--received', 'yesterday'], 65, 'no instant'],
    ['no time at all', ['--service', 'enquiry'], 65, '--received is missing'],
    [
      'a file that is not there',
      ['--service', 'enquiry', '--received', '2026-03-02', '--pauses', '/nowhere.json'],
      65,
      'cannot be read',
    ],
  ])('refuses %s in one sentence', async (_, given, status, sentence) => {
    const refused = await deadline(...given);
    expect(refused.status).toBe(status);
    expect(refused.said).toContain(sentence);
  });
});

describe('jiahu services list', () => {
  it('lists what can be asked for today and what could once', async () => {
    const { services, archived } = JSON.parse((await jiahu('services', 'list', '--json')).out) as {
      services: readonly { key: string; offered: boolean }[];
      archived: readonly { key: string; replacedBy: string }[];
    };
    expect(services.find((one) => one.key === 'birth-registration')?.offered).toBe(true);
    expect(archived.map((one) => one.replacedBy)).toContain('birth-registration');
    expect((await jiahu('services', 'list')).out).toContain('Birth registration');
  });
});
