import { type Text, text } from '../../src/language/index.ts';

export interface SupplyKind {
  readonly key: string;
  readonly label: Text;
  /** The unit in which it is counted. */
  readonly unit: Text;
}

const boxes = text('盒', 'boxes');

/** What stations give out free of charge. How much was given is counted; to whom is never asked. */
export const supplyKinds: readonly SupplyKind[] = [
  { key: 'condoms', label: text('避孕套', 'condoms'), unit: boxes },
  { key: 'pills', label: text('口服避孕药', 'contraceptive pills'), unit: boxes },
  { key: 'topical', label: text('外用避孕药', 'topical contraceptives'), unit: boxes },
  { key: 'folic-acid', label: text('叶酸片', 'folic acid'), unit: text('瓶', 'bottles') },
];
