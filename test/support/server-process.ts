import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/index.ts';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export const jiahu = join(projectRoot, 'bin', 'jiahu');

/** A data folder of the test's own; PostgreSQL's account must be able to pass, so under the temporary folder. */
export function temporaryDataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'jiahu-e2e-'));
  chmodSync(path, 0o711);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else
      child.once('exit', () => {
        resolve();
      });
  });

/** Starts `jiahu start` on a free port and waits until it says where it serves. */
export async function startServer(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(jiahu, ['start', '--port', '0'], {
    env: { ...process.env, DATA_DIR: dataFolder, JIAHU_LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /portal: (http:\/\/[^/]+)\//.exec(said)?.[1];
      if (address && said.includes('Ctrl-C')) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => {
      reject(new Error(`the server ended before it served: ${said}`));
    });
  });
  return {
    child,
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}
