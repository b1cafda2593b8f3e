import { refuses } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { compartments, enterCompartment } from './in-compartment.ts';
import { linkedCases } from './linked-cases.ts';
import { asSystem, type CaseRow, entitled, type OpenCase, openCase } from './open-case.ts';
import type { CaseworkTables } from './tables.ts';
import { takeAction } from './take-action.ts';

/** Takes an action on a bundle by itself, when its workflow lets the house do so now. */
async function takeOnBundle(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { caseId, action }: { readonly caseId: string; readonly action: string },
): Promise<void> {
  const opened = await openCase(context, dependencies, { caseId, lock: true, reader: entitled });
  const refusal = refuses(opened.service.workflow, opened.standing, { key: action, acting: asSystem });
  if (refusal === null)
    await takeAction({ context, dependencies, opened }, { action, answers: {}, acting: asSystem });
}

/** The cases of a bundle are open: it goes on its way. */
export async function sendOutBundle(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { caseId, service }: { readonly caseId: string; readonly service: string },
): Promise<void> {
  const ways = dependencies.services.find((one) => one.key === service)?.bundleWays;
  if (ways) await takeOnBundle(context, dependencies, { caseId, action: ways.opened });
}

/** The case that others were opened with, wherever it is; the transaction stays in its compartment. */
async function openBundle(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  caseId: string,
): Promise<OpenCase | null> {
  for (const compartment of compartments) {
    await enterCompartment(context, { ...dependencies, compartment });
    const there = await context.tx
      .withTables<CaseworkTables>()
      .selectFrom('casework_cases')
      .select('case_id')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    if (there) return openCase(context, dependencies, { caseId, lock: true, reader: entitled });
  }
  return null;
}

/** Closes a bundle when the last of its cases was closed. */
export async function closeBundle(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { bundle_id: bundleId, compartment }: Pick<CaseRow, 'bundle_id' | 'compartment'>,
): Promise<void> {
  if (bundleId === null) return;
  const bundle = await openBundle(context, dependencies, bundleId);
  const ways = bundle?.service.bundleWays;
  if (bundle && ways) {
    const { service, row } = bundle;
    const of = { caseId: bundleId, compartment: row.compartment, service };
    const members = await linkedCases(context, dependencies, of);
    if (members.every((one) => one.queue === null))
      await takeOnBundle(context, dependencies, { caseId: bundleId, action: ways.allClosed });
  }
  await enterCompartment(context, { ...dependencies, compartment });
}
