/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { ScreenedCondition } from '../benefit-desk.ts';
import type { Told } from '../family/outcome.ts';
import type { Question } from '../family/question.ts';
import type { Standing } from '../family/settle.ts';
import type { MessageKey } from '../messages.ts';
import { told as inWords, pathIn, type View } from '../page.ts';
import { type Carried, CheckFrame, Hidden, shownField } from './benefit-check.tsx';
import { benefitPath, CHECK, listed, yuan } from './benefit-words.ts';
import { servicePath } from './service-frame.tsx';

interface ResultProps {
  readonly view: View;
  readonly day: string;
  readonly told: readonly Told[];
  readonly answered: readonly Question[];
  readonly carried: Carried;
}
interface OfTold {
  readonly view: View;
  readonly day: string;
  readonly one: Told;
}

const gap = (view: View) => (view.locale === 'zh' ? '：' : ': ');

const Row = ({ label, children }: { readonly label: string; readonly children?: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** The first words of what is missing: the rest of a label explains the column to officers. */
const missingOf = (view: View, { missing }: ScreenedCondition) =>
  missing.slice(0, 1).map(({ label }) => inWords(view, label).split(/[（；;]/)[0] ?? '');

const Reason = ({
  view,
  day,
  condition,
}: Omit<OfTold, 'one'> & { readonly condition: ScreenedCondition }) => {
  const { text, declaration, clause, metFrom, outcome } = condition;
  const missing = missingOf(view, condition);
  return (
    <li>
      <span>{inWords(view, outcome === 'toBeDeclared' && declaration ? declaration : text)}</span>
      {outcome === 'notMet' && metFrom !== null && metFrom > day && (
        <span class="mark">{view.say('checkMetFrom', { day: metFrom })}</span>
      )}
      {outcome === 'unknown' && (
        <span class="hint">
          {missing.length > 0 && view.say('checkMissing', { labels: listed(view, missing) })}
          {missing.length > 0 && (view.locale === 'zh' ? '。' : '. ')}
          {view.say('checkVerify')}
        </span>
      )}
      <span class="hint">
        {view.say('benefitClause')}
        {gap(view)}
        {inWords(view, clause)}
      </span>
    </li>
  );
};

const reasonKeys: readonly (readonly [ScreenedCondition['outcome'], MessageKey])[] = [
  ['toBeDeclared', 'checkDeclare'],
  ['notMet', 'checkReason'],
  ['unknown', 'checkUnknown'],
];

const Reasons = ({ view, day, one }: OfTold) => (
  <>
    {reasonKeys.map(([outcome, label]) => {
      const conditions = one.reasons.filter((reason) => reason.outcome === outcome);
      const key = one.standing === 'notAsked' ? 'checkDependsOn' : label;
      return conditions.length === 0 ? null : (
        <Row label={view.say(key)}>
          <ul>
            {conditions.map((condition) => (
              <Reason view={view} day={day} condition={condition} />
            ))}
          </ul>
        </Row>
      );
    })}
  </>
);

function amountWords({ view, day, one }: OfTold): readonly [label: string, words: string] | null {
  const { programme, standing, amountFen, children } = one;
  if (standing !== 'yes' && standing !== 'ifDeclared') return null;
  if (programme.award.kind === 'in-kind')
    return [view.say('benefitGiven'), inWords(view, programme.award.what)];
  const words =
    amountFen === null
      ? view.say('checkAmountNone')
      : view.say('checkAmountYuan', { yuan: yuan(view, amountFen) });
  const each = children.length > 1 ? `${view.say('checkPerChild')} ` : '';
  return [view.say('checkAmount', { year: day.slice(0, 4) }), each + words];
}

const Amount = (props: OfTold) => {
  const { view, one } = props;
  const said = amountWords(props);
  return (
    said && (
      <Row label={said[0]}>
        <strong class="big-amount">{said[1]}</strong>
        {one.isStale && <span class="mark">{view.say('checkStaleNote')}</span>}
        {one.isInvented && <span class="mark invented">{view.say('checkInventedNote')}</span>}
      </Row>
    )
  );
};

const silences = { noValue: 'checkNoValue', noChild: 'checkNoChild' } as const;

const Remarks = ({ view, one }: Omit<OfTold, 'day'>) => (
  <>
    {one.silence && <p>{view.say(silences[one.silence])}</p>}
    {one.passedOver.length > 0 && (
      <p>
        {view.say('checkPassedOver', {
          questions: listed(
            view,
            one.passedOver.map(({ title }) => view.say(title)),
          ),
        })}
      </p>
    )}
    {one.standing === 'soon' && one.comesOn && <p>{view.say('checkComes', { day: one.comesOn })}</p>}
  </>
);

const Links = ({ view, one }: Omit<OfTold, 'day'>) => {
  const { key, title, service } = one.programme;
  const name = <span class="unseen"> {inWords(view, title)}</span>;
  return (
    <p class="entry-links no-print">
      <a href={pathIn(view, benefitPath(key))}>
        {view.say('benefitRules')}
        {name}
      </a>
      {service && (
        <a href={pathIn(view, servicePath(service))}>
          {view.say('benefitApply')}
          {name}
        </a>
      )}
    </p>
  );
};

const Entry = (props: OfTold) => {
  const { view, one } = props;
  const children = one.children.map((n) => view.say('checkChild', { n }));
  return (
    <li>
      <h3>
        {inWords(view, one.programme.title)}
        {children.length > 0 && (
          <span class="of-whom">
            {view.locale === 'zh' ? '：' : ': '}
            {listed(view, children)}
          </span>
        )}
      </h3>
      <Remarks view={view} one={one} />
      <dl class="facts stacked">
        <Amount {...props} />
        <Reasons {...props} />
        {one.besides.length > 0 && (
          <Row label={view.say('checkBesides')}>
            <ul>
              {one.besides.map(({ text }) => (
                <li>{inWords(view, text)}</li>
              ))}
            </ul>
          </Row>
        )}
      </dl>
      <Links view={view} one={one} />
    </li>
  );
};

const groups: readonly (readonly [Standing, MessageKey, MessageKey | null])[] = [
  ['yes', 'checkYes', null],
  ['ifDeclared', 'checkIfDeclared', null],
  ['soon', 'checkSoon', null],
  ['unclear', 'checkUnclear', null],
  ['notAsked', 'checkNotAsked', 'checkNotAskedText'],
  ['no', 'checkNo', 'checkNoText'],
];

const Group = ({
  view,
  day,
  told,
  group: [standing, title, words],
}: Pick<ResultProps, 'view' | 'day' | 'told'> & { readonly group: (typeof groups)[number] }) => {
  const own = told.filter((one) => one.standing === standing);
  if (own.length === 0) return null;
  const list = (
    <ul class={`programmes told told-${standing}`}>
      {own.map((one) => (
        <Entry view={view} day={day} one={one} />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{view.say(title)}</h2>
      {words && <p>{view.say(words)}</p>}
      {standing === 'no' ? (
        <details>
          <summary>
            {view.say('checkNoShow')}
            {view.locale === 'zh' ? `（${String(own.length)}）` : ` (${String(own.length)})`}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
};

/** Every answer, each with a button that leads back to its question. */
const Answers = ({ view, answered, carried }: Pick<ResultProps, 'view' | 'answered' | 'carried'>) => (
  <section>
    <h2>{view.say('familyAnswers')}</h2>
    <dl class="answers">
      {answered.map((question) => (
        <div>
          <dt>{view.say(question.title)}</dt>
          <dd class="given">
            {question.fields(carried.given).map((field, index) => (
              <>
                {index > 0 && <br />}
                {shownField(view, field, carried.given[field.key] ?? '')}
              </>
            ))}
          </dd>
          <dd class="change">
            <form method="post" action={pathIn(view, CHECK)}>
              <Hidden carried={carried} />
              <button type="submit" class="quiet" name="change" value={question.key}>
                {view.say('change')}
                <span class="unseen"> {view.say(question.title)}</span>
              </button>
            </form>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

/** What the rules of today say to the answers: kindly, and as an orientation. */
export const FamilyResultPage = ({ view, day, told, answered, carried }: ResultProps) => (
  <CheckFrame view={view} title={view.say('checkResult')}>
    <h1>{view.say('checkResult')}</h1>
    <p class="note">{view.say('checkResultText', { day })}</p>
    {!told.some(({ standing }) => standing === 'yes' || standing === 'ifDeclared') && (
      <p class="intro">{view.say('checkNothing')}</p>
    )}
    {groups.map((group) => (
      <Group view={view} day={day} told={told} group={group} />
    ))}
    <p class="note no-print">{view.say('benefitApplyNote')}</p>
    <Answers view={view} answered={answered} carried={carried} />
    <p class="hint">{view.say('checkAgainNote')}</p>
    <p class="actions">
      <a href={pathIn(view, CHECK)}>{view.say('checkAgain')}</a>
      <a href={pathIn(view, '/benefits')}>{view.say('benefits')}</a>
    </p>
  </CheckFrame>
);
