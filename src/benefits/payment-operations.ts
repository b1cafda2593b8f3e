import { actOnEntitlement } from './operations/act-on-entitlement.ts';
import { approveBatch } from './operations/approve-batch.ts';
import { cancelBatch } from './operations/cancel-batch.ts';
import { changeAccount } from './operations/change-account.ts';
import { checkLedger } from './operations/check-ledger.ts';
import { confirmYear } from './operations/confirm-year.ts';
import { createBatch } from './operations/create-batch.ts';
import { decideArrears } from './operations/decide-arrears.ts';
import { exportBatch } from './operations/export-batch.ts';
import { findArrears } from './operations/find-arrears.ts';
import { findChanges } from './operations/find-changes.ts';
import { findOverpayments } from './operations/find-overpayments.ts';
import { forgetAccounts } from './operations/forget-accounts.ts';
import { listBatches } from './operations/list-batches.ts';
import { forgetDeclarations, listDeclarations } from './operations/list-declarations.ts';
import { listEntitlements } from './operations/list-entitlements.ts';
import { listNotices } from './operations/list-notices.ts';
import { listPaymentsOfPerson } from './operations/list-payments-of-person.ts';
import { listRecords } from './operations/list-records.ts';
import { noteArrears } from './operations/note-arrears.ts';
import { postNotice } from './operations/post-notice.ts';
import { proposeEntitlements } from './operations/propose-entitlements.ts';
import { readApplication } from './operations/read-application.ts';
import { readBatch } from './operations/read-batch.ts';
import { readEntitlement } from './operations/read-entitlement.ts';
import { readProgress } from './operations/read-progress.ts';
import { readReturnFile } from './operations/read-return-file.ts';
import { reconcileBatch } from './operations/reconcile-batch.ts';
import { answerObjection, readNotice, recordObjection } from './operations/record-objection.ts';
import { recordProject, voidRecord } from './operations/record-project.ts';
import { recordTold } from './operations/record-told.ts';
import { writeProposalLetters } from './operations/write-proposal-letters.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';

/** Everything that can be done with entitlements and payments. */
export const paymentOperations = (dependencies: PaymentDependencies) => [
  proposeEntitlements(dependencies),
  writeProposalLetters(dependencies),
  recordTold(dependencies),
  actOnEntitlement(dependencies),
  changeAccount(dependencies),
  confirmYear(dependencies),
  listEntitlements,
  readEntitlement(dependencies),
  findChanges(dependencies),
  readApplication(dependencies),
  readProgress(dependencies),
  postNotice(dependencies),
  listNotices(dependencies),
  recordObjection(dependencies),
  answerObjection(dependencies),
  readNotice(dependencies),
  listDeclarations,
  forgetDeclarations(dependencies),
  forgetAccounts(dependencies),
  createBatch(dependencies),
  approveBatch(dependencies),
  cancelBatch(dependencies),
  exportBatch(dependencies),
  readReturnFile(dependencies),
  reconcileBatch(dependencies),
  listBatches,
  readBatch(dependencies),
  listPaymentsOfPerson,
  checkLedger(dependencies),
  findOverpayments(dependencies),
  findArrears(dependencies),
  noteArrears(dependencies),
  decideArrears(dependencies),
  recordProject(dependencies),
  voidRecord(dependencies),
  listRecords(dependencies),
];
