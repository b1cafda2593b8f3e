import type { FactView } from '../facts.ts';
import { type Locale, type Text, text } from '../text.ts';
import type { Arithmetic, Comparison, Distance, Expression, Extreme, Shift } from './expression.ts';

const comparisonWords: Readonly<Record<Comparison, Text>> = {
  '=': text('是', 'is'),
  '<>': text('不是', 'is not'),
  '<': text('小于', 'is less than'),
  '<=': text('不超过', 'is at most'),
  '>': text('大于', 'is more than'),
  '>=': text('不少于', 'is at least'),
};
const dateWords: Readonly<Record<Comparison, Text>> = {
  ...comparisonWords,
  '<': text('早于', 'is before'),
  '<=': text('不晚于', 'is not after'),
  '>': text('晚于', 'is after'),
  '>=': text('不早于', 'is not before'),
};
const distanceWords: Readonly<Record<Distance, Text>> = {
  years: text('周年数', 'completed years'),
  months: text('整月数', 'completed months'),
  days: text('天数', 'days'),
};
const shiftWords: Readonly<Record<Shift, Text>> = {
  years: text('年', 'years'),
  months: text('个月', 'months'),
};
const extremeWords: Readonly<Record<Extreme, Text>> = {
  least: text('中最早（最小）的一个', 'the earliest (least) of '),
  greatest: text('中最晚（最大）的一个', 'the latest (greatest) of '),
};
const operatorWords: Readonly<Record<Arithmetic, string>> = { '+': '+', '-': '−', '*': '×' };
const valueWords: Readonly<Record<string, Text>> = {
  true: text('是', 'true'),
  false: text('否', 'false'),
  null: text('未知', 'unknown'),
  birth: text('出生', 'birth'),
  death: text('死亡', 'death'),
  enrolment: text('初次登记', 'enrolment'),
  move_in: text('迁入', 'move in'),
  move_out: text('迁出', 'move out'),
  male: text('男', 'male'),
  female: text('女', 'female'),
  registered: text('户籍', 'registered'),
  resident: text('常住', 'resident'),
  circular: text('通报', 'circular'),
  policy: text('政策文件', 'policy paper'),
  study: text('调研报告', 'study'),
  procedure: text('办事流程', 'procedure'),
  interpretation: text('解读', 'interpretation'),
  explanation: text('说明', 'explanation'),
};
const parameterWords: Readonly<Record<string, Text>> = {
  periodStart: text('期初（首日）', 'the first day of the period'),
  periodEnd: text('期末（末日）', 'the last day of the period'),
};

/** What codes mean, beside those that every reader of facts knows. */
export type CodeLabels = Readonly<Record<string, Text>>;

interface Wording {
  readonly view: FactView;
  readonly labels: CodeLabels;
  readonly locale: Locale;
}

/** The condition in words of both languages, with the labels of the columns of `view` and of codes. */
export const describe = (expression: Expression, view: FactView, labels: CodeLabels = {}): Text =>
  text(words(expression, { view, labels, locale: 'zh' }), words(expression, { view, labels, locale: 'en' }));

function words(expression: Expression, wording: Wording): string {
  const { view, labels, locale } = wording;
  const say = (part: Expression) => words(part, wording);
  const valueWord = (value: unknown) =>
    (labels[String(value)] ?? valueWords[String(value)])?.[locale] ?? String(value);
  const zh = locale === 'zh';
  switch (expression.kind) {
    case 'literal':
      return valueWord(expression.value);
    case 'fact':
      return view.columns[expression.name]?.label[locale] ?? expression.name;
    case 'parameter':
      return parameterWords[expression.name]?.[locale] ?? expression.name;
    case 'and':
      return expression.of.map(say).join(zh ? '，且' : ', and ');
    case 'or':
      return `(${expression.of.map(say).join(zh ? '，或' : ', or ')})`;
    case 'not':
      return expression.of.kind === 'isKnown'
        ? `${say(expression.of.of)}${zh ? '未知' : ' is unknown'}`
        : `${zh ? '并非' : 'not '}(${say(expression.of)})`;
    case 'compare':
      return comparisonInWords(expression, say, locale);
    case 'oneOf':
      return `${say(expression.of)}${zh ? '属于' : ' is one of '}${expression.values.map(valueWord).join(zh ? '、' : ', ')}`;
    case 'isKnown':
      return `${say(expression.of)}${zh ? '已知' : ' is known'}`;
    case 'choose':
      return zh
        ? `若${say(expression.when)}则${say(expression.then)}，否则${say(expression.otherwise)}`
        : `${say(expression.then)} if ${say(expression.when)}, otherwise ${say(expression.otherwise)}`;
    case 'arithmetic':
      return `(${say(expression.left)} ${operatorWords[expression.operator]} ${say(expression.right)})`;
    case 'extreme':
      return zh
        ? `${expression.of.map(say).join('、')}${extremeWords[expression.pick].zh}`
        : `${extremeWords[expression.pick].en}${expression.of.map(say).join(', ')}`;
    case 'distance':
      return zh
        ? `从${say(expression.from)}到${say(expression.to)}的${distanceWords[expression.unit].zh}`
        : `${distanceWords[expression.unit].en} from ${say(expression.from)} to ${say(expression.to)}`;
    case 'shift':
      return zh
        ? `${say(expression.of)}满${say(expression.by)}${shiftWords[expression.unit].zh}之日`
        : `the day on which ${say(expression.by)} ${shiftWords[expression.unit].en} from ${say(expression.of)} are completed`;
  }
}

function comparisonInWords(
  expression: Expression & { readonly kind: 'compare' },
  say: (part: Expression) => string,
  locale: Locale,
): string {
  const { comparison, left, right } = expression;
  const word = (left.type === 'date' ? dateWords : comparisonWords)[comparison][locale];
  const gap = locale === 'zh' ? '' : ' ';
  return `${say(left)}${gap}${word}${gap}${say(right)}`;
}
