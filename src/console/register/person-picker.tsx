import type { Family, FoundPersons } from '../../register/index.ts';
import { call, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { PersonFinder } from '../person-finder.tsx';

type Found = FoundPersons['rows'][number];
export type Relative = Family['people'][number];

interface PickerProps {
  readonly id: string;
  readonly onPick: (personId: string) => void;
  readonly invalid: boolean;
  /** Who is likely meant, offered before anybody is looked for. */
  readonly likely?: readonly Relative[];
}

const OFFERED = 8;

/** Finds a person of the register by anything one knows of them. */
export const PersonPicker = ({ id, onPick, invalid, likely = [] }: PickerProps) => {
  const { say } = useWording();
  const find = async (query: string) => {
    const { rows } = await call('register/search-persons', { query, most: OFFERED });
    return rows.map((one: Found) => {
      const place = (one.resident ?? one.registered)?.name ?? say('outside');
      const words = `${one.name} · ${say(one.sex)} · ${one.birthDate} · ${place}`;
      return { personId: one.personId, words };
    });
  };
  return (
    <PersonFinder
      id={id}
      hint={say('findHint')}
      none={say('noneFound')}
      find={find}
      invalid={invalid}
      likely={likely.map(({ personId, name, sex, birthDate }) => ({
        personId,
        words: `${name} · ${say(sex)} · ${birthDate}`,
      }))}
      onPick={({ personId }) => {
        onPick(personId);
      }}
    />
  );
};

interface PickedProps {
  readonly personId: string;
  readonly onDrop: () => void;
  readonly dropLabel: string;
  /** Whether it was just picked. */
  readonly focused: boolean;
}

/** A person that was picked, by name. */
export const Picked = ({ personId, onDrop, dropLabel, focused }: PickedProps) => {
  const { say } = useWording();
  const { data } = useAnswer('register/read-family', { personId });
  const self = data?.people.find((one) => one.personId === personId);
  return (
    <span className="picked">
      {self ? `${self.name} · ${say(self.sex)} · ${self.birthDate}` : personId}{' '}
      <button type="button" autoFocus={focused} onClick={onDrop}>
        {dropLabel}
      </button>
    </span>
  );
};
