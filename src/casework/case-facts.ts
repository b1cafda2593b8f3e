import { caseAmounts, caseFacts } from '../language/index.ts';
import type { SnapshotView } from '../platform/index.ts';

const county = (column: string) => `substr(${column}, 1, 6) || '000000'`;

/** What casework gives to statistics: services, days and outcomes; no name, no number, no answer in words. */
export const caseFactView: SnapshotView = {
  view: caseFacts,
  select: ({ at }) => `
  SELECT c.subject_area AS village, ${county('c.subject_area')} AS county, c.service, c.channel,
    CASE WHEN c.closed_on <= DATE '${at}' THEN c.outcome END AS outcome,
    CASE WHEN r.rated_at < DATE '${at}' + 1 THEN r.satisfied END AS rating,
    c.received_on, CASE WHEN c.closed_on <= DATE '${at}' THEN c.closed_on END AS closed_on, c.close_late AS is_late
  FROM casework_cases c LEFT JOIN casework_ratings r ON r.case_id = c.case_id
  WHERE c.received_on <= DATE '${at}'`,
};

/** Numbers of forms and of actions, by the key of the question. */
export const caseAmountView: SnapshotView = {
  view: caseAmounts,
  select: ({ at }) => `
  SELECT c.subject_area AS village, ${county('c.subject_area')} AS county, c.service, v.key AS item, e.day AS on_date,
    CAST(v.value AS bigint) AS amount
  FROM casework_cases c
  CROSS JOIN LATERAL (
    SELECT c.received_on AS day, c.answers
    UNION ALL SELECT a.day, a.answers FROM casework_actions a WHERE a.case_id = c.case_id
  ) e
  CROSS JOIN LATERAL jsonb_each(e.answers) AS v (key, value)
  WHERE jsonb_typeof(v.value) = 'number' AND e.day <= DATE '${at}'`,
};

export const caseFactViews: readonly SnapshotView[] = [caseFactView, caseAmountView];
