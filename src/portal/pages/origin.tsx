/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Figure } from '../../publishing/index.ts';
import type { MessageKey } from '../messages.ts';
import { pathIn, type View } from '../page.ts';
import { documentPath } from './document-pages.tsx';

type Source<K extends Figure['source']['kind']> = Extract<Figure['source'], { readonly kind: K }>;
type Level = Source<'returns'>['forms'][number]['level'];

const levelKeys: Readonly<Record<Level, MessageKey>> = {
  village: 'levelVillage',
  township: 'levelTownship',
  county: 'levelCounty',
  city: 'levelCity',
  province: 'levelProvince',
};

const roomKeys: Readonly<Record<Source<'records'>['room'], MessageKey>> = {
  register: 'fromCases',
  casework: 'fromCases',
  health: 'fromHealth',
  benefits: 'fromBenefits',
};

const Returns = ({ view, source }: { readonly view: View; readonly source: Source<'returns'> }) => (
  <>
    <p>{view.say('fromReturns')}</p>
    <ul>
      {source.forms.map(({ title, level }) => (
        <li>
          {title[view.locale]} ({view.say(levelKeys[level])})
        </li>
      ))}
    </ul>
  </>
);

const Documents = ({ view, source }: { readonly view: View; readonly source: Source<'documents'> }) => (
  <>
    <p>{view.say('fromDocuments')}</p>
    <ul>
      {source.documents.map(({ key, title }) => (
        <li>
          <a href={pathIn(view, documentPath(key))}>{title[view.locale]}</a>
        </li>
      ))}
    </ul>
  </>
);

/** Where a figure comes from when it is not counted from the register, and what will take its place. */
export const Origin = ({ view, figure }: { readonly view: View; readonly figure: Figure }) => {
  const { source } = figure;
  if (source.kind === 'historical' || (source.kind === 'records' && source.room === 'register')) return <></>;
  return (
    <section>
      <h2>{view.say('from')}</h2>
      {source.kind === 'returns' && <Returns view={view} source={source} />}
      {source.kind === 'documents' && <Documents view={view} source={source} />}
      {source.kind === 'statement' && <p>{source.citation[view.locale]}</p>}
      {source.kind === 'records' && <p>{view.say(roomKeys[source.room])}</p>}
      {'standsInFor' in source && source.standsInFor && (
        <p class="note">{view.say('standsInFor', { room: source.standsInFor[view.locale] })}</p>
      )}
    </section>
  );
};
