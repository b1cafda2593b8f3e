import { ApiError, call, record } from '../api.ts';
import type { Outcome, Submission } from './queue.ts';

/** Answers after which the same thing may succeed later: nobody is there, or the session has ended. */
const LATER = [
  'unavailable',
  'unauthenticated',
  'too_many_requests',
  'internal',
  'database_unreachable',
  'not_initialised',
  'disk_full',
  'misconfigured',
];

async function attempt({ operation, answers, newcomer, id }: Submission): Promise<Outcome> {
  if (newcomer !== null) {
    const { rows } = await call('register/find-duplicates', newcomer);
    if (rows.length > 0) return { state: 'duplicates', rows };
  }
  await record(operation, answers, id);
  return { state: 'recorded' };
}

/** Sends a submission as the form would have. */
export const sendSubmission = (submission: Submission): Promise<Outcome> =>
  attempt(submission).catch((error: unknown): Outcome => {
    if (!(error instanceof ApiError)) throw error;
    if (LATER.includes(error.code)) return { state: 'unreached' };
    return { state: 'refused', message: error.message, remedy: error.remedy };
  });
