import type { Hono } from 'hono';
import { civilMinute, type Locale } from '../language/index.ts';
import { html, viewOf } from './answers.tsx';
import type { EditionListing, PortalDependencies } from './dependencies.ts';
import type { View } from './page.ts';
import type { Listed } from './pages/simple-pages.tsx';

type Render = (view: View) => Promise<object | string> | object | string;

/** The site in one language. */
export interface Face {
  readonly portal: Hono;
  readonly dependencies: PortalDependencies;
  readonly locale: Locale;
  readonly prefix: string;
  readonly rendered: Map<string, Uint8Array<ArrayBuffer>>;
}

/** A page that depends on the day's list of editions or on a query: rendered each time. */
export function page(face: Face, path: string, render: Render): void {
  face.portal.get(`${face.prefix}${path}`, async (context) => {
    const view = viewOf(context, face.dependencies, face.locale);
    context.header('Cache-Control', 'private, no-cache');
    return html(context, await render(view));
  });
}

/** Editions with the time of publication as it is read. */
export const listed = (editions: readonly EditionListing[]): readonly (Listed & EditionListing)[] =>
  editions.map((one) => ({ ...one, published: civilMinute(new Date(one.publishedAt)) }));
