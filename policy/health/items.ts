import { type Text, text } from '../../src/language/index.ts';
import {
  anyIsNormal,
  done,
  finding,
  laboratory,
  measured,
  negativeIsNormal,
  noRange,
  positiveIsNormal,
} from './parts.ts';
import type { CheckupItem, Part } from './vocabulary.ts';

const both = { of: 'both', confirmLocally: false } as const;
const woman = { of: 'woman', confirmLocally: false } as const;
/** Said to be examined in the woman alone; the original was not seen. */
const womanAsSaid = { of: 'woman', confirmLocally: true } as const;

const item = (
  key: string,
  label: Text,
  rest: Partial<CheckupItem> & { readonly parts: readonly Part[] },
): CheckupItem => ({ key, label, whom: both, confirmNormal: false, recordedApart: false, ...rest });

const positiveOrNot = (key: string, label: Text) => negativeIsNormal(key, label);

/** The 19 items of the national free preconception check-up, in the order of its list. */
export const checkupItems: readonly CheckupItem[] = [
  item('education', text('优生健康教育', 'health education'), {
    parts: [done('educated', text('已接受健康教育', 'was given'))],
  }),
  item('history', text('病史询问', 'history'), {
    parts: [finding('history-finding', text('病史情况', 'history'))],
  }),
  item('examination', text('体格检查', 'physical examination'), {
    parts: [
      measured('height', text('身高', 'height'), { unit: 'cm', from: 80, to: 250, range: noRange }),
      measured('weight', text('体重', 'weight'), { unit: 'kg', from: 20, to: 300, range: noRange }),
      measured('systolic', text('收缩压', 'systolic pressure'), {
        unit: 'mmHg',
        from: 50,
        to: 300,
        range: laboratory,
      }),
      measured('diastolic', text('舒张压', 'diastolic pressure'), {
        unit: 'mmHg',
        from: 20,
        to: 200,
        range: laboratory,
      }),
      finding('examination-finding', text('体格检查情况', 'what was found')),
    ],
  }),
  item('vaginal-discharge', text('白带常规检查', 'vaginal discharge'), {
    whom: woman,
    confirmNormal: true,
    parts: [
      positiveOrNot('trichomonas', text('滴虫', 'trichomonas')),
      positiveOrNot('candida', text('假丝酵母菌', 'candida')),
      positiveOrNot('clue-cells', text('线索细胞', 'clue cells')),
    ],
  }),
  item('blood-count', text('血常规', 'blood count'), {
    parts: [
      measured('haemoglobin', text('血红蛋白', 'haemoglobin'), {
        unit: 'g/L',
        from: 20,
        to: 260,
        range: laboratory,
      }),
      measured('red-cells', text('红细胞计数', 'red cells'), {
        unit: '10^12/L',
        from: 0.5,
        to: 12,
        range: laboratory,
      }),
      measured('white-cells', text('白细胞计数', 'white cells'), {
        unit: '10^9/L',
        from: 0.1,
        to: 500,
        range: laboratory,
      }),
      measured('platelets', text('血小板计数', 'platelets'), {
        unit: '10^9/L',
        from: 1,
        to: 3000,
        range: laboratory,
      }),
    ],
  }),
  item('urinalysis', text('尿常规', 'urinalysis'), {
    confirmNormal: true,
    parts: [
      positiveOrNot('urine-protein', text('尿蛋白', 'protein')),
      positiveOrNot('urine-glucose', text('尿糖', 'glucose')),
      positiveOrNot('urine-blood', text('尿潜血', 'blood')),
    ],
  }),
  item('blood-group', text('血型', 'blood group'), {
    confirmNormal: true,
    parts: [
      anyIsNormal('abo', text('ABO 血型', 'ABO group'), {
        a: text('A', 'A'),
        b: text('B', 'B'),
        ab: text('AB', 'AB'),
        o: text('O', 'O'),
      }),
      positiveIsNormal('rhesus', text('Rh（D）', 'Rh (D)')),
    ],
  }),
  item('glucose', text('血清葡萄糖', 'glucose'), {
    parts: [
      measured('serum-glucose', text('血清葡萄糖', 'glucose'), {
        unit: 'mmol/L',
        from: 0.5,
        to: 80,
        range: laboratory,
      }),
    ],
  }),
  item('liver', text('肝功能', 'liver function'), {
    parts: [
      measured('alt', text('丙氨酸氨基转移酶', 'alanine aminotransferase'), {
        unit: 'U/L',
        from: 0,
        to: 20000,
        range: laboratory,
      }),
    ],
  }),
  item('hepatitis-b', text('乙型肝炎五项', 'hepatitis B, five markers'), {
    confirmNormal: true,
    parts: [
      positiveOrNot('hbsag', text('表面抗原', 'surface antigen')),
      // Whether somebody who was never vaccinated has a risk factor is for the doctor to say.
      anyIsNormal('hbsab', text('表面抗体', 'surface antibody'), {
        negative: text('阴性', 'negative'),
        positive: text('阳性', 'positive'),
      }),
      positiveOrNot('hbeag', text('e 抗原', 'e antigen')),
      positiveOrNot('hbeab', text('e 抗体', 'e antibody')),
      positiveOrNot('hbcab', text('核心抗体', 'core antibody')),
    ],
  }),
  item('kidney', text('肾功能', 'kidney function'), {
    parts: [
      measured('creatinine', text('肌酐', 'creatinine'), {
        unit: 'μmol/L',
        from: 1,
        to: 5000,
        range: laboratory,
      }),
    ],
  }),
  item('thyroid', text('甲状腺功能（促甲状腺激素）', 'thyroid function (TSH)'), {
    parts: [
      measured('tsh', text('促甲状腺激素', 'TSH'), { unit: 'mIU/L', from: 0, to: 1000, range: laboratory }),
    ],
  }),
  item('syphilis', text('梅毒螺旋体筛查', 'syphilis'), {
    confirmNormal: true,
    parts: [positiveOrNot('treponema', text('梅毒螺旋体抗体', 'antibody'))],
  }),
  item('rubella', text('风疹病毒 IgG', 'rubella IgG'), {
    whom: womanAsSaid,
    confirmNormal: true,
    parts: [positiveIsNormal('rubella-igg', text('风疹病毒 IgG', 'rubella IgG'))],
  }),
  item('cmv', text('巨细胞病毒 IgM、IgG', 'cytomegalovirus IgM and IgG'), {
    whom: womanAsSaid,
    confirmNormal: true,
    parts: [
      positiveOrNot('cmv-igm', text('巨细胞病毒 IgM', 'cytomegalovirus IgM')),
      anyIsNormal('cmv-igg', text('巨细胞病毒 IgG', 'cytomegalovirus IgG'), {
        negative: text('阴性', 'negative'),
        positive: text('阳性', 'positive'),
      }),
    ],
  }),
  item('toxoplasma', text('弓形体 IgM、IgG', 'toxoplasma IgM and IgG'), {
    whom: womanAsSaid,
    confirmNormal: true,
    parts: [
      positiveOrNot('toxoplasma-igm', text('弓形体 IgM', 'toxoplasma IgM')),
      anyIsNormal('toxoplasma-igg', text('弓形体 IgG', 'toxoplasma IgG'), {
        negative: text('阴性', 'negative'),
        positive: text('阳性', 'positive'),
      }),
    ],
  }),
  item('ultrasound', text('妇科超声', 'gynaecological ultrasound'), {
    whom: woman,
    parts: [finding('ultrasound-finding', text('妇科超声情况', 'what was seen'))],
  }),
  item('risk', text('风险评估和咨询指导', 'risk assessment and counselling'), {
    recordedApart: true,
    parts: [],
  }),
  item('follow-up', text('早孕和妊娠结局随访', 'follow-up of early pregnancy and outcome'), {
    recordedApart: true,
    parts: [],
  }),
];

/** Where the list comes from, and what of it still has to be seen in the original. */
export const checkupSource = text(
  '国家免费孕前优生健康检查项目（2010 年起试点，后扩大到城乡），19 项；每项的具体指标、仅女方检查的项目和正常值待本地核实',
  'National free preconception check-up (pilot from 2010, later in town and country), 19 items; what is measured within an item, which are for the woman alone and which values are normal: to be confirmed locally',
);
