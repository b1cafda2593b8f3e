import type { StationList } from '../../health/index.ts';
import { callOnce } from '../api.ts';
import { useWording, type Wording } from '../messages.ts';
import type { Criterion, Station } from './answers.ts';
import type { Asked } from './ask.tsx';
import type { Values } from './check-answers.ts';
import { SmallForm } from './small-form.tsx';

interface AssessProps {
  readonly station: Station;
  readonly network: Pick<StationList, 'criteria' | 'criteriaConfirmed'>;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Each criterion is answered once, with what shows it. */
const ofCriterion = ({ key, label }: Criterion, { say, read }: Wording): readonly Asked[] => [
  {
    key: `met-${key}`,
    label: read(label),
    kind: 'choice',
    options: [
      { value: 'yes', words: say('isMet') },
      { value: 'no', words: say('isNotMet') },
    ],
  },
  {
    key: `evidence-${key}`,
    label: say('evidenceOf', { criterion: read(label) }),
    kind: 'text',
    shortest: 2,
  },
];

const questionsOf = (wording: Wording, criteria: readonly Criterion[]): readonly Asked[] => [
  { key: 'year', label: wording.say('assessYear'), kind: 'whole' },
  { key: 'basis', label: wording.say('assessBasis'), kind: 'text', shortest: 4 },
  ...criteria.flatMap((one) => ofCriterion(one, wording)),
];

const findingsIn = (given: Values, criteria: readonly Criterion[]) =>
  criteria.map(({ key }) => ({
    criterion: key,
    met: given[`met-${key}`] === 'yes',
    evidence: given[`evidence-${key}`] ?? '',
  }));

/** Assesses a station for a year against the criteria of a model station. */
export const AssessForm = ({ station, network, onDone, onCancel }: AssessProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const { criteria, criteriaConfirmed } = network;
  const wordsOf = (keys: readonly string[]) =>
    criteria
      .filter(({ key }) => keys.includes(key))
      .map(({ label }) => read(label))
      .join(say('listComma'));
  return (
    <SmallForm
      name="assess"
      title={say('assessStation')}
      asked={questionsOf(wording, criteria)}
      onCancel={onCancel}
      send={async (given, key) => {
        const year = Number(given['year']);
        const findings = findingsIn(given, criteria);
        const told = { stationId: station.stationId, year, basis: given['basis'], findings };
        const { isModel, failed } = await callOnce('health/assess-station', told, key);
        await onDone(
          isModel ? say('namedModel', { year }) : say('notModel', { year, failed: wordsOf(failed) }),
        );
      }}
    >
      {!criteriaConfirmed && <p className="flagged">{say('criteriaOpen')}</p>}
    </SmallForm>
  );
};
