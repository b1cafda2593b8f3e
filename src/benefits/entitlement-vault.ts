import type { FieldCipher, Sealed } from '../platform/index.ts';

/** What opens what is sealed about entitlements. `place` says where a value belongs: it opens nowhere else. */
export interface EntitlementVault {
  readonly seal: (place: string, clear: string) => Sealed;
  readonly open: (place: string, sealed: Sealed) => string;
}

export const createEntitlementVault = (cipher: FieldCipher): EntitlementVault => ({
  seal: (place, clear) => cipher.seal(clear, `benefits ${place}`),
  open: (place, sealed) => cipher.open(sealed, `benefits ${place}`),
});

/** Where somebody is paid to. */
export interface Account {
  readonly number: string;
  readonly holder: string;
}

interface AccountPlace {
  readonly entitlementId: string;
  readonly version: number;
}

const placeOf = ({ entitlementId, version }: AccountPlace) => `account ${entitlementId} ${String(version)}`;

export const sealAccount = (vault: EntitlementVault, place: AccountPlace, account: Account): Sealed =>
  vault.seal(placeOf(place), JSON.stringify([account.number, account.holder]));

export function openAccount(vault: EntitlementVault, place: AccountPlace, sealed: Sealed): Account {
  const [number = '', holder = ''] = JSON.parse(vault.open(placeOf(place), sealed)) as string[];
  return { number, holder };
}
