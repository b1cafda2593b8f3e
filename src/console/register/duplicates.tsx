import { readTypedDate } from '../../language/index.ts';
import type { Duplicates as Found } from '../../register/index.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { addressOf } from '../router.ts';

type Row = Found['rows'][number];

interface DuplicatesProps {
  /** What was filled in of the person who is about to be recorded. */
  readonly entered: Readonly<Record<string, unknown>>;
  readonly rows: readonly Row[];
  readonly onGoOn: () => void;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const dayOf = (value: unknown): string | null => {
  const typed = textOf(value);
  return typed && (readTypedDate(typed) ?? typed);
};

/** A cell of a candidate; marked where it is as what was filled in. */
const Cell = ({ value, entered }: { readonly value: string | null; readonly entered: string | null }) => {
  const { say } = useWording();
  const same = value !== null && value === entered;
  return <td>{same ? <mark>{value}</mark> : (value ?? say('nothing'))}</td>;
};

const Candidate = ({ row, entered }: { readonly row: Row; readonly entered: DuplicatesProps['entered'] }) => {
  const { say } = useWording();
  const sex = row.sex && say(row.sex);
  const enteredSex = entered['sex'] === 'male' || entered['sex'] === 'female' ? say(entered['sex']) : null;
  return (
    <tr>
      <th scope="row">
        {row.personId === null ? (
          say('elsewhere', { area: row.area })
        ) : (
          <Link to={addressOf(`/person/${row.personId}`)}>{row.name}</Link>
        )}
      </th>
      <Cell value={sex} entered={enteredSex} />
      <Cell value={row.birthDate} entered={dayOf(entered['birthDate'])} />
      <Cell value={row.deathDate} entered={null} />
      <Cell value={row.idNumber} entered={null} />
      <td>{row.area}</td>
      <td>{say(`like_${row.likeness}` as MessageKey)}</td>
      <td className="number">{row.weight}</td>
    </tr>
  );
};

/** Who may be recorded already, beside what was filled in, likeliest first; whoever has looked goes on. */
export const Duplicates = ({ entered, rows, onGoOn }: DuplicatesProps) => {
  const { say } = useWording();
  const { sex } = entered;
  return (
    <section className="flagged" role="alert">
      <div className="wide" role="region" aria-label={say('duplicates')} tabIndex={0}>
        <table className="plain">
          <caption>{say('duplicates')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('personName')}</th>
              <th scope="col">{say('sex')}</th>
              <th scope="col">{say('birthDate')}</th>
              <th scope="col">{say('deathDate')}</th>
              <th scope="col">{say('idNumber')}</th>
              <th scope="col">{say('area')}</th>
              <th scope="col">{say('foundBy')}</th>
              <th scope="col">{say('likeness')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                {textOf(entered['name']) ?? say('nothing')} <span className="soft">({say('entered')})</span>
              </th>
              <td>{sex === 'male' || sex === 'female' ? say(sex) : say('nothing')}</td>
              <td>{dayOf(entered['birthDate']) ?? say('nothing')}</td>
              <td>{say('nothing')}</td>
              <td>{textOf(entered['idNumber']) ?? say('nothing')}</td>
              <td />
              <td />
              <td />
            </tr>
            {rows.map((row, index) => (
              <Candidate key={row.personId ?? `${row.area} ${String(index)}`} row={row} entered={entered} />
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" onClick={onGoOn}>
        {say('notThese')}
      </button>
    </section>
  );
};
