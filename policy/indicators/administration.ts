import { type Indicator, reportingMeasure, text } from '../../src/language/index.ts';
import { villageReturn } from '../returns/grassroots.ts';
import { share, sum, total } from './reported.ts';

/** Lawful and open administration, as villages, townships and counties report it. */
export const administrationIndicators: readonly Indicator[] = [
  total({
    key: 'notice_columns',
    label: text('政务村务公开栏', 'village and township notice columns'),
    unit: 'columns',
    definition: text(
      '各村、各乡镇当年新建和巩固的公开栏之和。',
      'Notice columns built or consolidated in villages and townships in the year.',
    ),
  }),
  share({
    key: 'cases_closed_rate',
    label: text('来信来访来电办结率', 'letters, visits and calls closed'),
    part: 'voices_closed',
    whole: 'voices_received',
    definition: text(
      '当年受理的来信、来访、来电中已办结的百分比。',
      'Of the letters, visits and calls received in the year, the share that was closed.',
    ),
  }),
  share({
    key: 'cases_satisfaction',
    label: text('群众满意度', 'satisfaction'),
    part: 'voices_satisfied',
    whole: 'voices_rated',
    definition: text(
      '办结后作出评价的事项中表示满意的百分比；每件只问一次。',
      'Of the closed cases that were rated, the share that was found satisfactory; each is asked about once.',
    ),
  }),
  share({
    key: 'cases_on_time_rate',
    label: text('按期办结率', 'closed in time'),
    part: 'voices_on_time',
    whole: 'voices_closed',
    decimals: 1,
    definition: text(
      '当年受理并已办结的事项中，没有超过办理时限的百分比；停止计算期限的日子不计。',
      'Of the cases received in the year and closed, the share that was closed within its time limit; days on which the clock stood do not count.',
    ),
  }),
  share({
    key: 'cases_response_rate',
    label: text('评价参与率', 'closed cases that were rated'),
    part: 'voices_rated',
    whole: 'voices_closed',
    decimals: 1,
    definition: text(
      '已办结的事项中，申请人作出评价的百分比；读满意度时应一并看。',
      'Of the closed cases, the share whose applicants said how it went: to be read beside satisfaction.',
    ),
  }),
  share({
    key: 'normative_documents_filed',
    label: text('规范性文件备案审查率', 'normative documents filed for review'),
    part: 'filings_reviewed',
    whole: 'filings_received',
    definition: text(
      '当年报送备案的规范性文件中完成审查的百分比。',
      'Of the normative documents sent in for filing in the year, the share whose review was concluded.',
    ),
  }),
  total({
    key: 'administrative_infringements',
    label: text('行政侵权、复议和被责令撤销案件', 'infringements, reconsiderations and revoked acts'),
    unit: 'cases',
    numerator: sum('infringements', 'reconsiderations', 'acts_revoked'),
    direction: 'lower is better',
    definition: text(
      '三类案件件数之和；公布为三个“零”。',
      'The three kinds of cases together; published as three noughts.',
    ),
  }),
  share({
    key: 'self_governance_coverage',
    label: text('群众自治覆盖率', 'village self-governance coverage'),
    part: 'villages_assessed',
    whole: reportingMeasure(villageReturn),
    definition: text(
      '当年完成自治评估的村占全部填报村的百分比。',
      'Villages whose self-governance was assessed in the year as a share of all villages that reported.',
    ),
  }),
  total({
    key: 'red_flag_villages',
    label: text('红旗村', 'red-flag villages'),
    unit: 'villages',
    numerator: sum('villages_red_flag'),
    definition: text(
      '当年评为红旗村的村；等次由高到低为红旗、先进、合格。',
      'Villages rated red-flag in the year; the ratings from best to least are red-flag, advanced, qualified.',
    ),
  }),
  share({
    key: 'advanced_qualified_villages',
    label: text('先进村、合格村占比', 'advanced and qualified villages'),
    part: 'villages_qualified',
    whole: reportingMeasure(villageReturn),
    definition: text(
      '评为合格及以上的村占全部村的百分比。',
      'Villages rated qualified or better as a share of all villages that reported.',
    ),
    notes: [
      text(
        '公布为“70% 以上”，未说明是否含红旗村。按 3,205 个村计，997 个红旗村已占 31%，其余不足 70%，因此这里取“合格及以上”的读法。',
        'Published as "over 70 %" without saying whether red-flag villages are in it. Of 3,205 villages the 997 red-flag ones are 31 %, which leaves less than 70 %: read here as "qualified or better".',
      ),
    ],
  }),
  total({
    key: 'provincial_law_model_counties',
    label: text('省级依法行政示范县', 'provincial model counties: lawful administration'),
    unit: 'counties',
    numerator: sum('law_model'),
    definition: text(
      '获省级依法行政示范称号的县（市、区）。',
      'Counties named provincial models of lawful administration.',
    ),
  }),
  total({
    key: 'provincial_sunshine_counties',
    label: text('省级阳光计生示范县', 'provincial model counties: open administration'),
    unit: 'counties',
    numerator: sum('sunshine_model'),
    definition: text(
      '获省级阳光计生示范称号的县（市、区）。',
      'Counties named provincial models of open administration.',
    ),
  }),
  total({
    key: 'national_law_model_townships',
    label: text('全国依法行政示范乡镇', 'national model townships: lawful administration'),
    unit: 'townships',
    numerator: sum('national_law_model'),
    definition: text(
      '获全国依法行政示范称号的乡镇（街道）。',
      'Townships named national models of lawful administration.',
    ),
  }),
];
