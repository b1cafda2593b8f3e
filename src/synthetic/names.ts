import { yearOf } from './days.ts';
import { at, NOBODY, type People } from './people.ts';
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
const MOUNTAIN = ['尔玛', '泽郎', '木初', '扎西', '卓玛', '央金', '格西', '释比', '娜姆', '多吉'];

/** Children bear the father's surname; others one drawn by frequency. Parents come before their children. */
export function giveSurnames(people: People, random: Random): void {
  const order = Int32Array.from({ length: people.count }, (_, index) => index).sort(
    (a, b) => at(people.birthDay, a) - at(people.birthDay, b) || a - b,
  );
  for (const person of order) {
    const mother = at(people.mother, person);
    const father = mother === NOBODY ? NOBODY : at(people.spouse, mother);
    people.surname[person] = father === NOBODY ? random.draw(CUMULATIVE) : at(people.surname, father);
  }
}

const pick = (table: string, bits: number) => table.charAt(bits % table.length);

/** The name of a person: always the same for the same seed and index. */
export function nameOf(people: People, index: number, seed: number): string {
  const bits = mix(seed ^ 0x51ed270b, index);
  const surname = SURNAMES[at(people.surname, index)]?.name ?? '李';
  const born = yearOf(at(people.birthDay, index));
  if (mountainous(people, index, bits)) return `${surname}${MOUNTAIN[bits % MOUNTAIN.length] ?? ''}`;
  const tables = born < 1965 ? GIVEN.old : born < 1996 ? GIVEN.middle : GIVEN.young;
  const table = at(people.male, index) === 1 ? tables.male : tables.female;
  const first = pick(table, bits >>> 3);
  return (bits % 1000) / 1000 < SINGLE_CHARACTER
    ? surname + first
    : surname + first + pick(table, bits >>> 13);
}

/** Beichuan and Pingwu, in the share of their people who are of a minority (counties 6 and 7 in code order). */
const MOUNTAIN_SHARE: readonly number[] = [0, 0, 0, 0, 0, 0, 0.12, 0.1, 0];
const mountainous = (people: People, index: number, bits: number) =>
  (bits >>> 20) / 4096 < (MOUNTAIN_SHARE[at(people.county, index)] ?? 0);
