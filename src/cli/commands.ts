import { type Text, text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import { benefitsCommand } from './benefit-commands.ts';
import { casesCommand, servicesCommand } from './case-commands.ts';
import type { Command, OptionValues, Session } from './command.ts';
import { importCommand, templateCommand, writeFile } from './import-commands.ts';
import { asCsv, asTable, type Row } from './print-rows.ts';
import { numberOption, textOption } from './read-arguments.ts';
import { withCaller } from './with-caller.ts';

const option = (value: string, summary: Text) => ({ value, summary });

/** Calls one operation by name and shows its receipt. */
async function callAndShow(session: Session, name: string, input: object): Promise<void> {
  const receipt = await withCaller(session, (caller) => caller.call(name, input));
  session.output.data(JSON.stringify(receipt, null, session.json ? undefined : 2));
}

const seed: Command = {
  name: 'seed',
  summary: text(
    '生成虚构城市（仅限空的虚构数据库）',
    'make the made-up city (in an empty synthetic database only)',
  ),
  options: {
    scale: option(
      'S',
      text('规模，0.001 至 1，默认 0.01', 'share of the real size, 0.001 to 1; default 0.01'),
    ),
    seed: option('N', text('随机种子，默认 2013', 'seed of the generator; default 2013')),
  },
  words: [],
  run: (session, options) =>
    callAndShow(session, 'synthetic/seed-city', {
      scale: numberOption(seed, options, 'scale'),
      seed: numberOption(seed, options, 'seed'),
    }),
};

const snapshot: Command = {
  name: 'snapshot',
  summary: text('封存登记簿的统计快照', 'seal a statistics snapshot of the register'),
  options: {
    at: option(
      'DATE',
      text('包含截至该日的事件，默认今天', 'with what had happened by that day; default today'),
    ),
  },
  words: [],
  run: (session, options) =>
    callAndShow(session, 'statistics/take-snapshot', { at: textOption(options, 'at') }),
};

const indicators: Command = {
  name: 'indicators',
  summary: text('由快照计算指标', 'compute indicators from the snapshot'),
  options: {
    year: option('Y', text('年份', 'year')),
    area: option('CODE', text('地区代码，默认全市', 'division code; default the city')),
    population: option('KIND', text('口径：registered 户籍、resident 常住', 'registered or resident')),
    boundaries: option('WHEN', text('区划口径：then 当时、now 今日', 'boundaries: then or now')),
    format: option('FORMAT', text('输出：table、json、csv', 'table, json or csv')),
  },
  words: [],
  run: async (session, options) => {
    const format = session.json ? 'json' : (textOption(options, 'format') ?? 'table');
    const print = formats[format];
    if (!print) throw unknownFormat(format);
    const input = {
      year: numberOption(indicators, options, 'year'),
      area: textOption(options, 'area'),
      population: textOption(options, 'population'),
      boundaries: textOption(options, 'boundaries'),
    };
    const result = await withCaller(session, (caller) => caller.call('statistics/compute-indicators', input));
    session.output.data(print(rowsOf(result)));
  },
};

const formats: Readonly<Record<string, ((rows: readonly Row[]) => string) | undefined>> = {
  table: asTable,
  json: (rows) => JSON.stringify(rows),
  csv: asCsv,
};

const unknownFormat = (format: string) =>
  failure(
    'invalid_input',
    text(`不认识的格式 ${format}。`, `There is no format ${format}.`),
    text('可用 table、json、csv。', 'Use table, json or csv.'),
  );

interface IndicatorRow {
  readonly areaName: Text;
}
const hasRows = (value: unknown): value is { readonly rows: readonly (IndicatorRow & Row)[] } =>
  typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows);

/** Names in the two languages become one column each, so that every cell is plain. */
function rowsOf(result: unknown): readonly Row[] {
  if (!hasRows(result)) return [];
  return result.rows.map(({ areaName, ...row }) => ({ ...row, areaName: areaName.zh }));
}

