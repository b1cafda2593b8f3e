import { type SealedTable, sealedTable } from '../platform/index.ts';

/** Answers stand one by one as `{key: {sealed}}` where they are personal, as they are where they are not. */
const sealedAnswer = (place: string, [key, mark]: readonly string[]): string | null =>
  key !== undefined && mark === 'sealed' ? `${place} ${key}` : null;

/** Where sealed values stand in cases. */
export const sealedCasework: readonly SealedTable[] = [
  sealedTable({
    table: 'casework_cases',
    key: { case_id: 'uuid' },
    columns: { answers: ({ case_id }, path) => sealedAnswer(`case ${case_id}`, path) },
  }),
  sealedTable({
    table: 'casework_actions',
    key: { case_id: 'uuid', seq: 'integer' },
    columns: { answers: ({ case_id, seq }, path) => sealedAnswer(`case ${case_id} action ${seq}`, path) },
  }),
  sealedTable({
    table: 'casework_parts',
    key: { case_id: 'uuid', part_id: 'uuid' },
    columns: {
      question: ({ part_id }) => `part ${part_id} question`,
      answer: ({ part_id }) => `part ${part_id} answer`,
    },
  }),
  sealedTable({
    table: 'casework_ratings',
    key: { case_id: 'uuid' },
    columns: { remark: ({ case_id }) => `case ${case_id} rating` },
  }),
  sealedTable({
    table: 'casework_messages',
    key: { case_id: 'uuid', message_id: 'uuid' },
    columns: { recipient: ({ message_id }) => `message ${message_id}` },
  }),
  sealedTable({
    table: 'casework_drafts',
    key: { draft_digest: 'text' },
    columns: { answers: ({ draft_digest }) => `draft ${draft_digest}` },
  }),
];
