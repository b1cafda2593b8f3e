import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Caller } from '../cli/index.ts';
import { text } from '../language/index.ts';
import {
  DomainError,
  type ErrorCode,
  errorKinds,
  failure,
  type OperationRegistry,
  openDataFolder,
  type Settings,
  serverFile,
} from '../platform/index.ts';
import { assemble, type House } from './assemble.ts';
import { openGround } from './open-ground.ts';
import type { Progress } from './progress.ts';

const noteSchema = z.object({ url: z.url(), token: z.string() });
const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  field: z.string().optional(),
});

const unknownOperation = (name: string, registry: OperationRegistry) =>
  failure(
    'not_found',
    text(`没有接口 ${name}。`, `There is no operation ${name}.`),
    text(
      `现有接口：${[...registry.keys()].join('、')}。`,
      `The operations are: ${[...registry.keys()].join(', ')}.`,
    ),
  );

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.object({ post: z.object({ summary: z.string() }) })),
});

/** Calls operations at the server that holds the data folder. */
function remoteCaller(server: z.output<typeof noteSchema>, locale: string): Caller {
  const headers = {
    Authorization: `Bearer ${server.token}`,
    'Content-Type': 'application/json',
    'Accept-Language': locale,
  };
  return {
    close: () => Promise.resolve(),
    operations: async () => {
      const description: unknown = await (await fetch(`${server.url}/api/openapi.json`)).json();
      const { paths } = descriptionSchema.parse(description);
      return Object.entries(paths).map(([path, { post }]) => ({
        name: path.slice('/api/'.length),
        summary: post.summary,
      }));
    },
    call: async (name, input) => {
      const response = await fetch(`${server.url}/api/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw asFailure(answer);
      return answer;
    },
  };
}

const isErrorCode = (code: string): code is ErrorCode => code in errorKinds;

function asFailure(answer: unknown): DomainError {
  const { code, message, remedy, field } = errorSchema.parse(answer);
  return new DomainError({
    code: isErrorCode(code) ? code : 'internal',
    message: text(message, message),
    remedy: text(remedy, remedy),
    ...(field === undefined ? {} : { field }),
  });
}

export interface Opening {
  readonly settings: Settings;
  readonly progress: Progress;
  readonly locale: string;
}

/** Opens the house in this process; the data folder is locked until it is closed. */
export async function openHouse({
  settings,
}: Opening): Promise<{ house: House; close: () => Promise<void> }> {
  const folder = await openDataFolder(settings.dataDir);
  try {
    const ground = await openGround(settings, folder);
    const close = async () => {
      await ground.close();
      folder.release();
    };
    return { house: assemble(ground, () => false), close };
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function localCaller(opening: Opening): Promise<Caller> {
  const { house, close } = await openHouse(opening);
  return {
    close,
    operations: () =>
      Promise.resolve(
        [...house.registry.values()].map(({ name, summary }) => ({
          name,
          summary: `${summary.zh} / ${summary.en}`,
        })),
      ),
    call: async (name, input) => {
      const operation = house.registry.get(name);
      if (!operation) throw unknownOperation(name, house.registry);
      return house.execute(operation, input, { actor: house.operator, progress: opening.progress.report });
    },
  };
}

/** The server that holds the data folder, when it said where it is. */
function runningServer(settings: Settings): z.output<typeof noteSchema> | null {
  const path = join(settings.dataDir, serverFile);
  const note = existsSync(path) ? noteSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  return note?.success ? note.data : null;
}

/** In this process when the data folder is free, otherwise through the server that holds it. */
export async function openCaller(opening: Opening): Promise<Caller> {
  try {
    return await localCaller(opening);
  } catch (error) {
    const held = error instanceof DomainError && error.details.code === 'data_folder_in_use';
    const server = held ? runningServer(opening.settings) : null;
    if (!server) throw error;
    return remoteCaller(server, opening.locale);
  }
}
