import { useState } from 'react';
import type { RecordList } from '../../benefits/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { AreaPick, PickOne, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { MONEY, type Project, RecordForm } from '../benefits/record-form.tsx';
import { programmeSections, Sections } from '../benefits/sections.tsx';
import { yuan } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type Recorded = RecordList['records'][number];
type Done = (words: string) => Promise<void>;

/** What was counted and spent, each with its unit. */
const Amounts = ({ row, project }: { readonly row: Recorded; readonly project: Project | undefined }) => {
  const { read, locale } = useWording();
  return (
    <>
      {(project?.items ?? []).map(({ key, label, unit }) => (
        <div key={key}>
          {read(label)}:{' '}
          {unit === MONEY
            ? yuan(row.amounts[key] ?? null, locale)
            : formatNumber(row.amounts[key] ?? null, 0, locale)}
        </div>
      ))}
    </>
  );
};

/** Whose it is, by name where they belong to the own area. */
const Owner = ({ row }: { readonly row: Recorded }) => {
  const { say } = useWording();
  const { personId, householdId, ownerName } = row;
  if (householdId !== null)
    return <>{ownerName === null ? say('notShown') : say('householdOf', { name: ownerName })}</>;
  if (personId === null) return <>{say('nothing')}</>;
  if (ownerName === null) return <>{say('notShown')}</>;
  return <Link to={addressOf(`/beneficiary/${personId}`)}>{ownerName}</Link>;
};

interface VoidProps {
  readonly row: Recorded;
  readonly mayVoid: boolean;
  readonly onDone: Done;
}

/** What was recorded in error counts no more, and stays. */
const Voiding = ({ row, mayVoid, onDone }: VoidProps) => {
  const { say } = useWording();
  if (row.voided) return <span className="missed">{say('recordVoided')}</span>;
  if (!mayVoid) return <>{say('recordStands')}</>;
  const voiding: Task = {
    key: `void-${row.recordId}`,
    label: say('voidRecord'),
    danger: true,
    form: ({ close, cancel }) => (
      <SmallForm
        name={`void-${row.recordId}`}
        title={say('voidRecord')}
        asked={[{ key: 'reason', label: say('reasonGiven'), kind: 'long', shortest: 4 }]}
        danger
        submit={say('doIt', { action: say('voidRecord') })}
        onCancel={cancel}
        send={async ({ reason }, key) => {
          await callOnce('benefits/void-record', { recordId: row.recordId, reason }, key);
          close();
          await onDone(say('recordIsVoid'));
        }}
      />
    ),
  };
  return <Tasks title={say('voidRecord')} tasks={[voiding]} />;
};

interface RecordsProps {
  readonly list: RecordList;
  readonly mayVoid: boolean;
  readonly onDone: Done;
}

const Records = ({ list, mayVoid, onDone }: RecordsProps) => {
  const { say, read } = useWording();
  const projectOf = ({ project }: Recorded) => list.projects.find(({ key }) => key === project);
  const columns: readonly Column<Recorded>[] = [
    { head: say('recordDay'), kind: 'number', cell: ({ day }) => day },
    {
      head: say('recordKind'),
      cell: (row) => {
        const project = projectOf(row);
        return project ? read(project.title) : row.project;
      },
    },
    { head: say('recordAmounts'), cell: (row) => <Amounts row={row} project={projectOf(row)} /> },
    { head: say('recordOwner'), kind: 'line', cell: (row) => <Owner row={row} /> },
    { head: say('recordDetails'), cell: ({ details }) => details ?? say('nothing') },
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
    { head: say('recordedByColumn'), kind: 'line', cell: ({ recordedBy }) => recordedBy },
    { head: say('recordState'), cell: (row) => <Voiding row={row} mayVoid={mayVoid} onDone={onDone} /> },
  ];
  return (
    <DataTable
      label={say('benefitRecords')}
      columns={columns}
      rows={list.records}
      keyOf={({ recordId }) => recordId}
      empty={say('noRecords')}
    />
  );
};

/** What is given in kind, insured or done in projects: one list and one form for all of it. */
export const RecordsPage = ({ session }: { readonly session: Session }) => {
  const { say, read } = useWording();
  const { chosen, go } = useChoice('/records', ['project', 'year', 'area']);
  const { data, error, fresh, reload } = useAnswer('benefits/list-records', {
    ...(chosen.project === '' ? {} : { project: chosen.project }),
    ...(/^\d{4}$/.test(chosen.year) ? { year: Number(chosen.year) } : {}),
    ...(chosen.area === '' ? {} : { area: chosen.area }),
  });
  const [told, setTold] = useState<Words | null>(null);
  const done: Done = async (words) => {
    await reload();
    setTold({ words });
  };
  const { permissions } = session;
  const projects = (data?.projects ?? []).map(({ key, title }) => [key, read(title)] as const);
  const recording: Task = {
    key: 'record',
    label: say('recordIt'),
    form: ({ close, cancel }) =>
      data && (
        <RecordForm
          list={data}
          initial={chosen.project}
          session={session}
          onCancel={cancel}
          onDone={async (words) => {
            close();
            await done(words);
          }}
        />
      ),
  };
  return (
    <>
      <h1>{say('benefitRecords')}</h1>
      <Sections sections={programmeSections} />
      <Told told={told} />
      <form className="filters" role="search" aria-label={say('filters')}>
        <PickOne
          first
          label={say('recordKind')}
          value={chosen.project}
          options={[['', say('everyKind')], ...projects]}
          onPick={(project) => {
            go({ project });
          }}
        />
        <PickOne
          label={say('year')}
          value={chosen.year}
          options={[['', say('allYears')], ...recordYears().map((year) => [year, year] as const)]}
          onPick={(year) => {
            go({ year });
          }}
        />
        <AreaPick
          session={session}
          value={chosen.area}
          onPick={(area) => {
            go({ area });
          }}
        />
      </form>
      <Tasks
        title={say('benefitRecords')}
        tasks={permissions.includes('benefits:write') && data ? [recording] : []}
      />
      <Refused error={fresh ? error : null} />
      {!data && !error && <p>{say('loading')}</p>}
      {data && <Records list={data} mayVoid={permissions.includes('benefits:approve')} onDone={done} />}
    </>
  );
};

const FIRST_YEAR = 2008;

function recordYears(): readonly string[] {
  const now = new Date().getFullYear();
  return Array.from({ length: now - FIRST_YEAR + 1 }, (_, index) => String(now - index));
}
