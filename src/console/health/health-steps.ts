import type { CaseDetail } from '../../casework/index.ts';
import type { Session } from '../api.ts';
import { CHECKUP } from './services.ts';

/** Steps of a check-up that its record takes by itself: taken alone they would hold no place and keep no follow-up. */
const BY_THE_RECORD: readonly string[] = ['book', 'follow-early', 'follow-outcome'];

/** The case without the steps that go with what is recorded below: nobody enters anything twice. */
export function withoutRecordedSteps(detail: CaseDetail, session: Session): CaseDetail {
  if (detail.service !== CHECKUP || !session.permissions.includes('health:write')) return detail;
  return { ...detail, actions: detail.actions.filter(({ key }) => !BY_THE_RECORD.includes(key)) };
}
