import { type Indicator, type Text, text } from '../../src/language/index.ts';

const source = text('本市文件库', "the city's library of documents");

const shape = {
  version: 1,
  population: 'none',
  source,
  about: 'units',
  status: 'live',
  direction: 'neither',
} as const;

const documents = (key: string, label: Text, definition: Text): Indicator => ({
  ...shape,
  key,
  label,
  unit: 'documents',
  numerator: { terms: [{ measure: key, times: 1 }], dividedBy: 1 },
  denominator: null,
  factor: 1,
  decimals: 0,
  definition,
});

/** Figures counted from the library of documents. */
export const documentIndicators: readonly Indicator[] = [
  documents(
    'provincial_standing',
    text('省人口计生领导小组通报', 'provincial circular on the inspection of the city'),
    text(
      '当年省里就重点检查本市工作所发通报的份数；内容见文件库。',
      'Circulars that the province issued in the year on its key inspection of the city; the library says what they hold.',
    ),
  ),
  documents(
    'special_family_policy',
    text('独生子女伤残死亡家庭扶助政策', 'policy paper for bereaved and disabled families'),
    text(
      '当年出台的、关于独生子女伤残死亡家庭照料、医疗和住房的政策文件份数。',
      'Policy papers of the year on care, medical care and housing for families whose only child died or is disabled.',
    ),
  ),
  documents(
    'policy_report',
    text('政策调研报告', 'policy study delivered to deputies'),
    text(
      '当年向人大代表、政协委员提交的政策调研报告份数。',
      'Policy studies delivered to deputies in the year.',
    ),
  ),
  {
    ...shape,
    key: 'policies_online',
    label: text('政策和办事流程公开率', 'policies and procedures published'),
    unit: 'percent',
    numerator: { terms: [{ measure: 'policies_online', times: 1 }], dividedBy: 1 },
    denominator: { terms: [{ measure: 'policies_in_force', times: 1 }], dividedBy: 1 },
    factor: 100,
    decimals: 0,
    direction: 'higher is better',
    definition: text(
      '年末有效的政策和办事流程文件中，已在网上公开的百分比。“上墙”部分由基层指导督查时查看。',
      'Of the policies and procedures in force at the end of the year, the share published online. Whether they hang on the wall is looked at on guidance visits.',
    ),
  },
];
