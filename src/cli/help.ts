import { type Locale, text } from '../language/index.ts';
import type { Command } from './command.ts';

const jsonOption = text('只在标准输出写数据（JSON）', 'write data alone (JSON) to standard output');
const usageWord = text('用法', 'Usage');
const optionsWord = text('选项', 'Options');
const commandsWord = text('命令', 'Commands');
const more = text('各命令的选项：jiahu 命令 --help', 'Options of a command: jiahu COMMAND --help');
const whatItIs = text(
  '家户 Jiahu：人口与家庭服务平台',
  'Jiahu (家户): population and family services platform',
);

const column = (left: string, right: string) => `  ${left.padEnd(28)} ${right}`;

/** What `jiahu COMMAND --help` prints. */
export function commandHelp(command: Command, locale: Locale): string {
  const options = Object.entries(command.options).map(([name, option]) =>
    column(`--${name}${option.value ? ` ${option.value}` : ''}`, option.summary[locale]),
  );
  const words = command.words.length > 0 ? ` ${command.words.join(' ')}` : '';
  return [
    command.summary[locale],
    '',
    `${usageWord[locale]}: jiahu ${command.name}${words} [--…]`,
    '',
    `${optionsWord[locale]}:`,
    ...options,
    column('--json', jsonOption[locale]),
  ].join('\n');
}

/** What `jiahu --help` prints. */
export const generalHelp = (commands: readonly Command[], locale: Locale): string =>
  [
    whatItIs[locale],
    '',
    `${commandsWord[locale]}:`,
    ...commands.map((command) => column([command.name, ...command.words].join(' '), command.summary[locale])),
    '',
    more[locale],
  ].join('\n');
