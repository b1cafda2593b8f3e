import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { civilMinute } from '../../language/index.ts';
import type { ExplainedFigure } from '../../statistics/index.ts';
import { useAnswer } from '../api.ts';
import { AreaPath } from '../area-path.tsx';
import { formatMeasured, formatNumber } from '../format.ts';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, usePlace } from '../router.ts';

type Term = ExplainedFigure['numeratorTerms'][number];

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function termColumns({ say, read, locale }: Wording): TableColumnsType<Term> {
  return [
    { title: say('counted'), key: 'label', rowScope: 'row', render: (_, term) => read(term.label) },
    { title: say('condition'), key: 'condition', render: (_, term) => read(term.condition) },
    { title: say('times'), key: 'times', align: 'right', render: (_, term) => term.times },
    {
      title: say('count'),
      key: 'value',
      align: 'right',
      render: (_, term) => formatNumber(term.value, 0, locale),
    },
  ];
}

const Terms = ({ title, terms }: { readonly title: string; readonly terms: readonly Term[] }) => {
  const wording = useWording();
  if (terms.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <div className="wide terms" role="region" aria-label={title} tabIndex={0}>
        <Table
          rowKey="measure"
          size="small"
          pagination={false}
          columns={termColumns(wording)}
          dataSource={[...terms]}
        />
      </div>
    </>
  );
};

/** The formula with its numbers. */
const Calculation = ({ figure }: { readonly figure: ExplainedFigure }) => {
  const { locale } = useWording();
  if (figure.denominator === null) return null;
  const number = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
  return (
    <div>
      {number(figure.numerator)} ÷ {number(figure.denominator)} × {figure.factor} ={' '}
      {formatMeasured(figure.value, figure, locale)}
    </div>
  );
};

const Source = ({ figure }: { readonly figure: ExplainedFigure }) => {
  const { say, read } = useWording();
  const keys = { records: 'records', returns: 'fromReturns', documents: 'documents' } as const;
  return (
    <>
      <div>{say(keys[figure.origin])}</div>
      {figure.forms.length > 0 && (
        <div>
          {say('forms')}: {figure.forms.map((form) => read(form.title)).join(', ')}
        </div>
      )}
      {figure.standsInFor && <div>{say('standsInFor', { room: read(figure.standsInFor) })}</div>}
    </>
  );
};

const Facts = ({ figure }: { readonly figure: ExplainedFigure }) => {
  const { say, read, locale } = useWording();
  const { target, achievement } = figure;
  return (
    <dl className="facts">
      <Fact label={say('definition')}>{read(figure.definition)}</Fact>
      <Fact label={say('formula')}>
        {read(figure.formula)}
        <Calculation figure={figure} />
      </Fact>
      <Fact label={say('formulaSource')}>
        {read(figure.source)} · {say('version')} {figure.version}
      </Fact>
      <Fact label={say('target')}>
        {target
          ? `${say(target.sense === 'at most' ? 'atMost' : 'atLeast', { n: formatNumber(target.value, figure.decimals, locale) })} (${read(target.source)})`
          : say('nothing')}
      </Fact>
      <Fact label={say('achievement')}>
        {achievement
          ? `${say(achievement.met ? 'met' : 'missed')} · ${read(achievement.text)}`
          : say('nothing')}
      </Fact>
      <Fact label={say('source')}>
        <Source figure={figure} />
      </Fact>
      <Fact label={say('quality')}>
        {say('unknown', { n: figure.unknown })}
        {figure.notes.map((note) => (
          <div key={note.en}>{read(note)}</div>
        ))}
      </Fact>
      <Fact label={say('snapshot')}>
        {figure.snapshot.at} · {say('sealedAt')} {civilMinute(new Date(figure.snapshot.sealedAt))}
        <div>
          <code>{figure.snapshot.sha256}</code>
        </div>
      </Fact>
    </dl>
  );
};

const Below = ({
  figure,
  to,
}: {
  readonly figure: ExplainedFigure;
  readonly to: (area: string) => string;
}) => {
  const { say, read, locale } = useWording();
  if (figure.below.length === 0) return null;
  return (
    <section>
      <h2>{say('below')}</h2>
      <ul className="values">
        {figure.below.map(({ code, name, value }) => (
          <li key={code}>
            <Link to={to(code)}>{read(name)}</Link>
            <span>{formatMeasured(value, figure, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Explained = ({
  figure,
  population,
}: {
  readonly figure: ExplainedFigure;
  readonly population: string;
}) => {
  const { say, read, locale } = useWording();
  const query = { year: figure.year, population };
  const to = (area: string) => addressOf(`/why/${figure.key}`, { ...query, area });
  return (
    <>
      <AreaPath areas={figure.path} addressOf={to} />
      <h1>{say('whyOf', { label: read(figure.label) })}</h1>
      <p className="answer">
        {read(figure.area.name)} · {figure.year}{' '}
        <strong>{formatMeasured(figure.value, figure, locale)}</strong>
      </p>
      {figure.flag && (
        <p className="flagged" role="note">
          ⚑ {read(figure.flag)}
        </p>
      )}
      <Facts figure={figure} />
      <Terms title={say('numerator')} terms={figure.numeratorTerms} />
      <Terms title={say('denominator')} terms={figure.denominatorTerms} />
      <Below figure={figure} to={to} />
      <p>
        <Link to={addressOf('/scorecard', { ...query, area: figure.area.code })}>{say('back')}</Link>
      </p>
    </>
  );
};

/** The answer to "why is it this number?", in any area that the reader answers for. */
export const WhyPage = ({ figure }: { readonly figure: string }) => {
  const { say } = useWording();
  const { query } = usePlace();
  const year = query.get('year');
  const population = query.get('population') ?? 'registered';
  const { data, error } = useAnswer('statistics/explain-figure', {
    key: figure,
    population,
    year: year === null ? undefined : Number(year),
    area: query.get('area') ?? undefined,
  });
  if (error) return <Refused error={error} />;
  return data ? <Explained figure={data} population={population} /> : <p>{say('loading')}</p>;
};
