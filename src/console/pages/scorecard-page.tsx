import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Scorecard } from '../../statistics/index.ts';
import { useAnswer } from '../api.ts';
import { AreaPath, AreasBelow } from '../area-path.tsx';
import { formatMeasured, formatNumber } from '../format.ts';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';
import { Trend } from '../trend.tsx';

type Row = Scorecard['rows'][number];
const originKeys = { records: 'records', returns: 'fromReturns', documents: 'documents' } as const;

const targetInWords = ({ target, decimals }: Row, { say, locale }: Wording) =>
  target === null
    ? say('nothing')
    : say(target.sense === 'at most' ? 'atMost' : 'atLeast', {
        n: formatNumber(target.value, decimals, locale),
      });

/** A shape and a word beside the colour. */
const Achievement = ({ row }: { readonly row: Row }) => {
  const { say, read } = useWording();
  if (row.achievement === null) return <>{say('nothing')}</>;
  const { met, text } = row.achievement;
  return (
    <span className={met ? 'met' : 'missed'}>
      <span aria-hidden="true">{met ? '✓ ' : '✕ '}</span>
      {say(met ? 'met' : 'missed')} · {read(text)}
    </span>
  );
};

const Actual = ({ row }: { readonly row: Row }) => {
  const { say, read, locale } = useWording();
  return (
    <>
      {formatMeasured(row.value, row, locale)}
      {row.flag && (
        <span className="flag" title={read(row.flag)}>
          ⚑ {say('flag')}
        </span>
      )}
    </>
  );
};

function columnsOf(wording: Wording, whyOf: (key: string) => string): TableColumnsType<Row> {
  const { say, read } = wording;
  return [
    { title: say('indicator'), key: 'label', rowScope: 'row', render: (_, row) => read(row.label) },
    { title: say('actual'), key: 'value', align: 'right', render: (_, row) => <Actual row={row} /> },
    { title: say('target'), key: 'target', align: 'right', render: (_, row) => targetInWords(row, wording) },
    { title: say('achievement'), key: 'achievement', render: (_, row) => <Achievement row={row} /> },
    {
      title: say('trend'),
      key: 'trend',
      render: (_, row) => <Trend label={read(row.label)} points={row.trend} decimals={row.decimals} />,
    },
    { title: say('source'), key: 'origin', render: (_, row) => say(originKeys[row.origin]) },
    {
      title: say('why'),
      key: 'why',
      render: (_, row) => (
        <Link to={whyOf(row.key)} label={`${say('why')} ${read(row.label)}`}>
          {say('why')}
        </Link>
      ),
    },
  ];
}

interface Choice {
  readonly year?: string | undefined;
  readonly area?: string | undefined;
  readonly population?: string | undefined;
}

const Filters = ({
  card,
  choice,
  onChoose,
}: {
  readonly card: Scorecard;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}) => {
  const { say } = useWording();
  const { first, last } = card.years;
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  return (
    <div className="filters">
      <label htmlFor="year">{say('year')}</label>
      <select
        id="year"
        data-first-filter
        value={choice.year ?? card.year}
        onChange={(event) => {
          onChoose({ year: event.target.value });
        }}
      >
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
      <label htmlFor="population">{say('population')}</label>
      <select
        id="population"
        value={choice.population ?? card.population}
        onChange={(event) => {
          onChoose({ population: event.target.value });
        }}
      >
        <option value="registered">{say('registered')}</option>
        <option value="resident">{say('resident')}</option>
      </select>
    </div>
  );
};

interface CardProps {
  readonly card: Scorecard;
  readonly choice: Choice;
  readonly fresh: boolean;
}

const Card = ({ card, choice, fresh }: CardProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const [all, setAll] = useState(false);
  const to = (change: Choice) => addressOf('/scorecard', { ...choice, ...change });
  const rows = all ? card.rows : card.rows.filter((row) => row.known);
  const why = (key: string) =>
    addressOf(`/why/${key}`, { year: card.year, area: card.area.code, population: card.population });
  return (
    <>
      <AreaPath areas={card.path} addressOf={(area) => to({ area })} />
      <h1>
        {say('scorecard')} · {read(card.area.name)} · {card.year}
      </h1>
      <Filters
        card={card}
        choice={choice}
        onChoose={(change) => {
          navigate(to(change));
        }}
      />
      <div className="wide" role="region" aria-label={say('scorecard')} aria-busy={!fresh} tabIndex={0}>
        <Table
          rowKey="key"
          size="small"
          pagination={false}
          columns={columnsOf(wording, why)}
          dataSource={rows}
        />
      </div>
      {card.rows.some((row) => !row.known) && (
        <label className="switch">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => {
              setAll(event.target.checked);
            }}
          />{' '}
          {say('showUnknown')}
        </label>
      )}
      <AreasBelow areas={card.below} addressOf={(area) => to({ area })} />
      <p className="proof">
        {say('snapshot')} {card.snapshot.at} · <code>{card.snapshot.sha256.slice(0, 12)}</code>
      </p>
    </>
  );
};

/** Indicators of an area against their targets: everything that is shown stands in the address. */
export const ScorecardPage = () => {
  const { say } = useWording();
  const { query } = usePlace();
  const choice: Choice = {
    year: query.get('year') ?? undefined,
    area: query.get('area') ?? undefined,
    population: query.get('population') ?? undefined,
  };
  const year = choice.year === undefined ? undefined : Number(choice.year);
  const { data, error, fresh } = useAnswer('statistics/read-scorecard', { ...choice, year });
  if (error) return <Refused error={error} />;
  return data ? <Card card={data} choice={choice} fresh={fresh} /> : <p>{say('loading')}</p>;
};
