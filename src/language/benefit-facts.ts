import { type FactColumn, type FactView, type ValueType } from './facts.ts';
import { type Text, text } from './text.ts';

const column = <T extends ValueType>(type: T, label: Text, codes?: readonly string[]): FactColumn<T> =>
  codes ? { type, label, codes } : { type, label };

export const hukouKinds = ['rural', 'urban', 'unified'] as const;

/** Children of a person that stand each in columns of their own, from the eldest on; of further ones the number is known. */
export const CHILD_SLOTS = [1, 2, 3, 4] as const;
export type ChildSlot = (typeof CHILD_SLOTS)[number];

/** What is known of one child of the person. */
const childColumns = <N extends ChildSlot>(n: N) => {
  const zh = `第 ${String(n)} 个子女`;
  const en = `child ${String(n)}`;
  return {
    [`child${String(n)}_birth_date`]: column('date', text(`${zh}的出生日期`, `${en}: date of birth`)),
    [`child${String(n)}_sex`]: column('code', text(`${zh}的性别`, `${en}: sex`), ['male', 'female']),
    [`child${String(n)}_death_date`]: column('date', text(`${zh}的死亡日期`, `${en}: date of death`)),
    [`child${String(n)}_adopted_on`]: column('date', text(`${zh}的收养登记日期`, `${en}: adopted on`)),
    [`child${String(n)}_grade`]: column(
      'integer',
      text(`${zh}的残疾等级（1 最重）`, `${en}: grade of disability, 1 the worst`),
    ),
    [`child${String(n)}_graded_from`]: column(
      'date',
      text(`${zh}的残疾证起始日期`, `${en}: certified as disabled from`),
    ),
    [`child${String(n)}_graded_to`]: column(
      'date',
      text(`${zh}的残疾证失效日期`, `${en}: certificate of disability ended on`),
    ),
  } as Readonly<
    Record<`child${N}_birth_date` | `child${N}_death_date` | `child${N}_adopted_on`, FactColumn<'date'>>
  > &
    Readonly<Record<`child${N}_graded_from` | `child${N}_graded_to`, FactColumn<'date'>>> &
    Readonly<Record<`child${N}_sex`, FactColumn<'code'>>> &
    Readonly<Record<`child${N}_grade`, FactColumn<'integer'>>>;
};

const hukouColumns = {
  hukou_kind: column(
    'code',
    text('户口性质（rural 农业、urban 非农业、unified 统一居民）', 'kind of registration'),
    hukouKinds,
  ),
  hukou_kind_from: column(
    'date',
    text('现户口性质的起始日期；未知即从未改变', 'kind of registration since; unknown: it never changed'),
  ),
  hukou_kind_before: column('code', text('此前的户口性质', 'kind of registration before that'), hukouKinds),
  classed_rural_from: column('date', text('经界定为农村居民的起始日期', 'classed as a rural resident since')),
};

const spouseColumns = {
  married_on: column('date', text('结婚日期；未知但有配偶即登记前已婚', 'day of the marriage')),
  spouse_birth_date: column(
    'date',
    text('配偶出生日期；未知即无配偶', "spouse's date of birth; unknown: no spouse"),
  ),
  spouse_death_date: column('date', text('配偶死亡日期', "spouse's date of death")),
  spouse_hukou_kind: column('code', text('配偶的户口性质', "spouse's kind of registration"), hukouKinds),
  spouse_hukou_kind_from: column(
    'date',
    text('配偶现户口性质的起始日期', "spouse's kind of registration since"),
  ),
  spouse_hukou_kind_before: column(
    'code',
    text('配偶此前的户口性质', "spouse's kind of registration before that"),
    hukouKinds,
  ),
  spouse_classed_rural_from: column(
    'date',
    text('配偶经界定为农村居民的起始日期', 'spouse classed as a rural resident since'),
  ),
  spouse_registered_from: column(
    'date',
    text('配偶在本市户籍的起始日期', 'spouse registered in the city since'),
  ),
  spouse_resident_from: column('date', text('配偶在本市居住的起始日期', 'spouse resident in the city since')),
};

