import { readFileSync } from 'node:fs';
import { type Text, text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { Command, OptionValues } from './command.ts';
import { asTable } from './print-rows.ts';
import { textOption } from './read-arguments.ts';
import { withCaller } from './with-caller.ts';

const option = (value: string, summary: Text) => ({ value, summary });

const unknownWord = (command: string, usage: string) =>
  failure(
    'invalid_input',
    text(`${command} 后面的词不认识。`, `That word is not known after ${command}.`),
    text(`请用 ${usage}。`, `Use ${usage}.`),
  );

const missing = (name: string) =>
  failure(
    'invalid_input',
    text(`缺少 --${name}。`, `--${name} is missing.`),
    text('加上 --help 查看用法。', 'See --help.'),
  );

const unreadableFile = (path: string) =>
  failure(
    'invalid_input',
    text(`${path} 不能读取，或不是 JSON。`, `${path} cannot be read, or is not JSON.`),
    text(
      '写成 [{"from": "2026-03-02", "to": "2026-03-09"}]；to 是恢复计算的第一天。',
      'Write [{"from": "2026-03-02", "to": "2026-03-09"}]; `to` is the first day that counts again.',
    ),
  );

function readPauses(path: string | undefined): unknown {
  if (path === undefined) return [];
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    throw unreadableFile(path);
  }
}

function required(options: OptionValues, name: string): string {
  const value = textOption(options, name);
  if (value === undefined) throw missing(name);
  return value;
}

/** `jiahu cases deadline`: both clocks of a case, with the days that did not count. */
export const casesCommand: Command = {
  name: 'cases',
  summary: text(
    '计算事项的两个时限：cases deadline --service 服务 --received 时间',
    'compute both deadlines of a case: cases deadline --service KEY --received INSTANT',
  ),
  options: {
    service: option('KEY', text('服务，见 services list', 'the service; see services list')),
    received: option(
      'INSTANT',
      text('收到的时间或日期，如 2026-09-24T10:00:00+08:00', 'when it came in: an instant or a day'),
    ),
    pauses: option(
      'FILE',
      text('停止计算的日期，JSON 数组 [{from,to}]', 'days on which the clock stands: JSON array [{from,to}]'),
    ),
    extended: option('', text('已批准延期', 'an extension was approved')),
  },
  words: ['deadline'],
  run: async (session, options, [verb]) => {
    if (verb !== 'deadline')
      throw unknownWord('cases', 'jiahu cases deadline --service KEY --received INSTANT');
    const input = {
      service: required(options, 'service'),
      received: required(options, 'received'),
      pauses: readPauses(textOption(options, 'pauses')),
      extensions: options['extended'] === true ? 1 : 0,
    };
    const answer = await withCaller(session, (caller) => caller.call('casework/compute-deadline', input));
    session.output.data(JSON.stringify(answer, null, session.json ? undefined : 2));
  },
};

interface Listed {
  readonly services: readonly {
    readonly key: string;
    readonly title: Text;
    readonly group: string;
    readonly filedBy: string;
    readonly offered: boolean;
  }[];
}

/** `jiahu services list`: everything that can be asked for. */
export const servicesCommand: Command = {
  name: 'services',
  summary: text('列出服务：services list', 'list the services: services list'),
  options: {},
  words: ['list'],
  run: async (session, _options, [verb]) => {
    if (verb !== 'list') throw unknownWord('services', 'jiahu services list');
    const answer = (await withCaller(session, (caller) =>
      caller.call('casework/list-services', {}),
    )) as Listed;
    session.output.data(
      session.json
        ? JSON.stringify(answer)
        : asTable(
            answer.services.map(({ title, offered, key, group, filedBy }) => ({
              key,
              title: title[session.locale],
              group,
              filedBy,
              offered: offered ? '✓' : null,
            })),
          ),
    );
  },
};
