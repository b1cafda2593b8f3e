import type { ReadApplication } from '../../benefits/index.ts';
import type { CaseDetail } from '../../casework/index.ts';
import { useAnswer } from '../api.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';
import { DayPick, PickOne, useChoice } from './choice.tsx';
import { Decision } from './decision.tsx';

interface ExplainProps {
  readonly asked: object;
}

/** The decision with its reasons, as the server explains it. */
export const ExplainedDecision = ({ asked }: ExplainProps) => {
  const { say } = useWording();
  const { data, error, fresh } = useAnswer('benefits/explain-eligibility', asked);
  if (error && fresh) return <Refused error={error} />;
  if (!data || !fresh) return <p>{say('loading')}</p>;
  return <Decision decision={data} />;
};

interface OfCase {
  readonly detail: CaseDetail;
}

/** What was declared on the application, in full, with the day on which it is deleted. */
const Declarations = ({ detail }: OfCase) => {
  const { say, read } = useWording();
  const { data } = useAnswer('benefits/list-declarations', { caseId: detail.caseId });
  if (!data || data.declarations.length === 0) return null;
  return (
    <div className="declared">
      <h3>{say('declarations')}</h3>
      <ul>
        {data.declarations.map((one) => (
          <li key={one.condition}>
            {read(one.words)} <span className="soft">{say('declaredOn', { day: one.declaredOn })}</span>{' '}
            {one.keptUntil !== null && (
              <span className="soft">{say('keptUntil', { day: one.keptUntil })}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

const bornOnForm = ({ answers }: CaseDetail): string | null =>
  answers.find(({ key }) => key === 'birthDate')?.answer ?? null;

interface OfApplication extends OfCase {
  readonly application: ReadApplication;
  readonly programme: string;
  readonly at: string;
}

/** Without a person of the register the form alone can be asked: how old the child is, where it names one. */
const ExplainForm = ({ detail, application, programme, at }: OfApplication) => {
  const { say } = useWording();
  const born = application.subject === 'child' ? bornOnForm(detail) : null;
  const { unknown } = application;
  return (
    <>
      {unknown !== null && <p className="flagged">{say(`subject_${unknown}`)}</p>}
      {born !== null && (
        <>
          <p className="soft">{say('explainedOfForm')}</p>
          <ExplainedDecision
            asked={{ facts: { birth_date: born }, programme, area: detail.subjectArea, ...onDay(at) }}
          />
        </>
      )}
    </>
  );
};

const onDay = (at: string) => (at === '' ? {} : { at });

/** Whose facts the conditions are asked with: the applicant's, or those of the child that the form names. */
const ExplainSubject = (props: OfApplication) => {
  const { say } = useWording();
  const { application, programme, at } = props;
  const { personId } = application;
  if (personId === null) return <ExplainForm {...props} />;
  const declared = application.programme === programme ? application.declared : [];
  return (
    <>
      {application.subject === 'child' && <p className="soft">{say('explainedOfChild')}</p>}
      <ExplainedDecision asked={{ personId, programme, declared, ...onDay(at) }} />
      <p>
        <Link to={addressOf(`/beneficiary/${personId}`, { programme })}>
          {say(application.subject === 'child' ? 'seeChild' : 'seeBeneficiary')}
        </Link>
      </p>
    </>
  );
};

/** The reasons beside what was handed in: what the rules say of whom it is for. The officer decides. */
export const Eligibility = ({ detail }: OfCase) => {
  const { say, read } = useWording();
  const { data } = useAnswer('benefits/list-programmes', {});
  const services = data?.programmes.map(({ service }) => service) ?? [];
  const isApplication = services.includes(detail.service);
  const asked = isApplication ? { caseId: detail.caseId } : null;
  const { data: application, error } = useAnswer('benefits/read-application', asked);
  const { chosen, go } = useChoice(`/case/${detail.caseId}`, ['programme', 'at']);
  const candidates = (data?.programmes ?? []).filter(
    ({ service, key }) => service === detail.service || key === application?.programme,
  );
  const programme = candidates.find(({ key }) => key === (chosen.programme || application?.programme));
  if (!isApplication) return null;
  return (
    <section className="eligibility">
      <h2>{say('eligibilityTitle')}</h2>
      <p className="soft">{say('officerDecides')}</p>
      <Refused error={error} />
      {!application && !error && <p>{say('loading')}</p>}
      {application && programme && (
        <>
          <div className="filters">
            {candidates.length > 1 ? (
              <PickOne
                label={say('programme')}
                value={programme.key}
                options={candidates.map(({ key, title }) => [key, read(title)])}
                onPick={(key) => {
                  go({ programme: key });
                }}
              />
            ) : (
              <strong>{read(programme.title)}</strong>
            )}
            <DayPick
              label={say('rulesOfDay')}
              value={chosen.at}
              onPick={(at) => {
                go({ at });
              }}
            />
          </div>
          <ExplainSubject
            detail={detail}
            application={application}
            programme={programme.key}
            at={chosen.at}
          />
        </>
      )}
      <Declarations detail={detail} />
    </section>
  );
};