const parentColumns = {
  mother_birth_date: column('date', text('母亲出生日期', "mother's date of birth")),
  mother_death_date: column('date', text('母亲死亡日期', "mother's date of death")),
  mother_registered_from: column(
    'date',
    text('母亲在本市户籍的起始日期', 'mother registered in the city since'),
  ),
  father_birth_date: column('date', text('父亲出生日期', "father's date of birth")),
  father_death_date: column('date', text('父亲死亡日期', "father's date of death")),
  father_registered_from: column(
    'date',
    text('父亲在本市户籍的起始日期', 'father registered in the city since'),
  ),
  has_guardian: column('boolean', text('有父母以外的监护人', 'has a guardian other than a parent')),
  institution_from: column(
    'date',
    text('由儿童福利机构收养监护的起始日期', 'in the care of a welfare institution since'),
  ),
  adopted_on: column('date', text('本人被收养的登记日期', 'was adopted on')),
};

const attestedColumns = {
  children_complete_on: column(
    'date',
    text(
      '经核实：截至该日登记的子女齐全，没有遗漏',
      'day on which it was checked that no child is missing from the register',
    ),
  ),
  honour_certificate_on: column(
    'date',
    text('独生子女父母光荣证的发证日期', 'certificate of honour issued on'),
  ),
  honour_certificate_void_on: column('date', text('光荣证失效日期', 'certificate of honour void since')),
  complication_grade: column(
    'integer',
    text('计划生育手术并发症等级（1 最重）', 'grade of a surgical complication, 1 the worst'),
  ),
  complication_from: column('date', text('并发症鉴定日期', 'surgical complication certified on')),
  complication_to: column('date', text('并发症治愈日期', 'surgical complication recovered on')),
  cleft_diagnosed_on: column('date', text('唇腭裂诊断日期', 'cleft lip or palate diagnosed on')),
  cleft_operated_on: column('date', text('免费唇腭裂手术日期', 'free cleft operation on')),
  checkup_on: column('date', text('最近一次免费孕前检查日期', 'last free preconception check-up on')),
  local_childcare_from: column(
    'date',
    text('已领取地方育儿补贴的起始日期', 'drawing a local childcare subsidy since'),
  ),
};

/**
 * One row for each person who is or was in the city: what benefits ask about, with spouse, parents and children on the
 * same row, dated, so that the facts of any day can be told from it. Everything that is not known is unknown; nothing
 * is guessed. Declarations are never in it.
 */
export const benefitPersons = {
  name: 'benefit_persons',
  compartment: 'benefits',
  doc: text(
    '每人一行：待遇条件所涉及的本人、配偶、父母和子女的事实，均带日期',
    'one row a person: dated facts of person, spouse, parents and children that benefits ask about',
  ),
  columns: {
    link: column('code', text('可销毁的关联键', 'link key, destroyable')),
    village: column(
      'code',
      text('户籍（否则居住）村（社区）代码', 'village of registration, failing that of residence'),
    ),
    county: column('code', text('县（市、区）代码（分区）', 'county code (partition)')),
    sex: column('code', text('性别', 'sex'), ['male', 'female']),
    birth_date: column('date', text('出生日期', 'date of birth')),
    death_date: column('date', text('死亡日期', 'date of death')),
    registered_from: column(
      'date',
      text('在本市户籍的起始日期（最近一段）', 'registered in the city since (last stay)'),
    ),
    registered_to: column('date', text('在本市户籍的结束日期', 'registered in the city until')),
    resident_from: column(
      'date',
      text('在本市居住的起始日期（最近一段）', 'resident in the city since (last stay)'),
    ),
    resident_to: column('date', text('在本市居住的结束日期', 'resident in the city until')),
    ...hukouColumns,
    ...spouseColumns,
    ...parentColumns,
    ...childColumns(1),
    ...childColumns(2),
    ...childColumns(3),
    ...childColumns(4),
    children_beyond: column('integer', text('第 4 个以后的子女数', 'children after the fourth')),
    ...attestedColumns,
  },
} as const satisfies FactView;

export type BenefitColumn = keyof (typeof benefitPersons)['columns'];

/** Somebody of whom nothing is known yet: every column unknown. */
export const nothingKnown: Readonly<Record<BenefitColumn, null>> = Object.fromEntries(
  Object.keys(benefitPersons.columns).map((name) => [name, null]),
) as Record<BenefitColumn, null>;
