import { Alert } from 'antd';
import type { SubmissionAnswer } from '../../statistics/index.ts';
import { useWording } from '../messages.ts';
import { cellId, type Problem } from './grid-cell.tsx';
import type { Form, Row } from './use-draft.ts';

interface OutcomeProps {
  readonly answer: SubmissionAnswer | null;
  readonly form: Form;
  readonly rows: readonly Row[];
}

/** What was accepted, and each refusal as a link to its cell; the region stands from the start, so that it is read out. */
export const Outcome = ({ answer, form, rows }: OutcomeProps) => {
  const { say, read } = useWording();
  const sentence = ({ area, column, problem, remedy }: Problem) => {
    const name = rows.find((row) => row.area === area)?.name;
    const label = form.items.find((item) => item.key === column)?.label;
    return say('refusedAt', {
      area: name ? read(name) : area,
      column: label ? read(label) : say(column === 'explanation' ? 'explanation' : 'area'),
      problem: read(problem),
      remedy: read(remedy),
    });
  };
  return (
    <div aria-live="polite">
      {answer !== null && answer.accepted > 0 && (
        <Alert type="success" showIcon title={say('accepted', { n: answer.accepted })} />
      )}
      {answer !== null && answer.problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say('refused', { n: answer.problems.length })}
          description={
            <ul>
              {answer.problems.slice(0, 50).map((one) => (
                <li key={`${String(one.row)} ${one.column}`}>
                  <a href={`#${cellId(one.area, one.column)}`}>{sentence(one)}</a>
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
};
