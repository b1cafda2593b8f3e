import type { SubmissionAnswer } from '../../statistics/index.ts';
import { useWording } from '../messages.ts';

export type Problem = SubmissionAnswer['problems'][number];

export const cellId = (area: string, column: string): string => `cell-${area}-${column}`;

interface GridCellProps {
  readonly area: string;
  readonly column: string;
  readonly label: string;
  readonly value: string;
  readonly editable: boolean;
  readonly problem: Problem | undefined;
  readonly onType: (value: string) => void;
}

/** A number that can no longer be typed over, with thousands separators; words as they are; "—" for nothing. */
const grouped = (value: string): string => {
  if (value === '') return '—';
  return /^\d+(\.\d+)?$/.test(value) ? NUMBER.format(Number(value)) : value;
};
const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** One number: what is wrong with it stands under it, in the words of the summary. */
export const GridCell = ({ area, column, label, value, editable, problem, onType }: GridCellProps) => {
  const { read } = useWording();
  const id = cellId(area, column);
  if (!editable) return <span className="fixed">{grouped(value)}</span>;
  return (
    <>
      <input
        id={id}
        aria-label={label}
        className={column === 'explanation' ? 'words' : 'amount'}
        inputMode={column === 'explanation' ? 'text' : 'decimal'}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          onType(event.target.value);
        }}
      />
      {problem && (
        <span className="problem" id={`${id}-problem`}>
          {read(problem.problem)}; {read(problem.remedy)}
        </span>
      )}
    </>
  );
};
