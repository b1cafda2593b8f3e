import { readFileSync, writeFileSync } from 'node:fs';
import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { Command, OptionValues, Session } from './command.ts';
import { asTable } from './print-rows.ts';
import { numberOption, textOption } from './read-arguments.ts';
import { withCaller } from './with-caller.ts';

const option = (value: string, zh: string, en: string) => ({ value, summary: text(zh, en) });

/** What the lists of payments are asked with. */
export const batchOptions = {
  programme: option('KEY', '项目，例如 rural-reward', 'the programme, rural-reward for instance'),
  year: option('Y', '年份', 'year'),
  quarter: option('Q', '季度，1 至 4', 'quarter, 1 to 4'),
  area: option('CODE', '地区代码', 'division code'),
  batch: option('ID', '名单编号（list 列出）', 'id of the list, as list shows it'),
  format: option('KEY', '文件格式：csv-utf8、fixed-gbk', 'format of the file: csv-utf8, fixed-gbk'),
  out: option('FILE', '银行文件写到哪里', 'where the file for the bank is written'),
  file: option('FILE', '银行回盘文件', 'the answer of the bank'),
  reason: option('WORDS', '撤销的理由', 'why a list is cancelled'),
} as const;

const missing = (name: string) =>
  failure(
    'invalid_input',
    text(`缺少 --${name}。`, `--${name} is missing.`),
    text('加上 --help 查看用法。', 'See --help.'),
  );

const unknownVerb = () =>
  failure(
    'invalid_input',
    text('benefits batch 后面的词不认识。', 'That word is not known after benefits batch.'),
    text(
      '请用 create、approve、cancel、export、read、reconcile、list 或 check。',
      'Use create, approve, cancel, export, read, reconcile, list or check.',
    ),
  );

const unreadable = (path: string) =>
  failure(
    'invalid_input',
    text(`${path} 不能读取。`, `${path} cannot be read.`),
    text('请核对文件名和权限。', 'Check its name and the right to read it.'),
  );

function required(options: OptionValues, name: keyof typeof batchOptions): string {
  const value = textOption(options, name);
  if (value === undefined) throw missing(name);
  return value;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    throw unreadable(path);
  }
}

const unwritable = (path: string) =>
  failure(
    'invalid_input',
    text(`${path} 不能写入。`, `${path} cannot be written.`),
    text('请换一个位置。', 'Choose another place.'),
  );

/** Accounts stand in it in clear: nobody but the owner reads it. */
function writePrivate(path: string, base64: string): void {
  try {
    writeFileSync(path, Buffer.from(base64, 'base64'), { mode: 0o600 });
  } catch {
    throw unwritable(path);
  }
}

interface Asked {
  readonly session: Session;
  readonly options: OptionValues;
  /** The command, for what is wrong with its numbers. */
  readonly command: Command;
}

async function callAndShow({ session }: Asked, name: string, input: object): Promise<void> {
  const answer = await withCaller(session, (caller) => caller.call(name, input));
  session.output.data(JSON.stringify(answer, null, session.json ? undefined : 2));
}

const onBatch = (name: string) => (asked: Asked) =>
  callAndShow(asked, name, { batchId: required(asked.options, 'batch') });

interface Exported {
  readonly fileName: string;
  readonly content: string;
}

/** The file goes where it was asked for, and nowhere else: readable by its owner alone. */
async function writeOut({ session, options }: Asked): Promise<void> {
  const input = { batchId: required(options, 'batch'), format: textOption(options, 'format') };
  const answer = (await withCaller(session, (caller) =>
    caller.call('benefits/export-batch', input),
  )) as Exported;
  const { content, ...said } = answer;
  const path = textOption(options, 'out') ?? answer.fileName;
  writePrivate(path, content);
  session.output.data(JSON.stringify({ ...said, path }, null, session.json ? undefined : 2));
}

async function list({ session, options, command }: Asked): Promise<void> {
  const input = {
    programme: textOption(options, 'programme'),
    year: numberOption(command, options, 'year'),
    area: textOption(options, 'area'),
  };
  const answer = (await withCaller(session, (caller) => caller.call('benefits/list-batches', input))) as {
    readonly batches: readonly Readonly<Record<string, string | number | null>>[];
  };
  session.output.data(session.json ? JSON.stringify(answer) : asTable(answer.batches));
}

const verbs: Readonly<Record<string, ((asked: Asked) => Promise<void>) | undefined>> = {
  create: (asked) =>
    callAndShow(asked, 'benefits/create-batch', {
      programme: required(asked.options, 'programme'),
      year: numberOption(asked.command, asked.options, 'year'),
      quarter: numberOption(asked.command, asked.options, 'quarter'),
      area: required(asked.options, 'area'),
    }),
  approve: onBatch('benefits/approve-batch'),
  cancel: (asked) =>
    callAndShow(asked, 'benefits/cancel-batch', {
      batchId: required(asked.options, 'batch'),
      reason: required(asked.options, 'reason'),
    }),
  export: writeOut,
  read: (asked) =>
    callAndShow(asked, 'benefits/read-return-file', {
      batchId: required(asked.options, 'batch'),
      format: textOption(asked.options, 'format'),
      content: contentOf(required(asked.options, 'file')),
    }),
  reconcile: onBatch('benefits/reconcile-batch'),
  list,
  check: (asked) => callAndShow(asked, 'benefits/check-ledger', {}),
};

/** `benefits batch VERB`: lists of payments. Whoever made one here has it approved by somebody else, at the console. */
export async function runBatch(asked: Asked, verb: string | undefined): Promise<void> {
  const run = verbs[verb ?? ''];
  if (!run) throw unknownVerb();
  await run(asked);
}
