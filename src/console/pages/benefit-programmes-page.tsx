import { type Session, useAnswer } from '../api.ts';
import { AssessedTable } from '../benefits/assessed-table.tsx';
import { AreaPick, type Chosen, DayPick, useChoice } from '../benefits/choice.tsx';
import { programmeSections, Sections } from '../benefits/sections.tsx';
import { useProgrammes } from '../benefits/words.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

export const MOMENT = ['at', 'knownAt', 'area'] as const;
export type MomentKey = (typeof MOMENT)[number];

/** What of the choice is asked; the day, when it was known, and the part of the area. */
export const momentAsked = ({ chosen }: Chosen<MomentKey>): Readonly<Record<string, string>> =>
  Object.fromEntries(MOMENT.filter((key) => chosen[key] !== '').map((key) => [key, chosen[key]]));

interface MomentProps {
  readonly choice: Chosen<MomentKey>;
  readonly session: Session;
}

/** By which day's rules, as known when, and for which part of the area. */
export const MomentFilters = ({ choice: { chosen, go }, session }: MomentProps) => {
  const { say } = useWording();
  return (
    <form className="filters" role="search" aria-label={say('filters')}>
      <AreaPick
        first
        session={session}
        value={chosen.area}
        onPick={(area) => {
          go({ area });
        }}
      />
      <DayPick
        label={say('rulesOfDay')}
        value={chosen.at}
        onPick={(at) => {
          go({ at });
        }}
      />
      <DayPick
        label={say('knownOnDay')}
        value={chosen.knownAt}
        onPick={(knownAt) => {
          go({ knownAt });
        }}
      />
    </form>
  );
};

/** Everybody of the area under every programme; a programme leads to why, where and what comes. */
export const ProgrammesPage = ({ session }: { readonly session: Session }) => {
  const { say, read } = useWording();
  const { all } = useProgrammes();
  const choice = useChoice('/programmes', MOMENT);
  const asked = momentAsked(choice);
  const { data, error, fresh } = useAnswer('benefits/assess-people', asked);
  return (
    <>
      <h1>{say('programmes')}</h1>
      <Sections sections={programmeSections} />
      <p className="soft">{say('assessSays')}</p>
      <MomentFilters choice={choice} session={session} />
      <Refused error={fresh ? error : null} />
      {!fresh && <p>{say('loading')}</p>}
      {data && fresh && (
        <>
          <p className="soft">
            {say('assessedAt', { day: data.at, knownAt: data.knownAt, snapshot: data.snapshot.at })}
          </p>
          <AssessedTable
            data={data}
            titles={all.map(({ key, title }) => ({ key, title: read(title) }))}
            addressOf={(key) => addressOf(`/programmes/${key}`, asked)}
          />
        </>
      )}
    </>
  );
};
