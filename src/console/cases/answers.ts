import type { Townships } from '../../areas/index.ts';
import type {
  CaseDetail,
  CaseList,
  Deadline,
  DraftState,
  PartList,
  PersonCases,
  QueueCounts,
  Receipt,
  ServiceGuide,
  ServiceList,
} from '../../casework/index.ts';
import type { OwnCard } from '../../identity/index.ts';

/** What the operations on cases answer. */
export interface CaseAnswers {
  readonly 'identity/read-own-card': OwnCard;
  readonly 'areas/list-townships': Townships;
  readonly 'casework/count-queues': QueueCounts;
  readonly 'casework/list-cases': CaseList;
  readonly 'casework/read-case': CaseDetail;
  readonly 'casework/list-person-cases': PersonCases;
  readonly 'casework/act-on-case': { readonly place: string; readonly version: number };
  readonly 'casework/reveal-answer': { readonly value: string };
  readonly 'casework/list-parts': PartList;
  readonly 'casework/answer-part': { readonly partId: string };
  readonly 'casework/list-services': ServiceList;
  readonly 'casework/read-service': ServiceGuide;
  readonly 'casework/compute-deadline': Deadline;
  readonly 'casework/keep-draft': DraftState;
  readonly 'casework/file-case': Receipt;
}
