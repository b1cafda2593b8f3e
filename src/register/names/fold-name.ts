/**
 * Characters that stand for the same one in names: the first of each pair is read and compared as the second. Forms
 * that differ only as traditional and simplified are found by their sound.
 */
const VARIANTS =
  '㐂喜 𠮷吉 峯峰 昇升 陞升 喆哲 嚞哲 堃坤 甦苏 濬浚 迺乃 廼乃 祕秘 玨珏 犇奔 昺炳 鉄铁 琹琴 栞刊 珎珍 眞真 愼慎 ' +
  '髙高 靑青 淸清 敎教 喦岩 嵒岩 崑昆 崐昆 邨村 竝并 並并 強强 彊强 凃涂 囘回 囬回 逥迥 緜绵 羣群 翺翱 臯皋 菴庵 葢盖 ' +
  '蔴麻 黒黑 龢和';

const folded = new Map(
  VARIANTS.split(' ').map((pair) => {
    const [from = '', to = ''] = Array.from(pair);
    return [from, to] as const;
  }),
);

const MIDDLE_DOTS = /[•・‧∙⋅．.]/gu;

/** A name as it is compared: one kind of middle dot, no spaces, full-width letters narrow, variants as one. */
export const foldName = (name: string): string =>
  Array.from(
    name.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll(MIDDLE_DOTS, '·'),
    (char) => folded.get(char) ?? char,
  )
    .join('')
    .toLowerCase();
