import type { PersonFacts } from '../../benefits/index.ts';
import { civilDate } from '../../language/index.ts';
import { callOnce } from '../api.ts';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { useWording } from '../messages.ts';

type Attested = PersonFacts['attested'][number];

interface ListProps {
  readonly personId: string;
  readonly attested: readonly Attested[];
  readonly mayWrite: boolean;
  readonly onDone: (words: string) => Promise<void>;
}

const Details = ({ fact }: { readonly fact: Attested }) => {
  const { say, read } = useWording();
  const { until, untilLabel, sex, grade, gradedFrom, gradedTo, adoptedOn } = fact;
  const parts = [
    until !== null && untilLabel ? `${read(untilLabel)} ${until}` : '',
    sex === null ? '' : say(sex === 'male' ? 'sexMale' : 'sexFemale'),
    adoptedOn === null ? '' : `${say('extra_adoptedOn')} ${adoptedOn}`,
    grade === null ? '' : say('gradeIs', { grade }),
    gradedFrom === null ? '' : `${gradedFrom} ~ ${gradedTo ?? ''}`,
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
};

const AttestedRow = ({
  fact,
  personId,
  mayWrite,
  onDone,
}: Omit<ListProps, 'attested'> & { fact: Attested }) => {
  const { say, read } = useWording();
  const { factId, withdrawal } = fact;
  const withdrawing: Task = {
    key: `withdraw-${factId}`,
    label: say('withdrawFact'),
    danger: true,
    form: ({ close, cancel }) => (
      <SmallForm
        name={`withdraw-${factId}`}
        title={say('withdrawFact')}
        asked={[{ key: 'reason', label: say('reasonGiven'), kind: 'long', shortest: 2 }]}
        danger
        submit={say('doIt', { action: say('withdrawFact') })}
        onCancel={cancel}
        send={async ({ reason }, key) => {
          await callOnce('benefits/withdraw-fact', { personId, factId, reason }, key);
          close();
          await onDone(say('factWithdrawn'));
        }}
      >
        <p>{say('withdrawFactSays')}</p>
      </SmallForm>
    ),
  };
  return (
    <li>
      <strong>{read(fact.label)}</strong> {read(fact.dayLabel)} {fact.day} <Details fact={fact} />
      {fact.invented && <span className="mark"> {say('inventedMark')}</span>}
      <div className="soft">
        {say('byDocument', { document: fact.document })} · {civilDate(new Date(fact.recordedAt))}
      </div>
      {withdrawal && (
        <div className="missed">
          {say('factWithdrawnOn', { day: civilDate(new Date(withdrawal.at)), reason: withdrawal.reason })}
        </div>
      )}
      <Tasks title={say('withdrawFact')} tasks={mayWrite && withdrawal === null ? [withdrawing] : []} />
    </li>
  );
};

/** What was attested of somebody, by which document; what was withdrawn stays readable. */
export const AttestedList = ({ attested, ...rest }: ListProps) => {
  const { say } = useWording();
  if (attested.length === 0) return <p className="soft">{say('noAttested')}</p>;
  return (
    <ul className="timeline">
      {attested.map((fact) => (
        <AttestedRow key={fact.factId} fact={fact} {...rest} />
      ))}
    </ul>
  );
};
