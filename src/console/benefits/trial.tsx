import { useState } from 'react';
import type { ProgrammePage, Trial } from '../../benefits/index.ts';
import { ApiError, call } from '../api.ts';
import { formatNumber } from '../format.ts';
import type { Asked } from '../health/ask.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { useWording, type Wording } from '../messages.ts';
import type { Counts } from './answers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { readYuan, yuan } from './words.ts';

type Parameter = ProgrammePage['parameters'][number];

const unitOf = ({ unit }: Parameter, { say }: Wording) => (unit === 'fen' ? say('yuanWord') : '');

const question = (parameter: Parameter, wording: Wording): Asked => {
  const unit = unitOf(parameter, wording);
  const label = `${wording.read(parameter.label)}${unit === '' ? '' : wording.say('inUnit', { unit })}`;
  return { key: parameter.key, label, kind: 'text', optional: true };
};

function changeOf(parameter: Parameter, typed: string, wording: Wording) {
  if (parameter.unit === 'fen')
    return { parameter: parameter.key, value: readYuan(typed, parameter.key, wording) };
  if (/^\d{1,9}$/.test(typed)) return { parameter: parameter.key, value: Number(typed) };
  throw new ApiError('invalid_input', wording.say('noWholeNumber'), { remedy: '', field: parameter.key });
}

type CountKey = keyof Trial['difference'];

interface Row {
  readonly key: CountKey;
  readonly head: string;
}

const shown = (key: CountKey, counts: Pick<Counts, CountKey>, locale: Wording['locale']) =>
  key === 'amountFen' ? yuan(counts[key], locale) : formatNumber(counts[key], 0, locale);

const signed = (key: CountKey, difference: Trial['difference'], locale: Wording['locale']) =>
  `${difference[key] > 0 ? '+' : ''}${shown(key, difference, locale)}`;

/** The rules in force and the trial side by side, marked as a trial in words. */
const Beside = ({ trial }: { readonly trial: Trial }) => {
  const { say, read, locale } = useWording();
  const rows: readonly Row[] = [
    { key: 'eligible', head: say('eligibleCount') },
    { key: 'eligibleIfDeclared', head: say('ifDeclaredCount') },
    { key: 'notEligible', head: say('notEligibleCount') },
    { key: 'unknown', head: say('unknownCount') },
    { key: 'amountFen', head: say('yearlyYuan') },
  ];
  const columns: readonly Column<Row>[] = [
    { head: say('sumOf'), cell: ({ head }) => head },
    { head: say('rulesInForce'), kind: 'number', cell: ({ key }) => shown(key, trial.inForce, locale) },
    { head: say('triedRules'), kind: 'number', cell: ({ key }) => shown(key, trial.tried, locale) },
    { head: say('difference'), kind: 'number', cell: ({ key }) => signed(key, trial.difference, locale) },
  ];
  return (
    <div className="trial" role="status">
      <p className="flagged">
        <strong>{say('trialMark')}</strong> {read(trial.note)}
      </p>
      <DataTable
        narrow
        label={say('trial')}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        empty=""
      />
    </div>
  );
};

interface TrialProps {
  readonly rules: ProgrammePage;
  readonly asked: Readonly<Record<string, string>>;
}

/** What a changed threshold or amount would bring: nobody is assessed, told or paid by it. */
export const TrialSection = ({ rules, asked }: TrialProps) => {
  const wording = useWording();
  const { say } = wording;
  const [trial, setTrial] = useState<Trial | null>(null);
  const parameters = rules.parameters.filter(({ decides }) => decides);
  return (
    <>
      <h2>{say('trial')}</h2>
      <p className="soft">{say('trialSays')}</p>
      <SmallForm
        name="trial"
        title={say('tryValues')}
        asked={parameters.map((one) => question(one, wording))}
        submit={say('doIt', { action: say('tryIt') })}
        keeps
        send={async (given) => {
          const changes = parameters.flatMap((one) => {
            const typed = given[one.key];
            return typed === undefined ? [] : [changeOf(one, typed, wording)];
          });
          if (changes.length === 0)
            throw new ApiError('invalid_input', say('changeSomething'), {
              remedy: say('changeSomethingRemedy'),
            });
          setTrial(await call('benefits/try-rules', { ...asked, programme: rules.key, changes }));
        }}
      />
      {trial && <Beside trial={trial} />}
    </>
  );
};
