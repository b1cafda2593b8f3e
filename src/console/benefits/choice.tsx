import type { Session } from '../api.ts';
import { useCounties } from '../cases/areas.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { addressOf, navigate, usePlace } from '../router.ts';
import { useProgrammes } from './words.ts';

export interface Chosen<K extends string> {
  readonly chosen: Readonly<Record<K, string>>;
  readonly go: (changed: Readonly<Partial<Record<K | 'page', string>>>) => void;
  /** The address of this page with another choice. */
  readonly to: (changed: Readonly<Partial<Record<K | 'page', string>>>) => string;
  readonly page: number;
}

/** What the address says; another choice begins at the first page again. */
export function useChoice<K extends string>(path: string, keys: readonly K[]): Chosen<K> {
  const { query } = usePlace();
  const chosen = Object.fromEntries(keys.map((key) => [key, query.get(key)?.trim() ?? ''])) as Record<
    K,
    string
  >;
  const to = (changed: Readonly<Partial<Record<K | 'page', string>>>) =>
    addressOf(path, { ...chosen, ...changed });
  const typed = query.get('page') ?? '';
  return {
    chosen,
    to,
    page: /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1,
    go: (changed) => {
      navigate(to(changed));
    },
  };
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onPick: (value: string) => void;
  readonly first?: boolean;
}

export const PickOne = ({ label, value, options, onPick, first = false }: PickProps) => (
  <select
    data-first-filter={first ? true : undefined}
    aria-label={label}
    value={value}
    onChange={(event) => {
      onPick(event.target.value);
    }}
  >
    {options.map(([one, words]) => (
      <option key={one} value={one}>
        {words}
      </option>
    ))}
  </select>
);

type SimplePick = Pick<PickProps, 'value' | 'onPick' | 'first'>;

export const ProgrammePick = (props: SimplePick & { readonly all?: boolean }) => {
  const { say, read } = useWording();
  const { all: programmes } = useProgrammes();
  const { all = true, ...rest } = props;
  const options = programmes.map(({ key, title }) => [key, read(title)] as const);
  return (
    <PickOne
      {...rest}
      label={say('programme')}
      options={all ? [['', say('allProgrammes')], ...options] : options}
    />
  );
};

const COUNTY_DIGITS = 6;

/** The parts of the own area: counties of the city, townships of a county. */
export function useOwnAreas({ area }: Session): readonly (readonly [string, string])[] {
  const counties = useCounties() ?? [];
  const own = area.replace(/0+$/, '');
  const isPart = ({ code }: { readonly code: string }) => code.startsWith(own) && code !== area;
  if (own.length < COUNTY_DIGITS) return counties.filter(isPart).map(({ code, name }) => [code, name]);
  const around = counties.find(({ code }) => area.startsWith(code.slice(0, COUNTY_DIGITS)));
  return (around?.townships ?? []).filter(isPart).map(({ code, name }) => [code, name]);
}

/** The own area, or a part of it. */
export const AreaPick = ({ session, ...rest }: SimplePick & { readonly session: Session }) => {
  const { say } = useWording();
  const areas = useOwnAreas(session);
  return <PickOne {...rest} label={say('area')} options={[['', say('ownArea')], ...areas]} />;
};

/** A day in the address: typed, and taken when the field is left or Enter is pressed. */
export const DayPick = ({ label, value, onPick }: Pick<PickProps, 'label' | 'value' | 'onPick'>) => {
  const { say } = useWording();
  const take = (typed: string) => {
    if (typed.trim() !== value) onPick(typed.trim());
  };
  return (
    <label key={value} className="day-pick">
      {label}{' '}
      <input
        defaultValue={value}
        placeholder={say('dateHint')}
        onBlur={(event) => {
          take(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          take(event.currentTarget.value);
        }}
      />
    </label>
  );
};

interface PagesProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly addressAt: (page: string) => string;
}

/** The pages of a list; none when it has only one. */
export const Pages = ({ page, size, total, addressAt }: PagesProps) => {
  const { say } = useWording();
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1) return null;
  const at = (other: number) => addressAt(other === 1 ? '' : String(other));
  return (
    <nav className="actions" aria-label={say('page', { page, pages })}>
      {page > 1 && <Link to={at(page - 1)}>{say('previous')}</Link>}
      <span>{say('page', { page, pages })}</span>
      {page < pages && <Link to={at(page + 1)}>{say('next')}</Link>}
    </nav>
  );
};
