import { useState } from 'react';
import type { ReturnForms, ReturnList } from '../../statistics/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { ReturnGrid } from '../returns/return-grid.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';

type Form = ReturnForms['forms'][number];

interface Choice {
  readonly form: string;
  readonly period: string;
  readonly area: string;
}

const choose = (choice: Choice) => {
  navigate(addressOf('/returns', { ...choice }));
};

const Filters = ({ forms, choice }: { readonly forms: readonly Form[]; readonly choice: Choice }) => {
  const { say, read } = useWording();
  const [period, setPeriod] = useState(choice.period);
  const [area, setArea] = useState(choice.area);
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        choose({ ...choice, period, area });
      }}
    >
      <label htmlFor="form">{say('form')}</label>
      <select
        id="form"
        data-first-filter
        value={choice.form}
        onChange={(event) => {
          choose({ ...choice, form: event.target.value });
        }}
      >
        {forms.map((form) => (
          <option key={form.key} value={form.key}>
            {read(form.title)}
          </option>
        ))}
      </select>
      <label htmlFor="period">{say('period')}</label>
      <input
        id="period"
        size={8}
        value={period}
        onChange={(event) => {
          setPeriod(event.target.value);
        }}
      />
      <label htmlFor="area">{say('area')}</label>
      <input
        id="area"
        size={13}
        inputMode="numeric"
        value={area}
        onChange={(event) => {
          setArea(event.target.value);
        }}
      />
      <button type="submit">↵</button>
    </form>
  );
};

interface ListedProps {
  readonly form: Form;
  readonly choice: Choice;
  readonly session: Session;
}

const Listed = ({ form, choice, session }: ListedProps) => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('statistics/list-returns', choice);
  const list: ReturnList | null = data;
  if (error && list === null) return <Refused error={error} />;
  if (list?.form !== choice.form || list.period !== choice.period) return <p>{say('loading')}</p>;
  const key = `${choice.form} ${choice.period} ${choice.area}`;
  return (
    <>
      <Refused error={error} />
      <ReturnGrid key={key} form={form} list={list} session={session} onChanged={reload} />
    </>
  );
};

/** The last year that is over. */
const lastYear = () => String(new Date().getFullYear() - 1);

const Chosen = ({ forms, session }: { readonly forms: readonly Form[]; readonly session: Session }) => {
  const { say, read } = useWording();
  const { query } = usePlace();
  const choice: Choice = {
    form: query.get('form') ?? forms[0]?.key ?? '',
    period: query.get('period') ?? lastYear(),
    area: query.get('area') ?? session.area,
  };
  const form = forms.find((one) => one.key === choice.form);
  return (
    <>
      <h1>{form ? read(form.title) : say('returns')}</h1>
      <Filters key={`${choice.period} ${choice.area}`} forms={forms} choice={choice} />
      {form && form.checks.length > 0 && (
        <details>
          <summary>{say('checks')}</summary>
          <ul>
            {form.checks.map((check) => (
              <li key={check.en}>{read(check)}</li>
            ))}
          </ul>
        </details>
      )}
      {form && <Listed form={form} choice={choice} session={session} />}
    </>
  );
};

/** What areas report: entry by grid and by file, approval, and the steps of each. */
export const ReturnsPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { data, error } = useAnswer('statistics/list-return-forms', {});
  if (error) return <Refused error={error} />;
  return data ? <Chosen forms={data.forms} session={session} /> : <p>{say('loading')}</p>;
};
