import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startServer, temporaryDataFolder } from './server-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    demoCity: string;
  }
}

/** The console is built beside the serving process. */
async function untilConsoleIsBuilt(url: string): Promise<void> {
  for (let waited = 0; waited < 120; waited += 1) {
    const page = await fetch(`${url}/console`).then((answer) => answer.text());
    if (!page.includes('http-equiv="refresh"')) return;
    await setTimeout(500);
  }
}

/** Makes the city of the demonstration once; each file of browser tests gets a copy of its own. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryDataFolder();
  const server = await startServer(folder.path);
  await untilConsoleIsBuilt(server.url);
  await server.stop();
  project.provide('demoCity', folder.path);
  return folder.remove;
}

/** A data folder with the city of the demonstration, as a start that was stopped left it. */
export function cityDataFolder(): ReturnType<typeof temporaryDataFolder> {
  const folder = temporaryDataFolder();
  // As `cp -a` does: the database belongs to an account of its own.
  const copied = spawnSync('cp', ['-a', `${inject('demoCity')}/.`, folder.path]);
  if (copied.status !== 0) throw new Error(`the city was not copied: ${copied.stderr.toString()}`);
  return folder;
}
