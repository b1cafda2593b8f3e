import type {
  BatchDetail,
  BatchList,
  CheckedLedger,
  DeclarationList,
  EntitlementDetail,
  EntitlementList,
  FactKindList,
  Forecast,
  FoundArrears,
  FoundChanges,
  FoundOverpayments,
  FoundPeople,
  NoticeOfCase,
  PersonFacts,
  PersonPayments,
  ProgrammeList,
  ProgrammePage,
  ReadApplication,
  Reconciled,
  RecordList,
  ShownDecision,
  Trial,
  ValueList,
} from '../../benefits/index.ts';

export type Batch = BatchList['batches'][number];
export type Counts = Trial['inForce'];

/** Everybody of an area under the programmes of a day. */
export interface Assessment {
  readonly at: string;
  readonly knownAt: string;
  readonly area: string;
  readonly snapshot: { readonly at: string };
  readonly programmes: Readonly<Record<string, Counts>>;
  readonly withoutValues: Readonly<Record<string, readonly { parameter: string; day: string }[]>>;
  readonly notInForce: readonly string[];
}

export interface Explained extends ShownDecision {
  readonly programme: string;
  readonly at: string;
  readonly knownAt: string;
  readonly area: string;
}

/** People of a township or village who may be entitled. */
export interface EligibleList {
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly village: string;
    readonly outcome: ShownDecision['outcome'];
    readonly variant: string | null;
    readonly isKnown: boolean;
  }[];
}

interface EntitlementKey {
  readonly personId: string;
  readonly entitlementId: string;
}

export interface ReadReturn {
  readonly lines: number;
  readonly paid: number;
  readonly failed: number;
  readonly paidFen: number;
  readonly failedFen: number;
  readonly known: number;
  readonly unreadable: readonly number[];
  readonly mismatched: readonly number[];
}

/** Letters about proposals, as they are printed. */
export interface Letters {
  readonly letters: number;
  readonly left: number;
  readonly notNow: readonly EntitlementKey[];
  readonly document: { readonly fileName: string; readonly content: string } | null;
}

/** What the operations of benefits answer. */
export interface BenefitAnswers {
  readonly 'benefits/list-programmes': ProgrammeList;
  readonly 'benefits/read-programme': ProgrammePage;
  readonly 'benefits/list-facts': {
    readonly columns: readonly { name: string; type: string; label: { zh: string; en: string } }[];
  };
  readonly 'benefits/explain-eligibility': Explained;
  readonly 'benefits/assess-people': Assessment;
  readonly 'benefits/find-eligible': EligibleList;
  readonly 'benefits/forecast-eligibility': Forecast;
  readonly 'benefits/try-rules': Trial;
  readonly 'benefits/list-values': ValueList;
  readonly 'benefits/enter-value': { readonly valueId: string };
  readonly 'benefits/approve-value': { readonly valueId: string };
  readonly 'benefits/list-facts-of-person': PersonFacts;
  readonly 'benefits/list-fact-kinds': FactKindList;
  readonly 'benefits/find-people': FoundPeople;
  readonly 'benefits/attest-fact': { readonly factId: string };
  readonly 'benefits/withdraw-fact': { readonly factId: string };
  readonly 'benefits/read-application': ReadApplication;
  readonly 'benefits/list-declarations': DeclarationList;
  readonly 'benefits/read-notice': NoticeOfCase;
  readonly 'benefits/post-notice': { readonly maskedName: string; readonly runsUntil: string };
  readonly 'benefits/record-objection': { readonly objectionId: string };
  readonly 'benefits/answer-objection': { readonly objectionId: string };
  readonly 'benefits/list-entitlements': EntitlementList;
  readonly 'benefits/read-entitlement': EntitlementDetail;
  readonly 'benefits/act-on-entitlement': EntitlementKey & { readonly version: number };
  readonly 'benefits/change-account': EntitlementKey;
  readonly 'benefits/confirm-year': { readonly confirmed: number };
  readonly 'benefits/propose-entitlements': {
    readonly proposed: readonly EntitlementKey[];
    readonly alreadyThere: number;
  };
  readonly 'benefits/write-proposal-letters': Letters;
  readonly 'benefits/record-told': { readonly told: number };
  readonly 'benefits/find-changes': FoundChanges;
  readonly 'benefits/find-overpayments': FoundOverpayments;
  readonly 'benefits/find-arrears': FoundArrears;
  readonly 'benefits/note-arrears': {
    readonly decisionId: string;
    readonly people: number;
    readonly months: number;
    readonly fen: number;
  };
  readonly 'benefits/decide-arrears': {
    readonly decisionId: string;
    readonly as: string;
    readonly fen: number;
  };
  readonly 'benefits/list-payments-of-person': PersonPayments;
  readonly 'benefits/list-batches': BatchList;
  readonly 'benefits/read-batch': BatchDetail;
  readonly 'benefits/create-batch': Batch & {
    readonly withoutAccount: number;
    readonly staleRates: boolean;
  };
  readonly 'benefits/approve-batch': Batch;
  readonly 'benefits/cancel-batch': Batch;
  readonly 'benefits/export-batch': {
    readonly fileName: string;
    readonly lines: number;
    readonly fen: number;
    readonly sha256: string;
    readonly content: string;
  };
  readonly 'benefits/read-return-file': ReadReturn;
  readonly 'benefits/reconcile-batch': Reconciled;
  readonly 'benefits/list-records': RecordList;
  readonly 'benefits/record-project': { readonly recordId: string };
  readonly 'benefits/void-record': { readonly recordId: string };
  readonly 'benefits/check-ledger': CheckedLedger;
}
