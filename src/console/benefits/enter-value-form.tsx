import { useState } from 'react';
import type { ProgrammeList, ProgrammePage } from '../../benefits/index.ts';
import { ApiError, callOnce, type Session, useAnswer } from '../api.ts';
import { useCounties } from '../cases/areas.tsx';
import type { Asked, Option } from '../health/ask.tsx';
import type { Values } from '../health/check-answers.ts';
import { SmallForm } from '../health/small-form.tsx';
import { useWording, type Wording } from '../messages.ts';
import { readYuan } from './words.ts';

/** Places for which whoever is signed in can enter a value: the own one and those inside it. */
function usePlaces({ area }: Session): readonly Option[] {
  const { say } = useWording();
  const counties = useCounties() ?? [];
  const own = area.replace(/0+$/, '');
  const within = counties
    .flatMap((county) => [
      county,
      ...county.townships.map((one) => ({ ...one, name: `${county.name}${one.name}` })),
    ])
    .map(({ code, name }) => ({
      value: code.replace(/0+$/, '').padEnd(code.endsWith('000000') ? 6 : 9, '0'),
      words: name,
    }))
    .filter(({ value }) => value.startsWith(own));
  return own.length === 4 ? [{ value: own, words: say('wholeCity') }, ...within] : within;
}

const questions = (
  { say, read }: Wording,
  of: {
    programmes: ProgrammeList['programmes'];
    parameters: ProgrammePage['parameters'];
    places: readonly Option[];
  },
): readonly Asked[] => [
  {
    key: 'programme',
    label: say('programme'),
    kind: 'select',
    options: of.programmes.map(({ key, title }) => ({ value: key, words: read(title) })),
  },
  {
    key: 'parameter',
    label: say('parameterOf'),
    kind: 'select',
    options: of.parameters.map(({ key, label, unit }) => ({
      value: key,
      words: unit === 'fen' ? `${read(label)}${say('inUnit', { unit: say('yuanWord') })}` : read(label),
    })),
  },
  { key: 'place', label: say('place'), kind: 'select', options: of.places },
  { key: 'amount', label: say('value'), kind: 'text', help: say('valueHelp') },
  { key: 'document', label: say('documentOf'), kind: 'text', shortest: 4 },
  { key: 'publishedOn', label: say('publishedOn'), kind: 'date' },
  { key: 'from', label: say('validFrom'), kind: 'date' },
  { key: 'to', label: say('validTo'), kind: 'date', optional: true },
  { key: 'confirmedThrough', label: say('checkedThrough'), kind: 'date', help: say('checkedThroughHelp') },
];

function amountOf(given: Values, parameters: ProgrammePage['parameters'], wording: Wording): number {
  const typed = given['amount'] ?? '';
  const unit = parameters.find(({ key }) => key === given['parameter'])?.unit;
  if (unit === 'fen') return readYuan(typed, 'amount', wording);
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new ApiError('invalid_input', wording.say('noWholeNumber'), { remedy: '', field: 'amount' });
}

interface EnterProps {
  readonly session: Session;
  readonly programmes: ProgrammeList['programmes'];
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

const Fields = (
  props: EnterProps & { readonly programme: string; readonly onType: (values: Values) => void },
) => {
  const wording = useWording();
  const { say } = wording;
  const { session, programmes, programme, onType, onDone, onCancel } = props;
  const { data } = useAnswer('benefits/read-programme', { programme });
  const places = usePlaces(session);
  const parameters = data?.parameters ?? [];
  return (
    <SmallForm
      name="value"
      title={say('enterValue')}
      asked={questions(wording, { programmes, parameters, places })}
      initial={{ programme }}
      onType={onType}
      onCancel={onCancel}
      send={async (given, key) => {
        const amount = amountOf(given, parameters, wording);
        await callOnce('benefits/enter-value', { ...given, amount }, key);
        await onDone(say('valueEntered'));
      }}
    >
      <p>{say('enterValueSays')}</p>
    </SmallForm>
  );
};

/** A number of a rule for a place, with its document; it counts once somebody else approved it. */
export const EnterValueForm = (props: EnterProps) => {
  const [programme, setProgramme] = useState(props.programmes[0]?.key ?? '');
  return (
    <Fields
      {...props}
      programme={programme}
      onType={(values) => {
        setProgramme(values['programme'] ?? programme);
      }}
    />
  );
};
