import { useState } from 'react';
import type { FoundArrears } from '../../benefits/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { AreaPick, ProgrammePick, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { EntitlementOf } from '../benefits/entitlement-of.tsx';
import { entitlementSections, Sections } from '../benefits/sections.tsx';
import { monthOf, useProgrammes, yuan } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

type Found = FoundArrears['found'][number];
type Decision = FoundArrears['decisions'][number];
type Done = (words: string) => Promise<void>;

/** Of whom something is noted: everybody who was found, or one entitlement. */
interface Noting {
  readonly key: string;
  readonly asked: Readonly<Record<string, string | number>>;
  readonly says: string;
  readonly label: string;
  readonly done: Done;
}

const useNoting = () => {
  const { say, locale } = useWording();
  return ({ key, asked, says, label, done }: Noting): Task => ({
    key,
    label,
    form: ({ close, cancel }) => (
      <SmallForm
        name={key}
        title={label}
        asked={[{ key: 'document', label: say('documentOf'), kind: 'text', shortest: 4 }]}
        submit={say('doIt', { action: label })}
        onCancel={cancel}
        send={async ({ document }, once) => {
          const { people, fen } = await callOnce('benefits/note-arrears', { ...asked, document }, once);
          close();
          await done(say('arrearsAreNoted', { n: people, amount: yuan(fen, locale) }));
        }}
      >
        <p>{says}</p>
      </SmallForm>
    ),
  });
};

interface FoundProps {
  readonly data: FoundArrears;
  readonly chosen: Readonly<Record<string, string>>;
  readonly session: Session;
  readonly done: Done;
}

