import type { CheckupForm } from '../../health/index.ts';
import { callOnce } from '../api.ts';
import { useWording, type Wording } from '../messages.ts';
import type { Asked } from './ask.tsx';
import { firstAnswers, type Happening, placeAndDay } from './happening.ts';
import { SmallForm } from './small-form.tsx';

interface MeetingProps {
  readonly happening: Happening;
}

const note = ({ say }: Wording): Asked => ({
  key: 'note',
  label: say('optionalNote'),
  kind: 'long',
  optional: true,
});

/** What was talked over after the results. */
export const CounsellingForm = ({ happening }: MeetingProps) => {
  const wording = useWording();
  const { say } = wording;
  const { caseId, subject } = happening;
  return (
    <SmallForm
      name="counselling"
      title={say('recordCounselling')}
      asked={[
        ...placeAndDay(wording, happening),
        { key: 'note', label: say('counsellingNote'), kind: 'long' },
      ]}
      initial={firstAnswers(happening)}
      onCancel={happening.onCancel}
      send={async (given, key) => {
        await callOnce('health/record-counselling', { ...given, caseId, subject }, key);
        await happening.onDone(say('counsellingSaved'), given['stationId']);
      }}
    />
  );
};

/** A service that is given in one meeting. */
export const VisitForm = ({ happening }: MeetingProps) => {
  const wording = useWording();
  const { say } = wording;
  const { caseId, subject } = happening;
  const ways = (['home', 'phone', 'station'] as const).map((one) => ({
    value: one,
    words: say(`visit_${one}`),
  }));
  return (
    <SmallForm
      name="visit"
      title={say('recordVisit')}
      asked={[
        ...placeAndDay(wording, happening),
        { key: 'way', label: say('visitWay'), kind: 'choice', options: ways },
        note(wording),
      ]}
      initial={firstAnswers(happening)}
      onCancel={happening.onCancel}
      send={async (given, key) => {
        await callOnce('health/record-visit', { ...given, caseId, subject }, key);
        await happening.onDone(say('visitSaved'), given['stationId']);
      }}
    />
  );
};

interface FollowUpProps extends MeetingProps {
  readonly stage: 'early-follow-up' | 'outcome-follow-up';
  readonly outcomes: CheckupForm['outcomes'];
}

const outcomeAsked = ({ say, read }: Wording, outcomes: CheckupForm['outcomes']): Asked => ({
  key: 'outcome',
  label: say('pregnancyOutcome'),
  kind: 'choice',
  help: say('outcomeHelp'),
  options: outcomes.map(({ value, label }) => ({ value, words: read(label) })),
});

/** A call in early pregnancy, or after it with its outcome as far as somebody wants to tell. */
export const FollowUpForm = ({ happening, stage, outcomes }: FollowUpProps) => {
  const wording = useWording();
  const { say } = wording;
  const { caseId, subject } = happening;
  const isEarly = stage === 'early-follow-up';
  return (
    <SmallForm
      name={stage}
      title={say(isEarly ? 'earlyFollowUp' : 'outcomeFollowUp')}
      asked={[
        ...placeAndDay(wording, happening),
        ...(isEarly ? [] : [outcomeAsked(wording, outcomes)]),
        note(wording),
      ]}
      initial={firstAnswers(happening)}
      onCancel={happening.onCancel}
      send={async (given, key) => {
        await callOnce('health/record-follow-up', { ...given, stage, caseId, subject }, key);
        await happening.onDone(say('followUpSaved'), given['stationId']);
      }}
    />
  );
};
