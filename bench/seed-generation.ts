import { createHmac } from 'node:crypto';
import { buildDivisionHistory, villageChains } from '../src/areas/index.ts';
import { buildCity, copyRows, type LoadedTable, loadedTables } from '../src/synthetic/index.ts';

/**
 * How fast the made-up city is made, without a database: persons per second of one thread.
 * Usage: `node --import tsx bench/seed-generation.ts [scale]`.
 */
const scale = Number(process.argv[2] ?? 0.01);
const sealIdNumber = (_: string, idNumber: string) => idNumber;
const idDigest = (idNumber: string) => createHmac('sha256', 'bench').update(idNumber).digest('base64url');

interface Timed<T> {
  readonly result: T;
  /** Wall clock and processor, in seconds. */
  readonly wall: number;
  readonly processor: number;
}

function time<T>(run: () => T): Timed<T> {
  const [from, used] = [performance.now(), process.cpuUsage()];
  const result = run();
  const { user, system } = process.cpuUsage(used);
  return { result, wall: (performance.now() - from) / 1000, processor: (user + system) / 1_000_000 };
}

const chains = villageChains(buildDivisionHistory());
const built = time(() => buildCity({ seed: 2013, scale, chains }));
const persons = built.result.people.count;
const print = (name: string, { wall, processor }: Timed<unknown>, bytes = 0) => {
  const megabytes = bytes === 0 ? '' : `${String(Math.round(bytes / 1_000_000))} MB`;
  const pace = Math.round(persons / processor).toLocaleString('en');
  console.log(
    `${name.padEnd(24)} ${wall.toFixed(2)} s, processor ${processor.toFixed(2)} s, ${pace} persons/s ${megabytes}`,
  );
};

function write(table: LoadedTable): number {
  let bytes = 0;
  for (const chunk of copyRows(built.result, table, { idDigest, sealIdNumber, nameSound: (name) => name }))
    bytes += chunk.length;
  return bytes;
}

console.log(`scale ${String(scale)}: ${persons.toLocaleString('en')} persons`);
print('build', built);
const all = { result: 0, wall: built.wall, processor: built.processor };
for (const table of Object.keys(loadedTables) as LoadedTable[]) {
  const written = time(() => write(table));
  all.wall += written.wall;
  all.processor += written.processor;
  print(table, written, written.result);
}
print('together', all);
console.log(`memory ${String(Math.round(process.resourceUsage().maxRSS / 1000))} MB at most`);
