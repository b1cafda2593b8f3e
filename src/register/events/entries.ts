import { choiceField, dateField, optional, text, textField, villageField } from '../../language/index.ts';
import { contactFields, contactHolds } from './contact.ts';
import { defineEvent } from './definition.ts';
import { documentFields, documentHolds, readDocument } from './document.ts';
import { hukouKindField } from './hukou-kind.ts';
import { identityFields, identityHolds, newcomer, requireAgreement, sexField } from './identity-fields.ts';
import { requireField } from './rules.ts';

export const enrolment = defineEvent({
  key: 'enrolment',
  operation: 'register/enrol-person',
  kind: 'enrolment',
  title: text('登记尚未在册的人', 'Take a person into the register'),
  definition: text(
    '核查中发现的，或从市外迁入、来此居住而尚未在册的人。户籍地和常住地至少填一处。',
    'Somebody found at a check, or come from outside the city to be registered or to live here, who is not in the register. At least one of the two places is given.',
  ),
  source: text(
    '《中华人民共和国户口登记条例》第六条、第十三条；第七次全国人口普查常住人口口径',
    'Regulations on Household Registration, arts. 6 and 13; resident population as in the census of 2020',
  ),
  fields: {
    ...identityFields,
    date: dateField(text('登记生效日期', 'from when')),
    registeredVillage: optional(villageField(text('户籍地', 'place of registration'))),
    residentVillage: optional(villageField(text('常住地', 'place of residence'))),
    hukouKind: optional(hukouKindField),
    ...documentFields,
    ...contactFields,
  },
  holds: {
    ...identityHolds,
    date: 'date',
    registeredVillage: { place: 'registered' },
    residentVillage: { place: 'resident' },
    hukouKind: { attribute: 'hukouKind' },
    ...documentHolds,
    ...contactHolds,
  },
  plan: async (world, answers) => {
    const { date, registeredVillage, residentVillage, hukouKind, phone, address, ...identity } = answers;
    requireAgreement(identity);
    const document = readDocument(identity);
    requireField(registeredVillage !== null || residentVillage !== null, 'registeredVillage');
    requireField(identity.birthDate <= date, 'date');
    world.requireEntering([registeredVillage, residentVillage], 'registeredVillage');
    await world.requireVillage(registeredVillage, date, 'registeredVillage');
    await world.requireVillage(residentVillage, date, 'residentVillage');
    return {
      events: [
        {
          personId: world.newcomerId(),
          kind: 'enrolment',
          date,
          to: { registered: registeredVillage, resident: residentVillage },
          newcomer: newcomer(identity, { hukouKind, phone, address, ...document }),
        },
      ],
    };
  },
});

export const foundling = defineEvent({
  key: 'foundling',
  operation: 'register/record-foundling',
  kind: 'enrolment',
  title: text('登记被遗弃儿童', 'Foundling'),
  definition: text(
    '查找不到生父母的儿童，由收留的机构或监护人申报，出生日期不明的按估计填写并注明。',
    'A child whose parents cannot be found, reported by the institution or guardian who took it in. An unknown date of birth is estimated, and said to be.',
  ),
  source: text(
    '《中华人民共和国户口登记条例》第七条；国办发〔2015〕96号',
    'Regulations on Household Registration, art. 7; State Council General Office [2015] No. 96',
  ),
  fields: {
    name: identityFields.name,
    sex: sexField,
    birthDate: identityFields.birthDate,
    idNumber: identityFields.idNumber,
    birthDateIs: choiceField(text('出生日期', 'the date of birth is'), {
      known: text('确知', 'known'),
      estimated: text('估计', 'estimated'),
    }),
    date: dateField(text('发现日期', 'found on')),
    foundAt: textField(text('发现地点', 'found at'), 200),
    village: villageField(text('落户村（社区）', 'village of registration')),
    institution: optional(textField(text('收留机构', 'institution'), 100)),
  },
  holds: {
    name: { attribute: 'name' },
    sex: { attribute: 'sex' },
    birthDate: { attribute: 'birthDate' },
    idNumber: { attribute: 'idNumber' },
    date: 'date',
    village: { place: 'registered' },
  },
  plan: async (world, { name, sex, birthDate, idNumber, date, village }) => {
    const child = { name, sex, birthDate, idNumber };
    requireAgreement(child);
    requireField(birthDate <= date, 'date');
    world.requireEntering([village], 'village');
    await world.requireVillage(village, date, 'village');
    return {
      events: [
        {
          personId: world.newcomerId(),
          kind: 'enrolment',
          date,
          to: { registered: village, resident: village },
          newcomer: newcomer(child),
        },
      ],
    };
  },
});
