import type { FoundChanges, FoundOverpayments } from '../../benefits/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { AreaPick, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { EntitlementOf } from '../benefits/entitlement-of.tsx';
import { entitlementSections, Sections } from '../benefits/sections.tsx';
import { monthOf, useProgrammes, yuan } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

type Change = FoundChanges['rows'][number];
type Found = FoundOverpayments['found'][number];
type Noted = FoundOverpayments['noted'][number];

const changeWords = (change: Change['change']) => `change_${change.replaceAll('-', '_')}` as const;

/** What it is; of conditions that are not met, which, and since when each. */
const WhatChanged = ({ change, failing }: Change) => {
  const { say, read } = useWording();
  return (
    <>
      {say(changeWords(change) as 'change_died')}
      {failing.length > 0 && (
        <ul>
          {failing.map(({ id, text, since }) => (
            <li key={id}>
              {read(text)}
              {say('inUnit', { unit: say('sinceMonth', { month: monthOf(since) }) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** What has changed of people who draw something: listed, for somebody to decide. */
export const ChangesPage = ({ session }: { readonly session: Session }) => {
  const { say, locale } = useWording();
  const { titleOf } = useProgrammes();
  const { chosen, go } = useChoice('/entitlements/changes', ['area']);
  const { data, error, fresh } = useAnswer(
    'benefits/find-changes',
    chosen.area === '' ? {} : { area: chosen.area },
  );
  const columns: readonly Column<Change>[] = [
    { head: say('beneficiary'), cell: (row) => <EntitlementOf {...row} /> },
    { head: say('whatChanged'), cell: (row) => <WhatChanged {...row} /> },
    { head: say('changedSince'), kind: 'number', cell: ({ since }) => since ?? say('nothing') },
    { head: say('programme'), kind: 'line', cell: ({ programme }) => titleOf(programme) },
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
    {
      head: say('areaNow'),
      kind: 'line',
      cell: ({ now }) => (now === null ? say('nothing') : <AreaName code={now} />),
    },
  ];
  return (
    <>
      <h1>
        {say('registerChanges')}
        {data && fresh ? ` · ${formatNumber(data.rows.length, 0, locale)}` : ''}
      </h1>
      <Sections sections={entitlementSections} />
      <p className="soft">{say('changesSay')}</p>
      <form className="filters" role="search" aria-label={say('filters')}>
        <AreaPick first session={session} value={chosen.area} onPick={(area) => go({ area })} />
      </form>
      <Refused error={fresh ? error : null} />
      {!fresh && <p>{say('loading')}</p>}
      {data && fresh && data.notAsked.length > 0 && (
        <p className="missed">
          {say('changesNotAsked', { programmes: data.notAsked.map(titleOf).join('、') })}
        </p>
      )}
      {data && fresh && (
        <DataTable
          label={say('registerChanges')}
          columns={columns}
          rows={data.rows}
          keyOf={({ entitlementId, change }) => `${entitlementId} ${change}`}
          empty={say('noChanges')}
        />
      )}
    </>
  );
};

const span = ({ fromMonth, toMonth }: { readonly fromMonth: string; readonly toMonth: string }) =>
  `${monthOf(fromMonth)} ~ ${monthOf(toMonth)}`;

const FoundOnes = ({ found }: { readonly found: readonly Found[] }) => {
  const { say, locale } = useWording();
  const { titleOf } = useProgrammes();
  const columns: readonly Column<Found>[] = [
    { head: say('beneficiary'), cell: (row) => <EntitlementOf {...row} /> },
    { head: say('programme'), kind: 'line', cell: ({ programme }) => titleOf(programme) },
    { head: say('monthsPaid'), kind: 'number', cell: span },
    { head: say('monthCount'), kind: 'number', cell: ({ months }) => months },
    { head: say('dueNow'), kind: 'line', cell: ({ isDue }) => say(`due_${isDue}`) },
    { head: say('amountYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
  ];
  return (
    <DataTable
      label={say('overpaymentsFound')}
      columns={columns}
      rows={found}
      keyOf={({ entitlementId, isDue }) => `${entitlementId} ${isDue}`}
      empty={say('noOverpaymentsFound')}
    />
  );
};

const NotedOnes = ({ noted }: { readonly noted: readonly Noted[] }) => {
  const { say, locale } = useWording();
  const { titleOf } = useProgrammes();
  const columns: readonly Column<Noted>[] = [
    { head: say('beneficiary'), cell: (row) => <EntitlementOf {...row} /> },
    { head: say('programme'), kind: 'line', cell: ({ programme }) => titleOf(programme) },
    { head: say('monthsPaid'), kind: 'number', cell: span },
    { head: say('amountYuan'), kind: 'number', cell: ({ fen }) => yuan(fen, locale) },
    {
      head: say('settledAs'),
      kind: 'line',
      cell: ({ settledAs }) =>
        settledAs === null ? (
          <span className="missed">{say('notSettled')}</span>
        ) : (
          say(`settled_${settledAs.replaceAll('-', '_')}` as 'settled_returned')
        ),
    },
    { head: say('returnedYuan'), kind: 'number', cell: ({ returnedFen }) => yuan(returnedFen, locale) },
  ];
  return (
    <DataTable
      label={say('overpaymentsNoted')}
      columns={columns}
      rows={noted}
      keyOf={({ overpaymentId }) => overpaymentId}
      empty={say('noOverpaymentsNoted')}
    />
  );
};

/** Months that were paid although nothing is given for them: people look, note and settle. */
export const OverpaidPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { chosen, go } = useChoice('/entitlements/overpaid', ['area']);
  const { data, error, fresh } = useAnswer(
    'benefits/find-overpayments',
    chosen.area === '' ? {} : { area: chosen.area },
  );
  return (
    <>
      <h1>{say('overpayments')}</h1>
      <Sections sections={entitlementSections} />
      <p className="soft">{say('overpaymentsSay')}</p>
      <form className="filters" role="search" aria-label={say('filters')}>
        <AreaPick first session={session} value={chosen.area} onPick={(area) => go({ area })} />
      </form>
      <Refused error={fresh ? error : null} />
      {!fresh && <p>{say('loading')}</p>}
      {data && fresh && (
        <>
          <h2>{say('overpaymentsFound')}</h2>
          <FoundOnes found={data.found} />
          <h2>{say('overpaymentsNoted')}</h2>
          <NotedOnes noted={data.noted} />
        </>
      )}
    </>
  );
};
