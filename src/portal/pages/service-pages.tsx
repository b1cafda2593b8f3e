/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ServiceList } from '../../casework/index.ts';
import type { Text } from '../../language/index.ts';
import type { ArchivedService } from '../desk.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { pathIn, told, type View } from '../page.ts';
import { ArticleHead } from './article-head.tsx';
import { CHECK } from './benefit-words.ts';
import { servicePath } from './service-frame.tsx';
import { type OfferedGroup, Plain } from './simple-pages.tsx';

const groupKeys: readonly (readonly [string, MessageKey])[] = [
  ['registration', 'groupRegistration'],
  ['benefits', 'groupBenefits'],
  ['voice', 'groupVoice'],
  ['health', 'groupHealth'],
  ['administration', 'groupAdministration'],
];

interface Row {
  readonly key: string;
  readonly title: Text;
  readonly words: string;
}

const Rows = ({ view, rows }: { readonly view: View; readonly rows: readonly Row[] }) => (
  <ul class="service-list">
    {rows.map(({ key, title, words }) => (
      <li>
        <a href={pathIn(view, servicePath(key))}>{told(view, title)}</a>
        <span>{words}</span>
      </li>
    ))}
  </ul>
);

export const ServicesPage = ({ view, list }: { readonly view: View; readonly list: ServiceList }) => (
  <Plain view={view} title={view.say('services')}>
    <p class="intro">{view.say('servicesIntro')}</p>
    <p class="actions">
      <a class="action" href={pathIn(view, CHECK)}>
        {view.say('benefitsCheck')}
      </a>
      <a href={pathIn(view, '/benefits')}>{view.say('benefits')}</a>
      <a href={pathIn(view, '/cases')}>{view.say('cases')}</a>
      <a href={pathIn(view, '/drafts')}>{view.say('drafts')}</a>
      <a href={pathIn(view, '/certificates')}>{view.say('certificates')}</a>
    </p>
    {groupKeys.map(([group, label]) => {
      const rows = list.services
        .filter((one) => one.group === group)
        .map((one) => ({ key: one.key, title: one.title, words: told(view, one.summary) }));
      return rows.length === 0 ? null : (
        <section id={group}>
          <h2>{view.say(label)}</h2>
          <Rows view={view} rows={rows} />
        </section>
      );
    })}
    {list.archived.length > 0 && (
      <section id="archived">
        <h2>{view.say('groupArchived')}</h2>
        <p>{view.say('archivedNote')}</p>
        <Rows
          view={view}
          rows={list.archived.map((one) => ({
            key: one.key,
            title: one.title,
            words: view.say('endedSince', { date: one.endedOn }),
          }))}
        />
      </section>
    )}
  </Plain>
);

/** What citizens can ask for today, by group, as the home page lists it. */
export const offeredGroups = (view: View, { services }: ServiceList): readonly OfferedGroup[] =>
  groupKeys
    .map(([group, label]) => ({
      label,
      services: services
        .filter((one) => one.group === group && one.filedBy === 'citizen' && one.offered)
        .map(({ key, title }) => ({ path: servicePath(key), label: told(view, title) })),
    }))
    .filter(({ services: offered }) => offered.length > 0);

/** A service of the past: what it was, why it ended, what stands in its place. */
export const ArchivedPage = ({
  view,
  archived,
  replacement,
}: {
  readonly view: View;
  readonly archived: ArchivedService;
  readonly replacement: Text;
}) => {
  const title = told(view, archived.title);
  const published = `${archived.endedOn} 00:00`;
  const source = view.say(view.site.synthetic ? 'servicesSource' : 'servicesSourceReal');
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: view.say('services'),
        type: view.say('services'),
        description: view.say('servicesIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('services'), path: '/services' },
      ]}
      article={{ title, published, source, description: told(view, archived.was), keywords: title }}
    >
      <article>
        <ArticleHead view={view} title={title} published={published} source={source} />
        <p class="note">{view.say('endedSince', { date: archived.endedOn })}</p>
        <h2>{view.say('serviceWas')}</h2>
        <p>{told(view, archived.was)}</p>
        <h2>{view.say('serviceEnded')}</h2>
        <p>{told(view, archived.endedBy)}</p>
        <h2>{view.say('serviceReplacedBy')}</h2>
        <p>
          <a class="action" href={pathIn(view, servicePath(archived.replacedBy))}>
            {told(view, replacement)}
          </a>
        </p>
        <h2>{view.say('guideBasis')}</h2>
        <ul class="plain-list">
          {archived.legalBasis.map((one) => (
            <li>
              {told(view, one.title)} · {told(view, one.clause)}
            </li>
          ))}
        </ul>
      </article>
    </Layout>
  );
};
