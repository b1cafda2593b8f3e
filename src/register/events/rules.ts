import { type CalendarDate, type Text, text } from '../../language/index.ts';
import { DomainError, failure } from '../../platform/index.ts';
import type { Places } from '../person.ts';
import type { Party } from './definition.ts';

const CHECK = text('请核对所填的人和日期。', 'Check the persons and the date.');

/** A rule that the answers break, whatever is recorded next. */
export const impossible = (zh: string, en: string, remedy: Text = CHECK) =>
  failure('conflict', text(zh, en), remedy);

/** Refuses a form that lacks, or contradicts itself in, one field. */
export function requireField(holds: boolean, field: string): asserts holds {
  if (holds) return;
  throw new DomainError({
    code: 'invalid_input',
    field,
    message: text(
      `字段 ${field} 缺失或与其他内容矛盾。`,
      `Field ${field} is missing or contradicts the rest.`,
    ),
    remedy: text('请补充或更正后重新提交。', 'Add or correct it, and send it again.'),
  });
}

/** The day on which somebody born on `birthDate` is `years` old; born on 29 February: on 1 March of common years. */
export function birthdayAt(birthDate: CalendarDate, years: number): string {
  const year = String(Number(birthDate.slice(0, 4)) + years);
  const leap = new Date(`${year}-02-29T00:00:00Z`).toISOString().startsWith(`${year}-02-29`);
  return birthDate.endsWith('-02-29') && !leap ? `${year}-03-01` : `${year}${birthDate.slice(4)}`;
}

export const isAged = ({ attributes }: Party, years: number, on: CalendarDate): boolean =>
  on >= birthdayAt(attributes.birthDate, years);

/** Alive on that day; somebody who dies that day still is. */
export const isAliveOn = ({ life, attributes }: Party, on: CalendarDate): boolean =>
  attributes.birthDate <= on && (life.deathDate === null || life.deathDate >= on);

/** Where somebody is on the day; who died that day, where they died. */
export function placesOn({ life }: Party): Places {
  if (life.deathDate === null) return life.places;
  const last = (population: keyof Places) =>
    life.spells.findLast((spell) => spell.population === population && spell.to === life.deathDate)
      ?.village ?? null;
  return { registered: last('registered'), resident: last('resident') };
}
