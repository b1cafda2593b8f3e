import type { ComponentType } from 'react';
import { useWording } from '../messages.ts';

export interface Option {
  readonly value: string;
  readonly words: string;
}

/** What a control of its own is given. */
export interface Controlled {
  readonly id: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly onAnswer: (value: string) => void;
}

/** One question of a form of the health services, in words that are chosen already. */
export interface Asked {
  readonly key: string;
  readonly label: string;
  /** `choice` shows its few options at once; `select` has many, or some that come later. */
  readonly kind: 'text' | 'long' | 'date' | 'whole' | 'choice' | 'select';
  readonly options?: readonly Option[];
  /** Instead of what its kind has: a person who is looked for. */
  readonly control?: ComponentType<Controlled>;
  readonly help?: string;
  readonly optional?: boolean;
  /** The fewest characters that say something. */
  readonly shortest?: number;
}

interface AskProps {
  readonly form: string;
  readonly asked: Asked;
  readonly value: string;
  readonly problem: string | null;
  readonly onAnswer: (value: string) => void;
}

export const askId = (form: string, key: string) => `${form}-${key}`;

const idOf = ({ form, asked }: AskProps) => askId(form, asked.key);
const isRadios = ({ kind }: Asked) => kind === 'choice';

/** What tells a reader of the screen what is wrong and what helps. */
function described(props: AskProps) {
  const id = idOf(props);
  const told = [
    ...(props.problem === null ? [] : [`${id}-problem`]),
    ...(props.asked.help === undefined ? [] : [`${id}-help`]),
  ].join(' ');
  return { 'aria-invalid': props.problem !== null, 'aria-describedby': told === '' ? undefined : told };
}

const Radios = (props: AskProps) => {
  const id = idOf(props);
  return (
    <span className="radios">
      {props.asked.options?.map((option, index) => (
        <label key={option.value}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={option.value}
            checked={props.value === option.value}
            {...described(props)}
            onChange={() => {
              props.onAnswer(option.value);
            }}
          />{' '}
          {option.words}
        </label>
      ))}
    </span>
  );
};

const Select = (props: AskProps) => (
  <select
    id={idOf(props)}
    value={props.value}
    {...described(props)}
    onChange={(event) => {
      props.onAnswer(event.target.value);
    }}
  >
    <option value="">{useWording().say('choose')}</option>
    {props.asked.options?.map(({ value, words }) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </select>
);

const Written = (props: AskProps) => (
  <textarea
    id={idOf(props)}
    rows={3}
    value={props.value}
    {...described(props)}
    onChange={(event) => {
      props.onAnswer(event.target.value);
    }}
  />
);

const Line = (props: AskProps) => {
  const { say } = useWording();
  const { kind } = props.asked;
  return (
    <input
      id={idOf(props)}
      value={props.value}
      inputMode={kind === 'whole' ? 'numeric' : undefined}
      placeholder={kind === 'date' ? say('dateHint') : undefined}
      autoComplete="off"
      {...described(props)}
      onChange={(event) => {
        props.onAnswer(event.target.value);
      }}
    />
  );
};

const Control = (props: AskProps) => {
  const { control: Own } = props.asked;
  if (Own)
    return (
      <Own id={idOf(props)} value={props.value} invalid={props.problem !== null} onAnswer={props.onAnswer} />
    );
  if (isRadios(props.asked)) return <Radios {...props} />;
  if (props.asked.kind === 'select') return <Select {...props} />;
  return props.asked.kind === 'long' ? <Written {...props} /> : <Line {...props} />;
};

const Below = (props: AskProps) => (
  <>
    {props.asked.help !== undefined && (
      <span className="soft help" id={`${idOf(props)}-help`}>
        {props.asked.help}
      </span>
    )}
    {props.problem !== null && (
      <span className="problem" id={`${idOf(props)}-problem`}>
        {props.problem}
      </span>
    )}
  </>
);

/** A question with its answer, and below what is wrong with it. */
export const Ask = (props: AskProps) => {
  const { say } = useWording();
  const { asked } = props;
  const label = (
    <>
      {asked.label}
      {asked.optional === true && <span className="soft"> ({say('optionalMark')})</span>}
    </>
  );
  const wide = asked.kind === 'long' ? 'ask whole' : 'ask';
  if (isRadios(asked))
    return (
      <fieldset className={wide}>
        <legend>{label}</legend>
        <Control {...props} />
        <Below {...props} />
      </fieldset>
    );
  return (
    <div className={wide}>
      <label htmlFor={idOf(props)}>{label}</label>
      <Control {...props} />
      <Below {...props} />
    </div>
  );
};
