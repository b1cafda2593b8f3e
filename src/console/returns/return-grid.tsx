import { Table } from 'antd';
import { useState } from 'react';
import type { ReturnList, SubmissionAnswer } from '../../statistics/index.ts';
import { ApiError, call, type Session } from '../api.ts';
import { type MessageKey, useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { Actions } from './actions.tsx';
import { GridCell } from './grid-cell.tsx';
import { Outcome } from './outcome.tsx';
import { SendBack } from './send-back.tsx';
import { StepsDrawer } from './steps-drawer.tsx';
import { changedRows, EXPLANATION, type Form, type Row, shownCell, useDraft } from './use-draft.ts';

/** Few enough rows that the grid answers at once. */
const ROWS_A_PAGE = 50;

const levelKeys: Readonly<Record<string, MessageKey>> = {
  township: 'township',
  county: 'county',
  city: 'city',
};

function stateInWords({ state, approvedLevel, invented }: Row, { say }: Wording): string {
  const made = invented ? ` · ${say('invented')}` : '';
  if (state === null) return say('notReported');
  if (state === 'approved')
    return say('approved', { level: say(levelKeys[approvedLevel ?? ''] ?? 'city') }) + made;
  return say(state === 'sent_back' ? 'sentBack' : 'submitted') + made;
}

interface GridProps {
  readonly form: Form;
  readonly list: ReturnList;
  readonly session: Session;
  /** Reads the rows again; settles when they are there. */
  readonly onChanged: () => Promise<void>;
}

/** The rows of a return: typed into, submitted, approved, sent back. */
export const ReturnGrid = ({ form, list, session, onChanged }: GridProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const { draft, type, keepOnly } = useDraft();
  const [answer, setAnswer] = useState<SubmissionAnswer | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [working, setWorking] = useState(false);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [history, setHistory] = useState<Row | null>(null);
  const [sendingBack, setSendingBack] = useState<Row | null>(null);
  const changed = changedRows(form, list.rows, draft);
  const mayApprove = session.permissions.includes('returns:approve');

  /** One thing at a time; what came of it is shown together with the rows as they are then. */
  const attempt = async <T,>(work: () => Promise<T>, show: (done: T) => void) => {
    if (working) return;
    setWorking(true);
    setError(null);
    try {
      const done = await work();
      await onChanged();
      show(done);
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
    } finally {
      setWorking(false);
    }
  };
  const take = (submitted: SubmissionAnswer) => {
    setAnswer(submitted);
    keepOnly(new Set(submitted.problems.map((one) => one.area)));
  };
  const { period } = list;
  const submit = async () => {
    if (changed.length === 0) return;
    await attempt(() => call('statistics/submit-returns', { form: form.key, period, rows: changed }), take);
  };
  const upload = (csv: string) =>
    attempt(() => call('statistics/submit-return-file', { form: form.key, period, csv }), take);
  const approve = () =>
    attempt(
      () => call('statistics/approve-returns', { form: form.key, period, areas: selected }),
      () => {
        setSelected([]);
      },
    );

  const columns = [...form.items, { key: EXPLANATION, label: null, unit: '', unitLabel: null }];
  const problemAt = (area: string, column: string) =>
    answer?.problems.find((one) => one.area === area && one.column === column);
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void submit();
      }}
      role="presentation"
    >
      <Refused error={error} />
      <Outcome answer={answer} form={form} rows={list.rows} />
      <Actions
        form={form}
        rows={list.rows}
        session={session}
        changed={changed.length}
        working={working}
        selected={selected}
        onSubmit={() => void submit()}
        onUpload={(csv) => void upload(csv)}
        onApprove={() => void approve()}
        onSelect={setSelected}
      />
      <div className="wide" role="region" aria-label={read(form.title)} tabIndex={0}>
        <Table<Row>
          rowKey="area"
          size="small"
          dataSource={list.rows}
          pagination={{ pageSize: ROWS_A_PAGE, showSizeChanger: false, hideOnSinglePage: true }}
          {...(mayApprove
            ? {
                rowSelection: {
                  selectedRowKeys: [...selected],
                  hideSelectAll: true,
                  getCheckboxProps: (row: Row) => ({
                    disabled: !row.mayApprove,
                    'aria-label': read(row.name),
                  }),
                  onChange: (keys) => {
                    setSelected(keys.map(String));
                  },
                },
              }
            : {})}
          columns={[
            {
              title: say('area'),
              key: 'area',
              rowScope: 'row',
              render: (_, row) => (
                <>
                  {read(row.name)} <code>{row.area}</code>
                </>
              ),
            },
            { title: say('state'), key: 'state', render: (_, row) => stateInWords(row, wording) },
            ...columns.map((item) => {
              const label = item.label ? read(item.label) : say('explanation');
              const unit = item.unitLabel ? read(item.unitLabel) : '';
              return {
                title: unit === '' ? label : `${label} (${unit})`,
                key: item.key,
                render: (_: unknown, row: Row) => (
                  <GridCell
                    area={row.area}
                    column={item.key}
                    label={`${read(row.name)} ${label}`}
                    value={shownCell(draft, row, item)}
                    editable={row.maySubmit}
                    problem={problemAt(row.area, item.key)}
                    onType={(value) => {
                      type(row.area, item.key, value);
                    }}
                  />
                ),
              };
            }),
            {
              title: say('history'),
              key: 'history',
              render: (_, row) => (
                <span className="row-actions">
                  <button
                    type="button"
                    aria-label={`${say('history')} ${read(row.name)}`}
                    onClick={() => {
                      setHistory(row);
                    }}
                  >
                    {say('history')}
                  </button>
                  {mayApprove && (row.state === 'submitted' || row.state === 'approved') && (
                    <button
                      type="button"
                      aria-label={`${say('sendBack')} ${read(row.name)}`}
                      onClick={() => {
                        setSendingBack(row);
                      }}
                    >
                      {say('sendBack')}
                    </button>
                  )}
                </span>
              ),
            },
          ]}
        />
      </div>
      {history && (
        <StepsDrawer
          row={history}
          form={form.key}
          period={list.period}
          onClose={() => {
            setHistory(null);
          }}
        />
      )}
      {sendingBack && (
        <SendBack
          row={sendingBack}
          onClose={() => {
            setSendingBack(null);
          }}
          onSend={(reason) => {
            const area = sendingBack.area;
            setSendingBack(null);
            void attempt(
              () => call('statistics/send-back-return', { form: form.key, period, area, reason }),
              () => {
                setAnswer(null);
              },
            );
          }}
        />
      )}
    </div>
  );
};
