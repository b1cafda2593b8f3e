import { useState } from 'react';
import type { Family, FoundPersons } from '../../register/index.ts';
import { call, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';

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

/** Finds a person by anything one knows of them: Enter searches, a single hit is taken, several are offered. */
export const PersonPicker = ({ id, onPick, invalid, likely = [] }: PickerProps) => {
  const { say } = useWording();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const search = async () => {
    if (query.trim() === '') return;
    const { rows } = await call('register/search-persons', { query, most: OFFERED }).catch(() => ({
      rows: [],
    }));
    const [only, another] = rows;
    if (only && !another) onPick(only.personId);
    setFound(rows);
  };
  return (
    <span className="picker">
      <input
        id={id}
        value={query}
        placeholder={say('findHint')}
        aria-invalid={invalid}
        aria-describedby={invalid ? `${id}-problem` : undefined}
        onChange={(event) => {
          setQuery(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          void search();
        }}
      />
      <button type="button" onClick={() => void search()}>
        {say('find')}
      </button>
      <span role="status">{found?.length === 0 ? say('noneFound') : ''}</span>
      {found === null && likely.length > 0 && (
        <span className="offered">
          {likely.map((one) => (
            <button
              key={one.personId}
              type="button"
              onClick={() => {
                onPick(one.personId);
              }}
            >
              {one.name} · {say(one.sex)} · {one.birthDate}
            </button>
          ))}
        </span>
      )}
      {found !== null && found.length > 1 && (
        <span className="offered">
          {found.map((one) => (
            <button
              key={one.personId}
              type="button"
              onClick={() => {
                onPick(one.personId);
              }}
            >
              {one.name} · {say(one.sex)} · {one.birthDate} ·{' '}
              {(one.resident ?? one.registered)?.name ?? say('outside')}
            </button>
          ))}
        </span>
      )}
    </span>
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
