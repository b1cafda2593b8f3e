/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { ServiceGuide } from '../../casework/index.ts';
import { commonSteps } from '../../language/index.ts';
import type { ListedProgramme } from '../benefit-desk.ts';
import { Layout } from '../layout.tsx';
import { limitInWords, promisedLimit, statutoryLimit } from '../limits.ts';
import type { MessageKey } from '../messages.ts';
import { pathIn, told, type View } from '../page.ts';
import { ArticleHead } from './article-head.tsx';
import { RulesLink } from './benefit-rules.tsx';
import { PostButton } from './form-controls.tsx';
import { applyPath } from './service-frame.tsx';

interface GuideProps {
  readonly view: View;
  readonly service: ServiceGuide;
}
type Material = ServiceGuide['materials'][number];

const formKeys: Readonly<Record<Material['form'], MessageKey>> = {
  original: 'formOriginal',
  copy: 'formCopy',
  electronic: 'formElectronic',
};

const columns: readonly MessageKey[] = [
  'materialName',
  'materialForm',
  'materialNeeded',
  'materialFrom',
  'materialDeclaration',
];

const MaterialRow = ({ view, material }: { readonly view: View; readonly material: Material }) => {
  const { form, copies, needed, from, declaration } = material;
  const cells: readonly (readonly [MessageKey, string])[] = [
    ['materialForm', view.say(formKeys[form], { n: copies })],
    ['materialNeeded', view.say(needed === 'always' ? 'neededAlways' : 'neededIfAny')],
    ['materialFrom', view.say(from === 'applicant' ? 'fromApplicant' : 'fromGovernment')],
  ];
  return (
    <tr>
      <th scope="row">{told(view, material.name)}</th>
      {cells.map(([label, value]) => (
        <td data-label={view.say(label)}>{value}</td>
      ))}
      <td data-label={view.say('materialDeclaration')} class="words">
        {declaration
          ? view.say('declarationYes', { text: told(view, declaration) })
          : view.say('declarationNo')}
      </td>
    </tr>
  );
};

