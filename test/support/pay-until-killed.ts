import pino from 'pino';
import { z } from 'zod';
import { assemble } from '../../src/composition/assemble.ts';
import { openDatabase } from '../../src/platform/index.ts';
import { desk } from './benefits-desk-people.ts';

/** Carries out one operation in a process of its own, to be killed at any moment. */
const jobSchema = z.object({
  target: z.object({
    host: z.string(),
    port: z.number(),
    user: z.string(),
    password: z.string().optional(),
    database: z.string(),
  }),
  secret: z.string(),
  key: z.string(),
  path: z.string(),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
  actor: z.enum(['accountant', 'head']),
});

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const job = jobSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
const { path } = job;
const house = assemble(
  {
    settings: {
      port: 0,
      host: '127.0.0.1',
      dataDir: path,
      database: null,
      publicUrl: null,
      secret: null,
      fieldKeys: null,
      logFile: null,
      logLevel: 'silent',
    },
    folder: { path, file: (name) => `${path}/${name}`, release: () => undefined },
    log: pino({ level: 'silent' }),
    database: openDatabase({ ...job.target, password: job.target.password, ssl: undefined }),
    secret: Buffer.from(job.secret, 'base64'),
    keyring: { newest: 1, keys: new Map([[1, Buffer.from(job.key, 'base64')]]) },
    databaseFolder: null,
    close: () => Promise.resolve(),
  },
  () => false,
);
const operation = house.registry.get(job.operation);
if (!operation) throw new Error(job.operation);
process.stdout.write('begun\n');
await house.execute(operation, job.input, { actor: desk[job.actor] });
process.stdout.write('done\n');
process.exit(0);
