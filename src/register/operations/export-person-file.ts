import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, type TransactionContext, writePdf } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { personDocument } from '../person-document.ts';
import { findFile, stateOf, unknownPerson } from '../person-file.ts';
import { EXPORT_ALL, type HeldPerson, heldSection, type PersonHolding } from '../person-holding.ts';
import { openAttributes } from '../seal-attributes.ts';
import { shownPerson, showPerson } from '../show-person.ts';
import type { RegisterTables } from '../tables.ts';

const MOST_ACCESSES = 1000;

const access = z.object({
  at: z.iso.datetime(),
  role: z.string(),
  area: z.string(),
  purpose: z.string(),
  operation: z.string(),
  outcome: z.string(),
});

const request = z.object({
  kind: z.enum(['record', 'correct', 'withdraw', 'transfer', 'erase']),
  form: z.string(),
  reason: z.string(),
  state: z.enum(['requested', 'approved', 'refused']),
  requestedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  decisionReason: z.string().nullable(),
});

export const exportedFile = z.object({
  personId: z.uuid(),
  writtenAt: z.iso.datetime(),
  /** In full: what is sealed is opened. */
  person: shownPerson,
  requests: z.array(request),
  /** Every reading and change of the file, newest first: by which role and for what, not by which clerk. */
  accesses: z.array(access),
  /** What other rooms hold; null when the caller may write out the register's part alone. */
  holdings: z.array(heldSection).nullable(),
});

const output = exportedFile.extend({
  /** The same on paper, when it was asked for. */
  document: z.object({ fileName: z.string(), content: z.base64() }).nullable(),
});

async function requestsOf(context: TransactionContext, personId: string) {
  const rows = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_requests')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('requested_at')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    form: row.form_key,
    reason: row.reason,
    state: row.state,
    requestedAt: row.requested_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
  }));
}

async function accessesOf(context: TransactionContext, personId: string) {
  const rows = await context.tx
    .selectFrom('platform_audit')
    .selectAll()
    .where('subject_id', '=', personId)
    .orderBy('at', 'desc')
    .limit(MOST_ACCESSES)
    .execute();
  return rows.map((row) => ({
    at: row.at.toISOString(),
    role: row.actor_role,
    area: row.actor_area,
    purpose: row.purpose,
    operation: row.operation,
    outcome: row.outcome,
  }));
}

export interface ExportDependencies extends RegisterDependencies {
  /** What the rooms above hold of a person, in the order in which it is told. */
  readonly holdings: readonly PersonHolding[];
}

async function holdingsOf(context: TransactionContext, { holdings }: ExportDependencies, person: HeldPerson) {
  if (!context.actor.permissions.has(EXPORT_ALL)) return null;
  const sections = [];
  for (const held of holdings) sections.push(...(await held(context, person)));
  return sections;
}

/**
 * All that the register holds of one person, in full, for that person: the copy that articles 44 and 45 of the
 * Personal Information Protection Law give a right to. Needs a reason (who asked, how they proved who they are), which
 * is logged. Cases and health records come with it for whoever has the further right that they ask for.
 */
export const exportPersonFile = (dependencies: ExportDependencies) =>
  defineOperation({
    name: 'register/export-person-file',
    kind: 'command',
    summary: text(
      '导出本人的全部登记信息',
      "Write out all that is held of a person, at that person's request",
    ),
    permission: 'register:export',
    keepsNoReceipt: true,
    auditDetail: ({ reason }) => ({ reason }),
    input: z.object({
      personId: z.uuid(),
      reason: z
        .string()
        .trim()
        .min(4)
        .max(200)
        .describe('who asked for it, and how they proved who they are'),
      format: z.enum(['json', 'pdf']).default('json'),
      locale: z.enum(['zh', 'en']).default('zh'),
    }),
    output,
    handle: async (context, { personId, format, locale }) => {
      const file = await findFile(context, personId);
      if (!file) throw unknownPerson();
      const { vault } = dependencies;
      const { attributes } = stateOf(file);
      const clear = openAttributes({ vault, personId }, attributes);
      const written = exportedFile.parse({
        personId,
        writtenAt: context.now().toISOString(),
        person: { ...showPerson(file, {}, vault), ...clear },
        requests: await requestsOf(context, personId),
        accesses: await accessesOf(context, personId),
        holdings: await holdingsOf(context, dependencies, { personId, sex: attributes.sex }),
      });
      if (format === 'json') return { ...written, document: null };
      const pdf = await writePdf(personDocument(written, locale));
      return {
        ...written,
        document: { fileName: `jiahu-${personId}.pdf`, content: pdf.toString('base64') },
      };
    },
  });
