/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { DescribedField } from '../../language/index.ts';
import { Layout } from '../layout.tsx';
import { pathIn, type View } from '../page.ts';
import { controlId, ErrorSummary, FieldControl, Form } from './form-controls.tsx';

/** What is wrong with one field of a form; a fault of the whole stands at its first field. */
export type FaultOf = Readonly<Record<string, string>>;

export interface PlainFormProps {
  readonly view: View;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly DescribedField[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: FaultOf;
  /** Path to which it is sent. */
  readonly action: string;
  readonly submit: string;
  readonly back?: string;
  /** Key and value that go with it unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly isPrivate?: boolean;
  readonly children?: Child;
}

/** A page with one short form whose fields belong together: number and code, the three questions of a rating. */
export const PlainForm = (props: PlainFormProps) => {
  const { view, title, intro, fields, typed, faults, action, submit, back, hidden = {}, children } = props;
  const wrong = fields.filter(({ key }) => key in faults);
  return (
    <Layout
      view={view}
      title={title}
      column={{ name: title, type: view.say('services'), description: intro }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: title, path: view.path },
      ]}
      isPrivate={props.isPrivate ?? false}
      hasFault={wrong.length > 0}
    >
      {wrong.length > 0 && (
        <ErrorSummary
          view={view}
          faults={wrong.map((field) => ({ id: controlId(field), words: faults[field.key] ?? '' }))}
        />
      )}
      {back && (
        <p class="back">
          <a href={pathIn(view, back)}>{view.say('back')}</a>
        </p>
      )}
      <h1>{title}</h1>
      <p class="intro">{intro}</p>
      <Form action={pathIn(view, action)} submit={submit}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <FieldControl
            view={view}
            asking={{
              field,
              value: typed[field.key] ?? '',
              fault: faults[field.key] ?? null,
              isHeading: false,
            }}
          />
        ))}
      </Form>
      {children}
    </Layout>
  );
};
