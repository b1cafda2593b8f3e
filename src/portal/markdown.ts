import type { Edition, Figure } from '../publishing/index.ts';
import { formatFigure, formatPublished, formatTarget, sourceKeys } from './format.ts';
import type { View } from './page.ts';
import { plainWords } from './pages/figure-parts.tsx';

const cell = (text: string) => text.replaceAll('|', '\\|');

const row = (view: View, figure: Figure) =>
  `| ${[
    figure.label[view.locale],
    formatFigure(figure, view),
    formatPublished(figure, view),
    formatTarget(figure, view),
    figure.overTarget?.text[view.locale] ?? view.say('nothing'),
    view.say(sourceKeys[figure.source.kind]),
  ]
    .map(cell)
    .join(' | ')} |`;

/** The report as Markdown: the same words and figures as the page, to be read without a browser. */
export function reportMarkdown(edition: Edition, view: View): string {
  const { content } = edition;
  const heads = (['figure', 'value', 'publishedValue', 'target', 'achievement', 'from'] as const).map((key) =>
    view.say(key),
  );
  const sections = content.sections.flatMap((section) => [
    `## ${section.title[view.locale]}`,
    ...section.paragraphs.map((words) => plainWords(words[view.locale], edition, view)),
    [
      `| ${heads.join(' | ')} |`,
      '| --- | ---: | ---: | ---: | --- | --- |',
      ...section.figures.flatMap((key) => {
        const figure = content.figures.find((one) => one.key === key);
        return figure ? [row(view, figure)] : [];
      }),
    ].join('\n'),
  ]);
  const note = content.synthetic ? [`> ${view.say('madeUpTitle')}. ${view.say('madeUpText')}`] : [];
  const proof = `${view.say('snapshot')}: ${content.snapshot.id} (${content.snapshot.at}), SHA-256 ${content.snapshot.sha256}`;
  return `${[`# ${content.title[view.locale]}`, ...note, ...sections, proof].join('\n\n')}\n`;
}
