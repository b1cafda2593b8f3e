import { sql } from 'kysely';
import { z } from 'zod';
import { type AreaCode, dateInput, text } from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { attestedKinds, factItems } from '../attested-facts.ts';
import { cityWide } from '../city-wide.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { type BenefitsTables, factKinds } from '../tables.ts';

const input = z.object({
  personId: z.uuid(),
  kind: z.enum(factKinds),
  day: dateInput,
  until: dateInput.optional(),
  sex: z.enum(['male', 'female']).optional(),
  adoptedOn: dateInput.optional(),
  grade: z.int().min(1).max(4).optional(),
  gradedFrom: dateInput.optional(),
  gradedTo: dateInput.optional(),
  document: z.string().trim().min(1).max(200).describe('number and date of the document that says so'),
});

type Attested = z.output<typeof input>;

const wrong = (field: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    message: text(zh, en),
    remedy: text('请对照证明文件核对。', 'Check it against the document.'),
    field,
  });

/** What a kind needs is there, and nothing that it does not know. */
function requireFits(fact: Attested, today: string): void {
  const { label, needs, may, until } = attestedKinds[fact.kind];
  for (const field of factItems) {
    const isKnown = [...needs, ...may, ...(until ? ['until'] : [])].includes(field);
    if (fact[field] !== undefined && !isKnown)
      throw wrong(field, `“${label.zh}”没有这一项。`, `“${label.en}” has no such item.`);
    if (fact[field] === undefined && needs.some((needed) => needed === field))
      throw wrong(field, `“${label.zh}”须填写这一项。`, `“${label.en}” needs this item.`);
  }
  if (fact.day > today) throw wrong('day', '日期在今天之后。', 'The day lies in the future.');
  if (fact.until !== undefined && fact.until < fact.day)
    throw wrong('until', '结束日期早于起始日期。', 'It ends before it begins.');
}

const unknownPerson = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有此人。', 'There is no such person in your area.'),
    text('请核对编号。', 'Check the id.'),
  );

interface Scopes {
  readonly registered_scope: AreaCode | null;
  readonly resident_scope: AreaCode | null;
}

/** Who answers for the record of the person answers for what is attested of them. */
async function scopesOf({ tx }: TransactionContext, personId: string): Promise<Scopes> {
  const { rows } = await sql<Scopes>`
    SELECT registered_scope, resident_scope FROM register_persons WHERE person_id = ${personId}`.execute(tx);
  const [row] = rows;
  if (!row) throw unknownPerson();
  return row;
}

async function store(context: TransactionContext, fact: Attested): Promise<string> {
  const factId = context.newId();
  await context.tx
    .withTables<BenefitsTables>()
    .insertInto('benefits_facts')
    .values({
      person_id: fact.personId,
      fact_id: factId,
      kind: fact.kind,
      day: fact.day,
      until: fact.until ?? null,
      sex: fact.sex ?? null,
      adopted_on: fact.adoptedOn ?? null,
      grade: fact.grade ?? null,
      graded_from: fact.gradedFrom ?? null,
      graded_to: fact.gradedTo ?? null,
      document: fact.document,
      invented: false,
      recorded_at: context.now(),
      recorded_by: context.actor.accountId,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawal_reason: null,
      ...(await scopesOf(context, fact.personId)),
    })
    .execute();
  return factId;
}

/** Writes down what the register does not know, by a document: a certificate, a diagnosis, a child of earlier years. */
export const attestFact = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/attest-fact',
    kind: 'command',
    summary: text('登记经核实的待遇事实', 'Attest a fact by a document'),
    permission: 'benefits:write',
    input,
    output: z.object({ personId: z.uuid(), factId: z.uuid() }),
    handle: async (context, fact) => {
      requireFits(fact, dependencies.today());
      if (!(await dependencies.seesPerson(context, fact.personId))) throw unknownPerson();
      const factId = await cityWide(context, dependencies, () => store(context, fact));
      return { personId: fact.personId, factId };
    },
  });
