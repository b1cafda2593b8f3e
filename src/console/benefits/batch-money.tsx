import type { BatchDetail } from '../../benefits/index.ts';
import { formatNumber } from '../format.ts';
import { useWording } from '../messages.ts';
import { type Column, DataTable } from './data-table.tsx';
import { monthOf, variantWords, yuan } from './words.ts';

interface OfBatch {
  readonly batch: BatchDetail;
}

interface Sum {
  readonly key: string;
  readonly head: string;
  readonly lines: number | null;
  readonly fen: number;
}

/** Every fen of the list: approved is paid, failed and waiting together. */
export const BatchSums = ({ batch: { sums } }: OfBatch) => {
  const { say, locale } = useWording();
  const left = sums.approvedFen - sums.paidFen - sums.failedFen - sums.waitingFen;
  const all = sums.paid + sums.failed + sums.waiting;
  const rows: readonly Sum[] = [
    { key: 'approved', head: say('sumApproved'), lines: all, fen: sums.approvedFen },
    { key: 'paid', head: say('sumPaid'), lines: sums.paid, fen: sums.paidFen },
    { key: 'failed', head: say('sumFailed'), lines: sums.failed, fen: sums.failedFen },
    { key: 'waiting', head: say('sumWaiting'), lines: sums.waiting, fen: sums.waitingFen },
    { key: 'left', head: say('sumLeft'), lines: null, fen: left },
  ];
  const columns: readonly Column<Sum>[] = [
    { head: say('sumOf'), cell: ({ head }) => head },
    { head: say('peopleCount'), kind: 'number', cell: ({ lines }) => formatNumber(lines, 0, locale) },
    { head: say('amountYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
  ];
  return (
    <>
      <h2>{say('reconciliation')}</h2>
      <DataTable
        narrow
        label={say('reconciliation')}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        empty=""
      />
      <p>
        <strong className={left === 0 ? 'met' : 'missed'}>
          {say(left === 0 ? 'fenAgree' : 'fenDiffer')}
        </strong>{' '}
        {sums.failed > 0 && say('failedAreRequeued', { n: sums.failed })}
      </p>
    </>
  );
};

type Rate = BatchDetail['rates'][number];

/** By which rates it was computed; those that nobody has checked are marked. */
export const BatchRates = ({ batch }: OfBatch) => {
  const wording = useWording();
  const { say, locale } = wording;
  const columns: readonly Column<Rate>[] = [
    { head: say('fromMonth'), kind: 'line', cell: ({ first }) => monthOf(first) },
    { head: say('variant'), kind: 'line', cell: ({ variant }) => variantWords(variant, wording) },
    { head: say('place'), kind: 'line', cell: ({ place }) => place },
    { head: say('amountYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
    {
      head: say('checkedRate'),
      kind: 'line',
      cell: ({ stale }) => (stale ? <span className="missed">{say('staleMark')}</span> : say('rateHolds')),
    },
  ];
  return (
    <details>
      <summary>{say('ratesUsed', { n: batch.rates.length })}</summary>
      <DataTable
        narrow
        label={say('ratesUsed', { n: batch.rates.length })}
        columns={columns}
        rows={batch.rates}
        keyOf={(one) => `${one.place} ${one.first} ${one.variant}`}
        empty={say('nothing')}
      />
    </details>
  );
};
