import { type Report, text } from '../../src/language/index.ts';

type Section = Report['sections'][number];

const targets: Section = {
  key: 'targets',
  title: text('一、目标责任', '1. Targets and responsibility'),
  paragraphs: [
    text(
      '目标管理责任书逐级签订，当年督查到位（{responsibility_agreements}）。目标只针对政府的服务；当年的“一票否决”等做法早已停止，文件库中有说明。',
      'Target responsibility agreements were signed level by level and followed up ({responsibility_agreements}). Targets bind services of government alone; the veto of that time has long ended and is explained in the library.',
    ),
  ],
  figures: ['responsibility_agreements'],
};

const benefits: Section = {
  key: 'benefits',
  title: text('二、家庭奖励扶助', '2. Benefits for families'),
  paragraphs: [
    text(
      '三项奖励扶助制度惠及 {benefit_recipients}，发放 {benefit_paid}。出台独生子女伤残死亡家庭照料、医疗和住房政策文件 {special_family_policy}；特殊家庭帮扶试点覆盖 {special_family_pilot_households}，投入 {special_family_pilot_spent}（公布为“以上”）。',
      'The three programmes of reward and support reached {benefit_recipients} and paid them {benefit_paid}. There was a policy paper ({special_family_policy}) on care, medical care and housing for families whose only child died or is disabled; a pilot of support took in {special_family_pilot_households} and spent {special_family_pilot_spent} (published as "more than").',
    ),
    text(
      '“微笑行动”为 {cleft_surgeries:n} 名孩子做了免费唇腭裂手术。参加意外伤害等保险约 {insured_persons}，保费 {insurance_premium}（公布为“以上”）。',
      'Free cleft operations were done for {cleft_surgeries:n} children. About {insured_persons} were insured, at a premium of {insurance_premium} (published as "more than").',
    ),
    text(
      '新增三结合帮扶户 {threefold_households}，新建巩固基地 {threefold_bases}。原文称分别“超目标 205%、202%”，目标本身未公布，两种读法都列在“为什么”页上。',
      'Support for livelihoods reached {threefold_households} more, and {threefold_bases} were built or consolidated. The source calls this "over the target by 205 % and 202 %" without publishing the targets; both readings stand on the why pages.',
    ),
  ],
  figures: [
    'benefit_recipients',
    'benefit_paid',
    'special_family_policy',
    'cleft_surgeries',
    'special_family_pilot_households',
    'special_family_pilot_spent',
    'insured_persons',
    'insurance_premium',
    'threefold_households',
    'threefold_bases',
  ],
};

const administration: Section = {
  key: 'administration',
  title: text('三、依法行政', '3. Lawful administration'),
  paragraphs: [
    text(
      '流动人口生育服务登记可以网上办理（{migrant_birth_registration_online}），热线、网络理政平台和政务微博连通（{hotline_and_online_platform}）。新建和巩固公开栏 {notice_columns}，政策和办事流程公开率 {policies_online}。',
      'Migrants could register births for services online ({migrant_birth_registration_online}); hotline, online platform and microblog were linked ({hotline_and_online_platform}). Villages and townships built or consolidated {notice_columns}; {policies_online} of the policies and procedures were published.',
    ),
    text(
      '来信来访来电办结率 {cases_closed_rate}，群众满意度 {cases_satisfaction}，规范性文件备案审查率 {normative_documents_filed}；行政侵权、行政复议和被责令撤销的案件合计 {administrative_infringements}。',
      'Of letters, visits and calls {cases_closed_rate} were closed and {cases_satisfaction} found satisfactory; {normative_documents_filed} of the normative documents were filed for review. Infringements, reconsiderations and revoked acts came to {administrative_infringements}.',
    ),
    text(
      '群众自治覆盖率 {self_governance_coverage}；红旗村 {red_flag_villages}，合格及以上的村占 {advanced_qualified_villages}。省级依法行政示范县 {provincial_law_model_counties:n} 个、阳光示范县 {provincial_sunshine_counties:n} 个，全国依法行政示范乡镇 {national_law_model_townships:n} 个。',
      'Self-governance covered {self_governance_coverage} of the villages; {red_flag_villages:n} were rated red-flag, and {advanced_qualified_villages} qualified or better. {provincial_law_model_counties:n} counties were provincial models of lawful and {provincial_sunshine_counties:n} of open administration, and {national_law_model_townships:n} townships national models.',
    ),
    text(
      '当年征收社会抚养费 {social_maintenance_fee}。这一收费已于 2021 年取消，这里只作为历史数字保留。',
      'The social maintenance fee collected that year was {social_maintenance_fee}. The fee was abolished in 2021 and stands here as history only.',
    ),
  ],
  figures: [
    'migrant_birth_registration_online',
    'social_maintenance_fee',
    'hotline_and_online_platform',
    'notice_columns',
    'policies_online',
    'cases_closed_rate',
    'cases_satisfaction',
    'normative_documents_filed',
    'administrative_infringements',
    'self_governance_coverage',
    'red_flag_villages',
    'advanced_qualified_villages',
    'provincial_law_model_counties',
    'provincial_sunshine_counties',
    'national_law_model_townships',
  ],
};

