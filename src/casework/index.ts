export { caseFactViews } from './case-facts.ts';
export { caseNumberOf } from './case-number.ts';
export { type CaseVault, createCaseVault } from './case-vault.ts';
export { caseworkOperations } from './casework-operations.ts';
export type { AskedOfCase, CaseworkDependencies, TakenOnCase } from './dependencies.ts';
export type { DescribedQuestion, DescribedService } from './describe-service.ts';
export { answersOf, forgetAnswer } from './forget-answer.ts';
export { moveCaseScopes } from './move-scopes.ts';
export {
  asApplicant,
  asOfficer,
  type CaseActor,
  entitled,
  FILED,
  type OpenCase,
  openCase,
  TAKEN_OVER,
  unknownCase,
} from './open-case.ts';
export { actOnCase } from './operations/act-on-case.ts';
export { answerPart, listParts, type PartList } from './operations/answer-part.ts';
export { computeDeadline, type Deadline } from './operations/compute-deadline.ts';
export { countQueues, type QueueCounts } from './operations/count-queues.ts';
export { fileCase, type Receipt } from './operations/file-case.ts';
export { findOverdue } from './operations/find-overdue.ts';
export { forgetDrafts } from './operations/forget-drafts.ts';
export { importHotlineCase } from './operations/import-hotline-case.ts';
export { type DraftState, keepDraft, readDraft } from './operations/keep-draft.ts';
export { type CaseList, listCases } from './operations/list-cases.ts';
export { listPersonCases, type PersonCases } from './operations/list-person-cases.ts';
export { listServices, type ServiceList } from './operations/list-services.ts';
export { rateCase } from './operations/rate-case.ts';
export { type CaseDetail, readCase } from './operations/read-case.ts';
export { type CaseProgress, readProgress } from './operations/read-progress.ts';
export { readService, type ServiceGuide } from './operations/read-service.ts';
export { revealAnswer } from './operations/reveal-answer.ts';
export { type MessageAdapter, sendMessages } from './operations/send-messages.ts';
export { type VerifiedCertificate, verifyCertificate } from './operations/verify-certificate.ts';
export { holdCases, openCasesOf } from './person-cases.ts';
export { notReached, reachByCode, reachBySecret, type ShownSecret } from './reach-case.ts';
export { sealedCasework } from './sealed-tables.ts';
export { type CaseworkTables, caseworkTableKinds } from './tables.ts';
export { takeAction } from './take-action.ts';
