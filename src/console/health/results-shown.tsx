import type { CheckupForm, HealthRecord as Read } from '../../health/index.ts';
import { formatNumber } from '../format.ts';
import { type MessageKey, useWording, type Wording } from '../messages.ts';
import type { Station } from './answers.ts';

type Result = Read['results'][number];

const FACTORS: ReadonlySet<Result['flag']> = new Set(['low', 'high', 'outside']);
const MOST_DECIMALS = 3;

const shownNumber = (value: number, { locale }: Wording) =>
  formatNumber(value, Number.isInteger(value) ? 0 : Math.min(MOST_DECIMALS, decimalsOf(value)), locale);
const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0;

/** The value in words: what was chosen, whether it was done, or the number. */
function valueIn({ value, part }: Result, form: CheckupForm | null, wording: Wording): string {
  if (typeof value === 'number') return shownNumber(value, wording);
  if (typeof value === 'boolean') return wording.say(value ? 'isDone' : 'isNotDone');
  const declared = form?.items.flatMap((item) => item.parts).find((one) => one.key === part);
  const chosen = declared?.values.find((one) => one.value === value);
  return chosen ? wording.read(chosen.label) : value;
}

const rangeIn = ({ low, high }: Result, wording: Wording) =>
  low === null || high === null
    ? wording.say('nothing')
    : `${shownNumber(low, wording)} – ${shownNumber(high, wording)}`;

/** How the value stands: what has no range is not within one. */
const flagKey = ({ flag, low }: Result) =>
  flag === 'normal' && low === null ? 'flag_unremarkable' : (`flag_${flag}` as const);

const ResultRow = ({ result, form }: { readonly result: Result; readonly form: CheckupForm | null }) => {
  const wording = useWording();
  const { say, read } = wording;
  const isFactor = FACTORS.has(result.flag);
  return (
    <tr className={isFactor ? 'factor' : undefined}>
      <th scope="row">{read(result.label)}</th>
      <td className="number">
        {valueIn(result, form, wording)} <span className="soft">{result.unit}</span>
      </td>
      <td className="number">{rangeIn(result, wording)}</td>
      <td>{isFactor ? <strong>{say(flagKey(result))}</strong> : say(flagKey(result))}</td>
    </tr>
  );
};

const ResultsTable = ({ read: seen, form }: ShownProps) => {
  const { say } = useWording();
  return (
    <div className="wide results" role="region" aria-label={say('results')} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say('partHead')}</th>
            <th scope="col" className="number">
              {say('resultHead')}
            </th>
            <th scope="col" className="number">
              {say('rangeHead')}
            </th>
            <th scope="col">{say('flagHead')}</th>
          </tr>
        </thead>
        <tbody>
          {seen.results.map((result) => (
            <ResultRow key={result.part} result={result} form={form} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The grade, what it means, and what is still to come. */
const Grade = ({ read: seen }: Pick<ShownProps, 'read'>) => {
  const { say, read } = useWording();
  if (!seen.gradeLabel || !seen.gradeSays) return null;
  return (
    <dl className="facts tight grade">
      <div>
        <dt>{say('riskGrade')}</dt>
        <dd>
          <strong>{read(seen.gradeLabel)}</strong>
          <div>{read(seen.gradeSays)}</div>
        </dd>
      </div>
      {seen.missing.length > 0 && (
        <div>
          <dt>{say('stillMissing')}</dt>
          <dd>{seen.missing.map(({ label }) => read(label)).join(say('listComma'))}</dd>
        </div>
      )}
    </dl>
  );
};

interface ShownProps {
  readonly read: Read;
  readonly form: CheckupForm | null;
}

/** What was found, each value with its range and, in words, how it stands to it. */
export const ResultsShown = ({ read: seen, form }: ShownProps) => {
  const { say } = useWording();
  return (
    <>
      <h3>{say('results')}</h3>
      {seen.results.length === 0 && <p className="soft">{say('noResults')}</p>}
      <Grade read={seen} />
      {seen.results.length > 0 && <ResultsTable read={seen} form={form} />}
    </>
  );
};

interface RecordsProps extends ShownProps {
  readonly stations: readonly Station[];
}

/** Meetings, counselling and follow-up, oldest first. */
export const RecordsShown = ({ read: seen, form, stations }: RecordsProps) => {
  const { say, read } = useWording();
  if (seen.records.length === 0) return null;
  const stationOf = (id: string) => stations.find(({ stationId }) => stationId === id)?.name ?? '';
  const outcomeOf = (value: string) => form?.outcomes.find((one) => one.value === value)?.label;
  return (
    <>
      <h3>{say('healthRecords')}</h3>
      <ol className="timeline">
        {seen.records.map(({ recordId, kind, day, way, outcome, note, ...record }) => {
          const told = outcome === null ? undefined : outcomeOf(outcome);
          return (
            <li key={recordId}>
              <strong>{say(`record_${kind}` as MessageKey)}</strong>{' '}
              {way !== null && say(`visit_${way}` as MessageKey)} {told && read(told)}
              <div className="soft">
                <time dateTime={day}>{day}</time> · {stationOf(record.stationId)} · {record.recordedBy}
              </div>
              {note !== null && <div className="said">{note}</div>}
            </li>
          );
        })}
      </ol>
    </>
  );
};
