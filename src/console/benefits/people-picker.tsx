import { useState } from 'react';
import type { FoundPeople } from '../../benefits/index.ts';
import { call } from '../api.ts';
import type { Controlled } from '../health/ask.tsx';
import { useWording, type Wording } from '../messages.ts';
import { PersonFinder } from '../person-finder.tsx';

const OFFERED = 8;
type Found = FoundPeople['people'][number];

/** No more of somebody than tells who is meant. */
export const foundWords = ({ name, birthYear, idNumber, village }: Found, { say }: Wording): string =>
  [name, say('bornInYear', { year: birthYear }), idNumber, village?.name]
    .filter((part) => typeof part === 'string')
    .join(' · ');

/** A person whom a form names: looked for by name or number, shown by name once picked. */
export const PeoplePicker = ({ id, value, invalid, onAnswer }: Controlled) => {
  const wording = useWording();
  const { say } = wording;
  const [words, setWords] = useState('');
  if (value !== '')
    return (
      <span className="picked">
        {words}{' '}
        <button
          id={id}
          type="button"
          autoFocus
          onClick={() => {
            onAnswer('');
          }}
        >
          {say('change')}
        </button>
      </span>
    );
  return (
    <PersonFinder
      id={id}
      hint={say('findPeopleHint')}
      none={say('nobodyByThat')}
      invalid={invalid}
      find={async (query) => {
        const { people } = await call('benefits/find-people', { query, most: OFFERED });
        return people.map((one) => ({ personId: one.personId, words: foundWords(one, wording) }));
      }}
      onPick={(one) => {
        setWords(one.words);
        onAnswer(one.personId);
      }}
    />
  );
};
