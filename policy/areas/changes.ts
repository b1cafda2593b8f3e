import { areaCode, calendarDate, type Text, text } from '../../src/language/index.ts';

/** Divisions are held from this day on; what was before it is not claimed. */
export const heldFrom = calendarDate('2000-01-01');

/** A county-level division that took a new code and name while its territory stayed the same. */
export interface Recoding {
  readonly from: { readonly code: ReturnType<typeof areaCode>; readonly name: Text };
  readonly to: ReturnType<typeof areaCode>;
  readonly effectiveOn: ReturnType<typeof calendarDate>;
  readonly source: string;
}

export const recodings: readonly Recoding[] = [
  {
    from: { code: areaCode('510724'), name: text('安县', 'An County') },
    to: areaCode('510705'),
    effectiveOn: calendarDate('2016-04-23'),
    source: '川府函〔2016〕78号 (date of the provincial reply)',
  },
];

/**
 * Villages of 2013 that no longer exist. No list of them is published, but there were clearly more than today's:
 * the report of 2013 counts 3,372 notice columns of villages and townships. With today's 167 townships that leaves
 * 3,205 villages. The predecessors are INVENTED: each rural village (村) of today is given one to three, evenly.
 */
export const inventedVillages = {
  villagesBefore: 3205,
  mergedOn: calendarDate('2020-01-01'),
  /** Only villages proper have predecessors; urban communities (社区) do not. */
  mergedSuffix: '村民委员会',
  source: 'invented predecessor village (made-up, not a real division)',
} as const;

/** English names of the divisions that public pages show. */
export const englishNames: Readonly<Record<string, string>> = {
  '510000000000': 'Sichuan',
  '510700000000': 'Mianyang',
  '510703000000': 'Fucheng District',
  '510704000000': 'Youxian District',
  '510705000000': 'Anzhou District',
  '510722000000': 'Santai County',
  '510723000000': 'Yanting County',
  '510724000000': 'An County',
  '510725000000': 'Zitong County',
  '510726000000': 'Beichuan Qiang Autonomous County',
  '510727000000': 'Pingwu County',
  '510781000000': 'Jiangyou City',
};

/** The city that this installation serves. */
export const cityArea = areaCode('5107');
