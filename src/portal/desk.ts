import type { Context } from 'hono';
import type { Townships } from '../areas/index.ts';
import type { BenefitProgress } from '../benefits/index.ts';
import type {
  CaseProgress,
  DraftState,
  Receipt,
  ServiceGuide,
  ServiceList,
  VerifiedCertificate,
} from '../casework/index.ts';
import type { VerifiedOfficer } from '../identity/index.ts';

export type ListedService = ServiceList['services'][number];
export type ArchivedService = ServiceList['archived'][number];
export type County = Townships['counties'][number];

export interface Place {
  readonly code: string;
  readonly name: string;
}

/** Number and second factor, as somebody without an account shows them. */
export interface ShownCase {
  readonly number: string;
  readonly secret: string;
}

type Typed = Readonly<Record<string, string>>;

/** What somebody before the counter can have done; each call is made in the name of the public. */
export interface Desk {
  readonly keepDraft: (draft: {
    readonly token?: string;
    readonly service: string;
    readonly answers: Typed;
  }) => Promise<DraftState>;
  readonly readDraft: (token: string) => Promise<DraftState>;
  /** A form that is begun with the personal answers of one that was filed under `earlier`. */
  readonly beginWithEarlier: (from: {
    readonly earlier: string;
    readonly service: string;
  }) => Promise<DraftState>;
  /** Files the draft; one that is filed already answers its receipt. */
  readonly fileDraft: (token: string) => Promise<Receipt>;
  readonly readProgress: (shown: ShownCase) => Promise<CaseProgress>;
  /** What an application for a benefit has led to. */
  readonly readBenefit: (shown: ShownCase) => Promise<BenefitProgress>;
  readonly act: (
    act: { readonly number: string; readonly code: string; readonly action: string; readonly answers: Typed },
    once: string | undefined,
  ) => Promise<void>;
  readonly rate: (
    rating: { readonly number: string; readonly code: string } & Typed,
    once: string | undefined,
  ) => Promise<{ readonly reopened: boolean }>;
  readonly verifyCertificate: (shown: {
    readonly number: string;
    readonly code: string;
  }) => Promise<VerifiedCertificate>;
  readonly verifyOfficer: (card: {
    readonly account: string;
    readonly code: string;
  }) => Promise<VerifiedOfficer>;
}

/** What the pages of services and cases are made from. */
export interface ServiceDependencies {
  readonly listServices: () => Promise<ServiceList>;
  readonly readService: (key: string) => Promise<ServiceGuide>;
  readonly listCounties: () => Promise<readonly County[]>;
  readonly listVillages: (township: string) => Promise<readonly Place[]>;
  /** The counter as the caller of this request stands before it. */
  readonly deskFor: (context: Context) => Desk;
  readonly cookies: {
    /** Whether the public reaches the site by TLS alone. */
    readonly secure: boolean;
    readonly seal: (place: string, clear: string) => string;
    /** Null for what was not sealed here, or not for that place. */
    readonly open: (place: string, sealed: string) => string | null;
  };
  /** A key by which a form that is sent twice is known as one. */
  readonly newKey: () => string;
  readonly now: () => Date;
}
