import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { nameDivisions } from '../../areas/index.ts';
import {
  type AreaCode,
  areaInput,
  areaRange,
  decide,
  type EnteredValue,
  text,
} from '../../language/index.ts';
import {
  defineOperation,
  failure,
  readCity,
  type TransactionContext,
  writeLetters,
} from '../../platform/index.ts';
import type { RegisterTables } from '../../register/index.ts';
import { factsOfPerson } from '../live-facts.ts';
import type { EntitlementRow } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';
import { type ProposalLetter, proposalLetter } from '../proposal-letter.ts';
import { findProgramme, rulesFor } from '../rules.ts';

const MOST = 200;

const one = z.object({ personId: z.uuid(), entitlementId: z.uuid() });
const input = z
  .object({
    personId: z.uuid().optional(),
    entitlementId: z.uuid().optional(),
    /** Instead of one: everybody in an area to whom the programme is proposed and who was not told yet. */
    programme: z.string().max(60).optional(),
    area: areaInput.optional(),
    locale: z.enum(['zh', 'en']).default('zh'),
  })
  .refine(
    ({ personId, entitlementId, programme }) =>
      (personId === undefined) === (entitlementId === undefined) && (personId ?? programme) !== undefined,
    { message: 'one proposal by person and entitlement, or a programme' },
  );
type Asked = z.output<typeof input>;

const output = z.object({
  letters: z.number().int(),
  /** Further proposals, for which to ask again once these were brought. */
  left: z.number().int(),
  /** To whom it is not open any more by the facts of today, or who has died: somebody has to look. */
  notNow: z.array(one),
  document: z.object({ fileName: z.string(), content: z.base64() }).nullable(),
});

const noneOpen = () =>
  failure(
    'not_found',
    text('没有待告知的提示。', 'There is no proposal that somebody is to be told of.'),
    text('请核对地区和项目，或者先提示本人可以申请。', 'Check area and programme, or propose it first.'),
  );

/** Nobody has told the person yet. */
const untold = sql<SqlBool>`NOT EXISTS (SELECT FROM benefits_entitlement_actions a
  WHERE a.person_id = benefits_entitlements.person_id AND a.entitlement_id = benefits_entitlements.entitlement_id
    AND a.action = 'tell')`;

/** The proposals that are asked for, of the actor's own area. */
async function proposalsOf({ tx }: TransactionContext, asked: Asked) {
  const { personId, entitlementId, programme, area } = asked;
  const range = area === undefined ? null : areaRange(area);
  const found = tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .where('step', '=', 'proposed')
    .$if(personId !== undefined, (query) =>
      query.where('person_id', '=', personId ?? '').where('entitlement_id', '=', entitlementId ?? ''),
    )
    .$if(personId === undefined, (query) => query.where(untold))
    .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
    .$if(range !== null, (query) =>
      query
        .where('area_scope', '>=', (range?.from ?? '') as AreaCode)
        .where('area_scope', '<', (range?.to ?? '') as AreaCode),
    );
  const { n } = await found.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('area_scope').orderBy('person_id').limit(MOST).execute();
  return { rows, left: n - rows.length };
}

async function nameOf({ tx }: TransactionContext, personId: string): Promise<string | null> {
  const row = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select('name')
    .where('person_id', '=', personId)
    .where('death_date', 'is', null)
    .executeTakeFirst();
  return row?.name ?? null;
}

type Written = Omit<ProposalLetter, 'village'> & { readonly area: AreaCode };

/** What a letter says; null where nothing is open to the person any more. */
async function written(
  context: TransactionContext,
  { casework, programmes }: PaymentDependencies,
  { row, entered }: { readonly row: EntitlementRow; readonly entered: readonly EnteredValue[] },
): Promise<Omit<Written, 'isMadeUp'> | null> {
  const day = casework.today();
  const name = await nameOf(context, row.person_id);
  const facts = name === null ? null : await factsOfPerson(context, row.person_id, day);
  if (name === null || !facts) return null;
  const programme = findProgramme({ programmes }, row.programme);
  const ready = rulesFor(programme, { day, knownAt: day, area: row.area_code }, entered);
  const { outcome, conditions } = decide(ready, { facts, declared: new Set() });
  if (outcome === 'notEligible') return null;
  return { name, area: row.area_code, day, programme, conditions, publicUrl: casework.publicUrl };
}

/**
 * Writes the letters that officers bring to people to whom something was proposed: what, why, that nothing is decided,
 * how to apply and that one may say no. The outside names no programme. That they were brought is recorded by `tell`.
 */
export const writeProposalLetters = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/write-proposal-letters',
    kind: 'command',
    summary: text('打印告知书', 'Write letters about proposals'),
    permission: 'benefits:write',
    keepsNoReceipt: true,
    auditDetail: ({ programme, area }) => ({ programme, area }),
    input,
    output,
    handle: async (context, asked) => {
      const { rows, left } = await proposalsOf(context, asked);
      if (rows.length === 0) throw noneOpen();
      const isMadeUp = (await readCity(context.tx))?.kind === 'synthetic';
      const drafts = await paymentsWide(context, dependencies, async () => {
        const entered = await dependencies.entered(context);
        const made = [];
        for (const row of rows)
          made.push({ row, draft: await written(context, dependencies, { row, entered }) });
        return made;
      });
      const names = await nameDivisions(context.tx, [...new Set(rows.map((row) => row.area_code))]);
      const letters = drafts.flatMap(({ draft }) => {
        if (!draft) return [];
        const { area, ...letter } = draft;
        return [proposalLetter({ ...letter, isMadeUp, village: names.get(area) ?? area }, asked.locale)];
      });
      const fileName = `jiahu-letters-${dependencies.casework.today()}.pdf`;
      const pdf = letters.length === 0 ? null : await writeLetters('Jiahu', letters);
      return {
        letters: letters.length,
        left,
        notNow: drafts
          .filter(({ draft }) => draft === null)
          .map(({ row }) => ({ personId: row.person_id, entitlementId: row.entitlement_id })),
        document: pdf && { fileName, content: pdf.toString('base64') },
      };
    },
  });
