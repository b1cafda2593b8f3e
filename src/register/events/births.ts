import {
  choiceField,
  dateField,
  nameField,
  numberField,
  optional,
  personField,
  text,
  withHelp,
} from '../../language/index.ts';
import { nowhere, type RelationToHead } from '../person.ts';
import { defineEvent, type Party, type World } from './definition.ts';
import { identityFields, identityHolds, newcomer, requireAgreement, sexField } from './identity-fields.ts';
import { impossible, isAged, isAliveOn, placesOn } from './rules.ts';

const UN = text(
  '联合国《生命统计系统原则和建议（第三次修订版）》；《中华人民共和国户口登记条例》第七条',
  'UN, Principles and Recommendations for a Vital Statistics System, Rev. 3; Regulations on Household Registration, art. 7',
);
/** Younger than this nobody has given birth in any register; a typing error is likelier. */
const YOUNGEST_MOTHER = 10;
const notAlive = () =>
  impossible(
    '母亲在该日期不在册。',
    'The mother was not in the register on that day.',
    text(
      '请核对母亲和出生日期；弃婴请用“登记被遗弃儿童”。',
      'Check mother and date of birth; for a foundling, use the form for foundlings.',
    ),
  );

const notHere = () =>
  impossible(
    '母亲在该日期户籍和常住都不在本市，孩子不在本市登记。',
    'On that day the mother neither was registered nor lived in the city: the child is registered elsewhere.',
  );

async function motherOn(world: World, motherId: string, on: Parameters<World['person']>[1]): Promise<Party> {
  const mother = await world.person(motherId, on);
  const possible =
    mother.attributes.sex === 'female' && isAliveOn(mother, on) && isAged(mother, YOUNGEST_MOTHER, on);
  if (!possible || mother.standing.length === 0) throw notAlive();
  return mother;
}

/** A child of the head or of the head's wife or husband is a child; of their child, a grandchild. */
function relationOfChild({ attributes }: Party): RelationToHead | null {
  if (attributes.household === null) return null;
  if (attributes.relation === 'head' || attributes.relation === 'spouse') return 'child';
  return attributes.relation === 'child' ? 'grandchild' : 'other';
}

const motherField = personField(text('母亲', 'mother'));
const fatherField = optional(personField(text('父亲', 'father')));
const pluralityField = withHelp(
  optional(numberField(text('本次胎数', 'children of this delivery'), 1, 9)),
  text('双胞胎填 2，每个孩子各登记一次。', 'Twins: 2, and each child is recorded by itself.'),
);

interface Parents {
  readonly mother: Party;
  readonly fatherId: string | null;
}

async function parentsOn(
  world: World,
  { motherId, fatherId }: { readonly motherId: string; readonly fatherId: string | null },
  on: Parameters<World['person']>[1],
): Promise<Parents> {
  const mother = await motherOn(world, motherId, on);
  const { registered, resident } = placesOn(mother);
  if (registered === null && resident === null) throw notHere();
  if (fatherId === null) return { mother, fatherId };
  const father = await world.person(fatherId, on);
  if (father.attributes.sex !== 'male' || !isAged(father, YOUNGEST_MOTHER, on))
    throw impossible('父亲的登记与此不符。', 'What is recorded of the father does not fit.');
  return { mother, fatherId };
}

const childOf = ({ mother, fatherId }: Parents) => ({
  household: mother.attributes.household,
  relation: relationOfChild(mother),
  hukouKind: mother.attributes.hukouKind,
  mother: mother.personId,
  father: fatherId,
  motherBirthDate: mother.attributes.birthDate,
});

