import fc from 'fast-check';
import { roles } from '../../src/identity/index.ts';
import { areaCode } from '../../src/language/index.ts';
import type { Actor } from '../../src/platform/index.ts';

/** A person as the database holds them, read past every lock. */
export interface Row {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sex: string;
  readonly birth: string;
  readonly counted: boolean;
  readonly dead: boolean;
  readonly registered: string | null;
  readonly resident: string | null;
  readonly registeredVillage: string | null;
  readonly residentVillage: string | null;
  readonly household: string | null;
}

export type RandomActor = Actor & { readonly role: keyof typeof roles };

/** A call as it was drawn: who calls what, about whom, with which of the ways that an argument may be. */
export interface Drawn {
  readonly actor: RandomActor;
  readonly operation: string;
  /** Whether it is about people of the actor's own area. */
  readonly near: boolean;
  readonly picks: readonly number[];
  readonly date: string;
  readonly choice: number;
}

const roleNames = (Object.keys(roles) as (keyof typeof roles)[]).filter((one) => one !== 'operator');
const number = fc.nat(1_000_000);
const pad = (value: number) => String(value).padStart(2, '0');
const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${String(year)}-${pad(month)}-${pad(date)}`);

/** Staff of every role and level; some who only read lack the right to files of children. */
const anyActor = (villages: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...roleNames, 'registrar' as const, 'reviewer' as const),
      fc.constantFrom(...villages),
      fc.constantFrom(4, 6, 9, 12),
      fc.boolean(),
    )
    .map(([role, code, digits, childless]): RandomActor => {
      const { permissions, purpose } = roles[role];
      const reads = ['register:read', 'register:export', 'register:reveal'];
      const isReader = childless && role === 'registrar';
      return {
        accountId: `${role}-${code}`,
        name: `${role}-${code.slice(0, digits)}`,
        role,
        area: areaCode(code.slice(0, digits)),
        purpose,
        permissions: new Set<string>(isReader ? reads : permissions),
      };
    });

export const anyCall = (villages: readonly string[], operations: readonly string[]): fc.Arbitrary<Drawn> =>
  fc.record({
    actor: anyActor(villages),
    operation: fc.constantFrom(...operations),
    near: fc.boolean(),
    picks: fc.array(number, { minLength: 3, maxLength: 3 }),
    date: day,
    choice: number,
  });

/** What an argument may be taken from. */
export interface Material {
  readonly persons: readonly [Row, Row, Row];
  readonly village: string;
  readonly event: { readonly event: string; readonly form: object | null } | undefined;
  readonly request: { readonly person: string; readonly request: string } | undefined;
  readonly idNumber: string | null;
}

const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((row) => row.join(',')).join('\n')).toString('base64');

function fileOf({ choice, date }: Drawn, { persons, village }: Material) {
  const events = [
    ['event', 'personId', 'name', 'date'],
    ['name-change', persons[0].id, `文件${String(choice)}`, date],
  ];
  const newcomers = [
    ['name', 'sex', 'birthDate', 'date', 'residentVillage'],
    [`来人${String(choice)}`, 'female', '1990-02-01', date, village],
  ];
  return {
    kind: choice % 2 === 0 ? 'events' : 'persons',
    fileName: 'x.csv',
    content: csv(choice % 2 === 0 ? events : newcomers),
    dryRun: choice % 3 === 0,
  };
}

function queryOf({ choice }: Drawn, { persons: [one], idNumber }: Material): string {
  if (choice % 4 === 0 && idNumber !== null) return idNumber;
  return choice % 4 === 1 ? 'zw' : choice % 4 === 2 ? 'liwei' : one.name;
}

/** Arguments of those operations whose own differ from what an event is asked. */
const special: Readonly<Record<string, (drawn: Drawn, material: Material) => object>> = {
  'register/search-persons': (drawn, material) => ({
    query: queryOf(drawn, material),
    ...(drawn.choice % 5 === 0 ? { area: material.village.slice(0, 6) } : {}),
    most: 100,
  }),
  'register/find-duplicates': (_, { persons: [one], idNumber }) => ({
    name: one.name,
    sex: one.sex,
    birthDate: one.birth,
    idNumber,
  }),
  'register/export-persons': ({ choice, near, actor }, { village }) => ({
    area: near ? actor.area : village.slice(0, [4, 6, 9, 12][choice % 4]),
    purpose: '随机测试',
    format: 'csv',
  }),
  'register/reveal-field': (_, { persons: [one] }) => ({
    personId: one.id,
    field: 'idNumber',
    reason: '随机测试',
  }),
  'register/request-transfer': ({ choice, date }, { persons: [one], village, idNumber }) => ({
    formKey: choice % 2 === 0 ? 'move' : 'hukou-transfer',
    form: { ...(choice % 3 === 0 ? {} : { personId: one.id }), date, to: village, reason: '随机' },
    ...(choice % 3 === 0 && idNumber !== null ? { idNumber } : {}),
    reason: '随机测试',
  }),
  'register/request-correction': (_, { persons: [one], event }) => ({
    personId: one.id,
    eventId: event?.event ?? crypto.randomUUID(),
    form: event?.form ?? {},
    reason: '随机测试',
  }),
  'register/request-erasure': (_, { persons: [one] }) => ({
    personId: one.id,
    field: 'phone',
    reason: '随机测试',
  }),
  'register/read-person': ({ choice }, { persons: [one], idNumber }) => ({
    ...(choice % 4 === 0 && idNumber !== null ? { idNumber } : { personId: one.id }),
    reason: '随机测试',
  }),
  'register/import-file': fileOf,
  'register/list-requests': ({ choice }) => ({
    state: ['requested', 'approved', 'refused'][choice % 3],
  }),
  'register/check-balance': ({ choice, near, actor }, { village }) => ({
    from: '2015-01-01',
    // After all that can have happened: the end is who is there now.
    to: '2100-01-01',
    level: ['county', 'township', 'village'][choice % 3],
    population: choice % 2 === 0 ? 'registered' : 'resident',
    ...(near ? {} : { area: village.slice(0, [4, 6, 9, 12][choice % 4]) }),
    ...(choice % 7 === 0 ? { area: actor.area } : {}),
  }),
};

/** Every argument that any operation of the room asks for. */
export function inputOf(drawn: Drawn, material: Material): object {
  const { choice, date, actor } = drawn;
  const { persons, village, event, request } = material;
  const [one, other, third] = persons;
  const own = special[drawn.operation];
  if (own) return own(drawn, material);
  return {
    personId: (drawn.operation.includes('-request') ? request?.person : undefined) ?? one.id,
    requestId: request?.request ?? crypto.randomUUID(),
    approve: choice % 3 !== 0,
    eventId: event?.event ?? crypto.randomUUID(),
    motherId: one.id,
    fatherId: null,
    spouseId: other.id,
    guardianId: other.id,
    headId: choice % 2 === 0 ? one.id : other.id,
    memberIds: [choice % 3 === 0 ? one.id : other.id],
    stayingHeadId: choice % 5 === 0 ? third.id : null,
    intoId: choice % 2 === 0 ? third.id : third.household,
    householdId: choice % 3 === 0 ? other.household : one.household,
    name: '测试',
    sex: choice % 2 === 0 ? 'male' : 'female',
    birthDate: date,
    deathDate: date,
    date,
    weeks: 30,
    phone: '13800001111',
    address: '滨江路12号',
    to: village,
    village,
    registeredVillage: village,
    residentVillage: village,
    hukouKind: 'rural',
    birthDateIs: 'known',
    foundAt: '路边',
    formKey: 'merger',
    form: { personId: one.id, intoId: other.id, date },
    reason: '随机测试',
    area: actor.area,
    kind: 'persons',
    format: 'csv',
  };
}
