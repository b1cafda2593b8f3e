import type { Forecast, ProgrammePage } from '../../benefits/index.ts';
import { useAnswer } from '../api.ts';
import { AreaName } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import type { Counts } from './answers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { yuan } from './words.ts';

type NameOf = (condition: string) => string;

/** The words of the conditions of a programme, by their ids. */
export const conditionNames =
  (
    { conditions }: Pick<ProgrammePage, 'conditions'>,
    read: (text: ProgrammePage['title']) => string,
  ): NameOf =>
  (id) => {
    const text = conditions.find((one) => one.id === id)?.text;
    return text ? read(text) : id;
  };

interface WhyProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf: NameOf;
}

/** How many fail by which condition; somebody can fail by several. */
const Why = ({ title, counts, nameOf }: WhyProps) => {
  const { say, locale } = useWording();
  const rows = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([id, n]) => ({ id, n }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { head: say('conditionAndClause'), cell: ({ id }) => nameOf(id) },
    { head: say('peopleCount'), kind: 'number', cell: ({ n }) => formatNumber(n, 0, locale) },
  ];
  return (
    <section>
      <h3>{title}</h3>
      <DataTable
        narrow
        label={title}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        empty={say('nobodyHere')}
      />
    </section>
  );
};

const ByArea = ({ byArea }: Pick<Counts, 'byArea'>) => {
  const { say, locale } = useWording();
  type Row = (typeof byArea)[number];
  const number = (head: string, of: (row: Row) => number): Column<Row> => ({
    head,
    kind: 'number',
    cell: (row) => formatNumber(of(row), 0, locale),
  });
  const columns: readonly Column<Row>[] = [
    { head: say('area'), cell: ({ area }) => <AreaName code={area} /> },
    number(say('eligibleCount'), (row) => row.eligible),
    number(say('ifDeclaredCount'), (row) => row.eligibleIfDeclared),
    number(say('notEligibleCount'), (row) => row.notEligible),
    number(say('unknownCount'), (row) => row.unknown),
    { head: say('yearlyYuan'), kind: 'number', cell: ({ amountFen }) => yuan(amountFen, locale) },
  ];
  return (
    <DataTable
      label={say('byPart')}
      columns={columns}
      rows={[...byArea]}
      keyOf={({ area }) => area}
      empty={say('nobodyHere')}
    />
  );
};

interface ReachProps {
  readonly counts: Counts;
  readonly nameOf: NameOf;
}

/** How many are reached, why others are not, and where they are. */
export const Reach = ({ counts, nameOf }: ReachProps) => {
  const { say, locale } = useWording();
  const all = [
    ['eligibleCount', counts.eligible],
    ['ifDeclaredCount', counts.eligibleIfDeclared],
    ['notEligibleCount', counts.notEligible],
    ['unknownCount', counts.unknown],
  ] as const;
  return (
    <>
      <ul className="tally">
        {all.map(([key, n]) => (
          <li key={key}>
            <strong>{formatNumber(n, 0, locale)}</strong> <span>{say(key)}</span>
          </li>
        ))}
        <li>
          <strong>{yuan(counts.amountFen, locale)}</strong> <span>{say('yearlyYuan')}</span>
        </li>
      </ul>
      <div className="moves">
        <Why title={say('whyNot')} counts={counts.byFailingCondition} nameOf={nameOf} />
        <Why title={say('whyUnknown')} counts={counts.byUnknownCondition} nameOf={nameOf} />
      </div>
      <h2>{say('byPart')}</h2>
      <ByArea byArea={counts.byArea} />
    </>
  );
};

type Outlook = Forecast['programmes'][string];

const OutlookTable = ({ outlook }: { readonly outlook: Outlook }) => {
  const { say, locale } = useWording();
  type Row = Outlook['byArea'][number];
  const columns: readonly Column<Row>[] = [
    { head: say('area'), cell: ({ area }) => <AreaName code={area} /> },
    { head: say('becoming'), kind: 'number', cell: ({ becoming }) => formatNumber(becoming, 0, locale) },
    { head: say('mayBecome'), kind: 'number', cell: ({ mayBecome }) => formatNumber(mayBecome, 0, locale) },
    { head: say('leaving'), kind: 'number', cell: ({ leaving }) => formatNumber(leaving, 0, locale) },
  ];
  return (
    <DataTable
      narrow
      label={say('outlook')}
      columns={columns}
      rows={outlook.byArea}
      keyOf={({ area }) => area}
      empty={say('nobodyHere')}
    />
  );
};

interface OutlookProps {
  readonly programme: string;
  readonly asked: Readonly<Record<string, string>>;
  readonly nameOf: NameOf;
}

/** Who becomes eligible in the next twelve months by the passing of time, and whose time is over. */
export const Foreseen = ({ programme, asked, nameOf }: OutlookProps) => {
  const { say, locale } = useWording();
  const { data, error } = useAnswer('benefits/forecast-eligibility', { ...asked, programme });
  if (!data) return error ? <Refused error={error} /> : <p>{say('loading')}</p>;
  const outlook = data.programmes[programme];
  if (!outlook) return <p className="soft">{say('noOutlook')}</p>;
  const count = (n: number) => formatNumber(n, 0, locale);
  return (
    <>
      <p>
        {say('outlookSays', {
          from: data.at,
          to: data.until,
          becoming: count(outlook.becoming),
          mayBecome: count(outlook.mayBecome),
          leaving: count(outlook.leaving),
        })}
      </p>
      <div className="moves">
        <Why title={say('lackingToday')} counts={outlook.lacking} nameOf={nameOf} />
        <Why title={say('untoldThen')} counts={outlook.untold} nameOf={nameOf} />
      </div>
      <h3>{say('byPart')}</h3>
      <OutlookTable outlook={outlook} />
    </>
  );
};
