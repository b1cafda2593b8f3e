import { useState } from 'react';
import type { ProgrammePage } from '../../benefits/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';
import type { EligibleList } from './answers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { variantWords } from './words.ts';

type Found = EligibleList['people'][number];

interface PickedProps {
  readonly picked: ReadonlySet<string>;
  readonly onPick: (personIds: readonly string[], isPicked: boolean) => void;
}

interface PeopleProps extends PickedProps {
  readonly programme: string;
  readonly people: readonly Found[];
}

/** Who may be entitled and has not been told; who draws it already cannot be picked. */
const People = ({ programme, people, picked, onPick }: PeopleProps) => {
  const wording = useWording();
  const { say } = wording;
  const columns: readonly Column<Found>[] = [
    {
      head: say('personName'),
      cell: ({ personId, name, isKnown }) => (
        <>
          {!isKnown && (
            <input
              type="checkbox"
              aria-label={say('pickFor', { name })}
              checked={picked.has(personId)}
              onChange={(event) => {
                onPick([personId], event.target.checked);
              }}
            />
          )}{' '}
          <Link to={addressOf(`/beneficiary/${personId}`, { programme })}>{name}</Link>
        </>
      ),
    },
    { head: say('area'), kind: 'line', cell: ({ village }) => <AreaName code={village} /> },
    { head: say('conclusion'), kind: 'line', cell: ({ outcome }) => say(`eligibility_${outcome}`) },
    {
      head: say('variant'),
      kind: 'line',
      cell: ({ variant }) => (variant === null ? say('nothing') : variantWords(variant, wording)),
    },
    { head: say('toldAlready'), kind: 'line', cell: ({ isKnown }) => say(isKnown ? 'yesWord' : 'noWord') },
  ];
  return (
    <DataTable
      label={say('peoplePart')}
      columns={columns}
      rows={people}
      keyOf={({ personId }) => personId}
      empty={say('nobodyHere')}
    />
  );
};

interface ProposeOf {
  readonly programme: string;
  readonly picked: ReadonlySet<string>;
  readonly done: (words: string) => Promise<void>;
}

/** Nobody is granted or refused anything by a proposal. */
function useProposing({ programme, picked, done }: ProposeOf): Task {
  const { say } = useWording();
  return {
    key: 'propose-many',
    label: say('proposeMany', { n: picked.size }),
    form: ({ close, cancel }) => (
      <SmallForm
        name="propose-many"
        title={say('proposeMany', { n: picked.size })}
        asked={[]}
        submit={say('doIt', { action: say('propose') })}
        onCancel={cancel}
        send={async (_given, key) => {
          const asked = { programme, personIds: [...picked] };
          const { proposed, alreadyThere } = await callOnce('benefits/propose-entitlements', asked, key);
          close();
          await done(say('proposedMany', { n: proposed.length, there: alreadyThere }));
        }}
      >
        <p>{say('proposeSays')}</p>
      </SmallForm>
    ),
  };
}

interface FoundProps {
  readonly programme: string;
  readonly asked: Readonly<Record<string, string>>;
  readonly mayPropose: boolean;
}

const FoundIn = ({ programme, asked, mayPropose }: FoundProps) => {
  const { say, locale } = useWording();
  const { data, error, reload } = useAnswer('benefits/find-eligible', { ...asked, programme });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Words | null>(null);
  const proposing = useProposing({
    programme,
    picked,
    done: async (words) => {
      setPicked(new Set());
      await reload();
      setTold({ words });
    },
  });
  const pick = (personIds: readonly string[], isPicked: boolean) => {
    setPicked((before) => {
      const others = [...before].filter((one) => !personIds.includes(one));
      return new Set(isPicked ? [...others, ...personIds] : others);
    });
  };
  if (!data) return error ? <Refused error={error} /> : <p>{say('loading')}</p>;
  const open = data.people.filter(({ isKnown }) => !isKnown).map(({ personId }) => personId);
  const isWhole = open.length > 0 && open.every((one) => picked.has(one));
  return (
    <>
      <Told told={told} />
      <p>
        {say('foundEligible', {
          n: formatNumber(data.people.length, 0, locale),
          open: formatNumber(open.length, 0, locale),
        })}
      </p>
      {mayPropose && open.length > 0 && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={isWhole}
              onChange={(event) => {
                pick(open, event.target.checked);
              }}
            />{' '}
            {say('pickAll')}
          </label>
        </p>
      )}
      <Tasks title={say('propose')} tasks={mayPropose && picked.size > 0 ? [proposing] : []} />
      <People programme={programme} people={data.people} picked={picked} onPick={pick} />
    </>
  );
};

interface PartProps {
  readonly rules: ProgrammePage;
  readonly asked: Readonly<Record<string, string>>;
  readonly session: Session;
}

/** The people of a township to whom the programme is open by the facts, so that they can be told. */
export const PeoplePart = ({ rules, asked, session }: PartProps) => {
  const { say } = useWording();
  const area = asked['area'] ?? session.area;
  const { knownAt: _, ...rest } = asked;
  const isSmall = !area.endsWith(WIDE);
  return (
    <>
      <h2>{say('peoplePart')}</h2>
      <p className="soft">{say('peopleSay')}</p>
      {isSmall ? (
        <FoundIn
          key={area}
          programme={rules.key}
          asked={{ ...rest, area }}
          mayPropose={session.permissions.includes('benefits:write') && rules.award.kind === 'money'}
        />
      ) : (
        <p className="flagged">{say('chooseTownship')}</p>
      )}
    </>
  );
};

/** How codes of counties and of the city end: names are listed by township or village. */
const WIDE = '000000';
