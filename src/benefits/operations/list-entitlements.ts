import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { areaInput, areaRange, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterTables } from '../../register/index.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { recordsOf } from '../records-of-person.ts';

const MOST = 500;

const isTold = sql<boolean>`EXISTS (SELECT FROM benefits_entitlement_actions a
  WHERE a.person_id = e.person_id AND a.entitlement_id = e.entitlement_id AND a.action = 'tell')`;

const output = z.object({
  total: z.number().int(),
  rows: z.array(
    z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      name: z.string().nullable(),
      programme: z.string(),
      place: z.string(),
      startMonth: z.string().nullable(),
      checkedYear: z.number().int().nullable(),
      area: z.string(),
      hasAccount: z.boolean(),
      /** Of a proposal: whether somebody told the person. */
      told: z.boolean(),
      version: z.number().int(),
    }),
  ),
});
export type EntitlementList = z.output<typeof output>;

/** Entitlements of an area, open ones first: all, those in a state, or those whose yearly check is due. */
export const listEntitlements = defineOperation({
  name: 'benefits/list-entitlements',
  kind: 'query',
  summary: text('列出待遇', 'List entitlements'),
  permission: 'benefits:read',
  auditReads: true,
  auditDetail: ({ area, programme, place }) => ({ area, programme, place }),
  input: z.object({
    area: areaInput.optional(),
    programme: z.string().max(60).optional(),
    personId: z.uuid().optional(),
    /** A step or an outcome. */
    place: z.string().max(60).optional(),
    /** Drawn or paused, and not confirmed for this year. */
    dueForYear: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(MOST).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output,
  handle: async (context, { area, programme, personId, place, dueForYear, limit, offset }) => {
    const range = area === undefined ? null : areaRange(area);
    const records = personId === undefined ? [] : await recordsOf(context, personId);
    const found = context.tx
      .withTables<PaymentTables & RegisterTables>()
      .selectFrom('benefits_entitlements as e')
      .leftJoin('register_persons as p', 'p.person_id', 'e.person_id')
      .$if(range !== null, (query) =>
        query
          .where('e.area_scope', '>=', (range?.from ?? '') as never)
          .where('e.area_scope', '<', (range?.to ?? '') as never),
      )
      .$if(programme !== undefined, (query) => query.where('e.programme', '=', programme ?? ''))
      .$if(personId !== undefined, (query) => query.where('e.person_id', 'in', [...records]))
      .$if(place !== undefined, (query) => query.where(sql<SqlBool>`coalesce(e.step, e.outcome) = ${place}`))
      .$if(dueForYear !== undefined, (query) =>
        query
          .where('e.step', 'in', ['active', 'paused'])
          .where(sql<SqlBool>`coalesce(e.checked_year, 0) < ${dueForYear ?? 0}`),
      );
    const { n } = await found.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    const rows = await found
      .select(['e.person_id', 'e.entitlement_id', 'p.name', 'e.programme', 'e.step', 'e.outcome'])
      .select(['e.start_month', 'e.checked_year', 'e.area_code', 'e.account_version', 'e.version'])
      .select(isTold.as('told'))
      .orderBy(sql`e.outcome IS NOT NULL`)
      .orderBy('e.area_scope')
      .orderBy('e.person_id')
      .orderBy('e.entitlement_id')
      .limit(limit)
      .offset(offset)
      .execute();
    return {
      total: n,
      rows: rows.map((row) => ({
        personId: row.person_id,
        entitlementId: row.entitlement_id,
        name: row.name,
        programme: row.programme,
        place: row.step ?? row.outcome ?? '',
        startMonth: row.start_month,
        checkedYear: row.checked_year,
        area: row.area_code,
        hasAccount: row.account_version !== null,
        told: row.told,
        version: row.version,
      })),
    };
  },
});
