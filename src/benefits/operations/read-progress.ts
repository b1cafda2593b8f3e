import { z } from 'zod';
import { entitlementLife } from '../../../policy/programmes/index.ts';
import { reachBySecret } from '../../casework/index.ts';
import { type Programme, text, textPair } from '../../language/index.ts';
import { defineProcess, type TransactionContext } from '../../platform/index.ts';
import { segmentsOf } from '../entitlement-segments.ts';
import type { EntitlementRow } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';
import { type PersonPayment, paymentsOf } from '../person-payments.ts';

const payment = z.object({
  year: z.number().int(),
  quarter: z.number().int(),
  /** The months that it is for; null of a payment that is for months of earlier lists alone. */
  fromMonth: z.string().nullable(),
  toMonth: z.string().nullable(),
  fen: z.number().int(),
  /** With the bank, on the account, or come back from the bank and to be sent again. */
  state: z.enum(['sent', 'paid', 'returned']),
  day: z.string().nullable(),
});

const output = z.object({
  /** Null until the application is confirmed, and of what is no application for money. */
  drawn: z
    .object({
      programme: z.object({ key: z.string(), title: textPair }),
      /** Null where the programme has one rate alone. */
      variant: textPair.nullable(),
      state: z.object({ key: z.string(), label: textPair, says: textPair }),
      startMonth: z.string().nullable(),
      /** The last month that is given, where one was decided. */
      lastMonth: z.string().nullable(),
      payments: z.array(payment),
    })
    .nullable(),
});
export type BenefitProgress = z.output<typeof output>;
type Drawn = NonNullable<z.input<typeof output>['drawn']>;

const entitlementOf = ({ tx }: TransactionContext, caseId: string): Promise<EntitlementRow | undefined> =>
  tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .selectAll()
    .where('case_id', '=', caseId)
    .where((row) => row.or([row('step', 'is', null), row('step', '<>', 'proposed')]))
    .orderBy('made_on', 'desc')
    .executeTakeFirst();

/** What a variant is called: as its rate is. */
function variantLabel(programme: Programme | undefined, variant: string) {
  if (programme?.award.kind !== 'money' || Object.keys(programme.award.rates).length === 1) return null;
  const key = programme.award.rates[variant];
  return programme.parameters.find((one) => one.key === key)?.label ?? null;
}

const STATES: Readonly<Partial<Record<PersonPayment['state'], z.infer<typeof payment>['state']>>> = {
  exported: 'sent',
  paid: 'paid',
  failed: 'returned',
};

/** What has left the treasury; of lists that nobody has sent yet nothing is said. */
const paidOut = (payments: readonly PersonPayment[], { entitlement_id }: EntitlementRow) =>
  payments.flatMap(({ entitlementId, year, quarter, fromMonth, toMonth, fen, state: at, day }) => {
    const state = STATES[at];
    return state === undefined || entitlementId !== entitlement_id
      ? []
      : [{ year, quarter, fromMonth, toMonth, fen, state, day }];
  });

async function drawnOf(
  context: TransactionContext,
  { programmes }: PaymentDependencies,
  caseId: string,
): Promise<Drawn | null> {
  const row = await entitlementOf(context, caseId);
  if (!row) return null;
  const programme = programmes.find(({ key }) => key === row.programme);
  const place = row.step ?? row.outcome ?? '';
  const state = entitlementLife.steps[place] ?? entitlementLife.outcomes[place];
  const last = (await segmentsOf(context, row)).at(-1);
  return {
    programme: { key: row.programme, title: programme?.title ?? text(row.programme, row.programme) },
    variant: variantLabel(programme, last?.variant ?? ''),
    state: { key: place, label: state?.label ?? text('', ''), says: state?.says ?? text('', '') },
    startMonth: row.start_month,
    lastMonth: last?.to_month ?? null,
    payments: paidOut(await paymentsOf(context, row.person_id), row),
  };
}

/**
 * What came of an application for a benefit that was confirmed: what is drawn since when and what was paid, for whoever
 * has its number and the code of the receipt, or the phone that was left. Nothing of accounts, nothing of anybody else.
 */
export const readProgress = (dependencies: PaymentDependencies) =>
  defineProcess({
    name: 'benefits/read-progress',
    kind: 'process',
    summary: text('查询待遇发放进度', 'Read what is drawn and paid after an application'),
    permission: 'public',
    input: z.object({ number: z.string().max(40), secret: z.string().max(40) }),
    output,
    handle: async (context, shown) => {
      const { caseId } = await reachBySecret(context, dependencies.casework, shown);
      const drawn = await context.transaction((within) =>
        paymentsWide(within, dependencies, () => drawnOf(within, dependencies, caseId)),
      );
      return { drawn };
    },
  });
