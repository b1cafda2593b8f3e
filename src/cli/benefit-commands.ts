import { readFileSync } from 'node:fs';
import { type Text, text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import { batchOptions, runBatch } from './batch-commands.ts';
import type { Command, OptionValues, Session } from './command.ts';
import { asTable, type Row } from './print-rows.ts';
import { numberOption, textOption } from './read-arguments.ts';
import { withCaller } from './with-caller.ts';

const option = (value: string, summary: Text) => ({ value, summary });

const VERBS = 'assess|explain|facts|values|snapshot|forecast|try|batch';

const unknownVerb = () =>
  failure(
    'invalid_input',
    text('benefits 后面的词不认识。', 'That word is not known after benefits.'),
    text(`可用 ${VERBS}。`, `Use one of ${VERBS}.`),
  );

const missing = (name: string) =>
  failure(
    'invalid_input',
    text(`缺少 --${name}。`, `--${name} is missing.`),
    text('加上 --help 查看用法。', 'See --help.'),
  );

const unreadable = (path: string) =>
  failure(
    'invalid_input',
    text(`${path} 不能读取，或不是 JSON 对象。`, `${path} cannot be read, or is not a JSON object.`),
    text(
      '写成 {"birth_date": "1950-05-20", …}；列名见 jiahu benefits facts。',
      'Write {"birth_date": "1950-05-20", …}; jiahu benefits facts lists the columns.',
    ),
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readObject(path: string): Readonly<Record<string, unknown>> {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw unreadable(path);
  }
  if (!isObject(read)) throw unreadable(path);
  return read;
}

const asked = (options: OptionValues) => ({
  at: textOption(options, 'at'),
  knownAt: textOption(options, 'known-at'),
  programme: textOption(options, 'programme'),
  area: textOption(options, 'area'),
});

const call = (session: Session, name: string, input: object) =>
  withCaller(session, (caller) => caller.call(name, input));

const print = (session: Session, answer: unknown) => {
  session.output.data(JSON.stringify(answer, null, session.json ? undefined : 2));
};

interface Assessed {
  readonly at: string;
  readonly knownAt: string;
  readonly snapshot: { readonly at: string };
  readonly programmes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly withoutValues: Readonly<
    Record<string, readonly { readonly parameter: string; readonly day: string }[]>
  >;
  readonly notInForce: readonly string[];
}

const COUNTS = ['eligible', 'eligibleIfDeclared', 'notEligible', 'unknown', 'amountFen'] as const;

function noteGaps({ output, locale }: Session, { withoutValues, notInForce, snapshot }: Assessed): void {
  const say = (words: Text) => {
    output.note(words[locale]);
  };
  say(text(`快照截至 ${snapshot.at}`, `snapshot of ${snapshot.at}`));
  for (const key of notInForce) say(text(`${key}：当时没有这个项目`, `${key}: there was no such programme`));
  for (const [key, values] of Object.entries(withoutValues)) {
    const names = values.map(({ parameter }) => parameter).join(', ');
    say(text(`${key}：缺少数值 ${names}`, `${key}: no value of ${names}`));
  }
}

/** `benefits assess`: counts of everybody, by programme. */
async function assess(session: Session, options: OptionValues): Promise<void> {
  const answer = (await call(session, 'benefits/assess-people', asked(options))) as Assessed;
  noteGaps(session, answer);
  if (session.json) {
    session.output.data(JSON.stringify(answer.programmes));
    return;
  }
  const rows = Object.entries(answer.programmes).map(
    ([programme, counts]): Row => ({
      programme,
      ...Object.fromEntries(COUNTS.map((key) => [key, counts[key] ?? 0])),
    }),
  );
  session.output.data(asTable(rows));
}

const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** What the file says of somebody who need not exist; `declared` and `area` may stand beside the columns. */
function hypothetical(path: string) {
  const { declared, area, ...facts } = readObject(path);
  return { facts, declared: list(declared), area: typeof area === 'string' ? area : undefined };
}

/** `benefits explain`: a person of the register, or somebody in a file. */
async function explain(session: Session, options: OptionValues): Promise<void> {
  const [person, path] = [textOption(options, 'person'), textOption(options, 'facts')];
  if (person === undefined && path === undefined) throw missing('person');
  const input = asked(options);
  if (input.programme === undefined) throw missing('programme');
  const told = path === undefined ? { personId: person } : hypothetical(path);
  const declared = textOption(options, 'declared')?.split(',') ?? ('declared' in told ? told.declared : []);
  const area = input.area ?? ('area' in told ? told.area : undefined);
  print(session, await call(session, 'benefits/explain-eligibility', { ...told, ...input, declared, area }));
}

interface ListedFacts {
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly label: Text;
    readonly codes: readonly string[] | null;
  }[];
}

