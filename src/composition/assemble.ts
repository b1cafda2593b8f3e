import { cityArea } from '../../policy/areas/index.ts';
import { demoBenefitValues } from '../../policy/demo/index.ts';
import { programmes } from '../../policy/programmes/index.ts';
import { archivedServices, services } from '../../policy/services/index.ts';
import { divisionOn, listTownships, listVillages, loadDivisions } from '../areas/index.ts';
import {
  assessmentOperations,
  type BenefitsDependencies,
  beforeApplication,
  createEntitlementVault,
  enteredValues,
  followApplication,
  holdAttestedFacts,
  holdBenefits,
  moveBenefitScopes,
  moveFactsWithPerson,
  movePaymentScopes,
  type PaymentDependencies,
  paymentFactViews,
  paymentOperations,
  sealedPaymentTables,
} from '../benefits/index.ts';
import {
  type CaseworkDependencies,
  caseFactViews,
  caseworkOperations,
  createCaseVault,
  holdCases,
  moveCaseScopes,
  sealedCasework,
} from '../casework/index.ts';
import {
  createHealthVault,
  followCase,
  healthFactViews,
  healthOperations,
  holdHealthRecords,
  moveHealthScopes,
  sealedHealth,
} from '../health/index.ts';
import {
  createAccount,
  readOwnCard,
  readSession,
  roles,
  signIn,
  signOut,
  verifyOfficer,
} from '../identity/index.ts';
import { chinaCalendar, civilDate } from '../language/index.ts';
import {
  type Actor,
  actorScope,
  type Context,
  createBlindIndex,
  createExecutor,
  createFieldCipher,
  createRandomBytes,
  type Database,
  type Execute,
  listSnapshots,
  type Operation,
  type OperationRegistry,
  openSnapshot,
  operationRegistry,
  rescope,
  type SealedTable,
  type Surroundings,
  shortCode,
  type TransactionContext,
  uuidV7,
} from '../platform/index.ts';
import {
  documentFactView,
  endDocument,
  listDocuments,
  listEditions,
  listHistoricalSeries,
  publishDocument,
  publishReport,
  readEdition,
} from '../publishing/index.ts';
import {
  applyBoundaryChange,
  checkBalance,
  checkRegister,
  createVault,
  decideRequest,
  decideTransfer,
  exportPersonFile,
  exportPersons,
  findByIdNumber,
  findDuplicates,
  importFile,
  listEventForms,
  listImports,
  listRequests,
  namePersons,
  readFamily,
  readForm,
  readImportTemplate,
  readPerson,
  readRequest,
  recordEvents,
  recordPhone,
  registerFactViews,
  requestCorrection,
  requestErasure,
  requestRecord,
  requestTransfer,
  requestWithdrawal,
  resealFields,
  revealField,
  sealedRegister,
  searchPersons,
  seesPerson,
} from '../register/index.ts';
import {
  approveReturns,
  computeIndicators,
  explainFigure,
  keepCounts,
  listReturnForms,
  listReturns,
  moveReturnScopes,
  readReturnHistory,
  readScorecard,
  returnFactView,
  sendBackReturn,
  submitReturnFile,
  submitReturns,
  takeStatisticsSnapshot,
} from '../statistics/index.ts';
import {
  seedBenefitPayments,
  seedBenefits,
  seedBenefitsToday,
  seedCases,
  seedCity,
  seedReturns,
} from '../synthetic/index.ts';
import { fileAdapter } from './file-adapter.ts';
import type { Ground } from './open-ground.ts';

/** The rooms with their operations, standing on the ground. */
export interface House {
  readonly ground: Ground;
  readonly surroundings: Surroundings;
  readonly registry: OperationRegistry;
  readonly execute: Execute;
  /** The right of whoever may read the data folder. */
  readonly operator: Actor;
  readonly snapshotFolder: string;
  /** Runs `work` as the operator inside one transaction. */
  readonly asOperator: <T>(work: (context: TransactionContext) => Promise<T>) => Promise<T>;
}

export const operator: Actor = {
  accountId: 'operator',
  name: 'operator',
  role: 'operator',
  area: cityArea,
  purpose: roles.operator.purpose,
  permissions: new Set(roles.operator.permissions),
};

const randomBytes = createRandomBytes();
const newId = () => uuidV7(Date.now(), randomBytes(10));

const surroundingsOf = (ground: Ground): Surroundings => ({
  database: ground.database,
  now: () => new Date(),
  newId,
  randomBytes,
  log: ground.log,
  requestDigest: createBlindIndex(ground.secret, 'requests'),
});

/** A service that tells the register something does so for the whole city, whoever carries it out. */
async function asRegistrar(
  context: TransactionContext,
  work: (within: TransactionContext) => Promise<void>,
): Promise<void> {
  const actor: Actor = {
    ...context.actor,
    area: cityArea,
    purpose: roles.registrar.purpose,
    permissions: new Set(roles.registrar.permissions),
  };
  await rescope(context.tx, actorScope(actor));
  await work({ ...context, actor });
}

/** What `wire` gives to rooms that read snapshots. */
interface Wiring {
  readonly ground: Ground;
  readonly database: Database;
  readonly snapshotFolder: string;
  readonly demoAllowed: (callerAddress: string) => boolean;
}

const publicUrlOf = ({ publicUrl, host, port }: Ground['settings']): string =>
  publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;

/** What the rooms give to the statistics compartment of a snapshot. */
export const statisticsViews = [
  ...registerFactViews,
  returnFactView,
  documentFactView,
  ...caseFactViews,
  ...healthFactViews,
  ...paymentFactViews,
] as const;

/** Where sealed values stand, room by room. */
export const sealedTables: readonly SealedTable[] = [
  ...sealedRegister,
  ...sealedCasework,
  ...sealedHealth,
  ...sealedPaymentTables,
];

