import { describe, expect, it } from 'vitest';
import {
  answersFor,
  askedFields,
  formSchema,
  isAsked,
  mayGoOn,
  openedTogether,
  type Service,
  sensitivityOf,
  serviceFaults,
  type TimeLimit,
  workflowFaults,
} from '../../src/language/index.ts';
import { archivedServices, samples, services } from './index.ts';

type Given = Readonly<Record<string, string>>;

const serviceOf = (key: string): Service => {
  const found = services.find((one) => one.key === key);
  if (!found) throw new Error(`no service ${key}`);
  return found;
};

const accepts = (service: Service, answers: Given) =>
  formSchema(askedFields(service, answers)).safeParse(answers).success;

const words = (value: unknown): string => JSON.stringify(value);

/** Chinese pages are written so. */
const misspelt = /其它|登陆|帐号|[，。；：]\s*[，。；：]/;

it('names each service once', () => {
  const keys = [...services, ...archivedServices].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

describe.each(services.map((service) => ({ key: service.key, service })))('$key', ({ service }) => {
  it('has no blank text and its questions hang together', () => {
    expect(serviceFaults(service)).toEqual([]);
  });

  it('is written as the city writes', () => {
    expect(words(service)).not.toMatch(misspelt);
  });

  it('can be closed from everywhere, and every step and outcome can be reached', () => {
    expect(workflowFaults(service.workflow)).toEqual([]);
  });

  it('asks nothing that depends on an answer nobody can give', () => {
    for (const { when } of service.questions) {
      const asked = service.questions.find((one) => one.key === when?.question);
      const possible = asked?.field.choices.map((choice) => choice.value) ?? [];
      expect(possible).toEqual(expect.arrayContaining([...(when?.is ?? [])]));
    }
  });

  it('can be filled in by a sample, with and without what is optional', () => {
    const sample = samples[service.key];
    if (!sample) throw new Error(`no sample of ${service.key}`);
    for (const answers of [sample.answers, sample.full]) {
      expect(formSchema(askedFields(service, answers)).safeParse(answers).error?.issues ?? []).toEqual([]);
      expect(mayGoOn(service, answers)).toBe(true);
      const unasked = Object.keys(answers).filter(
        (key) => !service.questions.some((one) => one.key === key && isAsked(one, answers)),
      );
      expect(unasked).toEqual([]);
    }
  });

  it('levies no fee', () => {
    expect(service.fee.zh).toBe('不收费');
    expect(service.materials.map(({ name }) => name.zh).join()).not.toMatch(/费/);
    expect(words(service.workflow)).not.toMatch(/收费|缴费|罚款|社会抚养费/);
  });

  it('never asks whether a birth is allowed', () => {
    const asked = service.questions.filter((one) => one.key !== 'ownStatement').map((one) => one.field);
    expect(words(asked)).not.toMatch(/政策内|政策外|计划外|超生|违反|准生|是否结婚|婚姻状况/);
  });

  it('extends what it may, and says whose promise a limit is', () => {
    const { limits, promised, workflow } = service;
    expect('ask-extension' in workflow.actions).toBe(limits.extension !== null);
    if (limits.closingFrom === 'promise') expect(promised).toEqual(limits.closing);
    expect(service.rated).toBe('reopen' in workflow.actions);
  });

  it('says what it fetches itself, and every declaration in full', () => {
    for (const { declaration } of service.materials) {
      if (declaration) expect(declaration.zh).toMatch(/^本人已被告知.*本人承诺：.*$/);
    }
    if (service.filedBy === 'citizen' && service.materials.length > 0)
      expect(service.materials.some(({ from }) => from === 'government')).toBe(true);
  });

  it('tells the applicant whatever moves the case', () => {
    const silent = Object.entries(service.workflow.actions)
      .filter(([, rule]) => rule.to in service.workflow.outcomes && rule.tells === null)
      .map(([key]) => key);
    expect(silent).toEqual([]);
  });
});

it('asks for the own statement about an old rule where that rule is applied alone, and keeps it sealed', () => {
  const asking = services.filter(({ questions }) => questions.some(({ key }) => key === 'ownStatement'));
  expect(asking.map(({ key }) => key)).toEqual(['rural-reward-support', 'special-support']);
  for (const { questions } of asking)
    expect(questions.find(({ key }) => key === 'ownStatement')?.sealed).toBe(true);
  const loss = samples['special-support']?.answers ?? {};
  expect(Object.keys(askedFields(serviceOf('special-support'), loss))).not.toContain('ownStatement');
});

it('seals identity numbers and phones', () => {
  const open = services
    .flatMap(({ questions }) => questions)
    .filter(({ field, sealed }) => ['identityNumber', 'phone'].includes(field.kind) && !sealed);
  expect(open).toEqual([]);
});

describe('health services', () => {
  const health = services.filter(({ compartment }) => compartment === 'health');

  it.each(health.map((service) => [service.key, service] as const))(
    '%s begins with consent, ends when it is refused or withdrawn',
    (key, service) => {
      expect(service.questions[0]?.key).toBe('consent');
      expect(service.questions[0]?.field.help?.zh).toMatch(/完全由您决定.*不影响.*随时.*撤回同意/);
      const answers = { ...samples[key]?.answers, consent: 'no' };
      expect(mayGoOn(service, answers)).toBe(false);
      expect(accepts(service, answers)).toBe(false);
      const withdraw = service.workflow.actions['withdraw-consent'];
      expect(withdraw?.by).toContain('applicant');
      expect([...(withdraw?.from ?? [])].sort()).toEqual(Object.keys(service.workflow.steps).sort());
    },
  );

  it('are all the health group, and nothing else is', () => {
    expect(health).toEqual(services.filter(({ group }) => group === 'health'));
  });
});

it('keeps benefits in a compartment of their own', () => {
  const benefits = services.filter(({ compartment }) => compartment === 'benefits');
  expect(benefits).toEqual(services.filter(({ group }) => group === 'benefits'));
});

describe('what is said of families whose child died or is disabled', () => {
  const confidential = ['special-support', 'disability-appraisal', 'family-rebuilding'];

  it.each(confidential)('%s is restricted and never posted', (key) => {
    const service = serviceOf(key);
    expect(sensitivityOf(service, samples[key]?.answers ?? {})).toBe('restricted');
    expect(words(service)).not.toMatch(/公示|张贴|公告|评议|public notice|posted/i);
  });
});

it('gives notice of nobody who lost a child: the form that leads there cannot say so', () => {
  const posting = services.filter(({ workflow }) => words(workflow.steps).includes('公示'));
  expect(posting.map(({ key }) => key)).toEqual(['rural-reward-support']);
  for (const { questions } of posting)
    expect(words(questions.map(({ field }) => field))).not.toMatch(/死亡|伤残|残疾|病残/);
});

it('restricts a complaint about staff', () => {
  const complaint = serviceOf('complaint');
  expect(sensitivityOf(complaint, { subject: 'staff' })).toBe('restricted');
  expect(sensitivityOf(complaint, { subject: 'benefits' })).toBe('ordinary');
});

describe('the bundle for a newborn', () => {
  const bundle = serviceOf('newborn-bundle');
  const sample = samples['newborn-bundle'];

  it('fills in each form that it opens', () => {
    const full = sample?.full ?? {};
    expect(openedTogether(bundle, full)).toEqual(bundle.bundles);
    for (const key of bundle.bundles)
      expect(accepts(serviceOf(key), answersFor(serviceOf(key), full) as Given)).toBe(true);
  });

  it('leaves out what the family does not want', () => {
    expect(openedTogether(bundle, sample?.answers ?? {})).toEqual(['birth-registration']);
  });
});

describe('archived services', () => {
  it.each(archivedServices.map((one) => [one.key, one] as const))(
    '%s says what has replaced it',
    (_, one) => {
      expect(serviceOf(one.replacedBy)).toBeDefined();
      expect(words(one)).not.toMatch(/"(zh|en)":"\s*"/);
      expect(one.endedOn < '2026-01-01').toBe(true);
    },
  );
});

describe('panel of an appraisal', () => {
  it.each(['find-established', 'find-not-established', 'find-finally-established'])(
    '%s needs three votes',
    (key) => {
      expect(serviceOf('disability-appraisal').workflow.actions[key]?.after?.times).toBe(3);
    },
  );
});

/** First reply, closing, extension; each as the rule that the service cites says. */
const table: readonly (readonly [string, string, string, string, 'rule' | 'promise', string])[] = [
  ['birth-registration', '-', '1 working', '-', 'promise', '川卫规〔2022〕5号'],
  ['newborn-bundle', '1 working', '30 working', '-', 'promise', '国发〔2024〕3号'],
  ['childcare-subsidy', '-', '30 working', '-', 'rule', '育儿补贴制度管理规范（试行）'],
  ['rural-reward-support', '5 working', '60 working', '-', 'promise', '国办发〔2004〕21号'],
  ['special-support', '5 working', '60 working', '-', 'promise', '2022 年 7 月 1 日'],
  ['only-child-reward', '5 working', '60 working', '-', 'promise', '人口与计划生育法'],
  ['enquiry', '1 working', '3 working', '3 working', 'rule', '12345'],
  ['suggestion', '1 working', '7 working', '7 working', 'rule', '12345'],
  ['complaint', '1 working', '15 working', '15 working', 'rule', '12345'],
  ['petition', '15 calendar', '60 calendar', '30 calendar', 'rule', '信访工作条例'],
  ['information-disclosure', '7 working', '20 working', '20 working', 'rule', '第 711 号'],
  ['preconception-checkup', '2 working', '30 working', '-', 'promise', '2010 年 4 月'],
  ['contraception-counselling', '2 working', '10 working', '-', 'promise', '人口与计划生育法'],
  ['folic-acid', '2 working', '10 working', '-', 'promise', '2009 年'],
  ['newborn-screening', '2 working', '30 working', '-', 'promise', '卫生部令第 64 号'],
  ['reproductive-checkup', '2 working', '30 working', '-', 'promise', '人口与计划生育法'],
  ['health-visit', '2 working', '15 working', '-', 'promise', '人口与计划生育法'],
  ['family-rebuilding', '2 working', '15 working', '-', 'promise', '人口与计划生育法'],
  ['disability-appraisal', '5 working', '90 working', '-', 'promise', '令第 7 号'],
  ['document-filing', '5 working', '30 working', '15 working', 'promise', '令第 351 号'],
  ['guidance-visit', '-', '60 working', '-', 'promise', '人口与计划生育法'],
  ['file-audit', '-', '60 working', '-', 'promise', '人口与计划生育法'],
  ['self-governance-assessment', '-', '60 working', '-', 'promise', '村民委员会组织法'],
];

describe('the limits', () => {
  const said = (limit: TimeLimit | null) => (limit ? `${String(limit.days)} ${limit.count}` : '-');

  it('has a row for every service', () => {
    expect(table.map(([key]) => key)).toEqual(services.map(({ key }) => key));
  });

  it.each(table)('%s: first reply %s, closing %s, extension %s, by %s', (...row) => {
    const [key, first, closing, extension, from, source] = row;
    const { limits, legalBasis } = serviceOf(key);
    expect([said(limits.firstReply), said(limits.closing), said(limits.extension)]).toEqual([
      first,
      closing,
      extension,
    ]);
    expect(limits.closingFrom ?? 'rule').toBe(from);
    expect(words(legalBasis)).toContain(source);
    if (from === 'promise') expect(words(limits.basis)).toMatch(/承诺|安排|要求|评定/);
  });

  it('begin anew for a review and a second review of a petition, and when a request is put right', () => {
    const petition = serviceOf('petition').workflow.actions;
    expect(said(petition['ask-review']?.restartsWith ?? null)).toBe('30 calendar');
    expect(said(petition['ask-second-review']?.restartsWith ?? null)).toBe('30 calendar');
    const disclosure = serviceOf('information-disclosure').workflow.actions;
    expect(said(disclosure['supply']?.restartsWith ?? null)).toBe('20 working');
  });
});
