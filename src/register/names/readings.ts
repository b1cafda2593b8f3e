/**
 * Characters of names that are read in several ways, each with its readings. A name is kept under the one that it most
 * often has (行 as xing, 单 at the head as shan); whoever types another one finds it too.
 */
const READINGS =
  '行 xing hang|长 chang zhang|重 chong zhong|乐 le yue|朝 chao zhao|单 shan dan|曾 zeng ceng|' +
  '仇 qiu chou|盛 sheng cheng|解 xie jie|查 zha cha|尉 wei yu|翟 zhai di|缪 miao mou|覃 qin tan|' +
  '石 shi dan|叶 ye xie|车 che ju|柏 bai bo|薄 bo bao|卜 bu bo|区 ou qu|朴 piao pu|种 chong zhong|' +
  '员 yuan yun|晟 sheng cheng|茜 qian xi|莘 xin shen|娜 na nuo|那 na nuo|蔚 wei yu|颉 jie xie|' +
  '谌 chen shen|秘 mi bi|参 can shen|贾 jia gu|和 he huo|会 hui kuai|仔 zi zai|藏 cang zang|' +
  '传 chuan zhuan|调 tiao diao|弹 dan tan|召 zhao shao|折 zhe she|冼 xian sheng|洗 xian xi|' +
  '盖 gai ge|宿 su xiu|祭 ji zhai|句 ju gou|隗 wei kui|郗 xi chi|褚 chu zhu|澹 tan dan|粘 zhan nian|' +
  '乜 nie mie|万 wan mo|阿 a e|伽 jia qie|奇 qi ji|期 qi ji|畜 xu chu|系 xi ji|厦 xia sha|若 ruo re|' +
  '适 shi kuo|省 sheng xing|降 jiang xiang|荨 xun qian|芎 xiong qiong|筠 jun yun|琢 zhuo zuo|' +
  '著 zhu zhuo|都 du dou|度 du duo|还 huan hai|强 qiang jiang|角 jiao jue|觉 jue jiao|校 xiao jiao|' +
  '约 yue yao|钥 yao yue|便 bian pian|沈 shen chen|沉 chen shen|称 cheng chen|乘 cheng sheng|' +
  '脉 mai mo|没 mei mo|牟 mou mu|俞 yu shu|於 yu wu|繁 fan po|费 fei bi|佛 fo fu|夹 jia ga|稽 ji qi|' +
  '亟 ji qi|见 jian xian|亲 qin qing|栎 li yue|绿 lv lu|露 lu lou|络 luo lao|泊 bo po|伯 bo bai|' +
  '女 nv ru|镐 hao gao|桧 gui hui|柜 gui ju|龟 gui jun|莞 guan wan';

const entries = READINGS.split('|')
  .map((entry) => entry.split(' '))
  .flatMap(([character, ...readings]) => (character === undefined ? [] : [{ character, readings }]));

/** A syllable under which a name may be kept when another one was typed, with the characters that have both. */
export interface OtherReading {
  readonly kept: string;
  readonly characters: readonly string[];
}

function readOtherwise(): ReadonlyMap<string, readonly OtherReading[]> {
  const found = new Map<string, Map<string, string[]>>();
  for (const { character, readings } of entries)
    for (const typed of readings)
      for (const kept of readings.filter((one) => one !== typed)) {
        const of = found.get(typed) ?? new Map<string, string[]>();
        found.set(typed, of.set(kept, [...(of.get(kept) ?? []), character]));
      }
  return new Map(
    [...found].map(([typed, others]) => [
      typed,
      [...others].map(([kept, characters]) => ({ kept, characters })),
    ]),
  );
}
const others = readOtherwise();

/** One syllable of a name that is kept otherwise than it was typed. */
export interface Otherwise extends OtherReading {
  /** The syllables under which the name is kept. */
  readonly syllables: readonly string[];
  /** Which character of the name it is, from nought. */
  readonly at: number;
}

/** The ways in which a name that was typed as these syllables may be kept, one of its characters read otherwise. */
export const keptOtherwise = (syllables: readonly string[]): readonly Otherwise[] =>
  syllables.flatMap((typed, at) =>
    (others.get(typed) ?? []).map((other) => ({
      ...other,
      at,
      syllables: syllables.map((one, index) => (index === at ? other.kept : one)),
    })),
  );