/** `benefits facts`: what conditions may ask about. */
async function listFacts(session: Session): Promise<void> {
  const answer = (await call(session, 'benefits/list-facts', {})) as ListedFacts;
  if (session.json) {
    print(session, answer);
    return;
  }
  const rows = answer.columns.map(({ name, type, label, codes }) => ({
    name,
    type,
    codes: codes?.join(' ') ?? null,
    meaning: label[session.locale],
  }));
  session.output.data(asTable(rows));
}

const readChanges = (given: string | undefined) => {
  if (given === undefined) throw missing('change');
  return given.split(',').map((one) => {
    const [parameter = '', value] = one.split('=');
    return { parameter, value: Number(value) };
  });
};

const verbs: Readonly<Record<string, (session: Session, options: OptionValues) => Promise<void>>> = {
  assess,
  explain,
  facts: listFacts,
  values: async (session, options) => {
    const { programme } = asked(options);
    print(session, await call(session, 'benefits/list-values', { programme }));
  },
  snapshot: async (session, options) => {
    print(session, await call(session, 'benefits/take-snapshot', { at: textOption(options, 'at') }));
  },
  forecast: async (session, options) => {
    const months = numberOption(benefitsCommand, options, 'months');
    print(session, await call(session, 'benefits/forecast-eligibility', { ...asked(options), months }));
  },
  try: async (session, options) => {
    const changes = readChanges(textOption(options, 'change'));
    print(session, await call(session, 'benefits/try-rules', { ...asked(options), changes }));
  },
};

/** `jiahu benefits …`: who is entitled to what, and why. */
export const benefitsCommand: Command = {
  name: 'benefits',
  summary: text(
    `待遇：全体评估、个人说明、事实、标准、快照、预测、试算、发放名单：benefits ${VERBS}`,
    `benefits: assess everybody, explain one, facts, values, snapshot, forecast, trial, lists of payments: benefits ${VERBS}`,
  ),
  options: {
    ...batchOptions,
    at: option('DATE', text('评估日期，默认今天', 'the day of assessment; default today')),
    'known-at': option(
      'DATE',
      text('按该日所知的规定，默认今天', 'the rules as known on that day; default today'),
    ),
    programme: option('KEY', text('项目，默认全部', 'the programme; default all')),
    area: option('CODE', text('地区代码，默认全市', 'division code; default the city')),
    person: option('PERSON_ID', text('登记簿中的人', 'somebody of the register')),
    facts: option(
      'FILE',
      text(
        '假设的人，JSON 文件，列名见 benefits facts',
        'somebody who need not exist: a JSON file; see benefits facts',
      ),
    ),
    declared: option(
      'IDS',
      text('已承诺的条件，用逗号分开', 'conditions that are declared, with commas between'),
    ),
    months: option('N', text('预测的月数，默认 12', 'months to look ahead; default 12')),
    change: option('NAME=VALUE', text('试算的参数，用逗号分开', 'parameters to try, with commas between')),
  },
  words: [VERBS, '[VERB]'],
  run: async (session, options, [verb = '', what]) => {
    if (verb === 'batch') {
      await runBatch({ session, options, command: benefitsCommand }, what);
      return;
    }
    const run = verbs[verb];
    if (!run) throw unknownVerb();
    await run(session, options);
  },
};
