import { useState } from 'react';
import type { CaseDetail } from '../../casework/index.ts';
import type { CheckupForm } from '../../health/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import type { Subject } from './answers.ts';
import { BookingForm } from './booking-form.tsx';
import type { Happening } from './happening.ts';
import { CounsellingForm, FollowUpForm, VisitForm } from './meeting-forms.tsx';
import { ResultsForm } from './results-form.tsx';
import { RecordsShown, ResultsShown } from './results-shown.tsx';
import { CHECKUP } from './services.ts';
import { isOpenOn } from './stations.ts';
import { type Task, Tasks } from './tasks.tsx';

interface PersonRecordProps {
  readonly detail: CaseDetail;
  readonly subject: Subject;
  readonly session: Session;
  readonly onDone: (words: string) => Promise<void>;
}

type Happens = (ways: { close: () => void; cancel: () => void }) => Happening;

const counselling = ({ say }: Wording, happens: Happens): Task => ({
  key: 'counselling',
  label: say('recordCounselling'),
  form: (ways) => <CounsellingForm happening={happens(ways)} />,
});

const booking = (title: string, happens: Happens): Task => ({
  key: 'book',
  label: title,
  form: (ways) => <BookingForm title={title} happening={happens(ways)} />,
});

/** What a check-up asks for, in the order in which it goes. */
function checkupTasks(wording: Wording, happens: Happens, form: CheckupForm): readonly Task[] {
  const { say } = wording;
  const followUp = (stage: 'early-follow-up' | 'outcome-follow-up', label: string): Task => ({
    key: stage,
    label,
    form: (ways) => <FollowUpForm happening={happens(ways)} stage={stage} outcomes={form.outcomes} />,
  });
  return [
    booking(say('bookIt'), happens),
    {
      key: 'results',
      label: say('recordResults'),
      form: (ways) => <ResultsForm form={form} happening={happens(ways)} />,
    },
    counselling(wording, happens),
    followUp('early-follow-up', say('earlyFollowUp')),
    followUp('outcome-follow-up', say('outcomeFollowUp')),
  ];
}

/** What a service of one meeting asks for; places are booked for those who come, not for a child. */
const meetingTasks = (wording: Wording, happens: Happens, subject: Subject): readonly Task[] => [
  ...(subject === 'child' ? [] : [booking(wording.say('bookVisit'), happens)]),
  {
    key: 'visit',
    label: wording.say('recordVisit'),
    form: (ways) => <VisitForm happening={happens(ways)} />,
  },
  counselling(wording, happens),
];

/** The record of somebody who consented, with what can be added to it. */
export const PersonRecord = ({ detail, subject, session, onDone }: PersonRecordProps) => {
  const wording = useWording();
  const { say } = wording;
  const { caseId, today, service } = detail;
  const { data, error, reload } = useAnswer('health/read-results', { caseId, subject });
  const { data: form } = useAnswer('health/read-checkup-form', {});
  const { data: network } = useAnswer('health/list-stations', {});
  const [lastStation, setLastStation] = useState('');
  const stations = network?.stations ?? [];
  const happens: Happens = ({ close, cancel }) => ({
    caseId,
    subject,
    today,
    session,
    lastStation,
    stations: stations.filter((one) => isOpenOn(one, today)),
    onCancel: cancel,
    onDone: async (words, stationId) => {
      setLastStation(stationId ?? lastStation);
      close();
      await reload();
      await onDone(words);
    },
  });
  if (!data || !form) return error ? <Refused error={error} /> : <p>{say('loading')}</p>;
  const isCheckup = service === CHECKUP;
  const tasks = isCheckup ? checkupTasks(wording, happens, form) : meetingTasks(wording, happens, subject);
  return (
    <>
      <Tasks title={say('healthTasks')} tasks={session.permissions.includes('health:write') ? tasks : []} />
      <Refused error={error} />
      {isCheckup && <ResultsShown read={data} form={form} />}
      <RecordsShown read={data} form={form} stations={stations} />
    </>
  );
};
