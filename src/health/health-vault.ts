import type { FieldCipher, Sealed } from '../platform/index.ts';
import type { SealedContent } from './tables.ts';

/** What opens what is sealed in the health room. `place` says where a value belongs: it opens nowhere else. */
export interface HealthVault {
  readonly seal: (place: string, clear: string) => Sealed;
  readonly open: (place: string, sealed: Sealed) => string;
}

export const createHealthVault = (cipher: FieldCipher): HealthVault => ({
  seal: (place, clear) => cipher.seal(clear, `health ${place}`),
  open: (place, sealed) => cipher.open(sealed, `health ${place}`),
});

/** Sealing hides what is said but not how long it is, and `outside` is longer than `normal`: all are as long. */
const BLOCK = 256;

function writePadded(value: unknown): string {
  const json = JSON.stringify(value);
  return json.padEnd(Math.ceil(json.length / BLOCK) * BLOCK);
}

/** The values of a record, each sealed by itself under the record and its key. */
export const sealContent = (
  vault: HealthVault,
  recordId: string,
  values: Readonly<Record<string, unknown>>,
): SealedContent =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, vault.seal(`record ${recordId} ${key}`, writePadded(value))]),
  );

export const openContent = (
  vault: HealthVault,
  recordId: string,
  content: SealedContent,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(content).map(([key, sealed]) => [
      key,
      JSON.parse(vault.open(`record ${recordId} ${key}`, sealed)) as unknown,
    ]),
  );
