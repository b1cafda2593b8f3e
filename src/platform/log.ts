import { existsSync, renameSync, statSync } from 'node:fs';
import pino, { type Logger } from 'pino';
import type { Settings } from './settings.ts';

const LARGEST_BYTES = 50 * 1024 * 1024;

/** Structured logs, one JSON object a line, into a file of the data folder (rotated at start) or standard error. */
export function openLog(settings: Settings, defaultFile: string): Logger {
  const file = settings.logFile ?? defaultFile;
  if (file !== '-') rotate(file);
  const destination = pino.destination({
    dest: file === '-' ? 2 : file,
    sync: true,
    mkdir: true,
    mode: 0o600,
  });
  // A full disk must not end the process: what cannot be logged is lost, what was asked is still answered.
  destination.on('error', () => undefined);
  return pino(
    { level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
}

function rotate(file: string): void {
  if (existsSync(file) && statSync(file).size > LARGEST_BYTES) renameSync(file, `${file}.1`);
}