const report: Command = {
  name: 'report',
  summary: text(
    '发布年度工作报告的新一版：report publish 年份',
    'publish the next edition of the annual report: report publish YEAR',
  ),
  options: {},
  words: ['publish', 'YEAR'],
  run: async (session, _options, [verb, year]) => {
    if (verb !== 'publish') throw unknownVerb('report', verb ?? '', 'jiahu report publish YEAR');
    await callAndShow(session, 'publishing/publish-report', { year: Number(year) });
  },
};

const unknownVerb = (command: string, verb: string, usage: string) =>
  failure(
    'invalid_input',
    text(`${command} 没有 ${verb}。`, `${command} has no word ${verb}.`),
    text(`请用 ${usage}。`, `Use ${usage}.`),
  );

async function exportPerson(session: Session, personId: string, options: OptionValues): Promise<void> {
  const pdf = textOption(options, 'pdf');
  const input = {
    personId,
    reason: textOption(options, 'reason'),
    format: pdf === undefined ? 'json' : 'pdf',
    locale: session.locale,
  };
  const { document, ...file } = (await withCaller(session, (caller) =>
    caller.call('register/export-person-file', input),
  )) as { readonly document: { readonly content: string } | null };
  session.output.data(JSON.stringify(file, null, session.json ? undefined : 2));
  if (pdf !== undefined && document) writeFile(pdf, document.content);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const person: Command = {
  name: 'person',
  summary: text(
    '查看一人：person show 编号或身份证号；为本人导出全部信息：person export 编号',
    'read one person: person show PERSON_ID or ID_NUMBER; write out all for that person: person export PERSON_ID',
  ),
  options: {
    'as-of': option('DATE', text('该日的情况，默认今天', 'what was true on that day; default today')),
    'known-at': option(
      'WHEN',
      text('到该日（或时刻）为止所知，默认现在', 'what was known by that day or instant; default now'),
    ),
    pdf: option('PATH', text('导出时另写一份 PDF', 'for export: write it as PDF as well')),
    reason: option(
      'WORDS',
      text(
        '导出的理由（谁要求、如何证明身份），或查看未满 14 周岁儿童档案的理由；记入日志',
        'why it is exported (who asked, and how they proved who they are), or why the file of a child under 14 is read; logged',
      ),
    ),
  },
  words: ['show|export', 'WHO'],
  run: async (session, options, [verb, who = '']) => {
    if (verb === 'export') {
      await exportPerson(session, who, options);
      return;
    }
    if (verb !== 'show') throw unknownVerb('person', verb ?? '', 'jiahu person show WHO');
    await callAndShow(session, 'register/read-person', {
      ...(UUID.test(who) ? { personId: who } : { idNumber: who }),
      asOf: textOption(options, 'as-of'),
      knownAt: textOption(options, 'known-at'),
      reason: textOption(options, 'reason'),
    });
  },
};

const call: Command = {
  name: 'call',
  summary: text('按名称调用任一接口', 'call any operation by its name'),
  options: { input: option('JSON', text('输入，默认 {}', 'its input; default {}')) },
  words: ['ROOM/VERB-NOUN'],
  run: (session, options, [name]) =>
    callAndShow(session, name ?? '', readJson(textOption(options, 'input') ?? '{}')),
};

function readJson(value: string): object {
  try {
    return JSON.parse(value) as object;
  } catch {
    throw failure(
      'invalid_input',
      text('--input 不是有效的 JSON。', '--input is not valid JSON.'),
      text('请检查引号。', 'Check the quotes.'),
    );
  }
}

const operations: Command = {
  name: 'operations',
  summary: text('列出全部接口', 'list all operations'),
  options: {},
  words: [],
  run: (session) =>
    withCaller(session, async (caller) => {
      const rows = (await caller.operations()).map(({ name, summary }) => ({ name, summary }));
      session.output.data(session.json ? JSON.stringify(rows) : asTable(rows));
    }),
};

/** The commands that only call operations; `start` and `init` come from the composition root. */
export const operationCommands: readonly Command[] = [
  seed,
  snapshot,
  indicators,
  report,
  person,
  importCommand,
  templateCommand,
  servicesCommand,
  casesCommand,
  benefitsCommand,
  call,
  operations,
];
