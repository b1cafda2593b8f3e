/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { CaseProgress } from '../casework/index.ts';
import { DomainError } from '../platform/index.ts';
import { html } from './answers.tsx';
import { type CaseVisit, isCode, opened } from './case-door.tsx';
import { emptyFields, faultWords } from './fault-words.ts';
import { pathIn, told } from './page.ts';
import { type FaultOf, PlainForm } from './pages/plain-form.tsx';
import { casePath } from './pages/receipt-page.tsx';
import { onceIn, typedForm } from './typed-form.ts';

type Typed = Readonly<Record<string, string>>;
type Action = CaseProgress['actions'][number];

interface Acting {
  readonly visit: CaseVisit;
  readonly progress: CaseProgress;
  readonly action: Action;
}

interface Filled {
  readonly typed: Typed;
  readonly faults: FaultOf;
  readonly once: string;
}

/** The form of what an applicant can do, made from its declared fields. */
function actionForm({ visit, progress, action }: Acting, { typed, faults, once }: Filled) {
  const { view } = visit;
  const label = told(view, action.label);
  const place = casePath(progress.number, `actions/${action.key}`);
  return (
    <PlainForm
      view={view}
      title={label}
      intro={`${told(view, progress.title)} · ${progress.number}`}
      fields={action.fields}
      typed={typed}
      faults={faults}
      action={place}
      submit={view.say('caseConfirm', { action: label })}
      back={casePath(progress.number)}
      hidden={{ once }}
      isPrivate
    />
  );
}

/** The action of the address; one that cannot be taken now leads back to the case. */
function acting(visit: CaseVisit, work: (acting: Acting, secret: string) => Promise<Response> | Response) {
  return opened(visit, (progress, secret) => {
    const { context, view } = visit;
    const action = progress.actions.find((one) => one.key === context.req.param('action'));
    if (!action || !isCode(secret)) return context.redirect(pathIn(view, casePath(progress.number)), 303);
    return work({ visit, progress, action }, secret);
  });
}

export const actionPage = (visit: CaseVisit) =>
  acting(visit, (act) =>
    html(visit.context, actionForm(act, { typed: {}, faults: {}, once: visit.face.dependencies.newKey() })),
  );

/** What the declaration says is wrong, at the field that it names. */
function faultsOf(error: unknown, { visit, action }: Acting, typed: Typed): FaultOf {
  const details = error instanceof DomainError ? error.details : null;
  const field = action.fields.find(({ key }) => key === details?.field);
  if (details?.code !== 'invalid_input' || !field) throw error;
  return { [field.key]: faultWords(visit.view, field, typed[field.key] ?? '') };
}

/** Fields that were left empty are not sent: they have no answer. */
const answered = ({ action }: Acting, typed: Typed): Typed =>
  Object.fromEntries(
    action.fields.map(({ key }) => [key, typed[key] ?? '']).filter(([, value]) => value?.trim() !== ''),
  ) as Typed;

export const takeAction = (visit: CaseVisit) =>
  acting(visit, async (act, code) => {
    const { context, view, face, number } = visit;
    const typed = await typedForm(context);
    const once = typed['once'] ?? '';
    const again = (faults: FaultOf) => html(context, actionForm(act, { typed, faults, once }), 422);
    const empty = emptyFields(act.action.fields, typed);
    if (empty.length > 0)
      return again(Object.fromEntries(empty.map((one) => [one.key, faultWords(view, one, '')])));
    try {
      const sent = { number, code, action: act.action.key, answers: answered(act, typed) };
      await face.dependencies.deskFor(context).act(sent, onceIn(typed));
    } catch (error) {
      return again(faultsOf(error, act, typed));
    }
    return context.redirect(pathIn(view, casePath(number)), 303);
  });
