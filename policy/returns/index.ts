import type { ReturnForm } from '../../src/language/index.ts';
import { cityReturn } from './city.ts';
import { administrationReturn, benefitsReturn, servicesReturn } from './county.ts';
import { townshipReturn, villageReturn } from './grassroots.ts';

export { type DemoTotal, demoSums2013, demoTotals2013, type Spread } from './demo-2013.ts';

/** Every return: figures that come from areas, not from persons. */
export const returnForms: readonly ReturnForm[] = [
  villageReturn,
  townshipReturn,
  benefitsReturn,
  administrationReturn,
  servicesReturn,
  cityReturn,
];
