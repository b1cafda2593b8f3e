import pino from 'pino';
import { readSettings } from '../platform/index.ts';
import { buildConsole } from './build-console.ts';

/** `npm run build:console`: builds the console and says where it is. */
const build = buildConsole(readSettings(process.env).dataDir, pino({ level: 'error' }));
await build.finished;
process.stdout.write(`${build.state()} ${build.folder}\n`);
process.exitCode = build.state() === 'ready' ? 0 : 1;
