import { type DemoAccount, demoAccountsFile } from '../identity/index.ts';
import type { Locale } from '../language/index.ts';

export interface Addresses {
  readonly url: string;
  readonly folder: string;
  readonly databaseFolder: string | null;
  readonly demo: readonly DemoAccount[];
  readonly synthetic: boolean;
}

interface Reader {
  readonly locale: Locale;
  readonly say: (line: string) => void;
}

const words = {
  zh: {
    portal: '门户',
    report: '2013 年报告',
    console: '工作台',
    api: '接口说明',
    data: '数据目录',
    database: '数据库所在',
    demo: '演示账户（仅限本机）',
    madeUp: '这是虚构的城市：没有一个人是真实的。',
    stop: '按 Ctrl-C 停止。',
  },
  en: {
    portal: 'portal',
    report: 'report of 2013',
    console: 'staff console',
    api: 'API description',
    data: 'data folder',
    database: 'database in',
    demo: 'demo accounts (this machine only)',
    madeUp: 'This is a made-up city: none of its people exists.',
    stop: 'Ctrl-C stops it.',
  },
} as const;

/** Where everything is, for whoever started it. */
export function printAddresses(
  { locale, say }: Reader,
  { url, folder, databaseFolder, demo, synthetic }: Addresses,
): void {
  const word = words[locale];
  const base = locale === 'en' ? `${url}/en` : url;
  say('');
  say(`  ${word.portal}: ${base}/`);
  say(`  ${word.report}: ${base}/reports/2013`);
  say(`  ${word.console}: ${url}/console/`);
  say(`  ${word.api}: ${url}/api/openapi.json`);
  say(`  ${word.data}: ${folder}`);
  if (databaseFolder && !databaseFolder.startsWith(folder)) say(`  ${word.database}: ${databaseFolder}`);
  if (demo.length > 0) {
    say(`  ${word.demo}: ${folder}/${demoAccountsFile}`);
    for (const account of demo)
      say(`    ${account.name.padEnd(27)} ${account.password}  ${account.role} ${account.area}`);
  }
  say('');
  if (synthetic) say(`  ${word.madeUp}`);
  say(`  ${word.stop}`);
}
