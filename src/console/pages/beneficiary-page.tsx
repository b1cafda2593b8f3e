import { useState } from 'react';
import type { EntitlementList, PersonFacts } from '../../benefits/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { AttestForm } from '../benefits/attest-form.tsx';
import { AttestedList } from '../benefits/attested-list.tsx';
import { DayPick, ProgrammePick, useChoice } from '../benefits/choice.tsx';
import { ExplainedDecision } from '../benefits/eligibility.tsx';
import { PaymentsOf } from '../benefits/entitlement-facts.tsx';
import { monthOf, placeWords, plainWords, useProgrammes } from '../benefits/words.ts';
import { AreaName, isAreaCode } from '../cases/areas.tsx';
import { Fact } from '../cases/case-facts.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type Done = (words: string) => Promise<void>;

/** What conditions are asked with; of what is not listed nothing is known. */
const KnownFacts = ({ facts }: Pick<PersonFacts, 'facts'>) => {
  const wording = useWording();
  const { say, read } = wording;
  const { data } = useAnswer('benefits/list-facts', {});
  const known = (data?.columns ?? []).filter(({ name }) => (facts[name] ?? null) !== null);
  return (
    <details>
      <summary>{say('knownFacts', { n: known.length })}</summary>
      <dl className="facts tight given">
        {known.map(({ name, label }) => {
          const value = facts[name] ?? null;
          const isPlace = typeof value === 'string' && isAreaCode(value);
          return (
            <Fact key={name} term={read(label)}>
              {isPlace ? <AreaName code={value} /> : plainWords(value, wording)}
            </Fact>
          );
        })}
      </dl>
    </details>
  );
};

const Entitlements = ({ rows }: { readonly rows: EntitlementList['rows'] }) => {
  const wording = useWording();
  const { say } = wording;
  const { titleOf } = useProgrammes();
  if (rows.length === 0) return <p className="soft">{say('drawsNothing')}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.entitlementId}>
          <Link to={addressOf(`/entitlement/${row.personId}/${row.entitlementId}`)}>
            {titleOf(row.programme)}
          </Link>{' '}
          · {placeWords(row.place, wording)}
          {row.startMonth !== null && ` · ${say('sinceMonth', { month: monthOf(row.startMonth) })}`}
        </li>
      ))}
    </ul>
  );
};

interface ProposeOf {
  readonly personId: string;
  readonly programme: string;
  readonly done: Done;
}

/** Tells somebody that they may be entitled: nothing is granted by it, and nobody is refused. */
const useProposing = ({ personId, programme, done }: ProposeOf): Task => {
  const { say } = useWording();
  return {
    key: 'propose',
    label: say('propose'),
    form: ({ close, cancel }) => (
      <SmallForm
        name="propose"
        title={say('propose')}
        asked={[]}
        submit={say('doIt', { action: say('propose') })}
        onCancel={cancel}
        send={async (_given, key) => {
          const asked = { programme, personIds: [personId] };
          const { proposed } = await callOnce('benefits/propose-entitlements', asked, key);
          close();
          await done(say(proposed.length > 0 ? 'proposed' : 'proposedAlready'));
        }}
      >
        <p>{say('proposeSays')}</p>
      </SmallForm>
    ),
  };
};

interface PartProps {
  readonly personId: string;
  readonly session: Session;
  readonly facts: PersonFacts;
  readonly done: Done;
}

const Explaining = ({ personId, session, facts, done }: PartProps) => {
  const { say } = useWording();
  const { chosen, go } = useChoice(`/beneficiary/${personId}`, ['programme', 'at']);
  const { all } = useProgrammes();
  const programme = chosen.programme === '' ? (all[0]?.key ?? '') : chosen.programme;
  const proposing = useProposing({ personId, programme, done });
  const mayWrite = session.permissions.includes('benefits:write');
  if (programme === '') return <p>{say('loading')}</p>;
  return (
    <section className="eligibility">
      <h2>{say('eligibilityTitle')}</h2>
      <div className="filters">
        <ProgrammePick
          first
          all={false}
          value={programme}
          onPick={(key) => {
            go({ programme: key });
          }}
        />
        <DayPick
          label={say('rulesOfDay')}
          value={chosen.at}
          onPick={(at) => {
            go({ at });
          }}
        />
      </div>
      <ExplainedDecision
        key={facts.attested.map(({ factId, withdrawal }) => `${factId}${withdrawal?.at ?? ''}`).join(' ')}
        asked={{ personId, programme, ...(chosen.at === '' ? {} : { at: chosen.at }) }}
      />
      <Tasks title={say('propose')} tasks={mayWrite ? [proposing] : []} />
    </section>
  );
};

interface BeneficiaryProps {
  readonly personId: string;
  readonly session: Session;
}

/** Somebody as benefits know them: what they draw, what the rules say of them, and what was attested by which document. */
export const BeneficiaryPage = ({ personId, session }: BeneficiaryProps) => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('benefits/list-facts-of-person', { personId });
  const { data: own, reload: again } = useAnswer('benefits/list-entitlements', { personId });
  const [told, setTold] = useState<Words | null>(null);
  const done: Done = async (words) => {
    await Promise.all([reload(), again()]);
    setTold({ words });
  };
  const attesting: Task = {
    key: 'attest',
    label: say('attestFact'),
    form: ({ close, cancel }) => (
      <AttestForm
        personId={personId}
        onCancel={cancel}
        onDone={async (words) => {
          close();
          await done(words);
        }}
      />
    ),
  };
  const mayWrite = session.permissions.includes('benefits:write');
  return (
    <>
      <h1>{own?.rows[0]?.name ?? say('personTitle')}</h1>
      <Told told={told} />
      <Refused error={error} />
      {!data && !error && <p>{say('loading')}</p>}
      <h2>{say('entitlements')}</h2>
      {own && <Entitlements rows={own.rows} />}
      {data && <Explaining personId={personId} session={session} facts={data} done={done} />}
      {data && (
        <>
          <h2>{say('attestedFacts')}</h2>
          <Tasks title={say('attestedFacts')} tasks={mayWrite ? [attesting] : []} />
          <AttestedList personId={personId} attested={data.attested} mayWrite={mayWrite} onDone={done} />
          <KnownFacts facts={data.facts} />
        </>
      )}
      <h2>{say('payments')}</h2>
      <PaymentsOf personId={personId} />
    </>
  );
};
