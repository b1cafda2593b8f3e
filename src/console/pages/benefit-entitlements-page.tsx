import { useState } from 'react';
import type { EntitlementList } from '../../benefits/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { AreaPick, type Chosen, Pages, PickOne, ProgrammePick, useChoice } from '../benefits/choice.tsx';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { ProposalLetters, useRecordingTold } from '../benefits/proposal-letters.tsx';
import { entitlementSections, Sections } from '../benefits/sections.tsx';
import { entitlementPlaces, monthOf, placeWords, useProgrammes } from '../benefits/words.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import { SmallForm } from '../health/small-form.tsx';
import { Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type Row = EntitlementList['rows'][number];

const PAGE = 50;
const KEYS = ['programme', 'place', 'area', 'due'] as const;
type Choice = Chosen<(typeof KEYS)[number]>;
const thisYear = () => new Date().getFullYear();

const Filters = ({ choice, session }: { readonly choice: Choice; readonly session: Session }) => {
  const wording = useWording();
  const { say } = wording;
  const { chosen, go, to } = choice;
  const places = entitlementPlaces.map((one) => [one, placeWords(one, wording)] as const);
  return (
    <form className="filters" role="search" aria-label={say('filters')}>
      <ProgrammePick first value={chosen.programme} onPick={(programme) => go({ programme })} />
      <PickOne
        label={say('entitlementState')}
        value={chosen.place}
        options={[['', say('allStates')], ...places]}
        onPick={(place) => go({ place })}
      />
      <AreaPick session={session} value={chosen.area} onPick={(area) => go({ area })} />
      <label>
        <input
          type="checkbox"
          checked={chosen.due !== ''}
          onChange={(event) => go({ due: event.target.checked ? String(thisYear()) : '' })}
        />{' '}
        {say('checkDue', { year: chosen.due === '' ? thisYear() : chosen.due })}
      </label>
      <Link to={to({ programme: '', place: '', area: '', due: '' })}>{say('clearFilters')}</Link>
    </form>
  );
};

interface ConfirmProps {
  readonly year: string;
  readonly rows: readonly Row[];
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** The yearly check of those that were picked: somebody has seen each, and says how. */
const ConfirmYear = ({ year, rows, onDone, onCancel }: ConfirmProps) => {
  const { say } = useWording();
  return (
    <SmallForm
      name="year"
      title={say('confirmYear', { year })}
      asked={[{ key: 'basis', label: say('checkBasis'), kind: 'long' }]}
      onCancel={onCancel}
      send={async ({ basis }, key) => {
        const entitlements = rows.map(({ personId, entitlementId }) => ({ personId, entitlementId }));
        const asked = { year: Number(year), basis, entitlements };
        const { confirmed } = await callOnce('benefits/confirm-year', asked, key);
        await onDone(say('yearConfirmed', { n: confirmed, year }));
      }}
    >
      <p>{say('confirmYearSays', { n: rows.length })}</p>
    </SmallForm>
  );
};

/** What there is to know of what is given. */
function givenColumns(wording: Wording): readonly Column<Row>[] {
  const { say } = wording;
  return [
    { head: say('entitlementState'), kind: 'line', cell: (row) => placeWords(row.place, wording) },
    {
      head: say('startMonth'),
      kind: 'number',
      cell: ({ startMonth }) => (startMonth === null ? say('nothing') : monthOf(startMonth)),
    },
    { head: say('checkedYear'), kind: 'number', cell: ({ checkedYear }) => checkedYear ?? say('nothing') },
    {
      head: say('account'),
      kind: 'line',
      cell: ({ hasAccount }) =>
        hasAccount ? say('accountThere') : <span className="missed">{say('accountMissing')}</span>,
    },
  ];
}

/** Of a proposal: whether anybody has told the person. */
const toldColumn = ({ say }: Wording): Column<Row> => ({
  head: say('toldThem'),
  kind: 'line',
  cell: ({ told }) => say(told ? 'yesWord' : 'notYetTold'),
});

interface RowsProps {
  readonly rows: readonly Row[];
  readonly areProposals: boolean;
  /** Whose yearly check is picked; null where none is due. */
  readonly picked: ReadonlySet<string> | null;
  readonly onPick: (entitlementId: string, isPicked: boolean) => void;
}

const Rows = ({ rows, areProposals, picked, onPick }: RowsProps) => {
  const wording = useWording();
  const { say } = wording;
  const { titleOf } = useProgrammes();
  const nameOf = ({ name }: Row) => name ?? say('nameNotShown');
  const columns: readonly Column<Row>[] = [
    {
      head: say('beneficiary'),
      cell: (row) => (
        <>
          {picked && (
            <input
              type="checkbox"
              aria-label={say('pickFor', { name: nameOf(row) })}
              checked={picked.has(row.entitlementId)}
              onChange={(event) => onPick(row.entitlementId, event.target.checked)}
            />
          )}{' '}
          <Link to={addressOf(`/entitlement/${row.personId}/${row.entitlementId}`)}>{nameOf(row)}</Link>
        </>
      ),
    },
    ...(areProposals ? [toldColumn(wording)] : []),
    { head: say('programme'), kind: 'line', cell: (row) => titleOf(row.programme) },
    ...(areProposals ? [] : givenColumns(wording)),
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
  ];
  return (
    <DataTable
      label={say('entitlements')}
      columns={columns}
      rows={rows}
      keyOf={({ entitlementId }) => entitlementId}
      empty={say('noEntitlements')}
    />
  );
};

const asked = ({ chosen, page }: Choice) => ({
  ...(chosen.programme === '' ? {} : { programme: chosen.programme }),
  ...(chosen.place === '' ? {} : { place: chosen.place }),
  ...(chosen.area === '' ? {} : { area: chosen.area }),
  ...(/^\d{4}$/.test(chosen.due) ? { dueForYear: Number(chosen.due) } : {}),
  limit: PAGE,
  offset: (page - 1) * PAGE,
});

/** Letters for everybody of the area to whom the chosen programme is proposed and whom nobody has told. */
const Letters = ({ chosen }: Pick<Choice, 'chosen'>) => {
  const { say } = useWording();
  const { programme, area } = chosen;
  if (programme === '') return <p className="soft">{say('lettersChoose')}</p>;
  return (
    <ProposalLetters key={`${programme} ${area}`} asked={{ programme, ...(area === '' ? {} : { area }) }} />
  );
};

/** Who is entitled to what, by programme, state and area; those whose yearly check is due are confirmed here. */
export const EntitlementsPage = ({ session }: { readonly session: Session }) => {
  const { say, locale } = useWording();
  const choice = useChoice('/entitlements', KEYS);
  const { data, error, fresh, reload } = useAnswer('benefits/list-entitlements', asked(choice));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Words | null>(null);
  const { due, place } = choice.chosen;
  const mayWrite = session.permissions.includes('benefits:write');
  const isChecking = due !== '' && mayWrite;
  const isTelling = place === 'proposed' && mayWrite && !isChecking;
  const rows = (data?.rows ?? []).filter(({ entitlementId }) => picked.has(entitlementId));
  const finished = async (words: string) => {
    setPicked(new Set());
    await reload();
    setTold({ words });
  };
  const telling = useRecordingTold({ rows, done: finished });
  const confirming = {
    key: 'confirm-year',
    label: say('confirmYear', { year: due }),
    form: ({ close, cancel }: { close: () => void; cancel: () => void }) => (
      <ConfirmYear
        year={due}
        rows={rows}
        onCancel={cancel}
        onDone={async (words) => {
          close();
          await finished(words);
        }}
      />
    ),
  };
  const tasks = isChecking ? [confirming] : isTelling ? [telling] : [];
  const pick = (entitlementId: string, isPicked: boolean) => {
    setPicked((before) => {
      const others = [...before].filter((one) => one !== entitlementId);
      return new Set(isPicked ? [...others, entitlementId] : others);
    });
  };
  return (
    <>
      <h1>
        {say('entitlements')}
        {data && fresh ? ` · ${say('entitlementCount', { n: formatNumber(data.total, 0, locale) })}` : ''}
      </h1>
      <Sections sections={entitlementSections} />
      <Told told={told} />
      <Filters choice={choice} session={session} />
      <Refused error={fresh ? error : null} />
      {isTelling && <Letters chosen={choice.chosen} />}
      {!fresh && <p>{say('loading')}</p>}
      {data && fresh && (
        <Rows
          rows={data.rows}
          areProposals={place === 'proposed'}
          picked={isChecking || isTelling ? picked : null}
          onPick={pick}
        />
      )}
      <Tasks title={say('doWithPicked')} tasks={rows.length === 0 ? [] : tasks} />
      {data && fresh && (
        <Pages page={choice.page} size={PAGE} total={data.total} addressAt={(page) => choice.to({ page })} />
      )}
    </>
  );
};
