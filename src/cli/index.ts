export type { Caller, Command, Output, Session } from './command.ts';
export { operationCommands } from './commands.ts';
export { numberOption, textOption } from './read-arguments.ts';
export { runCli, type Terminal } from './run.ts';
