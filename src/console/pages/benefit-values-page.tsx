import { useState } from 'react';
import type { ProgrammeList, ValueList } from '../../benefits/index.ts';
import { civilMinute } from '../../language/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { PickOne, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { ruleNumber } from '../benefits/decision.tsx';
import { EnterValueForm } from '../benefits/enter-value-form.tsx';
import { programmeSections, Sections } from '../benefits/sections.tsx';
import { type FindParameter, useParameters } from '../benefits/use-parameters.ts';
import { useProgrammes } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type Entered = ValueList['values'][number];
type Programme = ProgrammeList['programmes'][number];
type Done = (words: string) => Promise<void>;

interface Doubtful {
  readonly programme: Programme;
  readonly words: string;
  readonly why: string;
}

/** What nobody has checked for today, and programmes that lack a number: these come first. */
const DoubtfulValues = (props: { readonly programmes: readonly Programme[]; find: FindParameter }) => {
  const { programmes, find } = props;
  const { say, read, locale } = useWording();
  const { data } = useAnswer('benefits/assess-people', {});
  const nameOf = (programme: string, parameter: string) => {
    const label = find(programme, parameter)?.label;
    return label ? read(label) : parameter;
  };
  const stale = programmes.flatMap((programme) =>
    programme.values
      .filter((one) => one.stale)
      .map(
        (one): Doubtful => ({
          programme,
          words: `${read(one.label)} ${ruleNumber(one.value, one.unit, locale)}${say('inUnit', { unit: read(one.placeName) })}`,
          why: say('staleSince', { day: one.confirmedThrough ?? '' }),
        }),
      ),
  );
  const missing = programmes.flatMap((programme) =>
    (data?.withoutValues[programme.key] ?? []).map(
      ({ parameter, day }): Doubtful => ({
        programme,
        words: nameOf(programme.key, parameter),
        why: say('valueMissingOn', { day }),
      }),
    ),
  );
  const columns: readonly Column<Doubtful>[] = [
    {
      head: say('programme'),
      cell: ({ programme }) => (
        <Link to={addressOf(`/programmes/${programme.key}/rules`)}>{read(programme.title)}</Link>
      ),
    },
    { head: say('value'), cell: ({ words }) => words },
    { head: say('whyDoubtful'), cell: ({ why }) => <span className="missed">{why}</span> },
  ];
  return (
    <DataTable
      label={say('doubtfulValues')}
      columns={columns}
      rows={[...missing, ...stale]}
      keyOf={(one) => `${one.programme.key} ${one.words} ${one.why}`}
      empty={say('noDoubtful')}
    />
  );
};

interface ApproveProps {
  readonly value: Entered;
  readonly session: Session;
  readonly onDone: Done;
}

/** Who approves, or that the one who entered it may not. */
const Approval = ({ value, session, onDone }: ApproveProps) => {
  const { say } = useWording();
  if (value.approvedBy !== null) return <>{say('approvedAlready')}</>;
  if (!session.permissions.includes('benefits:approve')) return <>{say('awaitsSecond')}</>;
  const approving: Task = {
    key: `approve-${value.valueId}`,
    label: say('approveValue'),
    form: ({ close, cancel }) => (
      <SmallForm
        name={`approve-${value.valueId}`}
        title={say('approveValue')}
        asked={[]}
        submit={say('doIt', { action: say('approveValue') })}
        onCancel={cancel}
        send={async (_given, key) => {
          await callOnce('benefits/approve-value', { valueId: value.valueId }, key);
          close();
          await onDone(say('valueApproved'));
        }}
      >
        <p>{say('approveValueSays')}</p>
      </SmallForm>
    ),
  };
  return <Tasks title={say('approveValue')} tasks={[approving]} />;
};

const FULL = 12;

interface EnteredProps {
  readonly values: readonly Entered[];
  readonly find: FindParameter;
  readonly session: Session;
  readonly onDone: Done;
}

