import {
  type ActionRule,
  action,
  dateField,
  longTextField,
  type Outcome,
  outcome,
  type Step,
  step,
  text,
  textField,
  type Workflow,
} from '../../src/language/index.ts';
import { basis, populationLaw, privacyLaw, workflowOf, working } from './common.ts';
import { consentWays } from './health-consent.ts';

/** What health services have in common. Results stand in the health records, not in the case. */

export const healthBases = [populationLaw, privacyLaw] as const;

export const localProgramme = basis(
  text('本市服务项目安排', 'Service programme of the city'),
  text(
    '文号、服务对象和机构名单待本地核实',
    'document number, who it is for and where: to be confirmed locally',
  ),
);

export const promisedHealthLimits = (days: number) =>
  ({
    firstReply: working(2),
    closing: working(days),
    closingFrom: 'promise',
    extension: null,
    basis: text(
      `自愿服务，没有法定时限；承诺 2 个工作日内联系您、${String(days)} 个工作日内完成，待本地核实`,
      `a voluntary service without statutory limit; promised: you hear from us in 2 working days, done in ${String(days)}; to be confirmed locally`,
    ),
  }) as const;

export const appointmentFields = {
  day: dateField(text('约定日期', 'day agreed')),
  place: textField(text('地点', 'place')),
};

export const offered = step(
  'intake',
  text('已收到，待联系', 'received'),
  text('服务机构与您联系，约定时间。', 'The station reaches you and agrees on a day.'),
);

export const completed = outcome(
  true,
  text('服务已完成', 'completed'),
  text('服务已完成，结果只告知您本人。', 'It is done; the results are told to you alone.'),
);

export const notWanted = outcome(
  null,
  text('未实施', 'not carried out'),
  text('没有进行。以后随时可以再约。', 'It did not take place; you can ask again at any time.'),
);

export const agree = (to: string): ActionRule =>
  action({
    label: text('联系并约定时间', 'agree on a day'),
    from: ['received'],
    to,
    fields: appointmentFields,
    effects: ['takes', 'replies'],
    tells: text(
      '时间已约定，请查看；可以随时改约或者取消。',
      'A day is agreed: see the page of your case. You can change or cancel it.',
    ),
  });

export const summaryField = longTextField(text('服务小结（不写检查结果）', 'what was done, without results'));

interface SimpleWay {
  readonly agreed: Step;
  readonly done: Pick<ActionRule, 'label' | 'fields'>;
  readonly more?: Readonly<Record<string, ActionRule>>;
  readonly endings?: Readonly<Record<string, Outcome>>;
}

/** A day is agreed on, and the service given. */
export const appointmentWay = ({ agreed, done, more = {}, endings = {} }: SimpleWay): Workflow =>
  workflowOf({
    working: ['received', 'agreed'],
    again: 'agreed',
    rated: ['completed'],
    steps: { received: offered, agreed },
    outcomes: { completed, 'not-carried-out': notWanted, ...endings },
    actions: {
      agree: agree('agreed'),
      complete: action({
        ...done,
        from: ['agreed'],
        to: 'completed',
        tells: text('服务已完成，请评价。', 'It is done: say how it went.'),
      }),
      'not-met': action({
        label: text('没有进行', 'it did not take place'),
        from: ['received', 'agreed'],
        to: 'not-carried-out',
        effects: ['replies'],
        tells: text('这次没有进行，随时可以再约。', 'It did not take place; you can ask again at any time.'),
      }),
      ...more,
      ...consentWays(['received', 'agreed', 'waiting', 'review']),
    },
  });
