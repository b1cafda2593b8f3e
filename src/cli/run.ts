import type { Locale, Text } from '../language/index.ts';
import { text } from '../language/index.ts';
import { asDomainError, DomainError, errorKinds, failure } from '../platform/index.ts';
import type { Command, Output, Session } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { readArguments } from './read-arguments.ts';

export interface Terminal {
  readonly arguments: readonly string[];
  readonly output: Output;
  readonly locale: Locale;
}

const unknownCommand = (name: string, commands: readonly Command[]) =>
  failure(
    'invalid_input',
    text(`没有命令 ${name}。`, `There is no command ${name}.`),
    text(
      `现有命令：${commands.map((one) => one.name).join('、')}。`,
      `The commands are: ${commands.map((one) => one.name).join(', ')}.`,
    ),
  );

/** Runs one command line and returns its exit status: 0, or the one of the error's code. */
export async function runCli(
  terminal: Terminal,
  commands: readonly Command[],
  open: Session['open'],
): Promise<number> {
  try {
    await dispatch(terminal, commands, open);
    return 0;
  } catch (error) {
    return sayError(terminal, asDomainError(error));
  }
}

async function dispatch(
  terminal: Terminal,
  commands: readonly Command[],
  open: Session['open'],
): Promise<void> {
  const [name, ...rest] = terminal.arguments;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.output.data(generalHelp(commands, terminal.locale));
    return;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) throw unknownCommand(name, commands);
  const { options, words } = readArguments(command, rest);
  if (options['help'] === true) {
    terminal.output.data(commandHelp(command, terminal.locale));
    return;
  }
  const session: Session = {
    open,
    output: terminal.output,
    locale: terminal.locale,
    json: options['json'] === true,
  };
  await command.run(session, options, words);
}

/** One clear sentence with the remedy; the insides of a bug go to the log, not to the reader. */
function sayError(terminal: Terminal, error: unknown): number {
  if (error instanceof DomainError) {
    const { code, message, remedy } = error.details;
    say(terminal, message, remedy);
    return errorKinds[code].exit;
  }
  say(terminal, errorKinds.internal.message, {
    zh: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    en: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
  return errorKinds.internal.exit;
}

const say = (terminal: Terminal, message: Text, remedy: Text) => {
  terminal.output.note(`${message[terminal.locale]} ${remedy[terminal.locale]}`);
};
