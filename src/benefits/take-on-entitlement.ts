import { entitlementLife } from '../../policy/programmes/index.ts';
import { asOfficer, type CaseActor } from '../casework/index.ts';
import {
  advance,
  explainAnswer,
  type FormFields,
  formSchema,
  isRefusal,
  type Refusal,
  refuses,
  type Standing,
  type Text,
  text,
} from '../language/index.ts';
import { type ErrorCode, failure, parseInput } from '../platform/index.ts';
import {
  type ActedOnEntitlement,
  type EntitlementChanges,
  entitlementEffects,
} from './entitlement-effects.ts';
import type { KeptAnswers } from './entitlement-tables.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';

/** What is asked for. */
export interface AskedOfEntitlement {
  readonly action: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly acting: CaseActor;
}

export const asHouse: CaseActor = { by: 'system', actor: 'system', rights: new Set() };
export { asOfficer };

const placeOf = ({ step, outcome }: Standing): string => step ?? outcome ?? '';

const refusals: Readonly<Record<Refusal, readonly [ErrorCode, Text, Text]>> = {
  'unknown-action': [
    'not_found',
    text('没有这个操作。', 'There is no such action.'),
    text('请刷新后查看可以做什么。', 'Reload it to see what can be done.'),
  ],
  'not-from-here': [
    'conflict',
    text('按现在的状态不能这样办理。', 'This cannot be done in the state it is in.'),
    text('请刷新后查看可以做什么。', 'Reload it to see what can be done.'),
  ],
  'not-yours': [
    'forbidden',
    text('这一步不由您办理。', 'This step is not yours to take.'),
    text('请由有此权限的人员办理。', 'Ask somebody who may.'),
  ],
  'second-person': [
    'forbidden',
    text('不能审批自己提出的事项。', 'Nobody decides on what they asked for themselves.'),
    text('请由另一名人员办理。', 'Have somebody else decide.'),
  ],
  'too-early': [
    'conflict',
    text('前一步还没有办理。', 'What has to come before has not been done.'),
    text('请先办理前一步。', 'Do that first.'),
  ],
  'too-often': [
    'conflict',
    text('这一步只能办理一次。', 'This can be done once only.'),
    text('请刷新后查看可以做什么。', 'Reload it to see what can be done.'),
  ],
};

const refused = (refusal: Refusal) => failure(...refusals[refusal]);

/** Words are sealed one by one, each in its place. */
function sealWords(
  { vault }: PaymentDependencies,
  { place, fields }: { readonly place: string; readonly fields: FormFields },
  answers: ActedOnEntitlement['answers'],
): KeptAnswers {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [
        key,
        fields[key]?.kind === 'longText'
          ? { sealed: vault.seal(`${place} ${key}`, JSON.stringify(value)) }
          : value,
      ]),
  );
}

interface Written {
  readonly acted: ActedOnEntitlement;
  readonly asked: AskedOfEntitlement;
  readonly next: Standing;
}

async function writeAction({ acted, asked, next }: Written, changes: EntitlementChanges): Promise<void> {
  const { context, dependencies, opened, day } = acted;
  const { row, standing, actions } = opened;
  const seq = actions.length;
  const fields = entitlementLife.actions[asked.action]?.fields ?? {};
  const place = `action ${row.entitlement_id} ${String(seq)}`;
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_entitlement_actions')
    .values({
      person_id: row.person_id,
      entitlement_id: row.entitlement_id,
      seq,
      action: asked.action,
      taken_by: asked.acting.by,
      actor: asked.acting.actor,
      at: context.now(),
      day,
      step_from: standing.step,
      place_to: placeOf(next),
      answers: JSON.stringify(sealWords(dependencies, { place, fields }, acted.answers)),
      area_scope: changes.area_scope ?? row.area_scope,
    })
    .execute();
}

async function writeRow({ acted, next }: Written, changes: EntitlementChanges): Promise<number> {
  const { context, opened } = acted;
  const version = opened.row.version + 1;
  await context.tx
    .withTables<PaymentTables>()
    .updateTable('benefits_entitlements')
    .set({ step: next.step, outcome: next.outcome, version, ...changes })
    .where('person_id', '=', opened.row.person_id)
    .where('entitlement_id', '=', opened.row.entitlement_id)
    .execute();
  return version;
}

export interface ActedEntitlement {
  readonly personId: string;
  readonly entitlementId: string;
  readonly place: string;
  readonly version: number;
}

/**
 * Takes one action on an entitlement that is locked: checks that it may be taken, reads its form, carries out what it
 * does, appends it and brings the row up to date.
 */
export async function takeOnEntitlement(
  on: Pick<ActedOnEntitlement, 'context' | 'dependencies' | 'opened'>,
  asked: AskedOfEntitlement,
): Promise<ActedEntitlement> {
  const { standing, row } = on.opened;
  const refusal = refuses(entitlementLife, standing, { key: asked.action, acting: asked.acting });
  if (refusal) throw refused(refusal);
  const fields = entitlementLife.actions[asked.action]?.fields ?? {};
  const answers = parseInput(formSchema(fields), asked.answers, (field, given) =>
    explainAnswer(fields, field, given),
  );
  const day = on.dependencies.casework.today();
  const next = advance(entitlementLife, standing, {
    action: asked.action,
    by: asked.acting.by,
    actor: asked.acting.actor,
    day,
  });
  if (isRefusal(next)) throw refused(next);
  const acted: ActedOnEntitlement = { ...on, answers, day };
  const changes = (await entitlementEffects[asked.action]?.(acted)) ?? {};
  const written = { acted, asked, next };
  await writeAction(written, changes);
  const version = await writeRow(written, changes);
  return { personId: row.person_id, entitlementId: row.entitlement_id, place: placeOf(next), version };
}
