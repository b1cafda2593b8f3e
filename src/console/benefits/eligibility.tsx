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

/** Whose facts the conditions are asked with: the applicant's, or those of the child that the form names. */
const ExplainApplicant = (
  props: OfCase & { readonly programme: string; readonly subject: string; readonly at: string },
) => {
  const { say } = useWording();
  const { detail, programme, subject, at } = props;
  const { data } = useAnswer('benefits/list-declarations', { caseId: detail.caseId });
  const day = at === '' ? {} : { at };
  const born = bornOnForm(detail);
  if (subject === 'child' && born !== null)
    return (
      <>
        <p className="soft">{say('explainedOfForm')}</p>
        <ExplainedDecision
          asked={{ facts: { birth_date: born }, programme, area: detail.subjectArea, ...day }}
        />
      </>
    );
  if (detail.personId === null) return <p className="flagged">{say('applicantNotRegistered')}</p>;
  if (!data) return <p>{say('loading')}</p>;
  const declared = data.declarations.filter((one) => one.programme === programme).map((one) => one.condition);
  return (
    <>
      <ExplainedDecision asked={{ personId: detail.personId, programme, declared, ...day }} />
      <p>
        <Link to={addressOf(`/beneficiary/${detail.personId}`)}>{say('seeBeneficiary')}</Link>
      </p>
    </>
  );
};

/** The reasons beside what was handed in: what the rules say of whoever applies. The officer decides. */
export const Eligibility = ({ detail }: OfCase) => {
  const { say, read } = useWording();
  const { data } = useAnswer('benefits/list-programmes', {});
  const { chosen, go } = useChoice(`/case/${detail.caseId}`, ['programme', 'at']);
  const candidates = (data?.programmes ?? []).filter(({ service }) => service === detail.service);
  const programme = candidates.find(({ key }) => key === chosen.programme) ?? candidates[0];
  if (!programme) return null;
  return (
    <section className="eligibility">
      <h2>{say('eligibilityTitle')}</h2>
      <p className="soft">{say('officerDecides')}</p>
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
      <ExplainApplicant
        detail={detail}
        programme={programme.key}
        subject={programme.subject}
        at={chosen.at}
      />
      <Declarations detail={detail} />
    </section>
  );
};
