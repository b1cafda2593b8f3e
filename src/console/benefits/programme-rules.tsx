import type { ProgrammePage } from '../../benefits/index.ts';
import { useWording } from '../messages.ts';
import { type Column, DataTable } from './data-table.tsx';
import { ruleNumber } from './decision.tsx';

type Condition = ProgrammePage['conditions'][number];
type Parameter = ProgrammePage['parameters'][number];
type Value = Parameter['values'][number];

interface RulesProps {
  readonly rules: ProgrammePage;
}

/** What is declared in full; what is computed unfolds, for it is long. */
const HowTold = ({ condition }: { readonly condition: Condition }) => {
  const { say, read } = useWording();
  const { words, declaration } = condition;
  if (declaration !== null) return <>{say('declaresInFull', { words: read(declaration) })}</>;
  if (words === null) return <>{say('nothing')}</>;
  return (
    <details>
      <summary>{say('showExpression')}</summary>
      {read(words)}
    </details>
  );
};

const Conditions = ({ rules }: RulesProps) => {
  const { say, read } = useWording();
  const columns: readonly Column<Condition>[] = [
    {
      head: say('conditionAndClause'),
      cell: (one) => (
        <>
          {read(one.text)}
          <span className="clause">
            {read(one.source.title)} {read(one.source.clause)}
          </span>
        </>
      ),
    },
    {
      head: say('howTold'),
      cell: (one) => <HowTold condition={one} />,
    },
    { head: say('place'), kind: 'line', cell: ({ placeName }) => read(placeName) },
    { head: say('inForce'), kind: 'line', cell: ({ from, to }) => `${from} ~ ${to ?? ''}` },
  ];
  return (
    <DataTable
      label={say('conditionsOneByOne')}
      columns={columns}
      rows={rules.conditions}
      keyOf={({ id }) => id}
      empty={say('noConditions')}
    />
  );
};

const isStale = ({ confirmedThrough }: Value, day: string) =>
  confirmedThrough !== null && day > confirmedThrough;

const Values = ({ parameter, at }: { readonly parameter: Parameter; readonly at: string }) => {
  const { say, read, locale } = useWording();
  const columns: readonly Column<Value>[] = [
    { head: say('place'), kind: 'line', cell: ({ placeName }) => read(placeName) },
    {
      head: parameter.unit === 'fen' ? say('valueYuan') : say('value'),
      kind: 'number',
      cell: ({ value }) => ruleNumber(value, parameter.unit, locale),
    },
    { head: say('inForce'), kind: 'line', cell: ({ from, to }) => `${from} ~ ${to ?? ''}` },
    { head: say('publishedOn'), kind: 'number', cell: ({ publishedOn }) => publishedOn },
    { head: say('sourceOf'), cell: ({ source }) => `${read(source.title)} ${read(source.clause)}` },
    {
      head: say('checkedThrough'),
      kind: 'line',
      cell: (one) => (
        <>
          {one.confirmedThrough ?? say('nothing')}
          {isStale(one, at) && <span className="missed"> {say('staleMark')}</span>}
          {one.invented && <span className="mark"> {say('inventedMark')}</span>}
        </>
      ),
    },
  ];
  return (
    <>
      <h3>{read(parameter.label)}</h3>
      <DataTable
        label={read(parameter.label)}
        columns={columns}
        rows={parameter.values}
        keyOf={(one) => `${one.place} ${one.from} ${one.publishedOn} ${String(one.value)}`}
        empty={say('noValues')}
      />
    </>
  );
};

/** The rules of a programme on the day: conditions with their clauses, numbers with their documents, open questions. */
export const ProgrammeRules = ({ rules }: RulesProps) => {
  const { say, read } = useWording();
  return (
    <>
      <p>{read(rules.summary)}</p>
      {rules.missing.length > 0 && (
        <p className="flagged">
          {say('valuesMissing', {
            values: rules.missing.map(({ label }) => read(label)).join(say('listComma')),
          })}
        </p>
      )}
      <h2>{say('conditionsOneByOne')}</h2>
      <Conditions rules={rules} />
      <h2>{say('numbersOfRule')}</h2>
      {rules.parameters.map((parameter) => (
        <Values key={parameter.key} parameter={parameter} at={rules.at} />
      ))}
      {rules.openQuestions.length > 0 && (
        <>
          <h2>{say('openQuestions')}</h2>
          <ul>
            {rules.openQuestions.map((question) => (
              <li key={question.zh}>{read(question)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
