import type { EntitlementDetail } from '../../benefits/index.ts';
import { callOnce } from '../api.ts';
import type { Asked } from '../health/ask.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { useWording, type Wording } from '../messages.ts';

type Route = NonNullable<EntitlementDetail['account']>['route'];
const routes: readonly Route[] = ['bank-account', 'citizen-card'];

export const routeWords = (route: Route, { say }: Wording): string =>
  say(route === 'bank-account' ? 'route_bank' : 'route_card');

const questions = (wording: Wording): readonly Asked[] => [
  {
    key: 'route',
    label: wording.say('accountRoute'),
    kind: 'choice',
    options: routes.map((value) => ({ value, words: routeWords(value, wording) })),
  },
  { key: 'number', label: wording.say('accountNumber'), kind: 'text', shortest: 8 },
  { key: 'holder', label: wording.say('accountHolder'), kind: 'text' },
];

interface ChangeProps {
  readonly detail: EntitlementDetail;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Another account from now on; what stands on a list already keeps the old one. */
export const ChangeAccountForm = ({ detail, onDone, onCancel }: ChangeProps) => {
  const wording = useWording();
  const { say } = wording;
  const { personId, entitlementId, account } = detail;
  return (
    <SmallForm
      name="account"
      title={say('changeAccount')}
      asked={questions(wording)}
      initial={{ route: account?.route ?? 'bank-account', holder: account?.holder ?? '' }}
      onCancel={onCancel}
      send={async (given, key) => {
        await callOnce('benefits/change-account', { personId, entitlementId, ...given }, key);
        await onDone(say('accountChanged'));
      }}
    >
      <p>{say('changeAccountSays')}</p>
    </SmallForm>
  );
};