const Materials = ({ view, service }: GuideProps) =>
  service.materials.length === 0 ? (
    <p>{view.say('noMaterials')}</p>
  ) : (
    <div class="table-box" tabindex={0} role="region" aria-label={view.say('guideMaterials')}>
      <table class="cards">
        <thead>
          <tr>
            {columns.map((label) => (
              <th scope="col">{view.say(label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {service.materials.map((material) => (
            <MaterialRow view={view} material={material} />
          ))}
        </tbody>
      </table>
    </div>
  );

const isInterlude = (key: string) => key in commonSteps;

const StepList = ({ view, steps }: { readonly view: View; readonly steps: ServiceGuide['steps'] }) => (
  <>
    {steps.map(({ label, says }) => (
      <li>
        <strong>{told(view, label)}</strong>
        <span>{told(view, says)}</span>
      </li>
    ))}
  </>
);

const Process = ({ view, service }: GuideProps) => (
  <>
    <ol class="process">
      <li>
        <strong>{view.say('guideProcessFiled')}</strong>
        <span>{view.say('guideProcessFiledText')}</span>
      </li>
      <StepList view={view} steps={service.steps.filter(({ key }) => !isInterlude(key))} />
    </ol>
    <h3>{view.say('guideBetween')}</h3>
    <ul class="process plain">
      <StepList view={view} steps={service.steps.filter(({ key }) => isInterlude(key))} />
    </ul>
    <h3>{view.say('guideOutcomes')}</h3>
    <ul class="process plain">
      {service.outcomes.map(({ label, says }) => (
        <li>
          <strong>{told(view, label)}</strong>
          <span>{told(view, says)}</span>
        </li>
      ))}
    </ul>
  </>
);

/** The limits in words, none of them left out. */
function limitRows({ view, service }: GuideProps): readonly (readonly [MessageKey, string])[] {
  const { firstReply, extension, basis } = service.limits;
  const statutory = statutoryLimit(service);
  return [
    ['limitStatutory', statutory ? limitInWords(view, statutory) : view.say('noStatutory')],
    ['limitPromised', limitInWords(view, promisedLimit(service))],
    ['limitFirstReply', firstReply ? limitInWords(view, firstReply) : view.say('noFirstReply')],
    [
      'limitExtension',
      extension ? view.say('extendedBy', { limit: limitInWords(view, extension) }) : view.say('noExtension'),
    ],
    ['limitBasis', told(view, basis)],
  ];
}

const channelKeys: Readonly<Partial<Record<string, MessageKey>>> = {
  portal: 'channelPortal',
  window: 'channelWindow',
  phone: 'channelPhone',
  letter: 'channelLetter',
  visit: 'channelVisit',
  'hotline-12345': 'channelHotline',
  official: 'channelOfficial',
};

const channelsOf = ({ view, service }: GuideProps) =>
  service.channels
    .map((one) => view.say(channelKeys[one] ?? 'channelWindow'))
    .join(view.locale === 'zh' ? '、' : ', ');

export const validityOf = (view: View, { validFrom, validTo }: ServiceGuide): string =>
  validTo === null
    ? view.say('validSince', { from: validFrom })
    : view.say('validBetween', { from: validFrom, to: validTo });

const certificateOf = ({ view, service: { certificate } }: GuideProps) =>
  certificate
    ? view.say('certificateValid', {
        title: told(view, certificate.title),
        valid: told(view, certificate.validFor),
      })
    : view.say('noCertificate');

const Facts = ({
  view,
  rows,
}: {
  readonly view: View;
  readonly rows: readonly (readonly [MessageKey, string])[];
}) => (
  <dl class="facts stacked">
    {rows.map(([label, value]) => (
      <div>
        <dt>{view.say(label)}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** What to have at hand and how long it takes, with the button that leads to the first question. */
export const Start = ({ view, service }: GuideProps) => {
  if (service.filedBy === 'officer') return <p class="note">{view.say('notOnline')}</p>;
  if (!service.offered) return <p class="note">{view.say('notOffered')}</p>;
  return (
    <section class="start" aria-labelledby="start-title">
      <h2 id="start-title">{view.say('howToAsk')}</h2>
      <p>{told(view, service.prepare)}</p>
      <PostButton action={pathIn(view, applyPath(service.key))} label={view.say('startNow')} />
    </section>
  );
};

const Part = ({
  view,
  label,
  children,
}: {
  readonly view: View;
  readonly label: MessageKey;
  readonly children?: Child;
}) => (
  <section>
    <h2>{view.say(label)}</h2>
    {children}
  </section>
);

const Elements = ({ view, service }: GuideProps) => (
  <>
    <Facts
      view={view}
      rows={[
        ['guideName', told(view, service.title)],
        ['guideWho', told(view, service.who)],
        ['guideAnonymous', view.say(service.anonymous ? 'anonymousYes' : 'anonymousNo')],
        ['guideResult', told(view, service.result)],
        ['guideCertificate', certificateOf({ view, service })],
        ['guideFee', told(view, service.fee)],
        ['guideValidity', validityOf(view, service)],
      ]}
    />
    <Part view={view} label="guideConditions">
      <ul>
        {service.conditions.map((one) => (
          <li>{told(view, one)}</li>
        ))}
      </ul>
    </Part>
    <Part view={view} label="guideMaterials">
      <Materials view={view} service={service} />
    </Part>
    <Part view={view} label="guideProcess">
      <Process view={view} service={service} />
    </Part>
    <Part view={view} label="guideLimits">
      <Facts view={view} rows={limitRows({ view, service })} />
    </Part>
    <Part view={view} label="howToReach">
      <Facts
        view={view}
        rows={[
          ['guidePlace', told(view, service.place)],
          ['guideHours', told(view, service.hours)],
          ['guidePhone', told(view, service.phone)],
          ['guideChannels', channelsOf({ view, service })],
          ['guideComplaints', told(view, service.complaints)],
        ]}
      />
    </Part>
    <Part view={view} label="guideBasis">
      <ul>
        {service.legalBasis.map((one) => (
          <li>
            {told(view, one.title)}
            <br />
            <span class="hint">{told(view, one.clause)}</span>
          </li>
        ))}
      </ul>
    </Part>
  </>
);

/** Everything that has to be said of a service before anybody asks for it. */
export const GuidePage = ({
  view,
  service,
  programme,
}: GuideProps & {
  /** The programme that is asked for with it, whose rules have a page of their own. */
  readonly programme: ListedProgramme | null;
}) => {
  const title = told(view, service.title);
  const published = `${service.validFrom} 00:00`;
  const source = view.say(view.site.synthetic ? 'servicesSource' : 'servicesSourceReal');
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: view.say('services'),
        type: view.say('services'),
        description: view.say('servicesIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('services'), path: '/services' },
      ]}
      article={{ title, published, source, description: told(view, service.summary), keywords: title }}
    >
      <article>
        <ArticleHead view={view} title={title} published={published} source={source} />
        <p class="intro">{told(view, service.summary)}</p>
        <Start view={view} service={service} />
        {programme && <RulesLink view={view} programme={programme} />}
        <Elements view={view} service={service} />
      </article>
    </Layout>
  );
};
