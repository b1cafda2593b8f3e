import type { Locale, Text } from '../language/index.ts';
import type { Say } from './messages.ts';

/** How the reader wants to see pages; kept in a cookie, switched by plain links. */
export interface Preferences {
  readonly size: 'normal' | 'large' | 'elder';
  readonly contrast: 'normal' | 'high';
}

export interface Site {
  /** Where the public reaches the site, without a slash at the end. */
  readonly publicUrl: string;
  readonly synthetic: boolean;
  readonly cityName: Text;
}

/** Everything a page needs besides its content. */
export interface View {
  readonly site: Site;
  readonly locale: Locale;
  readonly say: Say;
  readonly preferences: Preferences;
  /** Path without language prefix, `/reports/2013`. */
  readonly path: string;
  /** What stands behind the path, `?q=…`, or nothing. */
  readonly query: string;
  readonly stylesheet: string;
}

const withCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** A text of a declaration as it stands alone on a page; those in English begin with a small letter. */
export const told = ({ locale }: Pick<View, 'locale'>, { zh, en }: Text): string =>
  locale === 'zh' ? zh : withCapital(en);

/** The path of a page in the view's language. */
export const pathIn = ({ locale }: Pick<View, 'locale'>, path: string): string =>
  locale === 'en' ? (path === '/' ? '/en/' : `/en${path}`) : path;

/** The canonical address of the page. */
export const addressOf = (view: View): string =>
  `${view.site.publicUrl}${pathIn(view, view.path)}${view.query}`;

/** What the head of an article says of itself. */
export interface Article {
  readonly title: string;
  /** `YYYY-MM-DD HH:MM` in the city's time. */
  readonly published: string;
  readonly source: string;
  readonly description: string;
  readonly keywords: string;
}

export interface Crumb {
  readonly label: string;
  readonly path: string;
}
