import { z } from 'zod';
import { routes } from '../../../policy/payment/index.ts';
import { entitlementLife } from '../../../policy/programmes/index.ts';
import { asOfficer } from '../../casework/index.ts';
import { availableActions, describedField, describeField, text, textPair } from '../../language/index.ts';
import { defineOperation, type Sealed } from '../../platform/index.ts';
import { segmentsOf } from '../entitlement-segments.ts';
import { openAccount } from '../entitlement-vault.ts';
import { type EntitlementActionRow, openEntitlement } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';

const output = z.object({
  personId: z.uuid(),
  entitlementId: z.uuid(),
  programme: z.string(),
  caseId: z.uuid().nullable(),
  place: z.string(),
  placeLabel: textPair,
  startMonth: z.string().nullable(),
  checkedYear: z.number().int().nullable(),
  area: z.string(),
  version: z.number().int(),
  segments: z.array(
    z.object({
      fromMonth: z.string(),
      toMonth: z.string().nullable(),
      variant: z.string(),
      area: z.string(),
      nextMonth: z.string(),
    }),
  ),
  /** The last four digits alone: opened for the bank, and for nobody else. */
  account: z
    .object({ version: z.number().int(), route: z.enum(routes), ending: z.string(), holder: z.string() })
    .nullable(),
  actions: z.array(
    z.object({
      action: z.string(),
      label: textPair,
      by: z.string(),
      at: z.string(),
      answers: z.array(
        z.object({
          label: textPair,
          answer: z.string(),
          /** What was chosen, in words; null where nothing is chosen from. */
          choice: textPair.nullable(),
        }),
      ),
    }),
  ),
  available: z.array(z.object({ key: z.string(), label: textPair, fields: z.array(describedField) })),
});
export type EntitlementDetail = z.output<typeof output>;

const isSealed = (value: unknown): value is { readonly sealed: Sealed } =>
  typeof value === 'object' && value !== null && 'sealed' in value;

function shownAction({ vault }: PaymentDependencies, row: EntitlementActionRow) {
  const rule = entitlementLife.actions[row.action];
  const place = `action ${row.entitlement_id} ${String(row.seq)}`;
  return {
    action: row.action,
    label: rule?.label ?? text(row.action, row.action),
    by: row.actor,
    at: row.at.toISOString(),
    answers: Object.entries(row.answers).map(([key, value]) => {
      const field = rule?.fields[key];
      const opened = isSealed(value) ? JSON.parse(vault.open(`${place} ${key}`, value.sealed)) : value;
      const answer = String(opened);
      const choice = field?.choices.find((one) => one.value === answer)?.label ?? null;
      return { label: field?.label ?? text(key, key), answer, choice };
    }),
  };
}

/** One entitlement with its whole life, what is given in which months, and what can be done now. */
export const readEntitlement = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/read-entitlement',
    kind: 'query',
    summary: text('查看待遇', 'Read an entitlement'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({ personId: z.uuid(), entitlementId: z.uuid() }),
    output,
    handle: async (context, { personId, entitlementId }) => {
      const { row, standing, actions } = await openEntitlement(context, {
        personId,
        entitlementId,
        lock: false,
      });
      const place = standing.step ?? standing.outcome ?? '';
      const segments = await segmentsOf(context, row);
      const kept = await context.tx
        .withTables<PaymentTables>()
        .selectFrom('benefits_accounts')
        .selectAll()
        .where('person_id', '=', personId)
        .where('entitlement_id', '=', entitlementId)
        .where('version', '=', row.account_version ?? 0)
        .executeTakeFirst();
      const opened =
        kept?.account &&
        openAccount(dependencies.vault, { entitlementId, version: kept.version }, kept.account);
      return {
        personId,
        entitlementId,
        programme: row.programme,
        caseId: row.case_id,
        place,
        placeLabel: (entitlementLife.steps[place] ?? entitlementLife.outcomes[place])?.label ?? text('', ''),
        startMonth: row.start_month,
        checkedYear: row.checked_year,
        area: row.area_code,
        version: row.version,
        segments: segments.map((one) => ({
          fromMonth: one.from_month,
          toMonth: one.to_month,
          variant: one.variant,
          area: one.area_code,
          nextMonth: one.next_month,
        })),
        account:
          kept && opened
            ? {
                version: kept.version,
                route: kept.route,
                ending: opened.number.slice(-4),
                holder: opened.holder,
              }
            : null,
        actions: actions.map((one) => shownAction(dependencies, one)),
        available: availableActions(entitlementLife, standing, asOfficer(context)).map((key) => ({
          key,
          label: entitlementLife.actions[key]?.label ?? text(key, key),
          fields: Object.entries(entitlementLife.actions[key]?.fields ?? {}).map(([name, field]) =>
            describeField(name, field),
          ),
        })),
      };
    },
  });
