import type pg from 'pg';
import { fromKysely, getConstructionPlans, getMigrationPlans, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { APP_ROLE, type Database } from '../database/connect.ts';
import { splitSql } from '../database/split-sql.ts';
import type { Transaction } from '../operation/operation.ts';

const SCHEMA = 'jobs';

/** Work that is done later, at least once: its effect must be the same when it is done twice. */
export interface Job<T extends object = object> {
  /** `room/verb-noun`. */
  readonly name: string;
  /** Cron expression in the city's time zone; without one the job runs only when it is sent. */
  readonly schedule?: string;
  readonly handle: (data: T) => Promise<void>;
}

export interface JobQueue {
  /** Queues `job` inside the open transaction: it runs if and only if that commits. */
  readonly send: <T extends object>(tx: Transaction, job: Job<T>, data: T) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const queueName = (job: { readonly name: string }) => job.name.replace('/', '.');

/** Creates or brings up to date the queue's own schema, as the owner. */
export async function ensureJobSchema(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ present: boolean }>(
    `SELECT to_regclass('${SCHEMA}.version') IS NOT NULL AS present`,
  );
  const present = rows[0]?.present ?? false;
  const plans = present ? await pendingPlans(owner) : getConstructionPlans(SCHEMA);
  // The plans open and commit a transaction of their own: one connection for all of them.
  const client = await owner.connect();
  try {
    for (const statement of [...splitSql(plans), ...GRANTS]) await client.query(statement);
  } finally {
    client.release();
  }
}

const GRANTS = [
  `GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO ${APP_ROLE}`,
  `GRANT ALL ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${APP_ROLE}`,
  `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${APP_ROLE}`,
];

async function pendingPlans(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ version: number }>(`SELECT version FROM ${SCHEMA}.version`);
  try {
    return getMigrationPlans(SCHEMA, rows[0]?.version);
  } catch {
    // pg-boss throws when the schema is of the version that it would make.
    return '';
  }
}

const executor = (app: pg.Pool) => ({
  executeSql: async (text: string, values?: unknown[]) => app.query(text, values),
});

/** Starts the workers of `jobs` in this process. */
export async function startJobs(
  database: Database,
  jobs: readonly Job[],
  options: { readonly log: Logger; readonly timeZone: string },
): Promise<JobQueue> {
  const boss = new PgBoss({
    db: executor(database.app),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', (error) => {
    options.log.error({ err: error }, 'job queue');
  });
  await boss.start();
  for (const job of jobs) await startJob(boss, job, options);
  return {
    send: async (tx, job, data) => {
      await boss.send(queueName(job), data, { db: fromKysely(tx) });
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: false }),
  };
}

async function startJob(
  boss: PgBoss,
  job: Job,
  options: { readonly log: Logger; readonly timeZone: string },
): Promise<void> {
  const queue = queueName(job);
  await boss.createQueue(queue);
  await boss.work<object>(queue, { pollingIntervalSeconds: 2 }, async (batch) => {
    for (const one of batch) {
      options.log.info({ job: job.name, id: one.id }, 'job started');
      await job.handle(one.data);
    }
  });
  if (job.schedule) await boss.schedule(queue, job.schedule, {}, { tz: options.timeZone });
}
