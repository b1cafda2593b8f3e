/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ListedValue, RulesShown } from '../benefit-desk.ts';
import type { MessageKey } from '../messages.ts';
import { told, type View } from '../page.ts';
import { Marks } from './benefit-pages.tsx';
import { amountIn, clauseIn, periodOf } from './benefit-words.ts';

interface OfRules {
  readonly view: View;
  readonly rules: RulesShown;
}
type Parameter = RulesShown['parameters'][number];

interface Row {
  readonly parameter: Parameter;
  readonly value: ListedValue;
  /** Whether it is what counts here today. */
  readonly isNow: boolean;
}

const holdsOn = ({ from, to }: ListedValue, day: string) => from <= day && (to === null || day <= to);

/** The newest first; of one time that of the nearer place. */
const newestFirst = (values: readonly ListedValue[]) =>
  values.toSorted((a, b) => b.from.localeCompare(a.from) || b.place.length - a.place.length);

/** What holds in the area, and what holds elsewhere. Of values of one day that of the nearest place counts. */
function rowsOf({ area, at }: RulesShown, parameter: Parameter) {
  const here = newestFirst(parameter.values.filter(({ place }) => area.startsWith(place)));
  const elsewhere = newestFirst(parameter.values.filter(({ place }) => !area.startsWith(place)));
  const nearest = Math.max(...here.filter((one) => holdsOn(one, at)).map(({ place }) => place.length));
  return {
    here: here.map(
      (value): Row => ({
        parameter,
        value,
        isNow: value.place.length === nearest && holdsOn(value, at),
      }),
    ),
    elsewhere: elsewhere.map((value): Row => ({ parameter, value, isNow: false })),
  };
}

/** Of a rate that stands apart in some years alone (`loss-urban` beside `loss`) only what differs is shown. */
function apart(parameter: Parameter, all: readonly Parameter[]): Parameter {
  const base = all.find(({ key }) => parameter.key.startsWith(`${key}-`));
  if (!base) return parameter;
  const same = (one: ListedValue) =>
    base.values.some(
      (other) => other.value === one.value && other.from === one.from && other.place === one.place,
    );
  return { ...parameter, values: parameter.values.filter((one) => !same(one)) };
}

/** What is known of a value beyond its document: until when, or that nobody has looked since. */
const Checked = ({
  view,
  value,
  day,
}: {
  readonly view: View;
  readonly value: ListedValue;
  readonly day: string;
}) => {
  const { confirmedThrough, to, invented } = value;
  const end = to !== null && to < day ? to : day;
  if (invented) return <Marks view={view} stale={null} invented />;
  if (confirmedThrough === null) return <>{view.say('benefitAsPublished')}</>;
  if (confirmedThrough >= end) return <>{view.say('benefitConfirmedThrough', { day: confirmedThrough })}</>;
  return <Marks view={view} stale={confirmedThrough} invented={false} />;
};

const columns: readonly MessageKey[] = [
  'benefitPeriod',
  'benefitValue',
  'benefitPlace',
  'benefitDocument',
  'benefitPublished',
  'benefitConfirmed',
];

interface TableProps {
  readonly view: View;
  readonly day: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Whether each row says what it is a value of. */
  readonly isMixed?: boolean;
}

const ValueRow = ({
  view,
  day,
  isMixed,
  row: { parameter, value, isNow },
}: Omit<TableProps, 'rows' | 'caption'> & { readonly row: Row }) => (
  <tr>
    <th scope="row">
      {isMixed && <span class="value-name">{told(view, parameter.label)}</span>}
      {periodOf(view, value)}
      {isNow && <span class="mark current">{view.say('benefitNow')}</span>}
    </th>
    <td data-label={view.say('benefitValue')} class="number">
      {amountIn(view, parameter.unit, value.value)}
    </td>
    <td data-label={view.say('benefitPlace')}>{told(view, value.placeName)}</td>
    <td data-label={view.say('benefitDocument')} class="words">
      {clauseIn(view, value.source)}
    </td>
    <td data-label={view.say('benefitPublished')} class="day">
      {value.publishedOn}
    </td>
    <td data-label={view.say('benefitConfirmed')}>
      <Checked view={view} value={value} day={day} />
    </td>
  </tr>
);

const ValueTable = ({ view, day, caption, rows, isMixed = false }: TableProps) => (
  <div class="table-box" tabindex={0} role="region" aria-label={caption}>
    <table class="cards values">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((label) => (
            <th scope="col" class={label === 'benefitValue' ? 'number' : undefined}>
              {view.say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ValueRow view={view} day={day} row={row} isMixed={isMixed} />
        ))}
      </tbody>
    </table>
  </div>
);

const Missing = ({ view, parameter }: { readonly view: View; readonly parameter: Parameter }) => (
  <p>
    {told(view, parameter.label)}
    {view.locale === 'zh' ? '：' : ': '}
    {view.say('benefitNoValues')}
  </p>
);

const Elsewhere = ({ view, rules, rows }: OfRules & { readonly rows: readonly Row[] }) => {
  const label = told(view, rows[0]?.parameter.label ?? rules.title);
  return (
    <details>
      <summary>
        {view.say('benefitElsewhereShow')}
        <span class="unseen"> {label}</span>
      </summary>
      <ValueTable view={view} day={rules.at} rows={rows} caption={view.say('benefitElsewhere', { label })} />
    </details>
  );
};

const History = ({ view, rules, parameter }: OfRules & { readonly parameter: Parameter }) => {
  const { here, elsewhere } = rowsOf(rules, parameter);
  const caption = view.say('benefitAmountsHere', { label: told(view, parameter.label) });
  return (
    <>
      {here.length === 0 ? (
        <Missing view={view} parameter={parameter} />
      ) : (
        <ValueTable view={view} day={rules.at} rows={here} caption={caption} />
      )}
      {elsewhere.length > 0 && <Elsewhere view={view} rules={rules} rows={elsewhere} />}
    </>
  );
};

/** Ages, months and days of notice: few of them have a history, so they share a table. */
const Others = ({ view, rules, parameters }: OfRules & { readonly parameters: readonly Parameter[] }) => {
  const rows = parameters.flatMap((parameter) => rowsOf(rules, parameter).here);
  return (
    <section>
      <h2>{view.say('benefitOtherValues')}</h2>
      {rows.length > 0 && (
        <ValueTable
          view={view}
          day={rules.at}
          rows={rows}
          caption={view.say('benefitOthersHere', { day: rules.at })}
          isMixed
        />
      )}
      {parameters
        .filter((one) => rows.every(({ parameter }) => parameter.key !== one.key))
        .map((parameter) => (
          <Missing view={view} parameter={parameter} />
        ))}
    </section>
  );
};

/** Every number of the rules by date and place, each with its document. */
export const Values = ({ view, rules }: OfRules) => {
  const money = rules.parameters.filter(({ unit }) => unit === 'fen');
  const others = rules.parameters.filter(({ unit }) => unit !== 'fen');
  return (
    <>
      {money.length > 0 && (
        <section>
          <h2>{view.say('benefitAmounts')}</h2>
          {money
            .map((one) => apart(one, money))
            .map((parameter) => (
              <History view={view} rules={rules} parameter={parameter} />
            ))}
        </section>
      )}
      {others.length > 0 && <Others view={view} rules={rules} parameters={others} />}
    </>
  );
};
