import { useState } from 'react';
import { type Session, useAnswer } from '../api.ts';
import { EntitlementActions } from '../benefits/entitlement-actions.tsx';
import { EntitlementFacts, EntitlementStory, PaymentsOf, Segments } from '../benefits/entitlement-facts.tsx';
import { ProposalLetters } from '../benefits/proposal-letters.tsx';
import { useProgrammes } from '../benefits/words.ts';
import { VILLAGE_LIST } from '../cases/question.tsx';
import { Told, type Words } from '../health/told.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

/** Villages of the whole city, to which an entitlement can go. */
const CityVillages = ({ area }: { readonly area: string }) => {
  const { data } = useAnswer('areas/list-villages', { area: area.slice(0, 4) });
  return (
    <datalist id={VILLAGE_LIST}>
      {data?.villages.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
};

interface EntitlementPageProps {
  readonly personId: string;
  readonly entitlementId: string;
  readonly session: Session;
}

/** One entitlement: what can be done, what is given in which months, what was paid, and its whole life. */
export const EntitlementPage = ({ personId, entitlementId, session }: EntitlementPageProps) => {
  const { say, read } = useWording();
  const { titleOf } = useProgrammes();
  const { data, error, reload } = useAnswer('benefits/read-entitlement', { personId, entitlementId });
  const [told, setTold] = useState<Words | null>(null);
  if (!data)
    return (
      <>
        <h1>{say('entitlement')}</h1>
        {error ? <Refused error={error} /> : <p>{say('loading')}</p>}
      </>
    );
  const done = async (words: string) => {
    await reload();
    setTold({ words });
  };
  return (
    <>
      <h1>
        {titleOf(data.programme)} · {read(data.placeLabel)}
      </h1>
      <Told told={told} />
      <div className="case">
        <div>
          {session.permissions.includes('benefits:write') && (
            <>
              {data.place === 'proposed' && <ProposalLetters asked={{ personId, entitlementId }} />}
              <EntitlementActions detail={data} onDone={done} onChanged={reload} />
              <CityVillages area={session.area} />
            </>
          )}
          <h2>{say('segments')}</h2>
          <Segments detail={data} />
          <h2>{say('payments')}</h2>
          <PaymentsOf key={data.version} personId={personId} entitlementId={entitlementId} />
          <h2>{say('lifeOfEntitlement')}</h2>
          <EntitlementStory detail={data} />
        </div>
        <aside aria-label={say('facts')}>
          <h2>{say('facts')}</h2>
          <EntitlementFacts detail={data} session={session} />
        </aside>
      </div>
    </>
  );
};
