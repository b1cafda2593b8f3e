import { useWording } from '../messages.ts';
import type { CheckupItem, CheckupPart } from './answers.ts';
import { nothingTyped, type TypedResult, type TypedResults } from './result-values.ts';

export const resultId = (part: string) => `result-${part}`;

interface LineProps {
  readonly part: CheckupPart;
  readonly typed: TypedResult;
  readonly problem: string | null;
  readonly onType: (typed: TypedResult) => void;
}

const marked = ({ part, problem }: LineProps) => ({
  'aria-invalid': problem !== null,
  'aria-describedby': problem === null ? undefined : `${resultId(part.key)}-problem`,
});

interface LimitProps extends LineProps {
  readonly end: 'low' | 'high';
}

/** One end of the range that the laboratory printed. */
const Limit = ({ part, typed, onType, end }: LimitProps) => {
  const { say, read } = useWording();
  return (
    <input
      inputMode="decimal"
      autoComplete="off"
      value={typed[end]}
      placeholder={say(end)}
      aria-label={say(end === 'low' ? 'lowOf' : 'highOf', { part: read(part.label) })}
      onChange={(event) => {
        onType({ ...typed, [end]: event.target.value });
      }}
    />
  );
};

const NumberLine = (props: LineProps) => {
  const { say, read } = useWording();
  const { part, typed, onType } = props;
  return (
    <>
      <input
        id={resultId(part.key)}
        inputMode="decimal"
        autoComplete="off"
        value={typed.value}
        aria-label={`${say('resultOf', { part: read(part.label) })} (${part.unit ?? ''})`}
        {...marked(props)}
        onChange={(event) => {
          onType({ ...typed, value: event.target.value });
        }}
      />
      {part.range === 'laboratory' && (
        <span className="range">
          <Limit {...props} end="low" />–<Limit {...props} end="high" />
        </span>
      )}
    </>
  );
};

const ChoiceLine = (props: LineProps) => {
  const { say, read } = useWording();
  const { part, typed, onType } = props;
  const values =
    part.kind === 'done'
      ? [
          { value: 'yes', words: say('isDone') },
          { value: 'no', words: say('isNotDone') },
        ]
      : part.values.map(({ value, label }) => ({ value, words: read(label) }));
  return (
    <select
      id={resultId(part.key)}
      value={typed.value}
      aria-label={say('resultOf', { part: read(part.label) })}
      {...marked(props)}
      onChange={(event) => {
        onType({ ...typed, value: event.target.value });
      }}
    >
      <option value="">{say('notFilled')}</option>
      {values.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
};

const ResultLine = (props: LineProps) => {
  const { read } = useWording();
  const { part, problem } = props;
  return (
    <div className="result-line">
      <span aria-hidden="true">
        {read(part.label)} {part.unit !== null && <span className="soft">{part.unit}</span>}
      </span>
      {part.kind === 'number' ? <NumberLine {...props} /> : <ChoiceLine {...props} />}
      {problem !== null && (
        <span className="problem" id={`${resultId(part.key)}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
};

interface GroupProps {
  readonly item: CheckupItem;
  /** Its place among the 19. */
  readonly number: number;
  readonly typed: TypedResults;
  readonly problems: Readonly<Record<string, string>>;
  readonly onType: (part: string, typed: TypedResult) => void;
}

/** One of the 19 items with its parts. */
export const ResultGroup = ({ item, number, typed, problems, onType }: GroupProps) => {
  const { say, read } = useWording();
  return (
    <fieldset className="result-group">
      <legend>
        {number}. {read(item.label)}{' '}
        {item.of === 'woman' && <span className="soft">({say('womanOnly')})</span>}
      </legend>
      {item.parts.length === 0 && <span className="soft">{say('recordedBelow')}</span>}
      {item.parts.map((part) => (
        <ResultLine
          key={part.key}
          part={part}
          typed={typed[part.key] ?? nothingTyped}
          problem={problems[part.key] ?? null}
          onType={(line) => {
            onType(part.key, line);
          }}
        />
      ))}
    </fieldset>
  );
};
