import { parseArgs } from 'node:util';
import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { Command, OptionValues } from './command.ts';

const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

const misread = (command: Command, reason: string) =>
  failure(
    'invalid_input',
    text(`命令行有误：${reason}。`, `The command line is not right: ${reason}.`),
    text(`请看 jiahu ${command.name} --help。`, `See jiahu ${command.name} --help.`),
  );

export interface Arguments {
  readonly options: OptionValues;
  readonly words: readonly string[];
}

/** The options and words after the command's own name; anything unknown is refused. */
export function readArguments(command: Command, given: readonly string[]): Arguments {
  const own = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: option.value ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { ...own, ...common },
      allowPositionals: true,
      strict: true,
    });
    const missing = command.words.slice(positionals.length).filter((word) => !word.startsWith('['));
    if (values.help !== true && missing.length > 0) throw new Error(`${missing.join(' ')} is missing`);
    if (positionals.length > command.words.length)
      throw new Error(`"${positionals.at(-1) ?? ''}" is one word too many`);
    return { options: values, words: positionals };
  } catch (error) {
    throw misread(command, error instanceof Error ? (error.message.split('. ')[0] ?? '') : '');
  }
}

/** A whole number or decimal of an option, or undefined when it was not given. */
export function numberOption(command: Command, options: OptionValues, name: string): number | undefined {
  const value = options[name];
  if (typeof value !== 'string') return undefined;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number))
    throw misread(command, `--${name} takes a number, not "${value}"`);
  return number;
}

/** The text of an option, or undefined when it was not given. */
export const textOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
