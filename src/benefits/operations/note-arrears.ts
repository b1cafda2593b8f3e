import { sql } from 'kysely';
import { z } from 'zod';
import { type AreaCode, areaInput, areaRange, text } from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { givenMonths, type Owing, owedAmong } from '../arrears.ts';
import { openEntitlement } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';
import { areaOf, findProgramme } from '../rules.ts';

const input = z.object({
  programme: z.string().max(60),
  /** Everybody of whom something was found there; by default in the whole area of the officer. */
  area: areaInput.optional(),
  /** One entitlement alone. */
  personId: z.uuid().optional(),
  entitlementId: z.uuid().optional(),
  /** What was shown: when anything else is found, nothing is noted. */
  fen: z.coerce.number().int().min(1),
  document: z.string().trim().min(4).max(200).describe('number and title of the document, or the decision'),
});
type Asked = z.output<typeof input>;

const otherThanShown = () =>
  new DomainError({
    code: 'conflict',
    field: 'fen',
    message: text(
      '现在查到的应补发金额与您看到的不同，或者已有人记录。',
      'What is owed now is not what you were shown, or somebody has noted it already.',
    ),
    remedy: text('请刷新，核对后再记录。', 'Reload it, look, and note it then.'),
  });

const halfNamed = () =>
  failure(
    'invalid_input',
    text(
      '只记录一人时，须同时指明人员和待遇。',
      'Of one person alone, both person and entitlement are named.',
    ),
    text('请从列表中选择。', 'Choose from the list.'),
  );

interface Written {
  readonly people: number;
  readonly months: number;
  readonly fen: number;
}

interface Noting {
  readonly asked: Asked;
  readonly owing: Owing;
  readonly area: AreaCode;
}

/** Each month is noted from what was granted of it: who comes second finds the key taken. */
async function writeMonths(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { owing, decisionId }: { readonly owing: Owing; readonly decisionId: string },
): Promise<Written> {
  const { rows } = await sql<Written>`
    WITH written AS (
      INSERT INTO benefits_arrears
        (person_id, programme, month, paid_fen, entitlement_id, decision_id, fen, area_scope)
      SELECT person_id, programme, month, granted, entitlement_id, ${decisionId}::uuid, fen, area_scope
      FROM (${owedAmong(await givenMonths(context, dependencies, owing), owing)}) owed ORDER BY person_id, month
      ON CONFLICT DO NOTHING RETURNING person_id, fen
    ) SELECT count(DISTINCT person_id)::integer AS people, count(*)::integer AS months,
      coalesce(sum(fen), 0)::bigint AS fen FROM written`.execute(context.tx);
  return rows[0] ?? { people: 0, months: 0, fen: 0 };
}

async function note(context: TransactionContext, dependencies: PaymentDependencies, noting: Noting) {
  const { asked, owing, area } = noting;
  const decisionId = context.newId();
  const written = await writeMonths(context, dependencies, { owing, decisionId });
  if (written.fen !== asked.fen) throw otherThanShown();
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_arrears_decisions')
    .values({
      decision_id: decisionId,
      programme: asked.programme,
      area_code: area,
      ...written,
      document: asked.document,
      noted_on: dependencies.casework.today(),
      noted_by: context.actor.name,
      decided_as: null,
      decided_on: null,
      decided_by: null,
      area_scope: area,
    })
    .execute();
  return { decisionId, ...written };
}

/** One entitlement lies where it lies; everybody, in the area that was asked for. */
async function areaAsked(context: TransactionContext, { area, personId, entitlementId }: Asked) {
  if ((personId === undefined) !== (entitlementId === undefined)) throw halfNamed();
  if (personId === undefined || entitlementId === undefined) return areaOf(context, area);
  const { row } = await openEntitlement(context, { personId, entitlementId, lock: false });
  return row.area_scope;
}

/**
 * A person notes what is owed for months of earlier lists, of one entitlement or of everybody who was found. Nothing is
 * paid by it: another person decides.
 */
export const noteArrears = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/note-arrears',
    kind: 'command',
    summary: text('记录应补发', 'Note arrears'),
    permission: 'benefits:write',
    auditDetail: ({ programme, area, fen, document }) => ({ programme, area, fen, document }),
    input,
    output: z.object({
      decisionId: z.uuid(),
      people: z.number().int(),
      months: z.number().int(),
      fen: z.number().int(),
    }),
    handle: async (context, asked) => {
      const programme = findProgramme(dependencies, asked.programme);
      const area = await areaAsked(context, asked);
      const { personId, entitlementId } = asked;
      const owing = { programme, ranges: [areaRange(area)], personId, entitlementId };
      return paymentsWide(context, dependencies, () => note(context, dependencies, { asked, owing, area }));
    },
  });