const services: Section = {
  key: 'services',
  title: text('四、优质服务', '4. Services'),
  paragraphs: [
    text(
      '{preconception_checkups}接受了免费孕前优生健康检查，覆盖率 {preconception_coverage}；超过 100% 是因为计划数偏低，说明见“为什么”页。市级优质服务示范站 {model_service_stations:n} 个，技术服务安全事故 {safety_incidents}。',
      '{preconception_checkups} had a free preconception check-up, a coverage of {preconception_coverage}; the why page says what is known about its passing 100 %. There were {model_service_stations:n} city model stations and {safety_incidents} of services.',
    ),
    text(
      '灾后再生育免费技术服务自 2008 年以来累计 {post_disaster_rebirth_services} 以上。完成病残儿医学鉴定 {disability_appraisals}，免费服务落实率 {free_service_fulfilment}。',
      'Since 2008, families rebuilding after the earthquake had more than {post_disaster_rebirth_services} of free services. Medical appraisals of children came to {disability_appraisals}; {free_service_fulfilment} of the people entitled received the free services.',
    ),
    text(
      '自愿抽样调查估计：综合避孕率 {contraceptive_prevalence}，药具应用率 {contraceptive_supply_rate}。当年规定的检查为 {reproductive_monitoring}，这类检查已经停止。',
      'A voluntary sample survey put contraceptive prevalence at {contraceptive_prevalence} and the use of supplied contraceptives at {contraceptive_supply_rate}. Checks then required came to {reproductive_monitoring}; they have ended.',
    ),
  ],
  figures: [
    'preconception_checkups',
    'preconception_coverage',
    'model_service_stations',
    'safety_incidents',
    'post_disaster_rebirth_services',
    'disability_appraisals',
    'free_service_fulfilment',
    'reproductive_monitoring',
    'contraceptive_supply_rate',
    'contraceptive_prevalence',
  ],
};

const foundations: Section = {
  key: 'foundations',
  title: text('五、基础工作', '5. Foundations'),
  paragraphs: [
    text(
      '开展调研 {surveys_done:n} 次以上，其中人口抽样比例 {population_sample_fraction}；形成政策调研报告 {policy_report}，覆盖全市的生育意愿调查 {intention_survey}，与高校合作的人口发展研判 {population_outlook}。',
      'There were at least {surveys_done:n} surveys and studies, among them a population sample of {population_sample_fraction}; a policy study ({policy_report}) was delivered, a fertility-intention survey ({intention_survey:n}) covered the whole city, and an outlook ({population_outlook:n}) was made with a university institute.',
    ),
    text(
      '到基层指导督查约 {guidance_visits}，走访群众 {people_interviewed} 以上，审核个案资料 {case_files_audited} 以上。全员人口数据库准确率 {register_accuracy}，监测点工作居全省第 {monitoring_rank:n} 位。',
      'Supervision at the grass roots came to about {guidance_visits}; at least {people_interviewed:n} people were interviewed and {case_files_audited:n} files audited. The register was found {register_accuracy} accurate, and the work of the monitoring points stood in place {monitoring_rank:n} of the province.',
    ),
    text(
      '与市民卡等衔接（{card_integration}），流动人口享有同样服务（{migrant_services}）。出生的孩子中，男孩 {births_male}，女孩 {births_female}，出生人口性别比为 {sex_ratio_at_birth}，目标是控制在 110 以内。',
      'Work was joined with the citizen card ({card_integration}) and the mobile population was served alike ({migrant_services}). Of the children born, {births_male:n} were boys and {births_female:n} were girls; the sex ratio at birth was {sex_ratio_at_birth}, against a target of at most 110.',
    ),
  ],
  figures: [
    'surveys_done',
    'population_sample_fraction',
    'policy_report',
    'intention_survey',
    'population_outlook',
    'guidance_visits',
    'people_interviewed',
    'case_files_audited',
    'card_integration',
    'register_accuracy',
    'monitoring_rank',
    'migrant_services',
    'births_male',
    'births_female',
    'sex_ratio_at_birth',
  ],
};

/** The five sections of the report, in the order of the one that the city published. */
export const workSections: readonly Section[] = [targets, benefits, administration, services, foundations];
