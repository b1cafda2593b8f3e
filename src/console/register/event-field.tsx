import { useState } from 'react';
import type { EventForms } from '../../register/index.ts';
import { useWording } from '../messages.ts';
import { HouseholdPicker, PickedHousehold } from './household-picker.tsx';
import { PersonPicker, Picked, type Relative } from './person-picker.tsx';

export type FormField = EventForms['forms'][number]['fields'][number];
export type Value = string | readonly string[];

interface FieldProps {
  readonly field: FormField;
  readonly value: Value;
  readonly problem: string | null;
  readonly onAnswer: (value: Value) => void;
  /** Members of the household that the form names. */
  readonly members: readonly Relative[];
}

const one = (value: Value): string => (typeof value === 'string' ? value : '');
const many = (value: Value): readonly string[] => (typeof value === 'string' ? [] : value);
export const VILLAGES = 'villages';

const Control = ({ field, value, problem, onAnswer, members }: FieldProps) => {
  const { say, read } = useWording();
  const id = `field-${field.key}`;
  const described = problem === null ? undefined : `${id}-problem`;
  // Whoever picks by keyboard goes on from what was picked, not from the top of the page.
  const [picked, setPicked] = useState(false);
  const pick = (answer: Value) => {
    setPicked(true);
    onAnswer(answer);
  };
  // Whoever the form is about comes from anywhere; heads and members come from the household.
  const likely = field.key === 'personId' ? [] : members;
  if (field.kind === 'household')
    return one(value) === '' ? (
      <HouseholdPicker id={id} onPick={pick} invalid={problem !== null} />
    ) : (
      <PickedHousehold
        householdId={one(value)}
        focused={picked}
        onDrop={() => {
          onAnswer('');
        }}
      />
    );
  if (field.kind === 'person')
    return one(value) === '' ? (
      <PersonPicker id={id} onPick={pick} invalid={problem !== null} likely={likely} />
    ) : (
      <Picked
        personId={one(value)}
        focused={picked}
        dropLabel={say('change')}
        onDrop={() => {
          onAnswer('');
        }}
      />
    );
  if (field.kind === 'persons')
    return (
      <span className="pickers">
        {many(value).map((personId) => (
          <Picked
            key={personId}
            personId={personId}
            focused={picked && personId === many(value).at(-1)}
            dropLabel={say('remove')}
            onDrop={() => {
              onAnswer(many(value).filter((other) => other !== personId));
            }}
          />
        ))}
        <PersonPicker
          key={many(value).length}
          id={id}
          invalid={problem !== null}
          likely={likely.filter(({ personId }) => !many(value).includes(personId))}
          onPick={(personId) => {
            pick([...new Set([...many(value), personId])]);
          }}
        />
      </span>
    );
  if (field.kind === 'choice')
    return (
      <select
        id={id}
        value={one(value)}
        aria-invalid={problem !== null}
        aria-describedby={described}
        onChange={(event) => {
          onAnswer(event.target.value);
        }}
      >
        <option value="">{say('choose')}</option>
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {read(choice.label)}
          </option>
        ))}
      </select>
    );
  return (
    <input
      id={id}
      value={one(value)}
      list={field.kind === 'village' ? VILLAGES : undefined}
      inputMode={field.kind === 'number' ? 'numeric' : undefined}
      placeholder={field.kind === 'date' ? say('dateHint') : undefined}
      autoComplete="off"
      aria-invalid={problem !== null}
      aria-describedby={described}
      onChange={(event) => {
        onAnswer(event.target.value);
      }}
    />
  );
};

/** One question with its control; what is wrong with the answer stands under it. */
export const EventField = (props: FieldProps) => {
  const { say, read } = useWording();
  const { field, problem } = props;
  const id = `field-${field.key}`;
  return (
    <div className="question">
      <label htmlFor={id}>
        {read(field.label)}
        {field.optional && <span className="soft"> ({say('optional')})</span>}
      </label>
      <Control {...props} />
      {field.help && <span className="soft help">{read(field.help)}</span>}
      {problem !== null && (
        <span className="problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
};
