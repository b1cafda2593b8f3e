import { useState } from 'react';
import { callOnce, type Session, useAnswer } from '../api.ts';
import type { Batch } from '../benefits/answers.ts';
import { BatchState } from '../benefits/batch-words.tsx';
import { type Chosen, PickOne, ProgrammePick, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { paymentSections, Sections } from '../benefits/sections.tsx';
import { useProgrammes, yuan } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import type { Asked } from '../health/ask.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

const FIRST_YEAR = 2004;
const QUARTERS = ['1', '2', '3', '4'] as const;
const years = (): readonly string[] =>
  Array.from({ length: new Date().getFullYear() - FIRST_YEAR + 1 }, (_, index) =>
    String(new Date().getFullYear() - index),
  );

interface CreateProps {
  readonly session: Session;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

const asked = ({ say }: Wording, programmes: Asked['options']): readonly Asked[] => [
  { key: 'programme', label: say('programme'), kind: 'select', options: programmes ?? [] },
  { key: 'year', label: say('year'), kind: 'whole' },
  {
    key: 'quarter',
    label: say('quarter'),
    kind: 'choice',
    options: QUARTERS.map((value) => ({ value, words: say('quarterNumber', { n: value }) })),
  },
];

/** A list of what is due: nothing is paid by it, another person approves it. */
const CreateForm = ({ session, onDone, onCancel }: CreateProps) => {
  const wording = useWording();
  const { say, read, locale } = wording;
  const { data } = useAnswer('benefits/list-programmes', {});
  const paid = (data?.programmes ?? []).filter(({ award }) => award.kind === 'money');
  const options = paid.map(({ key, title }) => ({ value: key, words: read(title) }));
  return (
    <SmallForm
      name="batch"
      title={say('createBatch')}
      submit={say('doIt', { action: say('createBatch') })}
      asked={asked(wording, options)}
      initial={{ year: String(new Date().getFullYear()) }}
      onCancel={onCancel}
      send={async (given, key) => {
        const made = await callOnce('benefits/create-batch', { ...given, area: session.area }, key);
        const words = say('batchCreated', {
          number: made.number,
          n: made.lines,
          amount: yuan(made.fen, locale),
        });
        const without = made.withoutAccount > 0 ? say('batchWithoutAccount', { n: made.withoutAccount }) : '';
        await onDone([words, without, made.staleRates ? say('batchStale') : ''].join(''));
      }}
    >
      <p>{say('createBatchSays')}</p>
    </SmallForm>
  );
};

type Choice = Chosen<'programme' | 'year'>;

const Filters = ({ choice: { chosen, go, to } }: { readonly choice: Choice }) => {
  const { say } = useWording();
  return (
    <form className="filters" role="search" aria-label={say('filters')}>
      <ProgrammePick
        first
        value={chosen.programme}
        onPick={(programme) => {
          go({ programme });
        }}
      />
      <PickOne
        label={say('year')}
        value={chosen.year}
        options={[['', say('allYears')], ...years().map((one) => [one, one] as const)]}
        onPick={(year) => {
          go({ year });
        }}
      />
      <Link to={to({ programme: '', year: '' })}>{say('clearFilters')}</Link>
    </form>
  );
};

const Batches = ({ batches }: { readonly batches: readonly Batch[] }) => {
  const { say, locale } = useWording();
  const { titleOf } = useProgrammes();
  const columns: readonly Column<Batch>[] = [
    {
      head: say('batchNumber'),
      kind: 'line',
      cell: ({ batchId, number }) => <Link to={addressOf(`/payments/${batchId}`)}>{number}</Link>,
    },
    { head: say('programme'), cell: ({ programme }) => titleOf(programme) },
    { head: say('quarter'), kind: 'line', cell: ({ year, quarter }) => say('quarterOf', { year, quarter }) },
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
    { head: say('batchState'), kind: 'line', cell: ({ state }) => <BatchState state={state} /> },
    { head: say('peopleCount'), kind: 'number', cell: ({ lines }) => formatNumber(lines, 0, locale) },
    { head: say('amountYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
    { head: say('createdBy'), kind: 'line', cell: ({ createdBy }) => createdBy },
    { head: say('approvedBy'), kind: 'line', cell: ({ approvedBy }) => approvedBy ?? say('nothing') },
  ];
  return (
    <DataTable
      label={say('batches')}
      columns={columns}
      rows={batches}
      keyOf={({ batchId }) => batchId}
      empty={say('noBatches')}
    />
  );
};

/** Lists of payments, newest first; the accountant makes them, somebody else approves. */
export const BatchesPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const choice = useChoice('/payments', ['programme', 'year']);
  const { programme, year } = choice.chosen;
  const { data, error, fresh, reload } = useAnswer('benefits/list-batches', {
    ...(programme === '' ? {} : { programme }),
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
  });
  const [told, setTold] = useState<Words | null>(null);
  const creating: Task = {
    key: 'create',
    label: say('createBatch'),
    form: ({ close, cancel }) => (
      <CreateForm
        session={session}
        onCancel={cancel}
        onDone={async (words) => {
          close();
          await reload();
          setTold({ words });
        }}
      />
    ),
  };
  const mayPay = session.permissions.includes('benefits:pay');
  return (
    <>
      <h1>{say('batches')}</h1>
      <Sections sections={paymentSections(session)} />
      <Told told={told} />
      <Filters choice={choice} />
      <Tasks title={say('batches')} tasks={mayPay ? [creating] : []} />
      <Refused error={fresh ? error : null} />
      {!fresh && !data && <p>{say('loading')}</p>}
      {data && <Batches batches={data.batches} />}
    </>
  );
};
