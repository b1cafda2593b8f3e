import type { DescribedField } from '../../language/index.ts';
import { useWording } from '../messages.ts';
import { type County, useAreaName, useCounties } from './areas.tsx';

export interface QuestionProps {
  readonly field: DescribedField;
  readonly value: string;
  readonly problem: string | null;
  readonly onAnswer: (value: string) => void;
}

const MOST_RADIOS = 4;
/** Help of so many characters, what one consents to for instance, needs the whole width. */
const LONG_HELP = 60;
export const VILLAGE_LIST = 'villages-of-area';
export const fieldId = (key: string) => `field-${key}`;

const isRadios = ({ kind, choices }: DescribedField) => kind === 'choice' && choices.length <= MOST_RADIOS;

/** What tells a reader of the screen what is wrong and what helps. */
function described({ field, problem }: QuestionProps) {
  const id = fieldId(field.key);
  const told = [problem === null ? '' : `${id}-problem`, field.help === null ? '' : `${id}-help`]
    .filter((one) => one !== '')
    .join(' ');
  return { 'aria-invalid': problem !== null, 'aria-describedby': told === '' ? undefined : told };
}

const Radios = (props: QuestionProps) => {
  const { read } = useWording();
  const { field, value, onAnswer } = props;
  const id = fieldId(field.key);
  return (
    <span className="radios">
      {field.choices.map((choice, index) => (
        <label key={choice.value}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={choice.value}
            checked={value === choice.value}
            {...described(props)}
            onChange={() => {
              onAnswer(choice.value);
            }}
          />{' '}
          {read(choice.label)}
        </label>
      ))}
    </span>
  );
};

interface Option {
  readonly value: string;
  readonly words: string;
}
interface Group {
  readonly name: string;
  readonly options: readonly Option[];
}

const townshipGroups = (counties: readonly County[]): readonly Group[] =>
  counties.map((county) => ({
    name: county.name,
    options: county.townships.map(({ code, name }) => ({ value: code, words: name })),
  }));

/** Units that can be asked or given a case: the city, its counties, their townships. */
function unitGroups(counties: readonly County[], { city, title }: { city: string; title: string }) {
  const cityCode = `${counties[0]?.code.slice(0, 4) ?? ''}00000000`;
  const above = [
    { value: cityCode, words: city },
    ...counties.map(({ code, name }) => ({ value: code, words: name })),
  ];
  return counties.length === 0 ? [] : [{ name: title, options: above }, ...townshipGroups(counties)];
}

const Select = (props: QuestionProps & { readonly groups: readonly Group[] }) => {
  const { say } = useWording();
  const { field, value, groups, onAnswer } = props;
  const option = ({ value: one, words }: Option) => (
    <option key={one} value={one}>
      {words}
    </option>
  );
  return (
    <select
      id={fieldId(field.key)}
      value={value}
      {...described(props)}
      onChange={(event) => {
        onAnswer(event.target.value);
      }}
    >
      <option value="">{say('choose')}</option>
      {groups.map(({ name, options }) =>
        name === '' ? (
          options.map(option)
        ) : (
          <optgroup key={name} label={name}>
            {options.map(option)}
          </optgroup>
        ),
      )}
    </select>
  );
};

const PlaceSelect = (props: QuestionProps) => {
  const { say } = useWording();
  const counties = useCounties() ?? [];
  const groups =
    props.field.kind === 'unit'
      ? unitGroups(counties, { city: say('cityUnit'), title: say('counties') })
      : townshipGroups(counties);
  return <Select {...props} groups={groups} />;
};

const VillageInput = (props: QuestionProps) => {
  const name = useAreaName(props.value);
  return (
    <>
      <Typed {...props} />
      {name !== props.value && <span className="soft">{name}</span>}
    </>
  );
};

const MODES: Readonly<Record<string, 'numeric' | 'tel'>> = { number: 'numeric', phone: 'tel' };

const Typed = (props: QuestionProps) => {
  const { say } = useWording();
  const { field, value, onAnswer } = props;
  return (
    <input
      id={fieldId(field.key)}
      value={value}
      list={field.kind === 'village' ? VILLAGE_LIST : undefined}
      inputMode={MODES[field.kind]}
      placeholder={field.kind === 'date' ? say('dateHint') : undefined}
      autoComplete="off"
      {...described(props)}
      onChange={(event) => {
        onAnswer(event.target.value);
      }}
    />
  );
};

const Written = (props: QuestionProps) => (
  <textarea
    id={fieldId(props.field.key)}
    rows={4}
    value={props.value}
    {...described(props)}
    onChange={(event) => {
      props.onAnswer(event.target.value);
    }}
  />
);

const Control = (props: QuestionProps) => {
  const { read } = useWording();
  const { kind, choices } = props.field;
  if (isRadios(props.field)) return <Radios {...props} />;
  if (kind === 'choice')
    return (
      <Select
        {...props}
        groups={[{ name: '', options: choices.map(({ value, label }) => ({ value, words: read(label) })) }]}
      />
    );
  if (kind === 'unit' || kind === 'township') return <PlaceSelect {...props} />;
  if (kind === 'village') return <VillageInput {...props} />;
  return kind === 'longText' ? <Written {...props} /> : <Typed {...props} />;
};

const Below = ({ field, problem }: QuestionProps) => {
  const { read } = useWording();
  const id = fieldId(field.key);
  return (
    <>
      {field.help && (
        <span className="soft help" id={`${id}-help`}>
          {read(field.help)}
        </span>
      )}
      {problem !== null && (
        <span className="problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </>
  );
};

/** One question of a service or of an action, with what is wrong with its answer below. */
export const CaseQuestion = (props: QuestionProps) => {
  const { say, read } = useWording();
  const { field } = props;
  const label = (
    <>
      {read(field.label)}
      {field.optional && <span className="soft"> ({say('optionalMark')})</span>}
    </>
  );
  const isLong = field.kind === 'longText' || (field.help?.zh.length ?? 0) > LONG_HELP;
  const wide = isLong ? 'ask whole' : 'ask';
  if (isRadios(field))
    return (
      <fieldset className={wide}>
        <legend>{label}</legend>
        <Control {...props} />
        <Below {...props} />
      </fieldset>
    );
  return (
    <div className={wide}>
      <label htmlFor={fieldId(field.key)}>{label}</label>
      <Control {...props} />
      <Below {...props} />
    </div>
  );
};
