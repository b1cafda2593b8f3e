import { type Text, text } from './text.ts';

/** Every unit of a figure, with the words that follow the number. */
export const units = {
  persons: text('人', 'persons'),
  'person-times': text('人次', 'person-times'),
  children: text('名', 'children'),
  households: text('户', 'households'),
  yuan: text('元', 'yuan'),
  percent: text('%', '%'),
  'per mille': text('‰', '‰'),
  'boys per 100 girls': text('（女=100）', 'boys per 100 girls'),
  bases: text('个', 'bases'),
  columns: text('个', 'notice columns'),
  villages: text('个村', 'villages'),
  townships: text('个乡镇', 'townships'),
  counties: text('个县（市、区）', 'counties'),
  stations: text('个', 'stations'),
  cases: text('件', 'cases'),
  incidents: text('起', 'incidents'),
  files: text('份', 'files'),
  documents: text('件', 'documents'),
  studies: text('项', 'studies'),
  surveys: text('项', 'surveys'),
  rank: text('位', '(place)'),
} as const satisfies Readonly<Record<string, Text>>;

export type Unit = keyof typeof units;
