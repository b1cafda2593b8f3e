import {
  choiceField,
  dateField,
  idNumberField,
  nameField,
  numberField,
  text,
  textField,
  withHelp,
} from '../../src/language/index.ts';
import { question, yesOrNo } from './common.ts';

/** Questions that several services ask under the same keys: in a bundle each is asked once. */

const withOther = { question: 'withOther', is: ['yes'] };

/** The second person; nobody has to name one. */
export const otherParentQuestions = [
  question(
    'withOther',
    withHelp(
      yesOrNo(text('是否同时填写孩子的另一方父母？', "Do you also name the child's other parent?")),
      text('可以只登记您本人。', 'You may register alone.'),
    ),
    {
      why: text(
        '双方都填写的，证明上同时载明；只填一方的，同样办理。',
        'Both names then stand on the certificate; with one alone it is done just the same.',
      ),
    },
  ),
  question('otherName', nameField(text('另一方的姓名', "the other parent's name")), {
    why: text('载入证明。', 'It stands on the certificate.'),
    when: withOther,
  }),
  question('otherIdNumber', idNumberField(text('另一方的身份证号', "the other parent's identity number")), {
    why: text('用来核对登记簿。', 'It finds what the register holds.'),
    when: withOther,
    sealed: true,
  }),
];

export const hukouQuestion = question(
  'hukou',
  choiceField(text('户籍情况', 'household registration'), {
    local: text('我（或者另一方）是本市户籍', 'I am, or the other parent is, registered in this city'),
    sichuan: text(
      '我（或者另一方）是四川省内其他地方户籍',
      'I am, or the other parent is, registered elsewhere in Sichuan',
    ),
    'residence-permit': text(
      '都是外省户籍，在本地居住并持有居住证',
      'registered outside Sichuan, living here with a residence permit',
    ),
  }),
  {
    why: text(
      '在户籍地或者居住地都可以登记。',
      'You may register where you are registered or where you live.',
    ),
  },
);

export const residenceQuestion = question('residence', textField(text('现居住地址', 'where you live')), {
  why: text('用来安排就近的孕产期和儿童保健服务。', 'So that care near you can be offered.'),
  sealed: true,
});

export const birthDateQuestion = question(
  'birthDate',
  withHelp(
    dateField(text('预产期或者孩子的出生日期', 'day on which the child is expected, or was born')),
    text('还没有出生的填预产期，大约的日期也可以。', 'Not born yet: the expected day, about right.'),
  ),
  { why: text('出生前后都可以登记。', 'You may register before or after the birth.') },
);

/** The same key, where the child is born. */
export const bornOnQuestion = question(
  'birthDate',
  dateField(text('孩子的出生日期', 'day of birth of the child')),
  {
    why: text('用来核对出生医学证明。', 'It is compared with the certificate of birth.'),
  },
);

export const livingChildrenQuestion = question(
  'livingChildren',
  withHelp(
    numberField(text('现有子女数', 'number of living children'), 0, 20),
    text(
      '不含本次登记的孩子；包括以前婚姻中的子女。',
      'Without the child of this registration; with children of earlier marriages.',
    ),
  ),
  {
    why: text(
      '办法规定的登记内容，只用于人口监测和服务安排。登记没有数量限制。',
      'The measure asks for it, to plan services. There is no limit on number.',
    ),
  },
);

export const childNameQuestion = question('childName', nameField(text('孩子的姓名', "the child's name")), {
  why: text('用来核对出生医学证明和户口。', 'It finds the birth certificate and the registration.'),
});

export const relationQuestion = question(
  'relation',
  choiceField(text('您是孩子的', "You are the child's"), {
    mother: text('母亲', 'mother'),
    father: text('父亲', 'father'),
    guardian: text('其他监护人', 'other guardian'),
    institution: text('所在儿童福利机构', 'welfare institution'),
  }),
  { why: text('由父母一方或者其他监护人申请。', 'A parent or another guardian applies.') },
);

export const accountHolderQuestion = question(
  'accountHolder',
  choiceField(text('收款账户是谁的', 'whose account it is'), {
    applicant: text('申请人', 'mine'),
    child: text('孩子', "the child's"),
  }),
  { why: text('可以发到申请人或者孩子的账户。', 'Either can be paid to.') },
);
