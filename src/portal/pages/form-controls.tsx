/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { DescribedField } from '../../language/index.ts';
import type { MessageKey } from '../messages.ts';
import { told, type View } from '../page.ts';

/** One of a list, under the name of the list that it is in. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A question as it stands on a page. */
export interface Asking {
  readonly field: DescribedField;
  readonly value: string;
  readonly fault: string | null;
  readonly why?: string;
  /** For fields that are chosen from a list which is not part of the form. */
  readonly groups?: readonly OptionGroup[];
  /** Whether the label is the heading of the page. */
  readonly isHeading: boolean;
}

interface ControlProps {
  readonly view: View;
  readonly asking: Asking;
}

const hintKeys: Readonly<Partial<Record<string, MessageKey>>> = {
  date: 'dateHint',
  identityNumber: 'idNumberHint',
  phone: 'phoneHint',
  number: 'numberHint',
};
const LONGEST_STATEMENT = 5000;

function hintOf(view: View, { kind, help }: DescribedField): string | null {
  if (kind === 'longText' && help === null) return view.say('longTextHint', { n: LONGEST_STATEMENT });
  const key = hintKeys[kind];
  return key ? view.say(key) : null;
}

const isChosen = ({ kind }: DescribedField) => kind === 'choice';

/** The control that a fault leads to: a choice begins at its first answer. */
export const controlId = (field: DescribedField): string => (isChosen(field) ? `${field.key}-1` : field.key);

const describedBy = (view: View, { field, fault, why }: Asking) =>
  [
    why && `${field.key}-why`,
    field.help && `${field.key}-help`,
    hintOf(view, field) && `${field.key}-hint`,
    fault && `${field.key}-error`,
  ]
    .filter(Boolean)
    .join(' ') || undefined;

const Label = ({ view, asking }: ControlProps) => (
  <>
    {told(view, asking.field.label)}
    {asking.field.optional && <span class="optional"> {view.say('optionalMark')}</span>}
  </>
);

/** Why it is asked, what helps to answer it, and what is wrong with the answer. */
const Hints = ({ view, asking }: ControlProps) => {
  const { field, why, fault } = asking;
  const hint = hintOf(view, field);
  return (
    <>
      {why && (
        <p id={`${field.key}-why`} class="hint">
          {view.say('whyAsked')}
          {why}
        </p>
      )}
      {field.help && (
        <p id={`${field.key}-help`} class="help-text">
          {told(view, field.help)}
        </p>
      )}
      {hint && (
        <p id={`${field.key}-hint`} class="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${field.key}-error`} class="field-error">
          {fault}
        </p>
      )}
    </>
  );
};

const Choices = ({ view, asking }: ControlProps) => {
  const { field, value, fault, isHeading } = asking;
  const label = <Label view={view} asking={asking} />;
  return (
    <fieldset
      class={fault ? 'field has-fault' : 'field'}
      role="radiogroup"
      aria-describedby={describedBy(view, asking)}
      aria-invalid={fault ? 'true' : undefined}
      aria-required={field.optional ? undefined : 'true'}
    >
      <legend>{isHeading ? <h1>{label}</h1> : label}</legend>
      <Hints view={view} asking={asking} />
      {field.choices.map((choice, index) => (
        <div class="choice">
          <input
            type="radio"
            id={`${field.key}-${String(index + 1)}`}
            name={field.key}
            value={choice.value}
            checked={choice.value === value}
          />
          <label for={`${field.key}-${String(index + 1)}`}>{told(view, choice.label)}</label>
        </div>
      ))}
    </fieldset>
  );
};

const purposes: Readonly<Partial<Record<string, string>>> = { name: 'name', phone: 'tel' };
const keyboards: Readonly<Partial<Record<string, 'tel' | 'numeric'>>> = { phone: 'tel', number: 'numeric' };

/** The purpose of a field for whoever fills in for themselves; names of others are not the own one. */
const purposeOf = ({ key, kind }: DescribedField) => (key === kind ? purposes[kind] : undefined) ?? 'off';

const Select = ({ view, asking }: ControlProps) => {
  const { field, value, fault, groups = [] } = asking;
  return (
    <select
      id={field.key}
      name={field.key}
      aria-describedby={describedBy(view, asking)}
      aria-invalid={fault ? 'true' : undefined}
    >
      <option value="">{view.say('chooseOne')}</option>
      {groups.map(({ label, options }) => (
        <optgroup label={label}>
          {options.map((one) => (
            <option value={one.value} selected={one.value === value}>
              {one.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
};

const LINES = 8;
const shortKinds: readonly string[] = ['date', 'phone', 'identityNumber', 'number'];

const Input = ({ view, asking }: ControlProps) => {
  const { field, value, fault } = asking;
  const said = {
    id: field.key,
    name: field.key,
    'aria-describedby': describedBy(view, asking),
    'aria-invalid': fault ? ('true' as const) : undefined,
  };
  if (field.kind === 'longText')
    return (
      <textarea {...said} rows={LINES}>
        {value}
      </textarea>
    );
  return (
    <input
      {...said}
      type="text"
      value={value}
      class={shortKinds.includes(field.kind) ? 'short' : undefined}
      autocomplete={purposeOf(field)}
      inputmode={keyboards[field.kind]}
      spellcheck={false}
    />
  );
};

/** One question with its control, made from its declaration. */
export const FieldControl = ({ view, asking }: ControlProps) => {
  const { field, fault, isHeading, groups } = asking;
  if (isChosen(field)) return <Choices view={view} asking={asking} />;
  const label = (
    <label for={field.key}>
      <Label view={view} asking={asking} />
    </label>
  );
  return (
    <div class={fault ? 'field has-fault' : 'field'}>
      {isHeading ? <h1>{label}</h1> : <p class="label">{label}</p>}
      <Hints view={view} asking={asking} />
      {groups ? <Select view={view} asking={asking} /> : <Input view={view} asking={asking} />}
    </div>
  );
};

/** What was wrong, before everything else on the page; each line leads to its control. */
export const ErrorSummary = ({
  view,
  faults,
}: {
  readonly view: View;
  readonly faults: readonly { readonly id: string; readonly words: string }[];
}) => (
  <div class="error-summary" tabindex={-1} autofocus aria-labelledby="error-summary-title">
    <h2 id="error-summary-title">{view.say('errorSummary')}</h2>
    <ul>
      {faults.map(({ id, words }) => (
        <li>
          <a href={`#${id}`}>{words}</a>
        </li>
      ))}
    </ul>
  </div>
);

/** A form of this site: sent by POST, judged by the server alone. */
export const Form = ({
  action,
  submit,
  once,
  children,
}: {
  readonly action: string;
  readonly submit: string;
  /** By it a form that is sent twice is known as one. */
  readonly once?: string;
  readonly children?: Child;
}) => (
  <form method="post" action={action} novalidate class="form">
    {once && <input type="hidden" name="once" value={once} />}
    {children}
    <p class="actions">
      <button type="submit" class="action">
        {submit}
      </button>
    </p>
  </form>
);

/** A button alone, for what is no link because it changes something. */
export const PostButton = ({
  action,
  label,
  isQuiet = false,
  hidden = {},
}: {
  readonly action: string;
  readonly label: string;
  readonly isQuiet?: boolean;
  readonly hidden?: Readonly<Record<string, string>>;
}) => (
  <form method="post" action={action} class="post-button">
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button type="submit" class={isQuiet ? 'quiet' : 'action'}>
      {label}
    </button>
  </form>
);
