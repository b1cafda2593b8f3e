import type { AreaCode } from '../area-code.ts';
import { type Text, text } from '../text.ts';

/** Where a rule holds: the digits with which the codes of its divisions begin; none for the whole country. */
export interface Place {
  readonly digits: string;
  readonly name: Text;
}

const SHAPE = /^(\d{2}|\d{4}|\d{6}|\d{9})?$/;

/** A place by its significant digits (`51`, `5107`, `510703`); malformed ones are a bug and throw. */
export function place(digits: string, name: Text): Place {
  if (!SHAPE.test(digits)) throw new Error(`not the digits of a place: ${digits}`);
  return { digits, name };
}

export const country = place('', text('全国', 'the whole country'));

/** Whether what holds in `place` holds in the division. */
export const coversArea = ({ digits }: Pick<Place, 'digits'>, area: AreaCode): boolean =>
  area.startsWith(digits);
