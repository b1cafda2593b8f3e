/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ListedProgramme, Notice } from '../benefit-desk.ts';
import { pathIn, told, type View } from '../page.ts';
import { amountIn, amountsOf, benefitPath, CHECK, NOTICES, periodOf, subjects } from './benefit-words.ts';
import { servicePath } from './service-frame.tsx';
import { Plain } from './simple-pages.tsx';

interface OfProgramme {
  readonly view: View;
  readonly programme: ListedProgramme;
}

/** What nobody has checked again, and what was invented for the demonstration, said beside the number. */
export const Marks = ({
  view,
  stale,
  invented,
}: {
  readonly view: View;
  /** The last day for which somebody knows that it holds. */
  readonly stale: string | null;
  readonly invented: boolean;
}) => (
  <>
    {stale !== null && <span class="mark">{view.say('benefitStale', { day: stale })}</span>}
    {invented && <span class="mark invented">{view.say('benefitInvented')}</span>}
  </>
);

const Today = ({ view, programme }: OfProgramme) => {
  const { award, inForce } = programme;
  const amounts = amountsOf(programme);
  if (!inForce) return <>{view.say('benefitNotInForce')}</>;
  if (award.kind === 'in-kind') return <>{told(view, award.what)}</>;
  if (amounts.length === 0) return <>{view.say('benefitNoValue')}</>;
  return (
    <>
      {amounts.map((one) => (
        <span class="amount">
          {told(view, one.label)}
          {view.locale === 'zh' ? '：' : ': '}
          <strong>{amountIn(view, one.unit, one.value)}</strong>{' '}
          <span class="hint">
            {told(view, one.placeName)}
            {view.locale === 'zh' ? '，' : ', '}
            {periodOf(view, one)}
          </span>
          <Marks view={view} stale={one.stale ? one.confirmedThrough : null} invented={one.invented} />
        </span>
      ))}
    </>
  );
};

const Entry = ({ view, programme }: OfProgramme) => (
  <li>
    <h2>
      <a href={pathIn(view, benefitPath(programme.key))}>{told(view, programme.title)}</a>
    </h2>
    <p>{told(view, programme.summary)}</p>
    {programme.award.kind === 'money' && programme.notice === 'never' && (
      <p class="hint">{view.say('benefitNeverPosted')}</p>
    )}
    <dl class="facts stacked">
      <div>
        <dt>{view.say(programme.award.kind === 'in-kind' ? 'benefitGiven' : 'benefitToday')}</dt>
        <dd>
          <Today view={view} programme={programme} />
        </dd>
      </div>
      <div>
        <dt>{view.say('benefitFor')}</dt>
        <dd>{view.say(subjects[programme.subject])}</dd>
      </div>
    </dl>
    {programme.service && (
      <p class="entry-links no-print">
        <a href={pathIn(view, servicePath(programme.service))}>
          {view.say('benefitApply')}
          <span class="unseen"> {told(view, programme.title)}</span>
        </a>
      </p>
    )}
  </li>
);

/** The way to the questions, wherever benefits are spoken of. */
export const CheckEntry = ({ view }: { readonly view: View }) => (
  <section class="start" aria-labelledby="check-entry">
    <h2 id="check-entry">{view.say('benefitsCheck')}</h2>
    <p>{view.say('benefitsCheckText')}</p>
    <p class="actions">
      <a class="action" href={pathIn(view, CHECK)}>
        {view.say('benefitsCheck')}
      </a>
    </p>
  </section>
);

/** Everything that a family may be entitled to, with the amounts of the day. */
export const BenefitsPage = ({
  view,
  programmes,
}: {
  readonly view: View;
  readonly programmes: readonly ListedProgramme[];
}) => (
  <Plain view={view} title={view.say('benefits')}>
    <p class="intro">{view.say('benefitsIntro')}</p>
    <CheckEntry view={view} />
    <ul class="programmes">
      {programmes.map((programme) => (
        <Entry view={view} programme={programme} />
      ))}
    </ul>
    <p class="actions">
      <a href={pathIn(view, NOTICES)}>{view.say('benefitsNotices')}</a>
      <a href={pathIn(view, '/services')}>{view.say('homeAllServices')}</a>
    </p>
  </Plain>
);

export interface NoticeGroup {
  readonly place: string;
  readonly notices: readonly (Notice & { readonly title: string })[];
}

const NoticeTable = ({ view, group }: { readonly view: View; readonly group: NoticeGroup }) => (
  <section>
    <h2>{group.place}</h2>
    <table class="cards narrow">
      <caption class="unseen">{view.say('noticesIn', { place: group.place })}</caption>
      <thead>
        <tr>
          <th scope="col">{view.say('noticeName')}</th>
          <th scope="col">{view.say('noticeProgramme')}</th>
          <th scope="col">{view.say('noticeDays')}</th>
        </tr>
      </thead>
      <tbody>
        {group.notices.map((one) => (
          <tr>
            <th scope="row">{one.maskedName}</th>
            <td data-label={view.say('noticeProgramme')}>{one.title}</td>
            <td data-label={view.say('noticeDays')}>
              {view.say('noticeBetween', { from: one.postedOn, to: one.runsUntil })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** What hangs out today, village by village. */
export const NoticesPage = ({
  view,
  groups,
}: {
  readonly view: View;
  readonly groups: readonly NoticeGroup[];
}) => (
  <Plain
    view={view}
    title={view.say('benefitsNotices')}
    crumbs={[{ label: view.say('benefits'), path: '/benefits' }]}
  >
    <p class="intro">{view.say('noticesIntro')}</p>
    <p class="note">{view.say('noticesNever')}</p>
    {groups.length === 0 && <p role="status">{view.say('noticesNone')}</p>}
    {groups.map((group) => (
      <NoticeTable view={view} group={group} />
    ))}
  </Plain>
);
