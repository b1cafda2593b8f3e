import { text } from '../language/index.ts';
import type { HeldSection, PersonHolding } from '../register/index.ts';
import { attestedKinds } from './attested-facts.ts';
import { cityWide } from './city-wide.ts';
import type { BenefitsDependencies } from './dependencies.ts';
import { recordsOf } from './records-of-person.ts';
import type { BenefitsTables } from './tables.ts';

const standing = text('有效', 'stands');
const withdrawn = text('已撤回', 'withdrawn');

/** What was attested of somebody, for that person's own copy: also what was taken back. */
export const holdAttestedFacts =
  (dependencies: Pick<BenefitsDependencies, 'city'>): PersonHolding =>
  async (context, { personId }): Promise<readonly HeldSection[]> => {
    const rows = await cityWide(context, dependencies, async () =>
      context.tx
        .withTables<BenefitsTables>()
        .selectFrom('benefits_facts')
        .selectAll()
        .where('person_id', 'in', await recordsOf(context, personId))
        .orderBy('day')
        .orderBy('fact_id')
        .execute(),
    );
    if (rows.length === 0) return [];
    return [
      {
        title: text('待遇事实', 'Facts for benefits'),
        columns: [
          text('内容', 'what'),
          text('日期', 'day'),
          text('结束日期', 'until'),
          text('等级', 'grade'),
          text('依据', 'document'),
          text('状态', 'state'),
        ],
        rows: rows.map((row) => [
          attestedKinds[row.kind].label,
          row.day,
          row.until ?? '—',
          row.grade === null ? '—' : String(row.grade),
          row.document,
          row.withdrawn_at === null ? standing : withdrawn,
        ]),
      },
    ];
  };
