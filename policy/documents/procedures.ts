import { calendarDate, type LibraryDocument, type Text, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';

const since = calendarDate('2013-01-01');
const made = text(
  '演示文件，由本站编写，用来说明文件库。',
  'A page of ours that shows what the library is for.',
);

const procedure = (key: string, title: Text, paragraphs: readonly Text[]): LibraryDocument => ({
  key,
  kind: 'procedure',
  title,
  number: null,
  issuer: text('家户示范站编辑组', 'editors of the Jiahu demonstration site'),
  issuedOn: since,
  endedOn: null,
  endedBy: null,
  subject: 'procedure',
  area: cityArea,
  explains: null,
  body: [{ heading: text('说明', 'How it works'), paragraphs }],
  source: made,
});

/** How things are done, published for everybody. */
export const procedures: readonly LibraryDocument[] = [
  procedure('how-returns-are-approved', text('报表怎样逐级审定', 'How returns are approved'), [
    text(
      '村、乡镇、县和市各填报本级负责的数字；上一级审定后再交更上一级，全市审定后才进入报告。',
      'Villages, townships, counties and the city each report the numbers they answer for; each level above approves them in turn, and only what the city has approved enters a report.',
    ),
    text(
      '填报人不能审定自己填的报表；退回要说明理由，每一步都留痕。',
      'Nobody approves what they reported themselves; sending back needs a reason, and every step is kept.',
    ),
  ]),
  procedure('how-figures-are-published', text('数字怎样公布', 'How figures are published'), [
    text(
      '数字由封存的快照计算，每个数字都能追问定义、分子、分母和来源。',
      'Figures are computed from a sealed snapshot; each can be asked for its definition, numerator, denominator and source.',
    ),
    text(
      '涉及人的小数目不公布，以免认出某个家庭。',
      'Small counts of persons are withheld so that no family can be recognised.',
    ),
  ]),
];
