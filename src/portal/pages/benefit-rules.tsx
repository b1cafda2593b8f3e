/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Giving, RulesShown } from '../benefit-desk.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { pathIn, told, type View } from '../page.ts';
import { ArticleHead } from './article-head.tsx';
import { CheckEntry } from './benefit-pages.tsx';
import { Values } from './benefit-values.tsx';
import { benefitPath, clauseIn, listed, sourceOfBenefits, subjects } from './benefit-words.ts';
import { servicePath } from './service-frame.tsx';

interface OfRules {
  readonly view: View;
  readonly rules: RulesShown;
}
type RuleCondition = RulesShown['conditions'][number];

const heldSince = (view: View, { from, to, place, placeName }: RuleCondition) =>
  view.say(to === null ? 'benefitHeldSince' : 'benefitHeldBetween', { from, to: to ?? '' }) +
  (place === '' ? '' : view.say('benefitHeldIn', { place: told(view, placeName) }));

const ConditionEntry = ({ view, one }: { readonly view: View; readonly one: RuleCondition }) => (
  <li>
    <strong>{told(view, one.text)}</strong>
    {one.kind === 'declared' && <span class="mark">{view.say('benefitDeclared')}</span>}
    {one.declaration && (
      <span>{view.say('benefitDeclaredWords', { words: told(view, one.declaration) })}</span>
    )}
    <span>
      {view.say('benefitClause')}
      {view.locale === 'zh' ? '：' : ': '}
      {clauseIn(view, one.source)}
      {view.locale === 'zh' ? '。' : '. '}
      {heldSince(view, one)}
      {view.locale === 'zh' ? '。' : '.'}
    </span>
    {one.words && (
      <details>
        <summary>
          {view.say('benefitExactly')}
          <span class="unseen"> {told(view, one.text)}</span>
        </summary>
        <p class="rule-words">{told(view, one.words)}</p>
      </details>
    )}
  </li>
);

const Conditions = ({ view, rules }: OfRules) => (
  <section>
    <h2>{view.say('benefitConditions')}</h2>
    <p>{view.say('benefitConditionsText', { day: rules.at, area: view.site.cityName[view.locale] })}</p>
    <ol class="process">
      {rules.conditions.map((one) => (
        <ConditionEntry view={view} one={one} />
      ))}
    </ol>
  </section>
);

const starts: Readonly<Record<Giving['start'], MessageKey>> = {
  'same-month': 'givingSameMonth',
  'next-month': 'givingNextMonth',
  'same-year': 'givingSameYear',
};
const stops: Readonly<Record<Giving['stop'], MessageKey>> = {
  'same-month': 'givingThroughMonth',
  'same-year': 'givingThroughYear',
};

function givingRows({ view, rules: { award } }: OfRules): readonly (readonly [MessageKey, string])[] {
  if (award.kind === 'in-kind') return [['benefitGiven', told(view, award.what)]];
  const { start, stop, paidInQuarter } = award;
  return [
    ['givingEach', view.say(award.per === 'year' ? 'givingPerYear' : 'givingPerMonth')],
    ['givingFrom', view.say(starts[start])],
    ['givingUntil', view.say(stops[stop])],
    [
      'givingWhen',
      paidInQuarter === null
        ? view.say('givingEachQuarter')
        : view.say('givingQuarter', { n: paidInQuarter }),
    ],
  ];
}

const GivingPart = ({ view, rules, beside }: OfRules & { readonly beside: readonly string[] }) => {
  const rows: readonly (readonly [MessageKey, string])[] = [
    ['benefitFor', view.say(subjects[rules.subject])],
    ...givingRows({ view, rules }),
    ['givingYearly', view.say(rules.yearlyCheck ? 'givingYearlyYes' : 'givingYearlyNo')],
    ...(beside.length > 0 ? [['givingBeside', listed(view, beside)] as const] : []),
    ['givingNotice', view.say(rules.notice === 'never' ? 'givingNever' : 'givingMasked')],
  ];
  return (
    <section>
      <h2>{view.say('benefitGiving')}</h2>
      <dl class="facts stacked">
        {rows.map(([label, words]) => (
          <div>
            <dt>{view.say(label)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Rest = ({ view, rules }: OfRules) => (
  <>
    <section>
      <h2>{view.say('benefitAppeal')}</h2>
      <p>{view.say('benefitAppealText')}</p>
    </section>
    {rules.openQuestions.length > 0 && (
      <section>
        <h2>{view.say('benefitOpen')}</h2>
        <p>{view.say('benefitOpenText')}</p>
        <ul>
          {rules.openQuestions.map((one) => (
            <li>{told(view, one)}</li>
          ))}
        </ul>
      </section>
    )}
    <section>
      <h2>{view.say('benefitSources')}</h2>
      <ul>
        {rules.sources.map((one) => (
          <li>
            {told(view, one.title)}
            <br />
            <span class="hint">{told(view, one.clause)}</span>
          </li>
        ))}
      </ul>
    </section>
  </>
);

const Apply = ({ view, rules }: OfRules) =>
  rules.service === null ? (
    <p class="note">{view.say('benefitNoApply')}</p>
  ) : (
    <p class="actions">
      <a class="action" href={pathIn(view, servicePath(rules.service))}>
        {view.say('benefitApply')}
      </a>
    </p>
  );

/** A programme as it decides: every condition with its clause, every amount with its dates and documents. */
export const RulesPage = ({
  view,
  rules,
  beside,
}: OfRules & {
  /** Titles of programmes that cannot be drawn with it. */
  readonly beside: readonly string[];
}) => {
  const title = told(view, rules.title);
  const published = `${rules.publishedOn} 00:00`;
  const source = sourceOfBenefits(view);
  const name = view.say('benefits');
  return (
    <Layout
      view={view}
      title={title}
      column={{ name, type: name, description: view.say('benefitsIntro') }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: name, path: '/benefits' },
      ]}
      article={{ title, published, source, description: told(view, rules.summary), keywords: title }}
    >
      <article>
        <ArticleHead view={view} title={title} published={published} source={source} />
        <p class="intro">{told(view, rules.summary)}</p>
        {!rules.inForce && <p class="note">{view.say('benefitNotInForce')}</p>}
        {rules.notice === 'never' && <p class="note">{view.say('benefitNeverPosted')}</p>}
        <Apply view={view} rules={rules} />
        <Conditions view={view} rules={rules} />
        <Values view={view} rules={rules} />
        <GivingPart view={view} rules={rules} beside={beside} />
        <Rest view={view} rules={rules} />
        <CheckEntry view={view} />
      </article>
    </Layout>
  );
};

/** The way from a guide to the rules behind it. */
export const RulesLink = ({
  view,
  programme,
}: {
  readonly view: View;
  readonly programme: { readonly key: string; readonly title: { readonly zh: string; readonly en: string } };
}) => (
  <p class="no-print">
    <a href={pathIn(view, benefitPath(programme.key))}>
      {view.say('benefitRulesOf', { title: told(view, programme.title) })}
    </a>
  </p>
);
