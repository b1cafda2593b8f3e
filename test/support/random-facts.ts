import fc from 'fast-check';
import {
  benefitPersons,
  calendarDate,
  type FactColumn,
  fromDayNumber,
  toDayNumber,
  type Value,
  type Values,
} from '../../src/language/index.ts';

const FIRST = toDayNumber(calendarDate('1925-01-01'));
const LAST = toDayNumber(calendarDate('2027-06-30'));

const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);

function valueOf(name: string, { type, codes }: FactColumn): fc.Arbitrary<Value> {
  if (type === 'date') return anyDay;
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer')
    return name === 'children_beyond' ? fc.constantFrom(0, 0, 1) : fc.integer({ min: 1, max: 4 });
  return codes ? fc.constantFrom(...codes) : fc.constant('x');
}

/** Columns that are known of most people, or else nobody would ever be eligible. */
const OFTEN = [
  'sex',
  'birth_date',
  'registered_from',
  'hukou_kind',
  'child1_birth_date',
  'children_complete_on',
];

const columnOf = ([name, column]: [string, FactColumn]) =>
  [name, fc.option(valueOf(name, column), { nil: null, freq: OFTEN.includes(name) ? 12 : 1 })] as const;

/** Nothing is known of a child whom there is not. */
const withoutNobody = (facts: Values): Values =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const slot = /^child\d_/.exec(name)?.[0];
      return [name, slot !== undefined && facts[`${slot}birth_date`] === null ? null : value];
    }),
  );

/** Facts that need not fit together: the engines have to agree on them all the same. */
export const randomFacts: fc.Arbitrary<Values> = fc
  .record(Object.fromEntries(Object.entries<FactColumn>(benefitPersons.columns).map(columnOf)))
  .map(withoutNobody);
