import {
  addDays,
  type CalendarDate,
  dateField,
  optional,
  type Population,
  personField,
  text,
  textField,
  villageField,
} from '../../language/index.ts';
import { DomainError } from '../../platform/index.ts';
import type { EventKind } from '../person.ts';
import type { EventRecord } from '../records.ts';
import { defineEvent, type World } from './definition.ts';

const RESIDENCE = text(
  '第七次全国人口普查方案（常住人口：居住半年以上）；《中华人民共和国户口登记条例》第十五条',
  'Scheme of the census of 2020 (residents: half a year or more); Regulations on Household Registration, art. 15',
);
const TRANSFER = text(
  '《中华人民共和国户口登记条例》第十条、第十三条',
  'Regulations on Household Registration, arts. 10 and 13',
);
const person = personField(text('本人', 'person'));
const elsewhere = optional(textField(text('去往何处', 'where to'), 100));
const reason = optional(textField(text('原因', 'reason'), 200));

/** Half a year, in days: by the census somebody lives where they have been, or mean to be, that long. */
const HALF_YEAR = 183;

const isResidence = ({ kind, from, to }: EventRecord) => kind === 'move' && from.resident !== to.resident;

/**
 * The half-year rule: a stay between two changes of residence that is shorter was none, unless somebody meant to stay
 * and a reason is given why it came otherwise.
 */
async function requireHalfYear(
  world: World,
  { personId, date, reason: why }: { personId: string; date: CalendarDate; reason: string | null },
): Promise<void> {
  if (why !== null) return;
  const { standing } = await world.person(personId, world.today);
  const near = standing
    .filter(isResidence)
    .find((one) => addDays(one.date, HALF_YEAR) > date && addDays(date, HALF_YEAR) > one.date);
  if (near) throw tooShort(near.date);
}

const tooShort = (date: CalendarDate) =>
  new DomainError({
    code: 'conflict',
    field: 'reason',
    message: text(
      `与 ${date} 的常住地变动相隔不足半年。`,
      `Less than half a year lies between this and the change of residence of ${date}.`,
    ),
    remedy: text(
      '未住满半年也不打算住满的，不是常住地变动：请撤回那一项。原打算住满、后来有变的，请填写原因。',
      'Who neither stayed half a year nor meant to did not change residence: withdraw that record. If it came otherwise than meant, give the reason.',
    ),
  });

/** Arriving somewhere in the city, in one of the two populations. */
const arrival = (population: Population, kind: EventKind) =>
  ({
    kind,
    fields: {
      personId: person,
      date: dateField(text('日期', 'date')),
      to: villageField(text('迁往村（社区）', 'village')),
      reason,
    },
    holds: { personId: 'subject', date: 'date', to: { place: population } },
  }) as const;

/** Leaving the city, in one of the two populations. */
const departure = (kind: EventKind) =>
  ({
    kind,
    fields: { personId: person, date: dateField(text('日期', 'date')), elsewhere, reason },
    holds: { personId: 'subject', date: 'date' },
  }) as const;

export const move = defineEvent({
  key: 'move',
  operation: 'register/record-move',
  title: text('常住地变动（迁入或市内）', 'Change of residence (into or within the city)'),
  definition: text(
    '在新的地方已经居住或打算居住半年以上。只改变常住地，不改变户籍地；从市外回来的也用此表。',
    'Somebody has lived, or means to live, in another place for half a year or more. It changes the place of residence alone; who comes back from outside the city is recorded by it as well.',
  ),
  source: RESIDENCE,
  ...arrival('resident', 'move'),
  plan: async (world, { personId, date, to, reason: why }) => {
    await world.person(personId, date);
    await world.requireVillage(to, date, 'to');
    world.requireReceiving(to);
    await requireHalfYear(world, { personId, date, reason: why });
    return { events: [{ personId, kind: 'move', date, to: { resident: to } }] };
  },
});

export const moveOut = defineEvent({
  key: 'move-out',
  operation: 'register/record-departure',
  title: text('常住地迁出本市', 'Residence outside the city'),
  definition: text(
    '离开本市居住半年以上。户籍地不变。',
    'Somebody lives outside the city for half a year or more. The place of registration stays.',
  ),
  source: RESIDENCE,
  ...departure('move'),
  plan: async (world, { personId, date, reason: why }) => {
    await world.person(personId, date);
    await requireHalfYear(world, { personId, date, reason: why });
    return { events: [{ personId, kind: 'move', date, to: { resident: null } }] };
  },
});

export const hukouTransfer = defineEvent({
  key: 'hukou-transfer',
  operation: 'register/transfer-hukou',
  title: text('户口迁移（迁入或市内）', 'Transfer of registration (into or within the city)'),
  definition: text(
    '户籍地迁到本市另一村（社区），或由市外迁入。不改变常住地。',
    'The place of registration becomes another village of the city, from within or outside it. The place of residence stays.',
  ),
  source: TRANSFER,
  ...arrival('registered', 'hukou_transfer'),
  plan: async (world, { personId, date, to }) => {
    await world.person(personId, date);
    await world.requireVillage(to, date, 'to');
    world.requireReceiving(to);
    return { events: [{ personId, kind: 'hukou_transfer', date, to: { registered: to } }] };
  },
});

export const hukouTransferOut = defineEvent({
  key: 'hukou-transfer-out',
  operation: 'register/transfer-hukou-out',
  title: text('户口迁出本市', 'Transfer of registration out of the city'),
  definition: text(
    '户籍地迁到市外。不改变常住地。',
    'The place of registration is outside the city from then on. The place of residence stays.',
  ),
  source: TRANSFER,
  ...departure('hukou_transfer'),
  plan: async (world, { personId, date }) => {
    await world.person(personId, date);
    return { events: [{ personId, kind: 'hukou_transfer', date, to: { registered: null } }] };
  },
});
