import type { DescribedQuestion } from '../casework/index.ts';
import type { ServiceDependencies } from './desk.ts';
import type { OptionGroup } from './pages/form-controls.tsx';
import { townshipIn, townshipOf } from './shown-answer.ts';

interface Opening {
  readonly question: DescribedQuestion;
  readonly typed: string;
  /** The township whose villages are listed; an empty one asks for another. */
  readonly township: string | undefined;
}

/** What a question is chosen from when that is no part of the form. */
export interface Opened {
  readonly groups?: readonly OptionGroup[];
  readonly township?: string | null;
}

async function townshipGroups({ listCounties }: ServiceDependencies): Promise<readonly OptionGroup[]> {
  return (await listCounties()).map(({ name, townships }) => ({
    label: name,
    options: townships.map((one) => ({ value: one.code, label: one.name })),
  }));
}

/** Villages are chosen in two steps: the township, then one of its villages. */
async function openVillages(dependencies: ServiceDependencies, opening: Opening): Promise<Opened> {
  const wanted = opening.township ?? (opening.typed === '' ? '' : townshipOf(opening.typed));
  const township = townshipIn(await dependencies.listCounties(), wanted);
  if (!township) return { township: null, groups: await townshipGroups(dependencies) };
  const villages = await dependencies.listVillages(township.code);
  const options = villages.map((one) => ({ value: one.code, label: one.name }));
  return { township: township.code, groups: [{ label: township.name, options }] };
}

export async function openQuestion(dependencies: ServiceDependencies, opening: Opening): Promise<Opened> {
  if (opening.question.kind === 'village') return openVillages(dependencies, opening);
  return opening.question.kind === 'township' ? { groups: await townshipGroups(dependencies) } : {};
}

export interface GivenAnswer {
  readonly typed: string;
  readonly township: string | undefined;
  /** Whether only the township of a village was chosen so far. */
  readonly onlyTownship: boolean;
}

export const readAnswer = (
  { key, kind }: DescribedQuestion,
  form: Readonly<Record<string, string>>,
): GivenAnswer => ({
  typed: form[key] ?? '',
  township: form['in'],
  onlyTownship: kind === 'village' && form['step'] === 'township',
});
