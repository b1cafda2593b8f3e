import type { ArchivedService } from '../language/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { actOnCase } from './operations/act-on-case.ts';
import { answerPart, listParts } from './operations/answer-part.ts';
import { beginWithEarlier } from './operations/begin-with-earlier.ts';
import { computeDeadline } from './operations/compute-deadline.ts';
import { countQueues } from './operations/count-queues.ts';
import { fileCase } from './operations/file-case.ts';
import { findOverdue } from './operations/find-overdue.ts';
import { forgetDrafts } from './operations/forget-drafts.ts';
import { importHotlineCase } from './operations/import-hotline-case.ts';
import { keepDraft, readDraft } from './operations/keep-draft.ts';
import { listCases } from './operations/list-cases.ts';
import { listPersonCases } from './operations/list-person-cases.ts';
import { listServices } from './operations/list-services.ts';
import { rateCase } from './operations/rate-case.ts';
import { readCase } from './operations/read-case.ts';
import { readProgress } from './operations/read-progress.ts';
import { readService } from './operations/read-service.ts';
import { revealAnswer } from './operations/reveal-answer.ts';
import { type MessageAdapter, sendMessages } from './operations/send-messages.ts';
import { verifyCertificate } from './operations/verify-certificate.ts';

/** Everything that can be done with services and cases. */
export const caseworkOperations = (
  casework: CaseworkDependencies,
  { archived, adapter }: { readonly archived: readonly ArchivedService[]; readonly adapter: MessageAdapter },
) => [
  listServices({ ...casework, archived }),
  readService(casework),
  keepDraft(casework),
  readDraft(casework),
  beginWithEarlier(casework),
  fileCase(casework),
  readProgress(casework),
  actOnCase(casework),
  rateCase(casework),
  listCases(casework),
  countQueues,
  readCase(casework),
  listPersonCases(casework),
  revealAnswer(casework),
  listParts(casework),
  answerPart(casework),
  findOverdue(casework),
  forgetDrafts,
  sendMessages(casework, adapter),
  computeDeadline(casework),
  verifyCertificate(casework),
  importHotlineCase(casework),
];
