/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { CaseProgress } from '../casework/index.ts';
import { civilMinute } from '../language/index.ts';
import { writePdf } from '../platform/index.ts';
import { html, noSuchPage, viewOf } from './answers.tsx';
import { actionPage, takeAction } from './case-actions.tsx';
import { forgetCaseCookie } from './case-cookie.ts';
import { AskPage, type CaseVisit, enter, isCode, opened } from './case-door.tsx';
import { linesOf } from './certificates.tsx';
import { type Face, page } from './face.tsx';
import { pathIn } from './page.ts';
import { ProgressPage } from './pages/case-pages.tsx';
import { certificateDocument } from './papers.ts';
import { rate, ratePage, thanksPage } from './rating.tsx';

/** What an application for a benefit has led to; nothing is asked of other cases, nor before one is decided. */
async function drawnAfter({ face, context, number }: CaseVisit, progress: CaseProgress, secret: string) {
  if (progress.open) return null;
  const programmes = await face.dependencies.listProgrammes();
  if (!programmes.some(({ service }) => service === progress.service)) return null;
  return (await face.dependencies.deskFor(context).readBenefit({ number, secret })).drawn;
}

const progressPage = (visit: CaseVisit) =>
  opened(visit, async (progress, secret, until) =>
    html(
      visit.context,
      <ProgressPage
        view={visit.view}
        progress={progress}
        drawn={await drawnAfter(visit, progress, secret)}
        mayAct={isCode(secret)}
        until={civilMinute(until)}
      />,
    ),
  );

const certificatePdf = (visit: CaseVisit) =>
  opened(visit, async ({ certificate }) => {
    if (!certificate) throw noSuchPage();
    const { context, face, view } = visit;
    const lines = await linesOf(face.dependencies, view, certificate.shown);
    const pdf = await writePdf(certificateDocument(view, certificate, lines));
    context.header('Content-Type', 'application/pdf');
    context.header('Content-Disposition', `attachment; filename="${certificate.number}.pdf"`);
    return context.body(Uint8Array.from(pdf));
  });

const leave = ({ face, context, view, number }: CaseVisit) => {
  forgetCaseCookie(context, face.dependencies, number);
  return context.redirect(pathIn(view, '/cases'), 303);
};

/** How a case goes on, for whoever has its number and code. No page lists cases. */
export function addCases(face: Face): void {
  const { portal, prefix, dependencies, locale } = face;
  const at =
    (work: (visit: CaseVisit) => Promise<Response> | Response) =>
    (context: Context): Promise<Response> | Response => {
      context.header('Cache-Control', 'no-store');
      const number = context.req.param('number') ?? '';
      return work({ face, context, number, view: viewOf(context, dependencies, locale) });
    };
  page(face, '/cases', (view) => <AskPage view={view} typed={{}} faults={{}} number={null} />);
  portal.post(`${prefix}/cases`, (context) => enter(face, context, null));
  const base = `${prefix}/cases/:number{[0-9-]{1,40}}`;
  portal.get(base, at(progressPage));
  portal.post(base, (context) => enter(face, context, context.req.param('number') ?? null));
  portal.post(`${base}/leave`, at(leave));
  portal.get(`${base}/certificate.pdf`, at(certificatePdf));
  portal.get(`${base}/actions/:action`, at(actionPage));
  portal.post(`${base}/actions/:action`, at(takeAction));
  portal.get(`${base}/rate`, at(ratePage));
  portal.post(`${base}/rate`, at(rate));
  portal.get(`${base}/thanks`, at(thanksPage));
}
