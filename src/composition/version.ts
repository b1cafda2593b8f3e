import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectRoot } from '../platform/index.ts';

const manifest = z.object({ version: z.string() });

/** The version of this checkout, as its package.json says. */
export const version: string = manifest.parse(
  JSON.parse(readFileSync(`${projectRoot}package.json`, 'utf8')),
).version;
