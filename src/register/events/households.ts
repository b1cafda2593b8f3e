import {
  type CalendarDate,
  dateField,
  householdField,
  optional,
  personField,
  personsField,
  text,
} from '../../language/index.ts';
import {
  defineEvent,
  type Household,
  type Party,
  type Plan,
  type PlannedEvent,
  type World,
} from './definition.ts';
import { relationToHead } from './kin.ts';
import { impossible, placesOn, requireField } from './rules.ts';

const SOURCE = text(
  '《中华人民共和国户口登记条例》第五条、第十九条',
  'Regulations on Household Registration, arts. 5 and 19',
);
const date = dateField(text('日期', 'date'));
const household = householdField(text('家庭户', 'household'));

interface Joining {
  readonly householdId: string;
  readonly head: Party;
  readonly members: readonly Party[];
  readonly date: CalendarDate;
}

/** One record for each member whose household or relation to the head becomes another. */
const settle = ({ householdId, head, members, date: on }: Joining): readonly PlannedEvent[] =>
  members
    .map((one) => ({ one, relation: relationToHead(head, one, members) }))
    .filter(
      ({ one, relation }) => one.attributes.household !== householdId || one.attributes.relation !== relation,
    )
    .map(({ one, relation }) => ({
      personId: one.personId,
      kind: 'household_change',
      date: on,
      changes: { household: householdId, relation },
    }));

function planOf(events: readonly PlannedEvent[], rest: Omit<Plan, 'events'> = {}): Plan {
  const [first, ...others] = events;
  if (!first) throw impossible('家庭户没有任何变化。', 'Nothing in the household changes.');
  return { events: [first, ...others], ...rest };
}

const memberOf = ({ members }: Household, personId: string): Party => {
  const found = members.find((one) => one.personId === personId);
  if (found) return found;
  throw impossible('所填的人当日不在这个家庭户里。', 'Somebody named is not in this household on that day.');
};

/** Head first, so that the record of the form is the one of the head. */
const headFirst = (head: Party, members: readonly Party[]) => [
  head,
  ...members.filter((one) => one.personId !== head.personId),
];

/** Where a new household is: where its head is registered, otherwise where the head lives. */
function placeOf(head: Party) {
  const { registered, resident } = placesOn(head);
  const village = registered ?? resident;
  if (village === null) throw impossible('户主当日不在本市。', 'The head is not in the city on that day.');
  return village;
}

export const householdFormation = defineEvent({
  key: 'household-formation',
  operation: 'register/form-household',
  kind: 'household_change',
  title: text('立户', 'New household'),
  definition: text(
    '尚未编入家庭户的人另立一户，其中一人为户主。与户主的关系由父母、婚姻登记推出。',
    'People in no household form one, with one of them as its head. What each is to the head follows from the records of parents and marriages.',
  ),
  source: SOURCE,
  fields: {
    headId: personField(text('户主', 'head')),
    memberIds: optional(personsField(text('其他成员', 'other members'))),
    date,
  },
  holds: { date: 'date' },
  plan: async (world, { headId, memberIds, date: on }) => {
    const head = await world.person(headId, on);
    const others = await partiesOn(
      world,
      (memberIds ?? []).filter((id) => id !== headId),
      on,
    );
    const members = [head, ...others];
    if (members.some((one) => one.attributes.household !== null))
      throw impossible(
        '其中有人已在别的家庭户。',
        'One of them is in a household already.',
        text('请用“分户”或“并入家庭户”。', 'Use the split of a household, or joining one.'),
      );
    return newHousehold(world, { head, members, on });
  },
});

async function partiesOn(world: World, ids: readonly string[], on: CalendarDate): Promise<readonly Party[]> {
  const parties: Party[] = [];
  for (const id of ids) parties.push(await world.person(id, on));
  return parties;
}

interface Founding {
  readonly head: Party;
  readonly members: readonly Party[];
  readonly on: CalendarDate;
  /** What becomes of those who stay behind. */
  readonly behind?: readonly PlannedEvent[];
}

function newHousehold(world: World, { head, members, on, behind = [] }: Founding): Plan {
  const householdId = world.context.newId();
  const events = settle({ householdId, head, members: headFirst(head, members), date: on });
  return planOf([...events, ...behind], {
    households: [{ householdId, headId: head.personId, village: placeOf(head), formedOn: on }],
  });
}

