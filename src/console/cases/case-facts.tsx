import type { ReactNode } from 'react';
import type { CaseDetail } from '../../casework/index.ts';
import { queueLabels } from '../../language/index.ts';
import type { Session } from '../api.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { addressOf } from '../router.ts';
import { AreaName, isAreaCode } from './areas.tsx';
import { DeadlineProof } from './deadline.tsx';
import { Due } from './due.tsx';
import { RevealedAnswer } from './revealed-answer.tsx';

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}
export const Fact = ({ term, children }: FactProps) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

interface SeenProps {
  readonly detail: CaseDetail;
  readonly session: Session;
}

/** Both clocks: what is due, what is left, and how it was counted. */
export const Clocks = ({ detail }: Pick<SeenProps, 'detail'>) => {
  const { say } = useWording();
  const { today, paused } = detail;
  return (
    <section>
      <h2>{say('clocks')}</h2>
      <dl className="facts tight">
        {detail.repliedOn !== null && <Fact term={say('repliedOn')}>{detail.repliedOn}</Fact>}
        {detail.open && detail.repliedOn === null && detail.replyDue !== null && (
          <Fact term={say('replyDueOn')}>
            <Due due={detail.replyDue} left={detail.replyLeft} today={today} paused={paused} />
          </Fact>
        )}
        {detail.open ? (
          <Fact term={say('dueOn')}>
            <Due due={detail.closeDue} left={detail.closeLeft} today={today} paused={paused} />
          </Fact>
        ) : (
          <>
            <Fact term={say('dueOn')}>{detail.closeDue ?? say('nothing')}</Fact>
            <Fact term={say('closedOn')}>
              {detail.closedOn} {detail.closeLate && <span className="missed">{say('wasLate')}</span>}
            </Fact>
          </>
        )}
      </dl>
      <DeadlineProof key={detail.version} service={detail.service} clock={detail.clock} />
    </section>
  );
};

/** Who, where, how and when. */
export const CaseFacts = ({ detail, session }: SeenProps) => {
  const { say, read } = useWording();
  const mayReadRegister = session.permissions.includes('register:read');
  return (
    <section>
      <h2>{say('facts')}</h2>
      <dl className="facts tight">
        <Fact term={say('caseState')}>
          {read(detail.state.label)}
          <div className="soft">{read(detail.state.says)}</div>
        </Fact>
        {detail.queue !== null && <Fact term={say('inQueue')}>{read(queueLabels[detail.queue])}</Fact>}
        <Fact term={say('applicant')}>{detail.applicant ?? say('anonymous')}</Fact>
        {detail.personId !== null && mayReadRegister && (
          <Fact term={say('registerPerson')}>
            <Link to={addressOf(`/person/${detail.personId}`)}>{say('seePerson')}</Link>
          </Fact>
        )}
        <Fact term={say('receivedOn')}>{detail.receivedOn}</Fact>
        <Fact term={say('channel')}>{say(`channel_${detail.channel}` as MessageKey)}</Fact>
        <Fact term={say('assignee')}>{detail.assignee ?? say('nothing')}</Fact>
        <Fact term={say('unit')}>
          <AreaName code={detail.unit} />
        </Fact>
        <Fact term={say('subjectArea')}>
          <AreaName code={detail.subjectArea} />
        </Fact>
      </dl>
    </section>
  );
};

const Answer = ({ detail, session, given }: SeenProps & { given: CaseDetail['answers'][number] }) => {
  const { read } = useWording();
  if (given.choice) return <>{read(given.choice)}</>;
  if (given.masked)
    return (
      <RevealedAnswer
        caseId={detail.caseId}
        answerKey={given.key}
        label={read(given.label)}
        masked={given.answer}
        session={session}
      />
    );
  return isAreaCode(given.answer) ? <AreaName code={given.answer} /> : <>{given.answer}</>;
};

/** What was filled in, in the words of the form; what identifies or reaches somebody is masked. */
export const CaseAnswersGiven = ({ detail, session }: SeenProps) => {
  const { say, read } = useWording();
  return (
    <section>
      <h2>{say('answersGiven')}</h2>
      <dl className="facts tight given">
        {detail.answers.map((given) => (
          <Fact key={given.key} term={read(given.label)}>
            <Answer detail={detail} session={session} given={given} />
          </Fact>
        ))}
      </dl>
    </section>
  );
};
