import { describe, expect, it } from 'vitest';
import {
  type Answer,
  besideFucheng,
  fucheng,
  newIdNumber,
  refused,
  registerDesk,
  youxian,
} from '../../../test/support/register-desk.ts';
import { eventDefinitions, needsSecondPerson } from '../events/index.ts';
import { mask } from '../mask.ts';
import { sealedKeys } from '../vault.ts';

const { house, cityClerk, cityReviewer, run, read, enrol } = await registerDesk();

type Form = Readonly<Record<string, unknown>>;
/** A form that is recorded, and for each of its fields what a correction says instead. */
interface Case {
  readonly base: Form;
  readonly instead: Readonly<Record<string, Form>>;
}

const woman = () => enrol({ name: '秀英', birthDate: '1980-02-01' });
const man = () => enrol({ name: '强', sex: 'male', birthDate: '1978-01-01' });
const child = async () =>
  String(
    (
      await run('register/record-birth', {
        motherId: await woman(),
        name: '小雨',
        sex: 'female',
        birthDate: '2018-06-01',
      })
    )['personId'],
  );
const [DAY, LATER] = ['2020-01-01', '2020-03-01'];

/** A head with two others. */
async function family() {
  const [head, one, other] = [await man(), await woman(), await woman()];
  await run('register/form-household', { headId: head, memberIds: [one, other], date: '2016-02-01' });
  return { head, one, other, householdId: (await read(head))['householdId'] };
}

const date = { date: { date: LATER } };
const identity = {
  name: { name: '䶮·𠮷' },
  sex: { sex: 'male' },
  birthDate: { birthDate: '2020-02-02' },
};
const contact = { phone: { phone: '13800002222' }, address: { address: '青年路9号' } };
const documents = {
  documentKind: { documentKind: 'taiwan-permit', documentNumber: '01234567' },
  documentNumber: { documentNumber: `GBR${newIdNumber().slice(3, 12)}` },
};
let passports = 0;
const passport = () => {
  passports += 1;
  return { documentKind: 'passport', documentNumber: `USA${String(100_000_000 + passports)}` };
};

