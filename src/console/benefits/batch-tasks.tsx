import type { BatchDetail } from '../../benefits/index.ts';
import { callOnce, type Session } from '../api.ts';
import { downloadBase64 } from '../download.ts';
import { SmallForm } from '../health/small-form.tsx';
import type { Task } from '../health/tasks.tsx';
import type { Wording } from '../messages.ts';
import { formatOptions } from './bank-formats.ts';
import { ReturnFileForm } from './return-file-form.tsx';
import { yuan } from './words.ts';

export interface TaskOfBatch {
  readonly batch: BatchDetail;
  readonly wording: Wording;
  readonly done: (words: string) => Promise<void>;
}

const approving = ({ batch, wording: { say, locale }, done }: TaskOfBatch): Task => ({
  key: 'approve',
  label: say('approveBatch'),
  form: ({ close, cancel }) => (
    <SmallForm
      name="approve"
      title={say('approveBatch')}
      asked={[]}
      submit={say('doIt', { action: say('approveBatch') })}
      onCancel={cancel}
      send={async (_given, key) => {
        await callOnce('benefits/approve-batch', { batchId: batch.batchId }, key);
        close();
        await done(say('batchIsApproved', { number: batch.number }));
      }}
    >
      <p>
        {say('approveBatchSays', { by: batch.createdBy, n: batch.lines, amount: yuan(batch.fen, locale) })}
      </p>
    </SmallForm>
  ),
});

const cancelling = ({ batch, wording: { say }, done }: TaskOfBatch): Task => ({
  key: 'cancel',
  label: say('cancelBatch'),
  danger: true,
  form: ({ close, cancel }) => (
    <SmallForm
      name="cancel"
      title={say('cancelBatch')}
      asked={[{ key: 'reason', label: say('reasonGiven'), kind: 'long', shortest: 4 }]}
      danger
      submit={say('doIt', { action: say('cancelBatch') })}
      onCancel={cancel}
      send={async ({ reason }, key) => {
        await callOnce('benefits/cancel-batch', { batchId: batch.batchId, reason }, key);
        close();
        await done(say('batchIsCancelled'));
      }}
    >
      <p>{say('cancelBatchSays')}</p>
    </SmallForm>
  ),
});

const exporting = ({ batch, wording, done }: TaskOfBatch): Task => ({
  key: 'export',
  label: wording.say('exportBatch'),
  form: ({ close, cancel }) => (
    <SmallForm
      name="export"
      title={wording.say('exportBatch')}
      asked={[
        { key: 'format', label: wording.say('bankFormat'), kind: 'choice', options: formatOptions(wording) },
      ]}
      initial={{ format: 'csv-utf8' }}
      submit={wording.say('doIt', { action: wording.say('exportBatch') })}
      onCancel={cancel}
      send={async ({ format }, key) => {
        const made = await callOnce('benefits/export-batch', { batchId: batch.batchId, format }, key);
        downloadBase64(made.fileName, made.content);
        close();
        const [n, amount] = [made.lines, yuan(made.fen, wording.locale)];
        await done(
          wording.say('batchIsExported', { file: made.fileName, n, amount, sum: made.sha256.slice(0, 12) }),
        );
      }}
    >
      <p>{wording.say('exportBatchSays')}</p>
    </SmallForm>
  ),
});

const returning = (of: TaskOfBatch): Task => ({
  key: 'return',
  label: of.wording.say('readReturn'),
  form: ({ close, cancel }) => (
    <ReturnFileForm
      batchId={of.batch.batchId}
      onCancel={cancel}
      onDone={async (words) => {
        close();
        await of.done(words);
      }}
    />
  ),
});

const reconciling = ({ batch, wording: { say }, done }: TaskOfBatch): Task => ({
  key: 'reconcile',
  label: say('reconcileBatch'),
  form: ({ close, cancel }) => (
    <SmallForm
      name="reconcile"
      title={say('reconcileBatch')}
      asked={[]}
      submit={say('doIt', { action: say('reconcileBatch') })}
      onCancel={cancel}
      send={async (_given, key) => {
        const { balanced, state, waiting } = await callOnce(
          'benefits/reconcile-batch',
          { batchId: batch.batchId },
          key,
        );
        close();
        const closed =
          state === 'reconciled' ? say('reconciledWhole') : say('reconciledNotYet', { n: waiting });
        await done(balanced ? closed : say('reconciledFault'));
      }}
    >
      <p>{say('reconcileSays')}</p>
    </SmallForm>
  ),
});

/** What can be done with a list in the state it is in, by whoever is signed in. */
export function batchTasks(of: TaskOfBatch, { permissions, name }: Session): readonly Task[] {
  const { state, createdBy } = of.batch;
  const pays = permissions.includes('benefits:pay');
  const approves = permissions.includes('benefits:approve');
  if (state === 'draft')
    return [
      ...(approves && createdBy !== name ? [approving(of)] : []),
      ...(approves || pays ? [cancelling(of)] : []),
    ];
  if (!pays || state === 'cancelled') return [];
  const returned = state === 'approved' ? [] : [returning(of), reconciling(of)];
  return [exporting(of), ...returned];
}
