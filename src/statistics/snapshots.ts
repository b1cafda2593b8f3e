import { type CalendarDate, text } from '../language/index.ts';
import { type FactSource, failure, type SealedSnapshot, type TransactionContext } from '../platform/index.ts';

/** Where sealed snapshots are found, given at start. */
export interface Snapshots {
  readonly list: (context: TransactionContext) => Promise<readonly SealedSnapshot[]>;
  readonly open: (snapshot: SealedSnapshot) => Promise<FactSource>;
}

const noSnapshot = (through: CalendarDate, latest: CalendarDate | undefined) =>
  failure(
    'not_found',
    text(`没有包含 ${through} 的快照。`, `There is no snapshot that reaches to ${through}.`),
    latest
      ? text(
          `现有快照截至 ${latest}；请选择更早的年份，或运行 jiahu snapshot。`,
          `The newest reaches to ${latest}; choose an earlier year or run jiahu snapshot.`,
        )
      : text('请先运行 jiahu snapshot --at 日期。', 'Run jiahu snapshot --at DATE first.'),
  );

/** The newest sealed snapshot that holds everything up to `through`. */
export async function latestThrough(
  context: TransactionContext,
  snapshots: Snapshots,
  through: CalendarDate,
): Promise<{ readonly snapshot: SealedSnapshot; readonly source: FactSource }> {
  const all = await snapshots.list(context);
  const snapshot = all.find((one) => one.at >= through);
  if (!snapshot)
    throw noSnapshot(
      through,
      all
        .map((one) => one.at)
        .sort()
        .at(-1),
    );
  return { snapshot, source: await snapshots.open(snapshot) };
}