function operationsOf({ ground, database, snapshotFolder, demoAllowed }: Wiring): readonly Operation[] {
  const today = () => civilDate(new Date());
  const cipher = createFieldCipher(ground.keyring, randomBytes);
  const vault = createVault(cipher, ground.secret);
  const register = { today, vault, alsoFollow: [moveFactsWithPerson({ city: cityArea })] };
  const casework: CaseworkDependencies = {
    services,
    calendar: chinaCalendar,
    today,
    city: cityArea,
    vault: createCaseVault(cipher, ground.secret),
    publicUrl: publicUrlOf(ground.settings),
    isUnit: async ({ tx }, unit) => (await divisionOn(tx, unit, today())) !== null,
    personOf: (context, idNumber) => findByIdNumber(context, idNumber, vault),
    seesPerson,
    recordPhone: (context, left) => asRegistrar(context, (within) => recordPhone(within, register, left)),
    beforeAction: beforeApplication(() => payments),
    afterAction: async (context, taken) => {
      await followCase(context, taken);
      await followApplication(() => payments)(context, taken);
    },
  };
  const payments: PaymentDependencies = {
    casework,
    vault: createEntitlementVault(cipher),
    programmes,
    entered: (context) => enteredValues(context, { demoValues: demoBenefitValues }),
  };
  const officerDigest = createBlindIndex(ground.secret, 'check codes of officers');
  const cards = { today, codeOf: (account: string) => shortCode(officerDigest(account)) };
  const health = { casework, vault: createHealthVault(cipher) };
  const divisions = (context: TransactionContext) => loadDivisions(context.tx);
  const returns = { divisions, today };
  const snapshots = {
    list: (context: TransactionContext) => listSnapshots(context.tx, 'statistics'),
    open: (snapshot: Parameters<typeof openSnapshot>[1]) => openSnapshot(snapshotFolder, snapshot),
  };
  const benefits: BenefitsDependencies = {
    programmes,
    demoValues: demoBenefitValues,
    city: cityArea,
    today,
    database,
    snapshotFolder,
    snapshots: { ...snapshots, list: (context) => listSnapshots(context.tx, 'benefits') },
    divisions,
    seesPerson,
    findPersons: namePersons(register),
  };
  const statistics = { snapshots, divisions, today, counted: keepCounts() };
  return [
    signIn({ demoAllowed }),
    signOut,
    readSession({ today, keyFor: createBlindIndex(ground.secret, 'offline submissions') }),
    createAccount,
    readOwnCard(cards),
    verifyOfficer(cards),
    ...recordEvents(register),
    listEventForms,
    importFile(register),
    readImportTemplate,
    listImports,
    readPerson(register),
    readFamily,
    readRequest(register),
    listVillages({ today }),
    readForm(register),
    searchPersons(register),
    findDuplicates(register),
    revealField(register),
    exportPersonFile({
      ...register,
      holdings: [
        holdCases(casework),
        holdHealthRecords(health),
        holdAttestedFacts(benefits),
        holdBenefits(payments),
      ],
    }),
    exportPersons(register),
    resealFields({ database, cipher, sealed: sealedTables }),
    requestCorrection(register),
    requestWithdrawal(register),
    requestRecord(register),
    requestErasure(register),
    requestTransfer(register),
    listRequests,
    decideRequest(register),
    decideTransfer(register),
    checkRegister(register),
    checkBalance(register),
    applyBoundaryChange({
      ...register,
      alsoMove: [moveReturnScopes, moveCaseScopes, moveHealthScopes, moveBenefitScopes, movePaymentScopes],
    }),
    listTownships({ today }),
    ...caseworkOperations(casework, { archived: archivedServices, adapter: fileAdapter(ground.folder) }),
    ...healthOperations(health),
    ...assessmentOperations(benefits),
    ...paymentOperations(payments),
    takeStatisticsSnapshot({ database, folder: snapshotFolder, views: statisticsViews, today }),
    computeIndicators(statistics),
    readScorecard(statistics),
    explainFigure(statistics),
    publishReport(statistics),
    readEdition,
    listEditions,
    publishDocument,
    endDocument,
    listDocuments,
    listHistoricalSeries,
    listReturnForms,
    submitReturns(returns),
    submitReturnFile(returns),
    listReturns(returns),
    readReturnHistory(returns),
    approveReturns(returns),
    sendBackReturn(returns),
    seedCases({ city: cityArea, divisions, today }),
    seedBenefitPayments({ city: cityArea, divisions, today, payments, benefits }),
    seedBenefitsToday({ city: cityArea, divisions, today, payments, benefits }),
    seedReturns({ city: cityArea, divisions, today }),
    seedBenefits({ database, city: cityArea }),
    seedCity({
      database,
      city: cityArea,
      vault,
      today,
      divisions: (context) => context.transaction((within) => loadDivisions(within.tx)),
    }),
  ] as readonly Operation[];
}

/** Puts the rooms on the ground. */
export function assemble(ground: Ground, demoAllowed: Wiring['demoAllowed']): House {
  const surroundings = surroundingsOf(ground);
  const snapshotFolder = ground.folder.file('snapshots');
  const wiring = { ground, database: ground.database, snapshotFolder, demoAllowed };
  const context: Context = {
    ...surroundings,
    actor: operator,
    callerAddress: 'local',
    progress: () => undefined,
  };
  const scope = actorScope(operator);
  return {
    ground,
    surroundings,
    registry: operationRegistry(operationsOf(wiring)),
    execute: createExecutor(surroundings),
    operator,
    snapshotFolder,
    asOperator: (work) => ground.database.transaction(scope, (tx) => work({ ...context, tx })),
  };
}
