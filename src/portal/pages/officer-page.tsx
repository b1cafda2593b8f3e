/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import type { View } from '../page.ts';

/** What anybody may know of somebody who shows a card. */
export const OfficerPage = ({
  view,
  rows,
}: {
  readonly view: View;
  readonly rows: readonly (readonly [MessageKey, string])[];
}) => (
  <Layout
    view={view}
    title={view.say('officerGenuine')}
    column={{
      name: view.say('officers'),
      type: view.say('services'),
      description: view.say('officersIntro'),
    }}
    crumbs={[
      { label: view.say('home'), path: '/' },
      { label: view.say('officers'), path: '/officers' },
    ]}
    isPrivate
  >
    <h1 class="verdict genuine">{view.say('officerGenuine')}</h1>
    <dl class="facts stacked">
      {rows.map(([label, value]) => (
        <div>
          <dt>{view.say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <p class="note">{view.say('officerNote')}</p>
  </Layout>
);
