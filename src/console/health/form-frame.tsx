import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWording } from '../messages.ts';
import { Ask, type Asked } from './ask.tsx';
import { type Filling, formKeys } from './use-filling.ts';

interface FrameProps {
  readonly title: string;
  readonly submit?: string | undefined;
  readonly danger?: boolean;
  readonly sending: boolean;
  readonly onAttempt: () => void;
  readonly onCancel?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** What all forms of the health pages have around their questions. */
export const FormFrame = ({ title, submit, danger = false, sending, children, ...on }: FrameProps) => {
  const { say } = useWording();
  const frame = useRef<HTMLFormElement>(null);
  const opened = on.onCancel !== undefined;
  useEffect(() => {
    // What opened with a button begins with its first question; what stands on the page anyway does not.
    if (opened) frame.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, [opened]);
  return (
    <form
      ref={frame}
      className={danger ? 'action-form closes' : 'action-form'}
      aria-label={title}
      noValidate
      onKeyDown={formKeys(on.onAttempt, on.onCancel)}
      onSubmit={(event) => {
        event.preventDefault();
        on.onAttempt();
      }}
    >
      <h3>{title}</h3>
      {children}
      <div className="actions">
        <Button type="primary" danger={danger} htmlType="submit" loading={sending}>
          {submit ?? say('saveIt')}
        </Button>
        {on.onCancel && <Button onClick={on.onCancel}>{say('cancelAction')}</Button>}
      </div>
    </form>
  );
};

interface QuestionsProps {
  readonly form: string;
  readonly asked: readonly Asked[];
  readonly filling: Filling;
}

export const Questions = ({ form, asked, filling }: QuestionsProps) => (
  <div className="dense">
    {asked.map((one) => (
      <Ask
        key={one.key}
        form={form}
        asked={one}
        value={filling.values[one.key] ?? ''}
        problem={filling.faults[one.key] ?? null}
        onAnswer={(value) => {
          filling.answer(one.key, value);
        }}
      />
    ))}
  </div>
);