const cases: Readonly<Record<string, () => Promise<Case>>> = {
  birth: async () => ({
    base: {
      motherId: await woman(),
      fatherId: await man(),
      name: '小雨',
      sex: 'female',
      birthDate: '2020-06-01',
      plurality: 1,
    },
    instead: {
      ...identity,
      motherId: { motherId: await woman() },
      fatherId: { fatherId: await man() },
      idNumber: { idNumber: newIdNumber('20200601') },
      plurality: { plurality: 2 },
    },
  }),
  'newborn-death': async () => ({
    base: {
      motherId: await woman(),
      fatherId: await man(),
      sex: 'female',
      birthDate: '2020-01-01',
      deathDate: '2020-02-04',
    },
    instead: {
      ...identity,
      motherId: { motherId: await woman() },
      fatherId: { fatherId: null },
      deathDate: { deathDate: '2020-02-05' },
      plurality: { plurality: 2 },
    },
  }),
  stillbirth: async () => ({
    base: { motherId: await woman(), date: DAY, weeks: 30 },
    instead: {
      ...date,
      motherId: { motherId: await woman() },
      weeks: { weeks: 31 },
      sex: { sex: 'male' },
      plurality: { plurality: 2 },
    },
  }),
  death: async () => ({
    base: { personId: await woman(), date: DAY, evidence: 'medical' },
    instead: { ...date, personId: { personId: await man() }, evidence: { evidence: 'court' } },
  }),
  marriage: async () => ({
    base: { personId: await woman(), spouseId: await man(), date: DAY },
    instead: { ...date, personId: { personId: await woman() }, spouseId: { spouseId: await man() } },
  }),
  divorce: async () => {
    const married = async () => {
      const personId = await woman();
      await run('register/record-marriage', { personId, spouseId: await man(), date: '2016-01-01' });
      return personId;
    };
    return {
      base: { personId: await married(), date: DAY, by: 'court' },
      instead: { ...date, personId: { personId: await married() }, by: { by: 'registration' } },
    };
  },
  adoption: async () => ({
    base: { personId: await child(), motherId: await woman(), fatherId: await man(), date: DAY },
    instead: {
      ...date,
      personId: { personId: await child() },
      motherId: { motherId: await woman() },
      fatherId: { fatherId: null },
    },
  }),
  guardianship: async () => ({
    base: { personId: await child(), guardianId: await woman(), date: DAY, by: 'law' },
    instead: {
      ...date,
      personId: { personId: await child() },
      guardianId: { guardianId: await man() },
      by: { by: 'court' },
    },
  }),
  move: async () => ({
    base: { personId: await woman(), date: DAY, to: youxian },
    instead: {
      ...date,
      personId: { personId: await man() },
      to: { to: besideFucheng },
      reason: { reason: '务工' },
    },
  }),
  'move-out': async () => ({
    base: { personId: await woman(), date: DAY, elsewhere: '成都' },
    instead: {
      ...date,
      personId: { personId: await man() },
      elsewhere: { elsewhere: '重庆' },
      reason: { reason: '务工' },
    },
  }),
  'hukou-transfer': async () => ({
    base: { personId: await woman(), date: DAY, to: youxian },
    instead: {
      ...date,
      personId: { personId: await man() },
      to: { to: besideFucheng },
      reason: { reason: '投靠' },
    },
  }),
  'hukou-transfer-out': async () => ({
    base: { personId: await woman(), date: DAY, elsewhere: '成都' },
    instead: {
      ...date,
      personId: { personId: await man() },
      elsewhere: { elsewhere: '重庆' },
      reason: { reason: '入学' },
    },
  }),
  'hukou-kind-change': async () => ({
    base: { personId: await woman(), date: DAY, hukouKind: 'rural' },
    instead: { ...date, personId: { personId: await man() }, hukouKind: { hukouKind: 'unified' } },
  }),
  'name-change': async () => ({
    base: { personId: await woman(), date: DAY, name: '㐂英' },
    instead: {
      ...date,
      personId: { personId: await man() },
      name: { name: '𠮷英' },
      reason: { reason: '随母姓' },
    },
  }),
  'contact-change': async () => ({
    base: { personId: await woman(), date: DAY, phone: '13800001111', address: '滨江路12号' },
    instead: { ...date, ...contact, personId: { personId: await man() } },
  }),
  'document-change': async () => ({
    base: { personId: await woman(), date: DAY, ...passport() },
    instead: { ...date, personId: { personId: await man() }, ...documents },
  }),
  'household-formation': async () => ({
    base: { headId: await man(), memberIds: [await woman()], date: DAY },
    instead: { ...date, headId: { headId: await woman() }, memberIds: { memberIds: [await woman()] } },
  }),
  'household-split': async () => {
    const [here, there] = [await family(), await family()];
    return {
      base: { householdId: here.householdId, memberIds: [here.one], headId: here.one, date: DAY },
      instead: {
        ...date,
        householdId: { householdId: there.householdId, memberIds: [there.one], headId: there.one },
        memberIds: { memberIds: [here.one, here.other] },
        headId: { memberIds: [here.one, here.other], headId: here.other },
        stayingHeadId: { stayingHeadId: here.other },
      },
    };
  },
  'household-merger': async () => {
    const [here, into] = [await family(), await family()];
    return {
      base: { householdId: here.householdId, intoId: into.householdId, date: DAY },
      instead: {
        ...date,
        householdId: { householdId: (await family()).householdId },
        intoId: { intoId: (await family()).householdId },
      },
    };
  },
  'household-joining': async () => ({
    base: { personId: await woman(), householdId: (await family()).householdId, date: DAY },
    instead: {
      ...date,
      personId: { personId: await man() },
      householdId: { householdId: (await family()).householdId },
    },
  }),
  'head-change': async () => {
    const [here, there] = [await family(), await family()];
    return {
      base: { householdId: here.householdId, headId: here.one, date: DAY },
      instead: {
        ...date,
        householdId: { householdId: there.householdId, headId: there.one },
        headId: { headId: here.other },
      },
    };
  },
  enrolment: async () => ({
    base: {
      name: '秀英',
      sex: 'female',
      birthDate: '1980-02-01',
      date: DAY,
      registeredVillage: fucheng,
      residentVillage: fucheng,
      phone: '13800001111',
      address: '滨江路12号',
      ...passport(),
    },
    instead: {
      ...identity,
      ...contact,
      ...documents,
      birthDate: { birthDate: '1980-02-11' },
      date: { date: LATER },
      idNumber: { idNumber: newIdNumber(), birthDate: '1990-02-01' },
      registeredVillage: { registeredVillage: youxian },
      residentVillage: { residentVillage: null },
      hukouKind: { hukouKind: 'rural' },
    },
  }),
  foundling: () =>
    Promise.resolve({
      base: {
        name: '小雨',
        sex: 'female',
        birthDate: '2020-01-01',
        birthDateIs: 'estimated',
        date: LATER,
        foundAt: '人民医院门口',
        village: fucheng,
        institution: '市儿童福利院',
      },
      instead: {
        ...identity,
        idNumber: { idNumber: newIdNumber(), birthDate: '1990-02-01' },
        birthDateIs: { birthDateIs: 'known' },
        date: { date: '2020-03-02' },
        foundAt: { foundAt: '汽车站' },
        village: { village: youxian },
        institution: { institution: '县儿童福利院' },
      },
    }),
  merger: async () => ({
    base: { personId: await woman(), intoId: await woman(), date: DAY },
    instead: { ...date, personId: { personId: await woman() }, intoId: { intoId: await woman() } },
  }),
};

