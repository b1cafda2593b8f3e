import { formatNumber } from '../format.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import type { Assessment, Counts } from './answers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { yuan } from './words.ts';

interface Assessed {
  readonly key: string;
  readonly title: string;
  /** Null where it cannot be assessed; `why` says why. */
  readonly counts: Counts | null;
  readonly why: string;
}

interface TableProps {
  readonly data: Assessment;
  readonly titles: readonly { readonly key: string; readonly title: string }[];
  readonly addressOf: (programme: string) => string;
}

/** Every programme with how many of the area are eligible, would be if they declare it, are not, or cannot be told. */
export const AssessedTable = ({ data, titles, addressOf }: TableProps) => {
  const { say, locale } = useWording();
  const whyNot = (key: string) =>
    key in data.withoutValues ? say('lacksValues') : data.notInForce.includes(key) ? say('notInForce') : '';
  const rows = titles.map(
    ({ key, title }): Assessed => ({ key, title, counts: data.programmes[key] ?? null, why: whyNot(key) }),
  );
  const count = (key: 'eligible' | 'eligibleIfDeclared' | 'notEligible' | 'unknown', head: string) => ({
    head,
    kind: 'number' as const,
    cell: ({ counts }: Assessed) => formatNumber(counts?.[key] ?? null, 0, locale),
  });
  const columns: readonly Column<Assessed>[] = [
    {
      head: say('programme'),
      cell: ({ key, title, why }) => (
        <>
          <Link to={addressOf(key)}>{title}</Link>
          {why !== '' && <span className="clause">{why}</span>}
        </>
      ),
    },
    count('eligible', say('eligibleCount')),
    count('eligibleIfDeclared', say('ifDeclaredCount')),
    count('notEligible', say('notEligibleCount')),
    count('unknown', say('unknownCount')),
    {
      head: say('yearlyYuan'),
      kind: 'number',
      cell: ({ counts }) => yuan(counts?.amountFen ?? null, locale),
    },
  ];
  return (
    <DataTable
      label={say('programmes')}
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
      empty={say('noProgrammes')}
    />
  );
};
