import { returnValues } from '../language/index.ts';
import type { SnapshotView } from '../platform/index.ts';

/** What the statistics room gives to snapshots: values of returns that the city has approved. */
export const returnFactView: SnapshotView = {
  view: returnValues,
  select: ({ at }) => `
  SELECT r.area_code AS village, substr(r.area_code, 1, 6) || '000000' AS county, r.form, v.key AS item,
    r.from_date, r.to_date, CAST(v.value AS bigint) AS amount, r.invented
  FROM statistics_returns r, LATERAL jsonb_each_text(r.amounts) AS v (key, value)
  WHERE r.state = 'approved' AND r.approved_level = 'city' AND r.to_date <= DATE '${at}'`,
};
