import { text } from '../language/index.ts';
import { type FactSource, failure, type SealedSnapshot, type TransactionContext } from '../platform/index.ts';
import type { BenefitsDependencies } from './dependencies.ts';

const noSnapshot = () =>
  failure(
    'not_found',
    text('还没有待遇快照。', 'There is no benefits snapshot yet.'),
    text('请先运行 jiahu benefits snapshot。', 'Run jiahu benefits snapshot first.'),
  );

/** The benefits snapshot that reaches furthest; of the same day the one sealed last. */
export async function newestSnapshot(
  context: TransactionContext,
  { snapshots }: Pick<BenefitsDependencies, 'snapshots'>,
): Promise<{ readonly snapshot: SealedSnapshot; readonly source: FactSource }> {
  const all = await snapshots.list(context);
  const snapshot = all.reduce<SealedSnapshot | undefined>(
    (best, one) => (best === undefined || one.at > best.at ? one : best),
    undefined,
  );
  if (!snapshot) throw noSnapshot();
  return { snapshot, source: await snapshots.open(snapshot) };
}
