import { checkDigit } from '../src/register/index.ts';

const HEADINGS = [
  '姓名',
  '性别',
  '出生日期',
  '公民身份号码',
  '登记生效日期',
  '户籍地',
  '常住地',
  '户口性质',
  '电话',
  '详细住址',
  '户号',
  '与户主关系',
];
/** Who somebody is and where; without phone, address and household. */
const PLAIN = 7;
const FIRST = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗';
const SECOND = '伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建国文斌辉力';
const MEMBERS = 3;
const relations = ['户主', '配偶', '子女'];

/** Invented people whose numbers no city has: of a place that is none, born on each day in turn. */
function row(index: number, run: number, village: string): readonly string[] {
  const day = new Date(Date.UTC(1950, 0, 1 + (index % 20_000))).toISOString().slice(0, 10);
  const serial = String(Math.floor(index / 20_000)).padStart(3, '0');
  const seventeen = `${String(990_000 + run)}${day.replaceAll('-', '')}${serial}`;
  const pick = (letters: string, n: number) => letters.charAt(n % letters.length);
  const name = pick(FIRST, index * 7) + pick(SECOND, index * 13) + pick(SECOND, Math.floor(index / 35));
  return [
    name,
    Number(serial) % 2 === 1 ? '男' : '女',
    day,
    seventeen + checkDigit(seventeen),
    '2020-01-01',
    village,
    village,
    '',
    `139${String(run).padStart(2, '0')}${String(index).padStart(6, '0')}`,
    `人民路${String(index % 900)}号${String(index % 30)}栋${String(index % 2000)}室`,
    `${String(run)}-${String(Math.floor(index / MEMBERS))}`,
    relations[index % MEMBERS] ?? '其他',
  ];
}

interface PersonsFile {
  readonly count: number;
  readonly run: number;
  readonly villages: readonly string[];
  /** Without phone, address and household. */
  readonly plain: boolean;
}

/** A file of `count` persons in households of three, spread over the villages; no two runs name the same people. */
export function fileOfPersons({ count, run, villages, plain }: PersonsFile): string {
  const rows = Array.from({ length: count }, (_, index) =>
    row(index, run, villages[Math.floor(index / MEMBERS) % villages.length] ?? ''),
  );
  const columns = plain ? PLAIN : HEADINGS.length;
  const lines = [HEADINGS, ...rows].map((cells) => cells.slice(0, columns).join(','));
  return Buffer.from(lines.join('\n')).toString('base64');
}
