export { type AuditEntry, recordAudit } from './audit/record-audit.ts';
export { type City, type CityKind, readCity, readSeed, type Seed, settleCity } from './city.ts';
export { type DataFolder, openDataFolder, removeIfThere, serverFile, writeWhole } from './data-folder.ts';
export { type BulkTransaction, bulkTransaction } from './database/bulk-load.ts';
export {
  APP_ROLE,
  type ConnectionTarget,
  type Database,
  openDatabase,
  ownerPool,
  rescope,
} from './database/connect.ts';
export { asDomainError, translateDatabaseErrors, violatedConstraint } from './database/database-errors.ts';
export {
  type EmbeddedServer,
  ensureDatabase,
  launchEmbedded,
  UNSAFE_SETTINGS,
} from './database/embedded/launch.ts';
export { insertMany, rowsOf } from './database/insert-many.ts';
export { keyedRead } from './database/keyed-read.ts';
export { type Migration, migrate, readMigrations } from './database/migrate.ts';
export { ensureAppRole, proveRowLevelSecurity } from './database/roles.ts';
export { actorScope, type Scope } from './database/scope.ts';
export { eachAtOnce } from './each-at-once.ts';
export { DomainError, type ErrorCode, type ErrorDetails, errorKinds, failure } from './errors.ts';
export { answerError, createApi, requireSameOrigin, SESSION_COOKIE } from './http/api.ts';
export { createHealth, createMetrics, type Metrics } from './http/health.ts';
export { uuidV7 } from './ids.ts';
export { ensureJobSchema, type Job, type JobQueue, startJobs } from './jobs/jobs.ts';
export { openLog } from './log.ts';
export { type CallOptions, createExecutor, type Execute, type Surroundings } from './operation/execute.ts';
export {
  type Actor,
  type Context,
  defineOperation,
  defineProcess,
  type Operation,
  type ProcessContext,
  type ProcessOperation,
  type Purpose,
  type Transaction,
  type TransactionalOperation,
  type TransactionContext,
} from './operation/operation.ts';
export { parseInput } from './operation/parse-input.ts';
export { type OperationRegistry, operationRegistry } from './operation/registry.ts';
export {
  type PdfDocument,
  type PdfLetter,
  type PdfPart,
  type PdfSection,
  writeLetters,
  writePdf,
} from './pdf/write-pdf.ts';
export { publicActor } from './public-actor.ts';
export { createRandomBytes } from './random-bytes.ts';
export {
  type BlindIndex,
  createBlindIndex,
  createFieldCipher,
  type FieldCipher,
  type Keyring,
  type Sealed,
} from './secrets/field-cipher.ts';
export { addKey, readKeyring } from './secrets/keyring.ts';
export { proveKeys } from './secrets/prove-keys.ts';
export { resealTables, type SealedTable, sealedTable } from './secrets/reseal-tables.ts';
export { CODE_ALPHABET, readCode, shortCode } from './secrets/short-code.ts';
export { isLoopback, parseDatabaseUrl, projectRoot, readSettings, type Settings } from './settings.ts';
export type { FactSource, ResultRow } from './snapshot/fact-source.ts';
export {
  listSnapshots,
  liveSource,
  openSnapshot,
  removeUnfinishedSnapshots,
} from './snapshot/open-snapshot.ts';
export { linkUnder, type SnapshotSource, type SnapshotView } from './snapshot/snapshot-view.ts';
export { type SealedSnapshot, type SnapshotPlan, takeSnapshot } from './snapshot/take-snapshot.ts';
export { readCsv, writeCsv } from './spreadsheet/csv.ts';
export { type Rows, readSpreadsheet, type SheetFormat, writeSpreadsheet } from './spreadsheet/spreadsheet.ts';
export { type PlatformTables, platformTableKinds } from './tables.ts';
