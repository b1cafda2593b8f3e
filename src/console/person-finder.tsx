import { useState } from 'react';
import { useWording } from './messages.ts';

/** Somebody who may be meant. */
export interface Offered {
  readonly personId: string;
  readonly words: string;
}

interface FinderProps {
  readonly id: string;
  readonly hint: string;
  /** What is said when nobody was found. */
  readonly none: string;
  readonly find: (query: string) => Promise<readonly Offered[]>;
  readonly onPick: (one: Offered) => void;
  readonly invalid: boolean;
  /** Who is likely meant, offered before anybody is looked for. */
  readonly likely?: readonly Offered[];
}

const Offers = ({ offered, onPick }: { offered: readonly Offered[]; onPick: FinderProps['onPick'] }) => (
  <span className="offered">
    {offered.map((one) => (
      <button
        key={one.personId}
        type="button"
        onClick={() => {
          onPick(one);
        }}
      >
        {one.words}
      </button>
    ))}
  </span>
);

/** Finds a person by what one knows of them: Enter searches, a single hit is taken, several are offered. */
export const PersonFinder = ({ id, hint, none, find, onPick, invalid, likely = [] }: FinderProps) => {
  const { say } = useWording();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Offered[] | null>(null);
  const search = async () => {
    if (query.trim() === '') return;
    const offered = await find(query.trim()).catch(() => []);
    const [only, another] = offered;
    if (only && !another) onPick(only);
    setFound(offered);
  };
  return (
    <span className="picker">
      <input
        id={id}
        value={query}
        placeholder={hint}
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
      <span role="status">{found?.length === 0 ? none : ''}</span>
      {found === null && likely.length > 0 && <Offers offered={likely} onPick={onPick} />}
      {found !== null && found.length > 1 && <Offers offered={found} onPick={onPick} />}
    </span>
  );
};