const FoundOnes = ({ data, chosen, session, done }: FoundProps) => {
  const { say, locale } = useWording();
  const noting = useNoting();
  const mayNote = session.permissions.includes('benefits:write');
  const fenOf = ({ entitlementId }: Found) =>
    data.found.filter((one) => one.entitlementId === entitlementId).reduce((sum, one) => sum + one.fen, 0);
  const all = noting({
    key: 'note-all',
    asked: { ...chosen, fen: data.total.fen },
    label: say('noteAllArrears', { n: data.total.people, amount: yuan(data.total.fen, locale) }),
    says: say('noteArrearsSays'),
    done,
  });
  const toNote: Column<Found> = {
    head: say('toDo'),
    cell: (one) => (
      <Tasks
        title={say('noteArrears')}
        tasks={[
          noting({
            key: `note-${one.entitlementId}-${one.fromMonth}`,
            asked: {
              programme: chosen['programme'] ?? '',
              personId: one.personId,
              entitlementId: one.entitlementId,
              fen: fenOf(one),
            },
            label: say('noteArrears'),
            says: say('noteOneArrearsSays', { amount: yuan(fenOf(one), locale) }),
            done,
          }),
        ]}
      />
    ),
  };
  const columns: readonly Column<Found>[] = [
    { head: say('beneficiary'), cell: (one) => <EntitlementOf {...one} /> },
    {
      head: say('monthsPaid'),
      kind: 'line',
      cell: (one) => `${monthOf(one.fromMonth)} ~ ${monthOf(one.toMonth)}`,
    },
    { head: say('monthCount'), kind: 'number', cell: ({ months }) => months },
    { head: say('ratePaid'), kind: 'number', cell: ({ paidFen }) => yuan(paidFen, locale) },
    { head: say('rateDue'), kind: 'number', cell: ({ dueFen }) => yuan(dueFen, locale) },
    { head: say('arrearsYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
    ...(mayNote ? [toNote] : []),
  ];
  return (
    <>
      {data.withoutRate > 0 && <p className="missed">{say('arrearsWithoutRate', { n: data.withoutRate })}</p>}
      {mayNote && data.total.months > 0 && <Tasks title={say('noteArrears')} tasks={[all]} />}
      <DataTable
        label={say('arrearsFound')}
        columns={columns}
        rows={data.found}
        keyOf={(one) => `${one.entitlementId} ${one.fromMonth} ${String(one.paidFen)} ${String(one.dueFen)}`}
        empty={say('noArrearsFound')}
      />
    </>
  );
};

interface DecidingProps {
  readonly decision: Decision;
  readonly session: Session;
  readonly done: Done;
}

/** Who decided, or who may: never the one who noted it. */
const Deciding = ({ decision, session, done }: DecidingProps) => {
  const { say, locale } = useWording();
  const { decisionId, decidedAs, decidedBy, notedBy } = decision;
  if (decidedAs !== null)
    return (
      <>
        {say(decidedAs === 'approved' ? 'arrearsApproved' : 'arrearsRefused')} · {decidedBy}
      </>
    );
  if (notedBy === session.name) return <span className="flagged">{say('ownArrears')}</span>;
  if (!session.permissions.includes('benefits:approve')) return <>{say('awaitsSecond')}</>;
  const deciding = (as: 'approved' | 'refused'): Task => {
    const label = say(as === 'approved' ? 'approveArrears' : 'refuseArrears');
    return {
      key: `${as}-${decisionId}`,
      label,
      danger: as === 'refused',
      form: ({ close, cancel }) => (
        <SmallForm
          name={`${as}-${decisionId}`}
          title={label}
          asked={[]}
          danger={as === 'refused'}
          submit={say('doIt', { action: label })}
          onCancel={cancel}
          send={async (_given, key) => {
            await callOnce('benefits/decide-arrears', { decisionId, as }, key);
            close();
            await done(say(as === 'approved' ? 'arrearsAreApproved' : 'arrearsAreRefused'));
          }}
        >
          <p>
            {say('decideArrearsSays', {
              by: notedBy,
              n: decision.people,
              months: decision.months,
              amount: yuan(decision.fen, locale),
            })}
          </p>
        </SmallForm>
      ),
    };
  };
  return <Tasks title={say('decideArrears')} tasks={[deciding('approved'), deciding('refused')]} />;
};

interface DecisionsProps {
  readonly decisions: readonly Decision[];
  readonly session: Session;
  readonly done: Done;
}

const Decisions = ({ decisions, session, done }: DecisionsProps) => {
  const { say, locale } = useWording();
  const columns: readonly Column<Decision>[] = [
    { head: say('documentOf'), cell: ({ document }) => document },
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
    { head: say('peopleCount'), kind: 'number', cell: ({ people }) => people },
    { head: say('monthCount'), kind: 'number', cell: ({ months }) => months },
    { head: say('arrearsYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
    { head: say('arrearsListed'), kind: 'number', cell: ({ listedFen }) => yuan(listedFen, locale) },
    { head: say('notedBy'), kind: 'line', cell: ({ notedBy, notedOn }) => `${notedBy} · ${notedOn}` },
    {
      head: say('secondPerson'),
      cell: (decision) => <Deciding decision={decision} session={session} done={done} />,
    },
  ];
  return (
    <DataTable
      label={say('arrearsNoted')}
      columns={columns}
      rows={decisions}
      keyOf={({ decisionId }) => decisionId}
      empty={say('noArrearsNoted')}
    />
  );
};

/** Months that were paid at less than is due for them: one person notes, another decides, the next list pays. */
export const ArrearsPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { all } = useProgrammes();
  const { chosen, go } = useChoice('/entitlements/arrears', ['programme', 'area']);
  const programme = chosen.programme === '' ? (all[0]?.key ?? '') : chosen.programme;
  const asked = { programme, ...(chosen.area === '' ? {} : { area: chosen.area }) };
  const { data, error, fresh, reload } = useAnswer('benefits/find-arrears', programme === '' ? null : asked);
  const [told, setTold] = useState<Words | null>(null);
  const done: Done = async (words) => {
    await reload();
    setTold({ words });
  };
  return (
    <>
      <h1>{say('arrears')}</h1>
      <Sections sections={entitlementSections} />
      <p className="soft">{say('arrearsSay')}</p>
      <form className="filters" role="search" aria-label={say('filters')}>
        <ProgrammePick first all={false} value={programme} onPick={(one) => go({ programme: one })} />
        <AreaPick session={session} value={chosen.area} onPick={(area) => go({ area })} />
      </form>
      <Told told={told} />
      <Refused error={fresh ? error : null} />
      {!fresh && <p>{say('loading')}</p>}
      {data && fresh && (
        <>
          <h2>{say('arrearsFound')}</h2>
          <FoundOnes data={data} chosen={asked} session={session} done={done} />
          <h2>{say('arrearsNoted')}</h2>
          <Decisions decisions={data.decisions} session={session} done={done} />
        </>
      )}
    </>
  );
};
