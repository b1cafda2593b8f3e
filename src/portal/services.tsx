/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { html, viewOf } from './answers.tsx';
import { type Face, page } from './face.tsx';
import { GuidePage } from './pages/service-guide.tsx';
import { ArchivedPage, ServicesPage } from './pages/service-pages.tsx';

async function guide({ dependencies, locale }: Face, context: Context) {
  const key = context.req.param('key') ?? '';
  const view = viewOf(context, dependencies, locale);
  context.header('Cache-Control', 'private, no-cache');
  const { archived, services } = await dependencies.listServices();
  const ended = archived.find((one) => one.key === key);
  if (!ended) {
    const service = await dependencies.readService(key);
    const programmes = await dependencies.listProgrammes();
    const programme = programmes.find((one) => one.service === service.key) ?? null;
    return html(context, <GuidePage view={view} service={service} programme={programme} />);
  }
  const replacement = services.find((one) => one.key === ended.replacedBy)?.title ?? ended.title;
  return html(context, <ArchivedPage view={view} archived={ended} replacement={replacement} />);
}

/** What can be asked for, and how. */
export function addServices(face: Face): void {
  const { portal, prefix, dependencies } = face;
  page(face, '/services', async (view) => (
    <ServicesPage view={view} list={await dependencies.listServices()} />
  ));
  portal.get(`${prefix}/services/:key`, (context) => guide(face, context));
}
