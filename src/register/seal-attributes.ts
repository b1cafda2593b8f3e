import type { Attributes, ClearAttributes } from './person.ts';
import { type SealedKey, sealedKeys, type Vault } from './vault.ts';

type Clear = Partial<ClearAttributes>;

export interface Sealing {
  readonly vault: Vault;
  readonly personId: string;
}

const isKey = (key: string): key is SealedKey => sealedKeys.some((one) => one === key);

/** A value in clear, sealed; one that is already there stays sealed as it is, so that nothing seems to change. */
function sealOne(
  { vault, personId }: Sealing,
  key: SealedKey,
  { clear, before }: { clear: string; before: Attributes[SealedKey] },
) {
  if (before !== null && vault.open(personId, key, before) === clear) return before;
  return vault.seal(personId, key, clear);
}

/** What a form gave, as the register keeps it. */
export function sealAttributes(
  sealing: Sealing,
  given: Clear,
  before: Attributes | null,
): Partial<Attributes> {
  const sealed = Object.entries(given).map(([key, value]) =>
    isKey(key) && typeof value === 'string'
      ? [key, sealOne(sealing, key, { clear: value, before: before?.[key] ?? null })]
      : [key, value],
  );
  return Object.fromEntries(sealed) as Partial<Attributes>;
}

/** The sealed attributes of a person in clear: for finding and comparing, never for showing. */
export function openAttributes(
  { vault, personId }: Sealing,
  attributes: Attributes,
): Readonly<Record<SealedKey, string | null>> {
  const open = (key: SealedKey) => {
    const sealed = attributes[key];
    return sealed && vault.open(personId, key, sealed);
  };
  return {
    idNumber: open('idNumber'),
    documentNumber: open('documentNumber'),
    phone: open('phone'),
    address: open('address'),
  };
}
