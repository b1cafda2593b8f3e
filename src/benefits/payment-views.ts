import { confidentialProgrammes } from '../../policy/programmes/index.ts';
import { benefitFacts } from '../language/index.ts';
import type { SnapshotView } from '../platform/index.ts';

const confidential = confidentialProgrammes.map((key) => `'${key}'`).join(', ');
const countyOf = (column: string) => `substr(${column}, 1, 6) || '000000'`;

/** Of families that are never spoken of in public the county alone is told. */
const place = (programme: string, area: string) =>
  `CASE WHEN ${programme} IN (${confidential}) THEN ${countyOf(area)} ELSE ${area} END AS village,
   ${countyOf(area)} AS county`;

/**
 * What benefits give to statistics: sums by place and day, how many people had their first payment of a year on a day,
 * and what records of projects say. No person leaves the room.
 */
export const paymentFactViews: readonly SnapshotView[] = [
  {
    view: benefitFacts,
    select: ({ at }) => `
  WITH paid AS (
    SELECT p.person_id, p.programme, p.area_code, r.day, r.fen,
      row_number() OVER (PARTITION BY p.person_id, p.programme, extract(year FROM r.day)
        ORDER BY r.day, p.batch_id) AS nth
    FROM benefits_payment_results r
    JOIN benefits_payments p
      ON p.person_id = r.person_id AND p.entitlement_id = r.entitlement_id AND p.batch_id = r.batch_id
    WHERE r.result = 'paid' AND r.day <= DATE '${at}'
  ), placed AS (
    SELECT ${place('programme', 'area_code')}, programme, day, fen, nth FROM paid
  )
  SELECT village, county, programme, 'paid' AS item, day, CAST(sum(fen) AS bigint) AS amount
  FROM placed GROUP BY village, county, programme, day
  UNION ALL
  SELECT village, county, programme, 'recipients', day, count(*)
  FROM placed WHERE nth = 1 GROUP BY village, county, programme, day
  UNION ALL
  SELECT ${place('b.project', 'b.area_code')}, b.project, a.key, b.day, CAST(a.value AS bigint)
  FROM benefits_records b CROSS JOIN LATERAL jsonb_each_text(b.amounts) a
  WHERE b.voided_on IS NULL AND b.day <= DATE '${at}'`,
  },
];
