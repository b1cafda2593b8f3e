import { checkDigit } from '../register/index.ts';
import { dayText } from './days.ts';
import { at, type People } from './people.ts';

/** 5107 90 to 5107 99 are assigned to no county: no living person can have such a number. */
const UNASSIGNED_PREFIX = 510_790;
const PER_PREFIX = 500;

/** Numbers people in order of their index within each day of birth and sex, so that no two are the same. */
export function numberPeople(people: People): (index: number) => string {
  const next = new Map<number, number>();
  const sequence = new Uint16Array(people.count);
  for (let index = 0; index < people.count; index += 1) {
    const key = at(people.birthDay, index) * 2 + at(people.male, index);
    const used = next.get(key) ?? 0;
    sequence[index] = used;
    next.set(key, used + 1);
  }
  return (index) => {
    const number = at(sequence, index);
    const prefix = UNASSIGNED_PREFIX + Math.floor(number / PER_PREFIX);
    const order = (number % PER_PREFIX) * 2 + at(people.male, index);
    const day = dayText(at(people.birthDay, index)).replaceAll('-', '');
    const first17 = `${String(prefix)}${day}${String(order).padStart(3, '0')}`;
    return first17 + checkDigit(first17);
  };
}
