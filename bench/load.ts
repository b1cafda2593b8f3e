import { Agent, get } from 'node:http';

/** What a server did under load: requests a second, and milliseconds at percentiles. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failed: number;
}

export interface LoadPlan {
  /** Addresses on this machine, asked for in turn. */
  readonly urls: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const onThisMachine = (url: string) => new URL(url).hostname === '127.0.0.1';

function ask(
  url: string,
  agent: Agent,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly took: number; readonly ok: boolean }> {
  const began = performance.now();
  return new Promise((resolve) => {
    const finish = (ok: boolean) => {
      resolve({ took: performance.now() - began, ok });
    };
    get(url, { agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        finish(response.statusCode === 200);
      });
    }).once('error', () => {
      finish(false);
    });
  });
}

/** Keeps so many connections busy for a while; nothing but this machine is ever asked. */
export async function load({ urls, connections, milliseconds, headers = {} }: LoadPlan): Promise<LoadResult> {
  if (!urls.every(onThisMachine)) throw new Error('load goes to 127.0.0.1 only');
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let failed = 0;
  let turn = 0;
  const end = performance.now() + milliseconds;
  const busy = async () => {
    while (performance.now() < end) {
      const answer = await ask(urls[turn++ % urls.length] ?? '', agent, headers);
      if (answer.ok) took.push(answer.took);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, busy));
  agent.destroy();
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: (1000 * took.length) / milliseconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed,
  };
}
