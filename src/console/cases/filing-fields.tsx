import type { Session } from '../api.ts';
import { useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { CaseQuestion, fieldId, VILLAGE_LIST } from './question.tsx';
import type { Filing } from './use-filing.ts';

const Villages = ({ session }: { readonly session: Session }) => {
  const { data } = useAnswer('areas/list-villages', { area: session.area });
  return (
    <datalist id={VILLAGE_LIST}>
      {data?.villages.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
};

/** What is wrong, each a link to its question. */
export const Faults = ({ filing }: { readonly filing: Filing }) => {
  const { say, read } = useWording();
  const wrong = filing.asked.filter(({ key }) => key in filing.faults);
  if (wrong.length === 0) return null;
  return (
    <div className="flagged" role="alert">
      {say('faultsFound', { n: wrong.length })}
      <ul>
        {wrong.map(({ key, label }) => (
          <li key={key}>
            <a
              href={`#${fieldId(key)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(key))?.focus();
              }}
            >
              {read(label)}
            </a>
            : {filing.faults[key]}
          </li>
        ))}
      </ul>
    </div>
  );
};

interface FieldsProps {
  readonly filing: Filing;
  readonly session: Session;
  /** Questions that stand elsewhere on the page. */
  readonly except?: readonly string[];
}

/** All questions of a service on one page; those that depend on an answer appear when it is given. */
export const FilingFields = ({ filing, session, except = [] }: FieldsProps) => {
  const shown = filing.asked.filter(({ key }) => !except.includes(key));
  return (
    <div className="dense">
      {shown.map((question) => (
        <CaseQuestion
          key={question.key}
          field={question}
          value={filing.answers[question.key] ?? ''}
          problem={filing.faults[question.key] ?? null}
          onAnswer={(value) => {
            filing.answer(question.key, value);
          }}
        />
      ))}
      {shown.some(({ kind }) => kind === 'village') && <Villages session={session} />}
    </div>
  );
};
