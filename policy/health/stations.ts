import { type Text, text } from '../../src/language/index.ts';

export const stationLevels = ['city', 'county', 'township', 'village'] as const;
export type StationLevel = (typeof stationLevels)[number];

export const stationLevelLabels: Readonly<Record<StationLevel, Text>> = {
  city: text('市级机构', 'station of the city'),
  county: text('县（市、区）级机构', 'station of a county'),
  township: text('乡镇（街道）站', 'station of a township'),
  village: text('村（社区）室', 'station of a village'),
};

export interface StationCriterion {
  readonly key: string;
  readonly label: Text;
}

/**
 * What a model station fulfils. The city's own criteria were not found: these conditions are a form to begin with.
 * Whoever assesses names the document of the city under which it is done.
 */
export const modelStationCriteria: readonly StationCriterion[] = [
  { key: 'premises', label: text('场所独立、标识清楚、保护隐私', 'premises of its own, marked, private') },
  { key: 'staff', label: text('人员有执业资格，按规定培训', 'staff licensed and trained') },
  { key: 'equipment', label: text('设备齐全、按期校准', 'equipment complete and calibrated') },
  {
    key: 'consent',
    label: text('每次服务都有本人同意的记录', 'the consent of the person is recorded for each service'),
  },
  {
    key: 'free-supplies',
    label: text('免费药具随时可以领取，不记姓名', 'free supplies at any time, no names'),
  },
  {
    key: 'complaints',
    label: text('公布投诉渠道，投诉按期答复', 'complaints are invited and answered in time'),
  },
  { key: 'records', label: text('服务记录完整，信息保密', 'records complete and kept secret') },
];

/** Until the city has confirmed the criteria, every assessment says so. */
export const criteriaConfirmed = false;

export type IncidentKind = 'technical' | 'infection' | 'medicine' | 'privacy' | 'consent' | 'other';

/** What has to be told. Severity follows rules on medical accidents and is for the experts, not for a form. */
export const incidentKinds: Readonly<Record<IncidentKind, Text>> = {
  technical: text('技术操作损害', 'harm by a procedure'),
  infection: text('院内感染', 'infection acquired at the station'),
  medicine: text('药品、药具不良事件', 'adverse event of a medicine or supply'),
  privacy: text('个人健康信息泄露', 'health information disclosed'),
  consent: text('未经同意提供服务', 'service given without consent'),
  other: text('其他', 'other'),
};