const EnteredValues = ({ values, find, session, onDone }: EnteredProps) => {
  const { say, read, locale } = useWording();
  const { titleOf } = useProgrammes();
  const nameOf = ({ programme, parameter }: Entered) => {
    const label = find(programme, parameter)?.label;
    return label ? read(label) : parameter;
  };
  const amountOf = ({ programme, parameter, amount }: Entered) => {
    const unit = find(programme, parameter)?.unit ?? '';
    const shown = ruleNumber(amount, unit, locale);
    return unit === 'fen' ? say('yuanAmount', { amount: shown }) : shown;
  };
  const columns: readonly Column<Entered>[] = [
    { head: say('programme'), cell: (one) => `${titleOf(one.programme)} · ${nameOf(one)}` },
    { head: say('place'), kind: 'line', cell: ({ place }) => <AreaName code={place.padEnd(FULL, '0')} /> },
    { head: say('value'), kind: 'number', cell: amountOf },
    { head: say('inForce'), kind: 'line', cell: ({ from, to }) => `${from} ~ ${to ?? ''}` },
    { head: say('documentOf'), cell: (one) => `${one.document}${say('inUnit', { unit: one.publishedOn })}` },
    { head: say('checkedThrough'), kind: 'number', cell: ({ confirmedThrough }) => confirmedThrough },
    { head: say('enteredAt'), kind: 'number', cell: ({ enteredAt }) => civilMinute(new Date(enteredAt)) },
    {
      head: say('secondPerson'),
      cell: (value) => <Approval value={value} session={session} onDone={onDone} />,
    },
  ];
  return (
    <DataTable
      label={say('enteredValues')}
      columns={columns}
      rows={values}
      keyOf={({ valueId }) => valueId}
      empty={say('noEnteredValues')}
    />
  );
};

/** Numbers of rules that officers answer for: what is stale or missing, what was entered, what awaits a second person. */
export const ValuesPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { chosen, go } = useChoice('/values', ['waiting']);
  const { data: list } = useAnswer('benefits/list-programmes', { area: session.area });
  const { data, error, fresh, reload } = useAnswer(
    'benefits/list-values',
    chosen.waiting === '' ? {} : { waiting: chosen.waiting === 'yes' },
  );
  const [told, setTold] = useState<Words | null>(null);
  const done: Done = async (words) => {
    await reload();
    setTold({ words });
  };
  const programmes = list?.programmes ?? [];
  const find = useParameters(programmes.map(({ key }) => key));
  const entering: Task = {
    key: 'enter-value',
    label: say('enterValue'),
    form: ({ close, cancel }) => (
      <EnterValueForm
        session={session}
        programmes={programmes}
        onCancel={cancel}
        onDone={async (words) => {
          close();
          await done(words);
        }}
      />
    ),
  };
  const mayWrite = session.permissions.includes('benefits:write') && programmes.length > 0;
  return (
    <>
      <h1>{say('localValues')}</h1>
      <Sections sections={programmeSections} />
      <Told told={told} />
      <Tasks title={say('localValues')} tasks={mayWrite ? [entering] : []} />
      <h2>{say('doubtfulValues')}</h2>
      {find ? <DoubtfulValues programmes={programmes} find={find} /> : <p>{say('loading')}</p>}
      <h2>{say('enteredValues')}</h2>
      <div className="filters">
        <PickOne
          first
          label={say('secondPerson')}
          value={chosen.waiting}
          options={[
            ['', say('allOnes')],
            ['yes', say('awaitsSecond')],
            ['no', say('approvedAlready')],
          ]}
          onPick={(waiting) => {
            go({ waiting });
          }}
        />
      </div>
      <Refused error={fresh ? error : null} />
      {!data && !error && <p>{say('loading')}</p>}
      {data && find && <EnteredValues values={data.values} find={find} session={session} onDone={done} />}
    </>
  );
};
