import { type Text, text } from '../language/index.ts';
import type { FactKind } from './tables.ts';

/** What can be said of a fact beside its day. */
export const factItems = ['until', 'sex', 'grade', 'adoptedOn', 'gradedFrom', 'gradedTo'] as const;
export type FactItem = (typeof factItems)[number];
type OwnItem = Exclude<FactItem, 'until'>;

/** What these are called; what the last day means is said with each kind. */
export const factItemLabels: Readonly<Record<OwnItem, Text>> = {
  sex: text('性别', 'sex'),
  grade: text('等级', 'grade'),
  adoptedOn: text('收养日期', 'adopted on'),
  gradedFrom: text('残疾起始日期', 'disabled from'),
  gradedTo: text('残疾失效日期', 'disabled until'),
};

export interface AttestedKind {
  readonly label: Text;
  /** What the first day means, and the last; null where there is no last. */
  readonly day: Text;
  readonly until: Text | null;
  readonly needs: readonly OwnItem[];
  readonly may: readonly OwnItem[];
}

const nothing = { until: null, needs: [], may: [] } as const;

/** What can be attested of somebody, and what has to be said of it. */
export const attestedKinds: Readonly<Record<FactKind, AttestedKind>> = {
  'children-complete': {
    ...nothing,
    label: text('子女齐全', 'no child is missing'),
    day: text('核实日期', 'checked on'),
  },
  'earlier-child': {
    label: text('未在登记簿中的子女', 'a child who is not in the register'),
    day: text('出生日期', 'born on'),
    until: text('死亡日期', 'died on'),
    needs: ['sex'],
    may: ['adoptedOn', 'grade', 'gradedFrom', 'gradedTo'],
  },
  disability: {
    label: text('残疾证', 'certificate of disability'),
    day: text('起始日期', 'certified from'),
    until: text('失效日期', 'ended on'),
    needs: ['grade'],
    may: [],
  },
  'honour-certificate': {
    ...nothing,
    label: text('独生子女父母光荣证', 'certificate of honour of only-child parents'),
    day: text('发证日期', 'issued on'),
    until: text('失效日期', 'void since'),
  },
  complication: {
    label: text('计划生育手术并发症', 'surgical complication'),
    day: text('鉴定日期', 'certified on'),
    until: text('治愈日期', 'recovered on'),
    needs: ['grade'],
    may: [],
  },
  'classed-rural': {
    ...nothing,
    label: text('界定为农村居民', 'classed as a rural resident'),
    day: text('界定日期', 'classed on'),
  },
  'cleft-diagnosis': {
    ...nothing,
    label: text('唇腭裂诊断', 'diagnosis of a cleft lip or palate'),
    day: text('诊断日期', 'diagnosed on'),
  },
  'cleft-operation': {
    ...nothing,
    label: text('免费唇腭裂手术', 'free operation of a cleft'),
    day: text('手术日期', 'operated on'),
  },
  institution: {
    ...nothing,
    label: text('儿童福利机构监护', 'in the care of a welfare institution'),
    day: text('起始日期', 'since'),
  },
  'local-childcare': {
    ...nothing,
    label: text('领取地方育儿补贴', 'draws a local childcare subsidy'),
    day: text('起始日期', 'since'),
  },
  checkup: {
    ...nothing,
    label: text('免费孕前检查', 'free preconception check-up'),
    day: text('检查日期', 'examined on'),
  },
};
