import type { Option } from '../health/ask.tsx';
import type { Wording } from '../messages.ts';

/** How files for banks are written and read; the formats themselves are defined by the policy on payments. */
export const formatOptions = ({ say }: Wording): readonly Option[] => [
  { value: 'csv-utf8', words: say('format_csv') },
  { value: 'fixed-gbk', words: say('format_fixed') },
];
