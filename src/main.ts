import { type Command, numberOption, operationCommands, runCli, textOption } from './cli/index.ts';
import { initialiseReal } from './composition/init.ts';
import { openCaller, openHouse } from './composition/open-caller.ts';
import { type Progress, terminalProgress } from './composition/progress.ts';
import { rotateFieldKeys } from './composition/rotate-keys.ts';
import { startHouse } from './composition/start.ts';
import { type Locale, text } from './language/index.ts';
import { readSettings, type Settings } from './platform/index.ts';

/** Chinese is the default; a terminal set to English gets English. */
const locale: Locale = /^en/i.test(
  process.env['JIAHU_LANG'] ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '',
)
  ? 'en'
  : 'zh';
const progress: Progress = terminalProgress(process.stderr, locale);
const output = {
  data: (line: string) => process.stdout.write(`${line}\n`),
  note: (line: string) => process.stderr.write(`${line}\n`),
};

const settings = (changes: Partial<Settings> = {}): Settings => ({
  ...readSettings(process.env),
  ...changes,
});

/** Resolves when somebody asks the process to end. */
const askedToStop = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });

const start: Command = {
  name: 'start',
  summary: text(
    '启动；空的默认数据库会先生成虚构城市',
    'start; an empty default database first gets the made-up city',
  ),
  options: { port: { value: 'PORT', summary: text('端口，默认 8080', 'port; default 8080') } },
  words: [],
  run: async (_session, options) => {
    const port = numberOption(start, options, 'port');
    const stopping = askedToStop();
    const began = performance.now();
    const started = await startHouse({
      settings: settings(port === undefined ? {} : { port }),
      progress,
      locale,
      say: output.data,
    });
    output.note(`  ${((performance.now() - began) / 1000).toFixed(2)} s`);
    await stopping;
    await started.stop();
  },
};

const init: Command = {
  name: 'init',
  summary: text('建立真实的空城市，只有一个管理员', 'make a real, empty city with one administrator'),
  options: {
    admin: {
      value: 'NAME',
      summary: text('管理员用户名，默认 admin', "the administrator's name; default admin"),
    },
  },
  words: [],
  run: async (session, options) => {
    const { house, close } = await openHouse({ settings: settings(), progress, locale });
    try {
      const account = await initialiseReal(house, textOption(options, 'admin') ?? 'admin');
      const line = { zh: '请立即保存，口令只显示这一次', en: 'keep it now: the password is shown only once' }[
        locale
      ];
      session.output.data(
        session.json ? JSON.stringify(account) : `${account.name}  ${account.password}  (${line})`,
      );
    } finally {
      await close();
    }
  },
};

const rotateKeys: Command = {
  name: 'rotate-keys',
  summary: text(
    '新增字段密钥并用它重新加密（先停止服务）',
    'add a key for sealed fields and seal everything anew (stop the server first)',
  ),
  options: {},
  words: [],
  run: async (session) => {
    const rotated = await rotateFieldKeys({ settings: settings(), progress, locale });
    session.output.data(JSON.stringify(rotated, null, session.json ? undefined : 2));
  },
};

process.exitCode = await runCli(
  { arguments: process.argv.slice(2), output, locale },
  [start, init, rotateKeys, ...operationCommands],
  () => openCaller({ settings: settings(), progress, locale }),
);