export const householdSplit = defineEvent({
  key: 'household-split',
  operation: 'register/split-household',
  kind: 'household_change',
  title: text('分户', 'Split of a household'),
  definition: text(
    '一部分成员另立一户。原户主离开的，须为留下的人指定新户主。',
    'Some members form a household of their own. When the head leaves, those who stay are given a new one.',
  ),
  source: SOURCE,
  fields: {
    householdId: household,
    memberIds: personsField(text('分出的成员', 'who leaves')),
    headId: personField(text('新户户主', 'head of the new household')),
    stayingHeadId: optional(personField(text('原户新户主', 'new head of those who stay'))),
    date,
  },
  holds: { date: 'date' },
  plan: async (world, { householdId, memberIds, headId, stayingHeadId, date: on }) => {
    requireField(memberIds.includes(headId), 'headId');
    const old = await world.household(householdId, on);
    const leaving = memberIds.map((id) => memberOf(old, id));
    const staying = old.members.filter((one) => !memberIds.includes(one.personId));
    if (staying.length === 0)
      throw impossible('全体成员都分出，不是分户。', 'When everybody leaves, nothing is split.');
    const behind = settleStaying(old, staying, { stayingHeadId, on });
    return newHousehold(world, { head: memberOf(old, headId), members: leaving, on, behind });
  },
});

function settleStaying(
  { householdId, members }: Household,
  staying: readonly Party[],
  { stayingHeadId, on }: { readonly stayingHeadId: string | null; readonly on: CalendarDate },
): readonly PlannedEvent[] {
  const head = staying.find((one) => one.attributes.relation === 'head');
  if (head && stayingHeadId === null) return [];
  const next = staying.find((one) => one.personId === stayingHeadId);
  requireField(next !== undefined, 'stayingHeadId');
  return settle({
    householdId,
    head: next,
    members: staying.filter((one) => members.includes(one)),
    date: on,
  });
}

export const householdMerger = defineEvent({
  key: 'household-merger',
  operation: 'register/merge-households',
  kind: 'household_change',
  title: text('并户', 'Merger of households'),
  definition: text(
    '一户的全体成员并入另一户，原户撤销。',
    'All members of one household join another, and theirs ends.',
  ),
  source: SOURCE,
  fields: {
    householdId: householdField(text('撤销的家庭户', 'household that ends')),
    intoId: householdField(text('并入的家庭户', 'household that they join')),
    date,
  },
  holds: { date: 'date' },
  plan: async (world, { householdId, intoId, date: on }) => {
    requireField(householdId !== intoId, 'intoId');
    const [old, into] = [await world.household(householdId, on), await world.household(intoId, on)];
    return planOf(joined(into, old.members, on));
  },
});

/** The records of those who join a household, with its head as it is. */
function joined(into: Household, joining: readonly Party[], on: CalendarDate): readonly PlannedEvent[] {
  const members = [...into.members, ...joining];
  const head = memberOf(into, headOf(into));
  const ids = new Set(joining.map((one) => one.personId));
  return settle({ householdId: into.householdId, head, members, date: on }).filter((one) =>
    ids.has(one.personId),
  );
}

const headOf = ({ members, headId }: Household): string =>
  members.find((one) => one.attributes.relation === 'head')?.personId ?? headId;

export const householdJoining = defineEvent({
  key: 'household-joining',
  operation: 'register/join-household',
  kind: 'household_change',
  title: text('并入家庭户', 'Joining a household'),
  definition: text(
    '一人编入已有的家庭户，例如婚后编入配偶的户。与户主的关系由登记推出。',
    'Somebody becomes a member of a household, for example of the one of a wife or husband. What they are to the head follows from the records.',
  ),
  source: SOURCE,
  fields: {
    personId: personField(text('本人', 'person')),
    householdId: household,
    date,
  },
  holds: { personId: 'subject', date: 'date', householdId: { attribute: 'household' } },
  plan: async (world, { personId, householdId, date: on }) => {
    const one = await world.person(personId, on);
    return planOf(joined(await world.household(householdId, on), [one], on));
  },
});

export const headChange = defineEvent({
  key: 'head-change',
  operation: 'register/change-head',
  kind: 'household_change',
  title: text('变更户主', 'Change of head'),
  definition: text(
    '户主死亡、迁出或家庭商定时，由另一名成员任户主，全体成员与户主的关系随之重定。',
    'Another member becomes the head: the former one died, left, or the family decided so. What each member is to the head follows.',
  ),
  source: SOURCE,
  fields: { householdId: household, headId: personField(text('新户主', 'new head')), date },
  holds: { date: 'date' },
  plan: async (world, { householdId, headId, date: on }) => {
    const old = await world.household(householdId, on);
    const head = memberOf(old, headId);
    return planOf(settle({ householdId, head, members: headFirst(head, old.members), date: on }));
  },
});
