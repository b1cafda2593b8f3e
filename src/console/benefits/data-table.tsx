import type { ReactNode } from 'react';

export interface Column<R> {
  readonly head: string;
  readonly cell: (row: R) => ReactNode;
  /** Numbers stand to the right, and break nowhere. */
  readonly kind?: 'number' | 'line';
}

interface TableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** What is said when there are no rows. */
  readonly empty: string;
  readonly caption?: string;
  /** Few columns, which need no more room than a phone has. */
  readonly narrow?: boolean;
  readonly markOf?: (row: R) => string | undefined;
}

const classOf = ({ kind }: { readonly kind?: 'number' | 'line' }) =>
  kind === 'number' ? 'number' : kind === 'line' ? 'one-line' : undefined;

function Row<R>({ row, columns, mark }: { row: R; columns: readonly Column<R>[]; mark: string | undefined }) {
  const [first, ...others] = columns;
  return (
    <tr className={mark}>
      {first && (
        <th scope="row" className={classOf(first)}>
          {first.cell(row)}
        </th>
      )}
      {others.map((column) => (
        <td key={column.head} className={classOf(column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Rows in the order of the server; on a phone the table scrolls inside its box. */
export function DataTable<R>(props: TableProps<R>) {
  const { label, columns, rows, keyOf, empty, caption, narrow = false, markOf } = props;
  if (rows.length === 0) return <p className="soft">{empty}</p>;
  return (
    <div
      className={narrow ? 'wide benefit-table narrow' : 'wide benefit-table'}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className="plain">
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} columns={columns} mark={markOf?.(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
