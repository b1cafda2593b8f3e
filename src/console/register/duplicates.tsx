import type { Duplicates as Found } from '../../register/index.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { addressOf } from '../router.ts';

/** Who may be recorded already, with the reason; whoever has looked goes on. */
export const Duplicates = ({
  rows,
  onGoOn,
}: {
  readonly rows: Found['rows'];
  readonly onGoOn: () => void;
}) => {
  const { say } = useWording();
  return (
    <section className="flagged" role="alert">
      <strong>{say('duplicates')}</strong>
      <ul>
        {rows.map((row, index) => (
          <li key={row.personId ?? `${row.area} ${String(index)}`}>
            {say(`like_${row.likeness}` as MessageKey)}:{' '}
            {row.personId === null ? (
              say('elsewhere', { area: row.area })
            ) : (
              <>
                <Link to={addressOf(`/person/${row.personId}`)}>{row.name}</Link> · {row.birthDate} ·{' '}
                {row.area}
              </>
            )}
          </li>
        ))}
      </ul>
      <button type="button" onClick={onGoOn}>
        {say('notThese')}
      </button>
    </section>
  );
};
