import { calendarDate, type LibraryDocument, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';

const summarised = text(
  '本页是根据公开事实写的内容提要，不是原文；成文日期只知道年份的，记为当年最后一日。',
  'A summary of ours from public facts, not the document itself. Where only the year is known, the last day of it stands as the date.',
);

/** Documents that the report of 2013 names. */
export const documentsOf2013: readonly LibraryDocument[] = [
  {
    key: 'provincial-circular-2013-3',
    kind: 'circular',
    title: text(
      '省人口和计划生育领导小组关于绵阳市重点检查情况的通报（提要）',
      'Provincial circular on the key inspection of Mianyang (summary)',
    ),
    number: '川人口领发〔2013〕3号',
    issuer: text('四川省人口和计划生育领导小组', 'Sichuan leading group for population and family planning'),
    issuedOn: calendarDate('2013-12-31'),
    endedOn: null,
    endedBy: null,
    subject: 'provincial_standing',
    area: cityArea,
    explains: null,
    body: [
      {
        heading: text('内容', 'What it says'),
        paragraphs: [
          text(
            '通报的是省里对本市的一次重点检查，对此前五年的工作给予肯定。',
            'It reports on a key inspection of the city by the province and praises the work of the five years before.',
          ),
          text(
            '它评价的是单位的工作，不涉及任何家庭或个人。',
            'It speaks of the work of units of government and of no family or person.',
          ),
        ],
      },
    ],
    source: summarised,
  },
  {
    key: 'special-family-support-2013',
    kind: 'policy',
    title: text(
      '关于独生子女伤残死亡家庭照料、医疗和住房扶助的政策文件（提要）',
      'Policy paper on care, medical care and housing for bereaved and disabled families (summary)',
    ),
    number: null,
    issuer: text('绵阳市人民政府', "Mianyang Municipal People's Government"),
    issuedOn: calendarDate('2013-12-31'),
    endedOn: null,
    endedBy: null,
    subject: 'special_family_policy',
    area: cityArea,
    explains: null,
    body: [
      {
        heading: text('帮助谁', 'Whom it helps'),
        paragraphs: [
          text(
            '独生子女死亡或者伤残、没有再生育也没有收养子女的家庭。',
            'Families whose only child died or is disabled and who have not had or adopted another.',
          ),
        ],
      },
      {
        heading: text('怎样帮助', 'How it helps'),
        paragraphs: [
          text('在养老照料、看病就医和住房方面给予扶助。', 'With care in old age, medical care and housing.'),
          text(
            '这些家庭的名单、住址和情况从不公示。',
            'Names, addresses and circumstances of these families are never posted in public.',
          ),
        ],
      },
    ],
    source: summarised,
  },
  {
    key: 'special-family-support-2013-explained',
    kind: 'interpretation',
    title: text(
      '解读：独生子女伤残死亡家庭可以得到哪些帮助',
      'Explained: what help bereaved and disabled families can have',
    ),
    number: null,
    issuer: text('家户示范站编辑组', 'editors of the Jiahu demonstration site'),
    issuedOn: calendarDate('2013-12-31'),
    endedOn: null,
    endedBy: null,
    subject: 'special_family_policy_explained',
    area: cityArea,
    explains: 'special-family-support-2013',
    body: [
      {
        heading: text('三个方面', 'Three kinds of help'),
        paragraphs: [
          text(
            '照料：有固定联系人，生活不便时有人上门。',
            'Care: a named contact, and somebody who comes when daily life is hard.',
          ),
          text(
            '医疗：签约家庭医生，就医有便利通道。',
            'Medical care: a family doctor and a short way into the clinic.',
          ),
          text('住房：困难的优先安排。', 'Housing: those in need come first.'),
        ],
      },
      {
        heading: text('在哪里办', 'Where to ask'),
        paragraphs: [
          text(
            '到村（社区）或者乡镇（街道）提出，有疑问可以拨打 12345。',
            'At the village or township office; questions go to 12345.',
          ),
        ],
      },
    ],
    source: summarised,
  },
  {
    key: 'population-policy-study-2013',
    kind: 'study',
    title: text('人口与家庭政策调研报告（提要）', 'Study of population and family policy (summary)'),
    number: null,
    issuer: text('绵阳市人口和计划生育委员会', 'Mianyang commission for population and family planning'),
    issuedOn: calendarDate('2013-12-31'),
    endedOn: null,
    endedBy: null,
    subject: 'policy_report',
    area: cityArea,
    explains: null,
    body: [
      {
        heading: text('来由', 'Why it was written'),
        paragraphs: [
          text(
            '当年的调研形成一份政策报告，提交人大代表和政协委员。',
            'The studies of the year led to one policy report, which was delivered to deputies.',
          ),
        ],
      },
    ],
    source: summarised,
  },
];
