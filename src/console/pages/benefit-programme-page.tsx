import type { ReactNode } from 'react';
import type { ProgrammePage as Rules } from '../../benefits/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { useChoice } from '../benefits/choice.tsx';
import { PeoplePart } from '../benefits/found-people.tsx';
import { conditionNames, Foreseen, Reach } from '../benefits/programme-reach.tsx';
import { ProgrammeRules } from '../benefits/programme-rules.tsx';
import { Sections } from '../benefits/sections.tsx';
import { TrialSection } from '../benefits/trial.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { MOMENT, MomentFilters, momentAsked } from './benefit-programmes-page.tsx';

interface PartProps {
  readonly session: Session;
  readonly rules: Rules;
  readonly asked: Readonly<Record<string, string>>;
}

const ReachPart = ({ rules, asked }: PartProps) => {
  const { say, read } = useWording();
  const { data, error, fresh } = useAnswer('benefits/assess-people', { ...asked, programme: rules.key });
  const counts = data?.programmes[rules.key];
  if (!fresh) return <p>{say('loading')}</p>;
  if (error) return <Refused error={error} />;
  if (!data || !counts) return <p className="soft">{say('nobodyHere')}</p>;
  return (
    <>
      <p className="soft">
        {say('assessedAt', { day: data.at, knownAt: data.knownAt, snapshot: data.snapshot.at })}
      </p>
      <Reach counts={counts} nameOf={conditionNames(rules, read)} />
    </>
  );
};

const OutlookPart = ({ rules, asked }: PartProps) => {
  const { say, read } = useWording();
  return (
    <>
      <h2>{say('outlook')}</h2>
      <Foreseen programme={rules.key} asked={asked} nameOf={conditionNames(rules, read)} />
    </>
  );
};

const parts = {
  '': ReachPart,
  people: PeoplePart,
  outlook: OutlookPart,
  trial: TrialSection,
  rules: ProgrammeRules,
} as const satisfies Readonly<Record<string, (props: PartProps) => ReactNode>>;

const isPart = (part: string): part is keyof typeof parts => part in parts;

interface ProgrammePageProps {
  readonly programme: string;
  readonly part: string;
  readonly session: Session;
}

/** One programme: whom it reaches, what comes, what a change would bring, and its rules with their sources. */
export const ProgrammePage = ({ programme, part, session }: ProgrammePageProps) => {
  const { say, read } = useWording();
  const base = `/programmes/${programme}`;
  const choice = useChoice(part === '' ? base : `${base}/${part}`, MOMENT);
  const asked = momentAsked(choice);
  const { data, error, fresh } = useAnswer('benefits/read-programme', { ...asked, programme });
  const Part: (props: PartProps) => ReactNode = isPart(part) ? parts[part] : ReachPart;
  return (
    <>
      <h1>{data ? read(data.title) : say('programmes')}</h1>
      <Sections
        sections={[
          { path: '/programmes', label: 'allProgrammes' },
          { path: base, label: 'reachPart' },
          { path: `${base}/people`, label: 'peoplePart' },
          { path: `${base}/outlook`, label: 'outlook' },
          { path: `${base}/trial`, label: 'trial' },
          { path: `${base}/rules`, label: 'rulesPart' },
        ]}
      />
      <MomentFilters choice={choice} session={session} />
      <Refused error={fresh ? error : null} />
      {!data && !error && <p>{say('loading')}</p>}
      {data && <Part rules={data} asked={asked} session={session} />}
    </>
  );
};
