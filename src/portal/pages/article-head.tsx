/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { View } from '../page.ts';

/** Title, time and source of an article, as its page tags say them too. */
export const ArticleHead = ({
  view,
  title,
  published,
  source,
}: {
  readonly view: View;
  readonly title: string;
  readonly published: string;
  readonly source: string;
}) => (
  <header class="article-header">
    <h1>{title}</h1>
    <dl class="facts">
      <div>
        <dt>{view.say('published')}</dt>
        <dd>
          <time>{published}</time>
        </dd>
      </div>
      <div>
        <dt>{view.say('source')}</dt>
        <dd>{source}</dd>
      </div>
    </dl>
  </header>
);
