import { type Field, type Service, type Text, text } from '../language/index.ts';
import type { CaseVault } from './case-vault.ts';
import { openAnswers } from './keep-answers.ts';
import { type ActionRow, FILED, labelOf, TAKEN_OVER } from './open-case.ts';

/** One line of the story of a case. */
export interface ShownAction {
  readonly seq: number;
  readonly action: string;
  readonly label: Text;
  readonly by: ActionRow['taken_by'];
  readonly actor: string;
  readonly at: string;
  readonly place: Text;
  readonly said: readonly {
    readonly key: string;
    readonly label: Text;
    readonly answer: string;
    /** What the answer is called where it was chosen from a list. */
    readonly choice: Text | null;
  }[];
}

const filed = text('提交', 'filed');
const takenOver = text('从以前的记录转入', 'taken over from earlier records');

/** Says who or which other case: not for the applicant. */
const INTERNAL: ReadonlySet<Field['kind']> = new Set(['unit', 'person', 'persons', 'household']);
const INTERNAL_KEYS: ReadonlySet<string> = new Set(['into', 'officer']);

interface Showing {
  readonly service: Service;
  readonly vault: CaseVault;
}

/** An action as officers read it. */
export function showAction({ service, vault }: Showing, row: ActionRow): ShownAction {
  const rule = service.workflow.actions[row.action];
  const place = `case ${row.case_id} action ${String(row.seq)}`;
  const answers = openAnswers({ vault, place }, row.answers);
  return {
    seq: row.seq,
    action: row.action,
    label: rule?.label ?? (row.action === TAKEN_OVER ? takenOver : filed),
    by: row.taken_by,
    actor: row.actor,
    at: row.at.toISOString(),
    place: labelOf(service, row.place_to)?.label ?? filed,
    said: Object.entries(answers).map(([key, answer]) => ({
      key,
      label: rule?.fields[key]?.label ?? text(key, key),
      answer: String(answer),
      choice: rule?.fields[key]?.choices.find(({ value }) => value === answer)?.label ?? null,
    })),
  };
}

/** An action as the applicant reads it; null for what goes on inside. */
export function showToApplicant(showing: Showing, row: ActionRow): ShownAction | null {
  const rule = showing.service.workflow.actions[row.action];
  if (row.action !== FILED && !rule?.tells && row.taken_by !== 'applicant') return null;
  const shown = showAction(showing, row);
  return {
    ...shown,
    label: rule?.tells ?? shown.label,
    actor: '',
    said: shown.said.filter(({ key }) => {
      const kind = rule?.fields[key]?.kind;
      return !INTERNAL_KEYS.has(key) && (kind === undefined || !INTERNAL.has(kind));
    }),
  };
}
