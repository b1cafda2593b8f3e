import { healthServices } from '../language/index.ts';
import type { SnapshotView } from '../platform/index.ts';

const county = (column: string) => `substr(${column}, 1, 6) || '000000'`;

/** What every part of the view says of a place. */
const place = (table: string) =>
  `${table}.area_code AS village, ${county(`${table}.area_code`)} AS county, ${table}.level`;

/**
 * What the health room gives to statistics: how much of what was given where and when. No name, no case and no person
 * stands in any of the tables that are read here.
 */
export const healthFactViews: readonly SnapshotView[] = [
  {
    view: healthServices,
    select: ({ at }) => `
  SELECT ${place('g')}, g.kind, g.detail, g.day, CAST(NULL AS date) AS ended_on, g.amount
  FROM health_given g WHERE g.day <= DATE '${at}'
  UNION ALL
  SELECT ${place('m')}, 'supply-' || m.way, m.supply, m.day, CAST(NULL AS date), m.quantity
  FROM health_stock_moves m WHERE m.day <= DATE '${at}'
  UNION ALL
  SELECT ${place('i')}, 'incident', i.kind, i.happened_on, CAST(NULL AS date), 1
  FROM health_incidents i WHERE i.happened_on <= DATE '${at}'
  UNION ALL
  SELECT ${place('s')}, 'station', CAST(NULL AS text), s.opened_on, s.closed_on, 1
  FROM health_stations s
  WHERE s.opened_on <= DATE '${at}'
    AND NOT EXISTS (SELECT 1 FROM health_stations o WHERE o.station_id = s.station_id AND o.version > s.version)
  UNION ALL
  SELECT ${place('a')}, 'model-station', CAST(NULL AS text), make_date(a.year, 12, 31), CAST(NULL AS date), 1
  FROM health_assessments a WHERE a.is_model AND a.assessed_on <= DATE '${at}'`,
  },
];