export const birth = defineEvent({
  key: 'birth',
  operation: 'register/record-birth',
  kind: 'birth',
  title: text('出生登记', 'Live birth'),
  definition: text(
    '离开母体后有呼吸、心跳、脐带搏动或肌肉自主活动等任一生命迹象的，无论孕周多少，均为活产。孩子随母亲落户、居住，编入母亲的家庭户。不问婚姻状况，也不问孩次。',
    'A child that shows any sign of life after leaving the mother, whatever the length of the pregnancy. It is registered and lives where the mother does, in her household. Nothing is asked about marriage or the number of children.',
  ),
  source: UN,
  fields: {
    motherId: motherField,
    fatherId: fatherField,
    ...identityFields,
    plurality: pluralityField,
  },
  holds: {
    motherId: { attribute: 'mother' },
    fatherId: { attribute: 'father' },
    ...identityHolds,
  },
  plan: async (world, { motherId, fatherId, name, sex, birthDate, idNumber }) => {
    const child = { name, sex, birthDate, idNumber };
    requireAgreement(child);
    const parents = await parentsOn(world, { motherId, fatherId }, child.birthDate);
    return {
      events: [
        {
          personId: world.newcomerId(),
          kind: 'birth',
          date: child.birthDate,
          to: placesOn(parents.mother),
          newcomer: newcomer(child, childOf(parents)),
        },
      ],
    };
  },
});

export const newbornDeath = defineEvent({
  key: 'newborn-death',
  operation: 'register/record-newborn-death',
  kind: 'birth',
  title: text('新生儿死亡登记（出生与死亡）', 'Death of a newborn (birth and death)'),
  definition: text(
    '活产后死亡的新生儿，无论存活多久，出生和死亡都要登记。尚未取名的，姓名填“未取名”。',
    'A child born alive that died, however short it lived: both its birth and its death are recorded. Without a name yet, it is recorded as unnamed.',
  ),
  source: UN,
  fields: {
    motherId: motherField,
    fatherId: fatherField,
    name: optional(nameField(text('姓名', 'name'))),
    sex: sexField,
    birthDate: identityFields.birthDate,
    deathDate: dateField(text('死亡日期', 'date of death')),
    plurality: pluralityField,
  },
  holds: {
    motherId: { attribute: 'mother' },
    fatherId: { attribute: 'father' },
    name: { attribute: 'name' },
    sex: { attribute: 'sex' },
    birthDate: { attribute: 'birthDate' },
  },
  plan: async (world, { motherId, fatherId, name, sex, birthDate, deathDate }) => {
    if (deathDate < birthDate)
      throw impossible('死亡日期早于出生日期。', 'The date of death lies before the date of birth.');
    const parents = await parentsOn(world, { motherId, fatherId }, birthDate);
    const personId = world.newcomerId();
    const child = { name: name ?? UNNAMED, sex, birthDate, idNumber: null };
    return {
      events: [
        {
          personId,
          kind: 'birth',
          date: birthDate,
          to: placesOn(parents.mother),
          newcomer: newcomer(child, childOf(parents)),
        },
        { personId, kind: 'death', date: deathDate, to: nowhere },
      ],
    };
  },
});

const UNNAMED = '未取名';

export const stillbirth = defineEvent({
  key: 'stillbirth',
  operation: 'register/record-stillbirth',
  kind: 'stillbirth',
  title: text('死产登记', 'Stillbirth'),
  definition: text(
    '妊娠满 28 周后娩出、没有任何生命迹象的，为死产。只登记在母亲名下，不产生人员记录，不计入出生。',
    'A child of 28 completed weeks or more that shows no sign of life after leaving the mother. It is recorded with the mother alone, makes no person and is counted in no births.',
  ),
  source: UN,
  fields: {
    motherId: motherField,
    date: dateField(text('日期', 'date')),
    weeks: numberField(text('孕周', 'completed weeks of pregnancy'), 28, 45),
    sex: optional(
      choiceField(text('性别', 'sex'), {
        male: text('男', 'male'),
        female: text('女', 'female'),
      }),
    ),
    plurality: pluralityField,
  },
  holds: { motherId: 'subject', date: 'date' },
  plan: async (world, { motherId, date }) => {
    await motherOn(world, motherId, date);
    return { events: [{ personId: motherId, kind: 'stillbirth', date }] };
  },
});
