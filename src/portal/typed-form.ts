import type { Context } from 'hono';

// Signs that no keyboard types and no database keeps.
// oxlint-disable-next-line no-control-regex
const UNKEPT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What was sent in a form, as text; line ends as they are everywhere else. */
export async function typedForm(context: Context): Promise<Readonly<Record<string, string>>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([key, value]) => [key, value.replaceAll('\r\n', '\n').replace(UNKEPT, '')]),
  );
}

const KEY = /^[0-9a-f-]{36}$/;

/** The key by which a form that is sent twice is known as one; none where it was tampered with. */
export const onceIn = (typed: Readonly<Record<string, string>>): string | undefined =>
  KEY.test(typed['once'] ?? '') ? typed['once'] : undefined;
