import { type Item, type Kept, NONCE_BYTES, type SessionKeys } from './queue.ts';

const NAME_LENGTH = 16;

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function importKey(secret: string) {
  const bytes = fromBase64Url(secret);
  return {
    name: hex(await crypto.subtle.digest('SHA-256', bytes)).slice(0, NAME_LENGTH),
    key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']),
  };
}

/**
 * AES-256-GCM with the keys that the server gives to whoever is signed in, and that are never written down: the first
 * one seals, all of them open.
 */
export async function openSessionKeys(secrets: readonly string[]): Promise<SessionKeys> {
  const keys = await Promise.all(secrets.map(importKey));
  return {
    seal: async (item): Promise<Kept> => {
      const [newest] = keys;
      if (!newest) throw new Error('no key to seal with');
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const clear = new TextEncoder().encode(JSON.stringify(item));
      const encrypted = new Uint8Array(
        await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, newest.key, clear),
      );
      const sealed = new Uint8Array(NONCE_BYTES + encrypted.length);
      sealed.set(iv);
      sealed.set(encrypted, NONCE_BYTES);
      return { id: item.id, at: item.at, key: newest.name, sealed };
    },
    open: async ({ key, sealed }) => {
      const known = keys.find((one) => one.name === key);
      if (!known) return null;
      const iv = sealed.slice(0, NONCE_BYTES);
      const clear = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv },
        known.key,
        sealed.slice(NONCE_BYTES),
      );
      // It was sealed above, by this very key.
      return JSON.parse(new TextDecoder().decode(clear)) as Item;
    },
  };
}
