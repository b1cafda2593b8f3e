/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { BenefitProgress } from '../../benefits/index.ts';
import type { MessageKey } from '../messages.ts';
import { pathIn, told, type View } from '../page.ts';
import { benefitPath, yuan } from './benefit-words.ts';

export type Drawn = NonNullable<BenefitProgress['drawn']>;
type Payment = Drawn['payments'][number];

interface OfView {
  readonly view: View;
}

/** The month of a day. */
const monthOf = (day: string): string => day.slice(0, 'yyyy-mm'.length);

const monthsOf = ({ view }: OfView, { fromMonth, toMonth }: Payment): string => {
  if (fromMonth === null || toMonth === null) return view.say('paymentAgain');
  const [from, to] = [monthOf(fromMonth), monthOf(toMonth)];
  return from === to ? from : view.say('paymentBetween', { from, to });
};

const states: Readonly<Record<Payment['state'], MessageKey>> = {
  sent: 'paymentSent',
  paid: 'paymentPaid',
  returned: 'paymentReturned',
};

/** Newest first, as they are told. */
const Payments = ({ view, payments }: OfView & { readonly payments: readonly Payment[] }) => (
  <div class="table-box" tabindex={0} role="region" aria-label={view.say('payments')}>
    <table class="cards narrow">
      <caption>{view.say('payments')}</caption>
      <thead>
        <tr>
          <th scope="col">{view.say('paymentQuarter')}</th>
          <th scope="col">{view.say('paymentMonths')}</th>
          <th scope="col" class="number">
            {view.say('paymentAmount')}
          </th>
          <th scope="col">{view.say('paymentState')}</th>
          <th scope="col">{view.say('paymentDay')}</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((one) => (
          <tr>
            <th scope="row">{view.say('paymentOf', { year: one.year, quarter: one.quarter })}</th>
            <td data-label={view.say('paymentMonths')} class="day">
              {monthsOf({ view }, one)}
            </td>
            <td data-label={view.say('paymentAmount')} class="number">
              {yuan(view, one.fen)}
            </td>
            <td data-label={view.say('paymentState')}>{view.say(states[one.state])}</td>
            <td data-label={view.say('paymentDay')} class={one.day === null ? 'empty' : 'day'}>
              {one.day ?? ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function factsOf({ view }: OfView, { programme, variant, startMonth, lastMonth }: Drawn) {
  const facts: readonly (readonly [MessageKey, string | null])[] = [
    ['drawnProgramme', told(view, programme.title)],
    ['drawnVariant', variant && told(view, variant)],
    ['drawnSince', startMonth && monthOf(startMonth)],
    ['drawnUntil', lastMonth && monthOf(lastMonth)],
  ];
  return facts.filter(([, words]) => words !== null);
}

/** What is drawn after an application was confirmed, and what was paid: nothing of accounts. */
export const DrawnBenefit = ({ view, drawn }: OfView & { readonly drawn: Drawn }) => (
  <section>
    <h2>{view.say('drawnTitle')}</h2>
    <p>
      <strong>{told(view, drawn.state.label)}</strong> · {told(view, drawn.state.says)}
    </p>
    <dl class="facts stacked">
      {factsOf({ view }, drawn).map(([label, words]) => (
        <div>
          <dt>{view.say(label)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    {drawn.payments.length === 0 ? (
      <p>{view.say('paymentsNone')}</p>
    ) : (
      <Payments view={view} payments={drawn.payments} />
    )}
    <p class="note">{view.say('drawnNote')}</p>
    <p>
      <a href={pathIn(view, benefitPath(drawn.programme.key))}>{view.say('drawnRules')}</a>
    </p>
  </section>
);
