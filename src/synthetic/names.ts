import { yearStart } from './days.ts';
import { at, byteAt, NOBODY, orderOfBirth, type People } from './people.ts';
import { cumulate, mix, type Random } from './random.ts';

/** Surnames with approximate frequency: a short table of our own, weighted as they are met in Sichuan. */
const SURNAMES =
  '李70 王66 张64 刘52 陈46 杨40 赵28 黄24 周26 吴22 徐16 何24 罗22 唐20 邓18 曾14 胡17 蒲8 蒋13 谢13 冯12 梁10 宋11 郑9 马12 朱11 林9 郭10 高9 文8 贾6 母5 景3 敬4 任7 魏7 杜7 白5 雷6 龚6 彭8 肖8 苏6 程6 廖7 袁7 顾3 岳4 仲1 欧阳1 司马1'
    .split(' ')
    .map((word) => ({ name: word.replace(/\d+/, ''), weight: Number(/\d+/.exec(word)?.[0] ?? 1) }));
const CUMULATIVE = cumulate(SURNAMES.map((one) => one.weight));

/** Characters of given names by generation and sex: tables of our own. */
const GIVEN: Readonly<
  Record<'old' | 'middle' | 'young', { readonly male: string; readonly female: string }>
> = {
  old: {
    male: '国建明德福贵富祥兴荣华成忠义仁清文光正大全林水生发友元永志',
    female: '秀桂英兰珍玉芳素琼莲凤清淑贞菊翠香美琴华容群珠碧会仙',
  },
  middle: {
    male: '军强勇伟波涛斌刚鹏飞杰辉平超林毅建华东海龙云峰健磊亮俊',
    female: '丽敏燕红梅霞芳艳玲萍静娟莉英琳蓉雪琼华倩春晓慧洁蕾云',
  },
  young: {
    male: '浩宇轩然子涵博文俊杰梓豪睿哲皓宸泽煜航逸晨奕凡瑞霖嘉',
    female: '欣怡梓涵诗雨佳思语晨萱妍可馨若曦雅婷芷钰彤悦诺一',
  },
};
const SINGLE_CHARACTER = 0.16;
/** Given names in the style of the Qiang and Tibetan families of the mountain counties; our own. */
const MOUNTAIN = {
  male: ['尔玛', '泽郎', '木初', '扎西', '格西', '释比', '多吉', '泽仁'],
  female: ['卓玛', '央金', '娜姆', '拉姆', '木香', '尔玛', '泽姆', '白玛'],
};
/** Of the people of a minority, so many bear such a name; the others have names like everybody. */
const MOUNTAIN_NAMES = 0.3;

/** Children bear the father's surname; others one drawn by frequency. Parents come before their children. */
export function giveSurnames(people: People, random: Random): void {
  for (const person of orderOfBirth(people)) {
    const mother = at(people.mother, person);
    const father = mother === NOBODY ? NOBODY : at(people.spouse, mother);
    people.surname[person] = father === NOBODY ? random.draw(CUMULATIVE) : byteAt(people.surname, father);
  }
}

const inUtf8 = (word: string) => Uint8Array.from(Buffer.from(word));
const SURNAME_BYTES = SURNAMES.map((one) => inUtf8(one.name));
const bothSexes = ({ male, female }: { readonly male: string; readonly female: string }) =>
  [inUtf8(female), inUtf8(male)] as const;
const OLD = bothSexes(GIVEN.old);
const MIDDLE = bothSexes(GIVEN.middle);
const YOUNG = bothSexes(GIVEN.young);
const MOUNTAIN_BYTES = [MOUNTAIN.female.map(inUtf8), MOUNTAIN.male.map(inUtf8)] as const;
const OLD_UNTIL = yearStart(1965);
const MIDDLE_UNTIL = yearStart(1996);
/** Bytes of a Chinese character. */
const CHARACTER = 3;

/** The longest name: two characters each for the surname and the given name. */
export const NAME_LENGTH = 4 * CHARACTER;

/** Whose name is written. */
export interface Named {
  readonly people: People;
  readonly index: number;
  readonly seed: number;
  /** Share of people of a minority, by county. */
  readonly minorities: readonly number[];
}

/** Writes the name of a person at `place`, always the same for the same seed and index. Returns the place behind it. */
export function writeName(bytes: Uint8Array, place: number, named: Named): number {
  const { people, index } = named;
  const bits = mix(named.seed ^ 0x51ed270b, index);
  const sex = byteAt(people.male, index) === 1 ? 1 : 0;
  const behind = copy(bytes, place, SURNAME_BYTES[byteAt(people.surname, index)]);
  const mountain = MOUNTAIN_BYTES[sex];
  if (isOfTheMountains(named, bits)) return copy(bytes, behind, mountain[bits % mountain.length]);
  const born = at(people.birthDay, index);
  const table = (born < OLD_UNTIL ? OLD : born < MIDDLE_UNTIL ? MIDDLE : YOUNG)[sex];
  const second = character(bytes, behind, { table, bits: bits >>> 3 });
  return bits % 1000 < SINGLE_CHARACTER * 1000
    ? second
    : character(bytes, second, { table, bits: bits >>> 13 });
}

const isOfTheMountains = ({ people, index, minorities }: Named, bits: number) =>
  (bits >>> 20) / 4096 < (minorities[byteAt(people.county, index)] ?? 0) * MOUNTAIN_NAMES;

function copy(bytes: Uint8Array, place: number, word: Uint8Array | undefined): number {
  if (word === undefined) return place;
  for (let index = 0; index < word.length; index += 1) bytes[place + index] = byteAt(word, index);
  return place + word.length;
}

/** Writes the character of `table` that `bits` choose. */
function character(
  bytes: Uint8Array,
  place: number,
  { table, bits }: { readonly table: Uint8Array; readonly bits: number },
): number {
  const chosen = (bits % (table.length / CHARACTER)) * CHARACTER;
  for (let index = 0; index < CHARACTER; index += 1) bytes[place + index] = byteAt(table, chosen + index);
  return place + CHARACTER;
}
