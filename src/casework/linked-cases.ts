import type { Service } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { compartments, enterCompartment } from './in-compartment.ts';
import type { CaseRow } from './open-case.ts';
import { type CaseworkTables, type Compartment } from './tables.ts';

interface Bundle {
  readonly caseId: string;
  readonly compartment: Compartment;
  /** Of the case itself: most services open nothing else, and then nothing is looked for. */
  readonly service: Pick<Service, 'bundles'>;
}

/** The cases that were opened together with one, for the applicant: in every compartment. */
export async function linkedCases(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { caseId, compartment, service }: Bundle,
): Promise<readonly CaseRow[]> {
  const found: CaseRow[] = [];
  if (service.bundles.length === 0) return found;
  for (const one of compartments) {
    await enterCompartment(context, { ...dependencies, compartment: one });
    const rows = await context.tx
      .withTables<CaseworkTables>()
      .selectFrom('casework_cases')
      .selectAll()
      .where('bundle_id', '=', caseId)
      .execute();
    found.push(...rows);
  }
  await enterCompartment(context, { ...dependencies, compartment });
  return found.toSorted((a, b) => (a.number < b.number ? -1 : 1));
}
