import type { CaseDetail } from '../../casework/index.ts';
import type { Wording } from '../messages.ts';

/** What an action has changed, in sentences: from the case before and the case as it is then. */
export function whatChanged(
  before: CaseDetail,
  after: CaseDetail,
  { say, read }: Wording,
): readonly string[] {
  const nothing = say('nothing');
  const pairs = [
    ['stateChanged', read(before.state.label), read(after.state.label)],
    ['assigneeChanged', before.assignee ?? nothing, after.assignee ?? nothing],
    ['dueChanged', before.closeDue ?? nothing, after.closeDue ?? nothing],
  ] as const;
  return pairs.filter(([, from, to]) => from !== to).map(([key, from, to]) => say(key, { from, to }));
}
