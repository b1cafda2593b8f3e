/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { CellValue, Edition, Figure } from '../../publishing/index.ts';
import { formatCell, formatFigure } from '../format.ts';
import { pathIn, type View } from '../page.ts';

/** Under which path an edition is shown: the latest has the short one. */
export interface EditionPath {
  readonly edition: Edition;
  readonly base: string;
}

export const whyPath = ({ base }: EditionPath, key: string): string => `${base}/figures/${key}`;

/** A cell of a table; withheld numbers are marked by a word, not by colour alone. */
export const Cell = ({
  value,
  decimals,
  view,
}: {
  readonly value: CellValue;
  readonly decimals: number;
  readonly view: View;
}) =>
  value === 'suppressed' ? (
    <span class="withheld" title={view.say('withheldWhy')}>
      {view.say('withheld')}
    </span>
  ) : (
    <>{formatCell(value, decimals, view)}</>
  );

const REFERENCE = /\{(\w+)(:n)?\}/g;

/** A paragraph of the report: each `{key}` becomes the value with a link to its why page. */
export const Paragraph = ({
  words,
  path,
  view,
}: {
  readonly words: string;
  readonly path: EditionPath;
  readonly view: View;
}) => {
  const parts: (string | { readonly figure: Figure; readonly bare: boolean })[] = [];
  let start = 0;
  for (const match of words.matchAll(REFERENCE)) {
    const figure = path.edition.content.figures.find((one) => one.key === match[1]);
    if (!figure) continue;
    parts.push(words.slice(start, match.index), { figure, bare: match[2] !== undefined });
    start = match.index + match[0].length;
  }
  parts.push(words.slice(start));
  return (
    <p>
      {parts.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a class="figure" href={pathIn(view, whyPath(path, part.figure.key))}>
            {part.bare
              ? formatCell(part.figure.value, part.figure.decimals, view)
              : formatFigure(part.figure, view)}
          </a>
        ),
      )}
    </p>
  );
};

/** What anybody may say of the text without markup: for search and descriptions. */
export const plainWords = (words: string, edition: Edition, view: View): string =>
  words.replace(REFERENCE, (whole, key: string) => {
    const figure = edition.content.figures.find((one) => one.key === key);
    return figure ? formatFigure(figure, view) : whole;
  });
