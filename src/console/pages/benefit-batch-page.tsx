import { useState } from 'react';
import type { BatchDetail } from '../../benefits/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { BatchRates, BatchSums } from '../benefits/batch-money.tsx';
import { BatchSteps } from '../benefits/batch-steps.tsx';
import { batchTasks } from '../benefits/batch-tasks.tsx';
import { BatchState } from '../benefits/batch-words.tsx';
import { type Chosen, PickOne, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { lineAmount, lineMonths, useProgrammes, yuan } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import { Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type Line = BatchDetail['rows'][number];
type Choice = Chosen<'result' | 'after'>;

const PAGE = 50;
const results = ['paid', 'failed', 'waiting'] as const;

const Lines = ({ batch, choice }: { readonly batch: BatchDetail; readonly choice: Choice }) => {
  const wording = useWording();
  const { say, locale } = wording;
  const { chosen, go, to } = choice;
  const columns: readonly Column<Line>[] = [
    { head: say('lineNumber'), kind: 'number', cell: ({ line }) => formatNumber(line, 0, locale) },
    {
      head: say('beneficiary'),
      kind: 'line',
      cell: ({ personId, entitlementId, name }) => (
        <Link to={addressOf(`/entitlement/${personId}/${entitlementId}`)}>{name ?? say('nameNotShown')}</Link>
      ),
    },
    {
      head: say('months'),
      kind: 'line',
      cell: (line) =>
        line.months === 0
          ? lineMonths(line, wording)
          : `${lineMonths(line, wording)} (${String(line.months)})`,
    },
    { head: say('amountYuan'), kind: 'number', cell: (line) => lineAmount(line, wording) },
    {
      head: say('bankResult'),
      cell: ({ result, reason }) => (
        <>
          <span className={result === 'failed' ? 'missed' : undefined}>{say(`result_${result}`)}</span>
          {reason !== null && ` · ${reason}`}
        </>
      ),
    },
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
    { head: say('reference'), kind: 'number', cell: ({ reference }) => reference },
  ];
  const last = batch.rows.at(-1)?.line;
  return (
    <section>
      <h2>{say('batchLines')}</h2>
      <div className="filters">
        <PickOne
          first
          label={say('bankResult')}
          value={chosen.result}
          options={[['', say('allResults')], ...results.map((one) => [one, say(`result_${one}`)] as const)]}
          onPick={(result) => {
            go({ result, after: '' });
          }}
        />
      </div>
      <DataTable
        label={say('batchLines')}
        columns={columns}
        rows={batch.rows}
        keyOf={({ reference }) => reference}
        empty={say('noLines')}
      />
      <nav className="actions" aria-label={say('batchLines')}>
        {chosen.after !== '' && <Link to={to({ after: '' })}>{say('firstPage')}</Link>}
        {batch.rows.length === PAGE && last !== undefined && (
          <Link to={to({ after: String(last) })}>{say('next')}</Link>
        )}
      </nav>
    </section>
  );
};

const Own = ({ batch, session }: { readonly batch: BatchDetail; readonly session: Session }) => {
  const { say } = useWording();
  const isOwn = batch.state === 'draft' && batch.createdBy === session.name;
  if (!isOwn) return null;
  return <p className="flagged">{say('ownBatch')}</p>;
};

interface BatchPageProps {
  readonly batchId: string;
  readonly session: Session;
}

/** One list of payments: who made and who approved it, where every fen is, and its lines. */
export const BatchPage = ({ batchId, session }: BatchPageProps) => {
  const wording = useWording();
  const { say, locale } = wording;
  const { titleOf } = useProgrammes();
  const choice = useChoice(`/payments/${batchId}`, ['result', 'after']);
  const { result, after } = choice.chosen;
  const { data, error, reload } = useAnswer('benefits/read-batch', {
    batchId,
    limit: PAGE,
    ...(results.some((one) => one === result) ? { result } : {}),
    ...(/^\d{1,9}$/.test(after) ? { after: Number(after) } : {}),
  });
  const [told, setTold] = useState<Words | null>(null);
  if (!data)
    return (
      <>
        <h1>{say('batches')}</h1>
        {error ? <Refused error={error} /> : <p>{say('loading')}</p>}
      </>
    );
  const done = async (words: string) => {
    await reload();
    setTold({ words });
  };
  return (
    <>
      <h1>
        {data.number} · {titleOf(data.programme)} ·{' '}
        {say('quarterOf', { year: data.year, quarter: data.quarter })}
      </h1>
      <p className="gist">
        <BatchState state={data.state} /> · <AreaName code={data.area} /> ·{' '}
        {say('batchGist', { n: formatNumber(data.lines, 0, locale), amount: yuan(data.fen, locale) })}
      </p>
      <Told told={told} />
      <BatchSteps batch={data} />
      <Own batch={data} session={session} />
      <Tasks title={say('actionsNow')} tasks={batchTasks({ batch: data, wording, done }, session)} />
      <Refused error={error} />
      <BatchSums batch={data} />
      <BatchRates batch={data} />
      <Lines batch={data} choice={choice} />
    </>
  );
};
