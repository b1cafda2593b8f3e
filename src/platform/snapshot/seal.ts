import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** SHA-256 over the sorted list of `path checksum` of all files below `folder`: any changed byte changes it. */
export async function folderSha256(folder: string): Promise<string> {
  const files = filesIn(folder);
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.slice(folder.length + 1)} ${await fileSha256(file)}\n`);
  return hash.digest('hex');
}

/** Names, sizes and times of all files: cheap to look at, and different after any write. */
const traces = (folder: string): string =>
  filesIn(folder)
    .map((file) => {
      const { size, mtimeMs, ino } = statSync(file);
      return `${file} ${String(size)} ${String(mtimeMs)} ${String(ino)}`;
    })
    .join('\n');

/** What this process has proven, by folder. */
const proven = new Map<string, { readonly sha256: string; readonly traces: string }>();

/**
 * Whether the files below `folder` are the sealed ones. Reading gigabytes for every question would cost seconds: they
 * are read once, and again only when any file looks different from then.
 */
export async function isSealed(folder: string, sha256: string): Promise<boolean> {
  const seen = traces(folder);
  const known = proven.get(folder);
  if (known?.sha256 === sha256 && known.traces === seen) return true;
  if ((await folderSha256(folder)) !== sha256) return false;
  proven.set(folder, { sha256, traces: seen });
  return true;
}
