import type { z } from 'zod';
import type { PdfSection } from '../platform/index.ts';
import type { exportedFile } from './operations/export-person-file.ts';
import type { HeldSection } from './person-holding.ts';

type PersonExport = z.output<typeof exportedFile>;
type Locale = 'zh' | 'en';

/** What each part of the file is called on paper. */
const words = {
  zh: {
    title: '个人信息副本',
    registerOnly: '仅含人口登记部分；事项和健康记录的副本由个人信息保护负责人提供。',
    note: '依《中华人民共和国个人信息保护法》第四十四条、第四十五条，应本人要求提供。',
    facts: '基本情况',
    history: '登记事项',
    replaced: '已更正或撤回的登记',
    requests: '申请',
    accesses: '查阅和变更记录',
    name: '姓名',
    sex: '性别',
    male: '男',
    female: '女',
    birthDate: '出生日期',
    deathDate: '死亡日期',
    idNumber: '公民身份号码',
    document: '其他证件',
    phone: '电话',
    address: '详细住址',
    registered: '户籍地',
    resident: '常住地',
    personId: '人员编号',
    date: '日期',
    what: '事项',
    recorded: '登记时间',
    reason: '理由',
    state: '结果',
    role: '角色',
    purpose: '用途',
    operation: '操作',
    writtenAt: '生成时间',
  },
  en: {
    title: 'Copy of personal information',
    registerOnly:
      'The part of the register alone: the officer for personal information gives out cases and health records.',
    note: 'Given at the request of the person: Personal Information Protection Law, arts. 44 and 45.',
    facts: 'Who',
    history: 'What was recorded',
    replaced: 'What was corrected or withdrawn',
    requests: 'Requests',
    accesses: 'Who looked, and who changed something',
    name: 'name',
    sex: 'sex',
    male: 'male',
    female: 'female',
    birthDate: 'date of birth',
    deathDate: 'date of death',
    idNumber: 'identity number',
    document: 'other document',
    phone: 'phone',
    address: 'full address',
    registered: 'registered at',
    resident: 'living at',
    personId: 'id',
    date: 'date',
    what: 'what',
    recorded: 'recorded at',
    reason: 'reason',
    state: 'outcome',
    role: 'role',
    purpose: 'purpose',
    operation: 'operation',
    writtenAt: 'written at',
  },
} as const;

const NONE = '—';

function facts({ person }: PersonExport, locale: Locale): PdfSection {
  const say = words[locale];
  const document = person.documentNumber && `${person.documentKind ?? ''} ${person.documentNumber}`;
  const rows: readonly (readonly [string, string | null])[] = [
    [say.name, person.name],
    [say.sex, say[person.sex]],
    [say.birthDate, person.birthDate],
    [say.deathDate, person.deathDate],
    [say.idNumber, person.idNumber],
    [say.document, document],
    [say.phone, person.phone],
    [say.address, person.address],
    [say.registered, person.registeredVillage],
    [say.resident, person.residentVillage],
    [say.personId, person.personId],
  ];
  return { heading: say.facts, headed: false, rows: rows.map(([label, value]) => [label, value ?? NONE]) };
}

const recordsSection = (
  heading: string,
  records: PersonExport['person']['events'],
  locale: Locale,
): PdfSection => ({
  heading,
  headed: true,
  rows:
    records.length === 0
      ? []
      : [
          [words[locale].date, words[locale].recorded, words[locale].what],
          ...records.map((one) => [one.date, one.recordedAt, one.title?.[locale] ?? one.kind]),
        ],
});

function requests({ requests: made }: PersonExport, locale: Locale): PdfSection {
  const say = words[locale];
  const rows = made.map((one) => [one.requestedAt, one.form, one.state, one.decisionReason ?? one.reason]);
  return {
    heading: say.requests,
    headed: true,
    rows: rows.length === 0 ? [] : [[say.recorded, say.what, say.state, say.reason], ...rows],
  };
}

function accesses({ accesses: made }: PersonExport, locale: Locale): PdfSection {
  const say = words[locale];
  return {
    heading: say.accesses,
    headed: true,
    rows: [
      [say.recorded, say.role, say.purpose, say.operation],
      ...made.map((one) => [one.at, one.role, one.purpose, one.operation]),
    ],
  };
}

/** What another room holds, as it told it. */
const held = ({ title, columns, rows }: HeldSection, locale: Locale): PdfSection => ({
  heading: title[locale],
  headed: true,
  rows:
    rows.length === 0
      ? []
      : [
          columns.map((one) => one[locale]),
          ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[locale]))),
        ],
});

const noteOn = (file: PersonExport, locale: Locale): string => {
  const { note, writtenAt, registerOnly } = words[locale];
  const whole = `${note} ${writtenAt} ${file.writtenAt}`;
  return file.holdings === null ? `${whole} ${registerOnly}` : whole;
};

/** The whole file of a person as it is printed for that person. */
export const personDocument = (file: PersonExport, locale: Locale) => ({
  title: words[locale].title,
  note: noteOn(file, locale),
  sections: [
    facts(file, locale),
    recordsSection(words[locale].history, file.person.events, locale),
    recordsSection(words[locale].replaced, file.person.replaced, locale),
    requests(file, locale),
    ...(file.holdings ?? []).map((section) => held(section, locale)),
    accesses(file, locale),
  ],
});
