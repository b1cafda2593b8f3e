import type { Locale, Text } from '../language/index.ts';

/** Tells whoever waits at the terminal how work is going, and how long each step took. */
export interface Progress {
  readonly step: <T>(label: Text, work: () => Promise<T>) => Promise<T>;
  readonly report: (message: Text, done?: number, total?: number) => void;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const percent = (done: number, total: number) => ` ${String(Math.floor((100 * done) / total))} %`;

/** Lines on standard error; what moves is overwritten in place when a person is looking. */
export function terminalProgress(stream: NodeJS.WriteStream, locale: Locale): Progress {
  let current = '';
  let drawn = 0;
  const draw = (line: string) => {
    if (!stream.isTTY || Date.now() - drawn < 100) return;
    drawn = Date.now();
    stream.write(`\r\u001b[2K  … ${line}`);
  };
  return {
    report: (message, done, total) => {
      const share = done !== undefined && total ? percent(done, total) : '';
      draw(`${current}: ${message[locale]}${share}`);
    },
    step: async (label, work) => {
      current = label[locale];
      draw(current);
      const began = performance.now();
      const result = await work();
      stream.write(
        `${stream.isTTY ? '\r\u001b[2K' : ''}  ✓ ${label[locale]}  ${seconds(performance.now() - began)}\n`,
      );
      return result;
    },
  };
}
