import type { ShownDecision } from '../../benefits/index.ts';
import { useWording } from '../messages.ts';
import type { Explained } from './answers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { monthOf, plainWords, yuan } from './words.ts';

type Condition = ShownDecision['conditions'][number];
type Used = ShownDecision['values'][number];

/** Never by colour alone: a sign and words. */
export const OutcomeMark = ({ outcome }: { readonly outcome: Condition['outcome'] }) => (
  <span className={`outcome is-${outcome}`}>{useWording().say(`condition_${outcome}`)}</span>
);

/** So many missing facts are named at once; more of them unfold. */
const NAMED = 3;

const Missing = ({ missing }: Pick<Condition, 'missing'>) => {
  const { say, read } = useWording();
  const facts = missing.map(({ label }) => read(label)).join(say('listComma'));
  if (missing.length === 0) return null;
  if (missing.length <= NAMED) return <div>{say('factsMissing', { facts })}</div>;
  return (
    <details>
      <summary>{say('factsMissingMany', { n: missing.length })}</summary>
      {facts}
    </details>
  );
};

/** From which day it would be met, until when it is, and what is missing to tell. */
const When = ({ condition }: { readonly condition: Condition }) => {
  const { say } = useWording();
  const { metFrom, metUntil, missing, outcome } = condition;
  const days = [
    ...(outcome === 'notMet' && metFrom !== null ? [say('wouldBeMetFrom', { day: metFrom })] : []),
    ...(outcome === 'met' && metUntil !== null ? [say('isMetUntil', { day: metUntil })] : []),
  ];
  if (days.length + missing.length === 0) return <>{say('nothing')}</>;
  return (
    <>
      {days.join(' ')}
      <Missing missing={missing} />
    </>
  );
};

/** What comes of it stands first: on a phone the other columns lie to the right. */
const Asked = ({ condition }: { readonly condition: Condition }) => {
  const { say, read } = useWording();
  return (
    <>
      <OutcomeMark outcome={condition.outcome} />
      <br />
      {read(condition.text)}
      {condition.declaration !== null && (
        <span className="clause">{say('declaresInFull', { words: read(condition.declaration) })}</span>
      )}
      <span className="clause">{read(condition.clause)}</span>
    </>
  );
};

const Conditions = ({ conditions }: { readonly conditions: readonly Condition[] }) => {
  const wording = useWording();
  const { say } = wording;
  const columns: readonly Column<Condition>[] = [
    { head: say('conditionAndClause'), cell: (one) => <Asked condition={one} /> },
    { head: say('personValue'), kind: 'number', cell: ({ value }) => plainWords(value, wording) },
    { head: say('threshold'), kind: 'number', cell: ({ threshold }) => plainWords(threshold, wording) },
    { head: say('whenMet'), cell: (one) => <When condition={one} /> },
  ];
  return (
    <DataTable
      label={say('conditionsOneByOne')}
      columns={columns}
      rows={conditions}
      keyOf={({ id }) => id}
      empty={say('noConditions')}
      markOf={({ outcome }) => `row-${outcome}`}
    />
  );
};

const Months = ({ periods }: Pick<ShownDecision, 'periods'>) => {
  const { say, locale } = useWording();
  if (periods.length === 0) return null;
  return (
    <details>
      <summary>{say('amountByMonth')}</summary>
      <ul className="months">
        {periods.map(({ first, fen }) => (
          <li key={first}>
            <span>{periods.length === 1 ? first.slice(0, 4) : monthOf(first)}</span>
            <span>{say('yuanAmount', { amount: yuan(fen, locale) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The number of a rule: money in yuan, everything else as it is. */
export const ruleNumber = (value: number, unit: string, locale: 'zh' | 'en'): string =>
  unit === 'fen' ? yuan(value, locale) : String(value);

const UsedValues = ({ values }: { readonly values: readonly Used[] }) => {
  const { say, read, locale } = useWording();
  if (values.length === 0) return null;
  return (
    <details>
      <summary>{say('valuesUsed')}</summary>
      <ul>
        {values.map((one) => (
          <li key={`${one.parameter} ${one.place} ${one.from}`}>
            {read(one.label)}: <strong>{ruleNumber(one.value, one.unit, locale)}</strong>{' '}
            {one.unit === 'fen' && say('yuanWord')} · {read(one.placeName)} ·{' '}
            {say('validSince', { day: one.from })} · {read(one.title)} {read(one.clause)}
            {one.stale && <span className="missed"> {say('staleMark')}</span>}
            {one.invented && <span className="mark"> {say('inventedMark')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What the rules say of somebody, condition by condition; people decide. */
export const Decision = ({ decision }: { readonly decision: Explained }) => {
  const { say, locale } = useWording();
  const { outcome, amountFen, at, knownAt } = decision;
  return (
    <>
      <p className={`verdict is-${outcome}`}>
        <strong>{say(`eligibility_${outcome}`)}</strong>
        {amountFen !== null && (
          <span> · {say('amountOfYear', { year: at.slice(0, 4), amount: yuan(amountFen, locale) })}</span>
        )}
        <span className="soft"> {say('byRulesOf', { day: at, knownAt })}</span>
      </p>
      <Conditions conditions={decision.conditions} />
      <Months periods={decision.periods} />
      <UsedValues values={decision.values} />
    </>
  );
};
