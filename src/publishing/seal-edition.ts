import { createHash } from 'node:crypto';
import type { Edition, EditionContent } from './edition.ts';

/** JSON with the keys of every object in order: the same content always has the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The content with the checksum that proves it unchanged. */
export const sealEdition = (content: EditionContent): Edition => ({
  content,
  sha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
});
