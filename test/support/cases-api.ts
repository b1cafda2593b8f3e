import { z } from 'zod';

const signedIn = z.object({ token: z.string() });
const filed = z.object({ caseId: z.string(), number: z.string(), code: z.string() });
export type Filed = z.output<typeof filed>;

/** The API beside the browser: what applicants and colleagues do while somebody looks at a page. */
export function casesApi(url: () => string, passwordOf: (name: string) => string) {
  const tokens = new Map<string, string>();

  async function send(name: string, input: object, token?: string): Promise<Response> {
    return fetch(`${url()}/api/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(input),
    });
  }

  async function tokenOf(account: string): Promise<string> {
    const known = tokens.get(account);
    if (known !== undefined) return known;
    const answer = await send('identity/sign-in', { name: account, password: passwordOf(account) });
    const { token } = signedIn.parse(await answer.json());
    tokens.set(account, token);
    return token;
  }

  /** The status and the answer, as somebody; without an account as anybody. */
  async function ask(name: string, input: object, account?: string) {
    const answer = await send(name, input, account === undefined ? undefined : await tokenOf(account));
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  async function run(name: string, input: object, account?: string): Promise<Record<string, unknown>> {
    const { status, body } = await ask(name, input, account);
    if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  }

  const file = async (service: string, answers: object, account?: string): Promise<Filed> =>
    filed.parse(await run('casework/file-case', { service, answers }, account));
  const act = (caseId: string, action: string, rest: { answers?: object; account: string }) =>
    run('casework/act-on-case', { caseId, action, answers: rest.answers ?? {} }, rest.account);

  return { ask, run, file, act };
}
