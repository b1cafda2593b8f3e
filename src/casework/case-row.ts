import { z } from 'zod';
import { queues, type Service, textPair } from '../language/index.ts';
import { clocksToday, daysLeft } from './days-left.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import type { CaseRow } from './open-case.ts';

/** What a desk sees of a case in a list and at the head of its page. */
export const caseHead = {
  caseId: z.uuid(),
  number: z.string(),
  service: z.string(),
  title: textPair,
  queue: z.enum(queues).nullable(),
  unit: z.string(),
  /** Null: the applicant gave no name. */
  applicant: z.string().nullable(),
  restricted: z.boolean(),
  distress: z.boolean(),
  channel: z.string(),
  receivedOn: z.string(),
  replyDue: z.string().nullable(),
  closeDue: z.string().nullable(),
  repliedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  replyLate: z.boolean(),
  closeLate: z.boolean(),
  paused: z.boolean(),
  replyLeft: daysLeft,
  closeLeft: daysLeft,
  assignee: z.string().nullable(),
};

export const headOf = (
  row: CaseRow,
  service: Service,
  dependencies: Pick<CaseworkDependencies, 'today' | 'calendar'>,
) => ({
  caseId: row.case_id,
  number: row.number,
  service: row.service,
  title: service.title,
  queue: row.queue,
  unit: row.area_scope,
  applicant: row.applicant_name,
  restricted: row.restricted,
  distress: row.distress,
  channel: row.channel,
  receivedOn: row.received_on,
  replyDue: row.reply_due,
  closeDue: row.close_due,
  repliedOn: row.replied_on,
  closedOn: row.closed_on,
  replyLate: row.reply_late,
  closeLate: row.close_late,
  ...clocksToday(service, row, dependencies),
  assignee: row.assignee,
});
