import type { Context } from 'hono';
import type { ServiceGuide } from '../casework/index.ts';
import type { Text } from '../language/index.ts';
import type { ServiceDependencies } from './desk.ts';
import { readDraftCookie, servicesOfDrafts } from './draft-cookie.ts';

/** A form of another service that this browser filed within the last days. */
export interface EarlierForm {
  readonly service: string;
  readonly title: Text;
  readonly token: string;
}

interface Asked {
  readonly context: Context;
  readonly dependencies: ServiceDependencies;
  readonly service: ServiceGuide;
}

/** What both forms ask of whoever fills them in. */
const sharesQuestions = (one: ServiceGuide, other: ServiceGuide) =>
  one.questions.some(({ key, kind }) => key !== 'township' && isPersonal(kind) && has(other, key, kind));
const isPersonal = (kind: string) => ['name', 'identityNumber', 'phone'].includes(kind);
const has = ({ questions }: ServiceGuide, key: string, kind: string) =>
  questions.some((one) => one.key === key && one.kind === kind);

async function filedForm(
  { context, dependencies, service }: Asked,
  key: string,
): Promise<EarlierForm | null> {
  const kept = readDraftCookie(context, dependencies, key);
  if (!kept || key === service.key) return null;
  const draft = await dependencies
    .deskFor(context)
    .readDraft(kept.token)
    .catch(() => null);
  if (!draft?.filedAs || draft.service !== key) return null;
  const other = await dependencies.readService(key);
  return sharesQuestions(other, service) ? { service: key, title: other.title, token: kept.token } : null;
}

/** A form that this browser has filed and whose personal answers can be used again; null. */
export async function earlierForm(asked: Asked): Promise<EarlierForm | null> {
  const forms = await Promise.all(servicesOfDrafts(asked.context).map((key) => filedForm(asked, key)));
  return forms.find((one) => one !== null) ?? null;
}
