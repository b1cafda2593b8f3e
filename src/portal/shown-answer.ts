import type { DescribedQuestion } from '../casework/index.ts';
import { readTypedDate } from '../language/index.ts';
import type { County, Place, ServiceDependencies } from './desk.ts';
import { told, type View } from './page.ts';

const TOWNSHIP_DIGITS = 9;
/** The township in which a village lies, or that is meant itself. */
export const townshipOf = (code: string): string => `${code.slice(0, TOWNSHIP_DIGITS)}000`;

export const townshipIn = (counties: readonly County[], code: string): Place | undefined =>
  counties.flatMap((county) => county.townships).find((one) => one.code === code);

/** `Fucheng, Chengxiang` for a township; the village with it for a village. */
export async function placeName(
  { listCounties, listVillages }: ServiceDependencies,
  code: string,
): Promise<string> {
  const counties = await listCounties();
  const township = townshipOf(code);
  const county = counties.find((one) => one.townships.some((place) => place.code === township));
  const name = county?.townships.find((one) => one.code === township)?.name;
  if (!county || !name) return code;
  if (code === township) return `${county.name} ${name}`;
  const village = (await listVillages(township)).find((one) => one.code === code);
  return `${county.name} ${village?.name ?? name}`;
}

/** An answer as whoever gave it reads it again. */
export async function shownAnswer(
  dependencies: ServiceDependencies,
  view: View,
  { question, answer }: { readonly question: DescribedQuestion; readonly answer: unknown },
): Promise<string> {
  const typed = typeof answer === 'string' ? answer.trim() : '';
  if (typed === '') return view.say('notAnswered');
  if (question.kind === 'township' || question.kind === 'village') return placeName(dependencies, typed);
  if (question.kind === 'date') return readTypedDate(typed) ?? typed;
  const choice = question.choices.find((one) => one.value === typed);
  return choice ? told(view, choice.label) : typed;
}
