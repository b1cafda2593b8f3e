import type { Text } from '../language/index.ts';
import { Link } from './link.tsx';
import { useWording } from './messages.ts';

export interface Area {
  readonly code: string;
  readonly name: Text;
}

interface AreasProps {
  readonly areas: readonly Area[];
  readonly addressOf: (area: string) => string;
}

/** From the area that the reader answers for down to this one. */
export const AreaPath = ({ areas, addressOf }: AreasProps) => {
  const { say, read } = useWording();
  return (
    <nav className="path" aria-label={say('path')}>
      <ol>
        {areas.map(({ code, name }, index) => (
          <li key={code}>
            <Link to={addressOf(code)} current={index === areas.length - 1}>
              {read(name)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** The areas directly below, in the order of their codes: areas are never ranked. */
export const AreasBelow = ({ areas, addressOf }: AreasProps) => {
  const { say, read } = useWording();
  if (areas.length === 0) return null;
  return (
    <nav className="below" aria-label={say('below')}>
      <h2>{say('below')}</h2>
      <ul>
        {areas.map(({ code, name }) => (
          <li key={code}>
            <Link to={addressOf(code)}>{read(name)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
