import { type ReactNode, useEffect } from 'react';
import { Refused } from '../refused.tsx';
import type { Asked } from './ask.tsx';
import type { Values } from './check-answers.ts';
import { FormFrame, Questions } from './form-frame.tsx';
import { useFilling } from './use-filling.ts';

interface SmallFormProps {
  /** What the ids of its fields begin with. */
  readonly name: string;
  readonly title: string;
  readonly asked: readonly Asked[];
  readonly initial?: Values;
  readonly submit?: string;
  readonly danger?: boolean;
  readonly keeps?: boolean;
  /** What is said above the questions. */
  readonly children?: ReactNode;
  /** What is said below them, about what is typed. */
  readonly below?: (values: Values) => ReactNode;
  readonly onType?: (values: Values) => void;
  readonly onCancel?: () => void;
  readonly send: (given: Values, key: string) => Promise<void>;
}

/** A form in which something is recorded: everything that is wrong is said at once, the first of it has the focus. */
export const SmallForm = (props: SmallFormProps) => {
  const {
    name,
    title,
    asked,
    initial = {},
    danger = false,
    keeps = false,
    submit,
    onType,
    onCancel,
    send,
  } = props;
  const filling = useFilling({ name, asked, initial, keeps, send });
  const { values, error, isPlaced, sending, attempt } = filling;
  useEffect(() => {
    onType?.(values);
  }, [values]);
  return (
    <FormFrame
      title={title}
      submit={submit}
      danger={danger}
      sending={sending}
      onAttempt={attempt}
      onCancel={onCancel}
    >
      {props.children}
      <Refused error={isPlaced ? null : error} />
      <Questions form={name} asked={asked} filling={filling} />
      {props.below?.(values)}
    </FormFrame>
  );
};