const matrix = eventDefinitions.flatMap(({ key, fields }) =>
  Object.keys(fields).map((field) => [key, field] as const),
);

const decide = (request: Answer, approve: boolean) =>
  run('register/decide-request', { ...request, approve, reason: approve ? '' : '证据不足' }, cityReviewer);

async function recordForm(form: string, answers: Form): Promise<void> {
  if (!needsSecondPerson.has(form)) {
    const operation = eventDefinitions.find((one) => one.key === form)?.operation;
    await run(operation ?? '', answers, cityClerk);
    return;
  }
  await decide(
    await run('register/request-record', { formKey: form, form: answers, reason: '同一人' }, cityClerk),
    true,
  );
}

/** The record of that form that was recorded last and counts. */
async function latest(form: string) {
  const { rows } = await house.ground.database.owner.query<{ personId: string; eventId: string }>(
    `SELECT person_id AS "personId", event_id AS "eventId" FROM register_events
     WHERE effective AND details ->> 'form' = $1 ORDER BY recorded_at DESC, event_id DESC LIMIT 1`,
    [form],
  );
  const [row] = rows;
  if (!row) throw new Error(form);
  return row;
}
const answersOf = async (form: string) =>
  (await run('register/read-form', await latest(form), cityClerk))['answers'] as Form;

const shown = (key: string, value: unknown): unknown => {
  const sealed = sealedKeys.find((one) => one === key);
  return sealed && typeof value === 'string' ? mask(sealed, value) : (value ?? null);
};
const asShown = (form: Form) =>
  Object.fromEntries(Object.entries(form).map(([key, value]) => [key, shown(key, value)]));

async function ask(form: string, answers: Form) {
  const record = await latest(form);
  const before = await answersOf(form);
  return run(
    'register/request-correction',
    { ...record, form: { ...before, ...answers }, reason: '与证件不符' },
    cityClerk,
  );
}

describe('every field of every form', () => {
  it.each(matrix)(
    '%s: %s stays when refused, is corrected, corrected again, and taken back',
    async (form, field) => {
      const { base, instead } = (await cases[form]?.()) ?? { base: {}, instead: {} };
      const other = instead[field];
      if (!other) throw new Error(`nothing is said instead of ${field}`);
      await recordForm(form, base);
      const recorded = await answersOf(form);
      expect(recorded).toMatchObject(asShown(base));

      await decide(await ask(form, other), false);
      expect(await answersOf(form)).toEqual(recorded);

      const request = await ask(form, other);
      expect(await answersOf(form)).toEqual(recorded);
      await decide(request, true);
      expect(await answersOf(form)).toEqual({ ...recorded, ...asShown(other) });
      expect(shown(field, other[field])).not.toEqual(recorded[field]);

      const undo = Object.fromEntries(Object.keys(other).map((key) => [key, base[key] ?? null]));
      await decide(await ask(form, undo), true);
      const again = await answersOf(form);
      expect(again).toEqual({ ...recorded, ...(form === 'newborn-death' ? { name: again['name'] } : {}) });

      const { personId, eventId } = await latest(form);
      await decide(
        await run('register/request-withdrawal', { personId, eventId, reason: '误登记' }, cityClerk),
        true,
      );
      await expect(run('register/read-form', { personId, eventId }, cityClerk)).rejects.toMatchObject(
        refused('conflict'),
      );
    },
  );
});

describe('the register', () => {
  it('is sound after all of this', async () => {
    expect(await run('register/check-register', {}, house.operator)).toMatchObject({ violations: [] });
  });
});
