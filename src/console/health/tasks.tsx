import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { focusSoon } from './use-filling.ts';

export interface Task {
  readonly key: string;
  readonly label: string;
  readonly danger?: boolean;
  /** Its form; `close` when it is done, `cancel` when it is not. */
  readonly form: (ways: { readonly close: () => void; readonly cancel: () => void }) => ReactNode;
}

interface TasksProps {
  readonly title: string;
  readonly tasks: readonly Task[];
}

const buttonId = (key: string) => `task-${key}`;

/** What can be recorded here: a button each, and the form of the one that was picked. */
export const Tasks = ({ title, tasks }: TasksProps) => {
  const [picked, setPicked] = useState<string | null>(null);
  const close = () => {
    setPicked(null);
  };
  const task = tasks.find((one) => one.key === picked);
  const cancel = () => {
    close();
    if (task) focusSoon(buttonId(task.key));
  };
  if (tasks.length === 0) return null;
  return (
    <>
      <div className="actions" role="group" aria-label={title}>
        {tasks.map(({ key, label, danger = false }) => (
          <Button
            key={key}
            id={buttonId(key)}
            danger={danger}
            aria-expanded={picked === key}
            onClick={() => {
              setPicked(picked === key ? null : key);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      {task && <div key={task.key}>{task.form({ close, cancel })}</div>}
    </>
  );
};
