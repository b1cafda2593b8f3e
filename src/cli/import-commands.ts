import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { Command, Session } from './command.ts';
import { asTable } from './print-rows.ts';
import { textOption } from './read-arguments.ts';
import { withCaller } from './with-caller.ts';

const KINDS = 'persons|households|events';
const kindOption = {
  value: KINDS,
  summary: text('文件的种类：人员、家庭户、登记事项', 'what the file holds'),
};

const unusableFile = (path: string, why: string) =>
  failure(
    'invalid_input',
    text(`文件 ${path} 无法使用：${why}。`, `The file ${path} cannot be used: ${why}.`),
    text('请核对路径和权限。', 'Check the path and its permissions.'),
  );

function onFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unusableFile(path, error instanceof Error ? error.message : String(error));
  }
}

/** Writes a file that came in base64. */
export const writeFile = (path: string, base64: string): void =>
  onFile(path, () => writeFileSync(path, Buffer.from(base64, 'base64')));

interface Outcome {
  readonly problems: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly message: { readonly zh: string; readonly en: string };
    readonly remedy: { readonly zh: string; readonly en: string };
  }[];
  readonly refusedFile: { readonly fileName: string; readonly content: string } | null;
  readonly [count: string]: unknown;
}

function showOutcome(session: Session, outcome: Outcome, refusedPath: string | null): void {
  const { problems, refusedFile: _, ...counts } = outcome;
  const { output, locale } = session;
  if (session.json) {
    output.data(JSON.stringify({ ...counts, problems, refusedFile: refusedPath }));
    return;
  }
  const { dryRun, rows, added, known, refused } = counts;
  output.data(
    asTable([{ rows: Number(rows), added: Number(added), known: Number(known), refused: Number(refused) }]),
  );
  for (const { line, column, message, remedy } of problems)
    output.note(
      `${String(line)}${column === null ? '' : ` ${column}`}: ${message[locale]} ${remedy[locale]}`,
    );
  if (dryRun === true)
    output.note(text('试运行：没有写入任何内容。', 'A dry run: nothing was written.')[locale]);
  if (refusedPath !== null)
    output.note(
      text(
        `未导入的行在 ${refusedPath}，改正后重新导入。`,
        `Refused rows are in ${refusedPath}: mend and import it.`,
      )[locale],
    );
}

export const importCommand: Command = {
  name: 'import',
  summary: text(
    '批量导入 CSV 或 Excel 文件：import 文件 --kind 种类',
    'take in a CSV or Excel file: import FILE --kind KIND',
  ),
  options: {
    kind: kindOption,
    'dry-run': { value: '', summary: text('试运行：全部办一遍再撤回', 'do everything, then take it back') },
    refused: {
      value: 'PATH',
      summary: text('未导入的行写到哪里，默认在原文件旁', 'where refused rows go; default beside the file'),
    },
  },
  words: ['FILE'],
  run: async (session, options, [path = '']) => {
    const content = onFile(path, () => readFileSync(path)).toString('base64');
    const input = {
      kind: textOption(options, 'kind'),
      fileName: basename(path),
      content,
      dryRun: options['dry-run'] === true,
    };
    const outcome = (await withCaller(session, (caller) =>
      caller.call('register/import-file', input),
    )) as Outcome;
    const { refusedFile } = outcome;
    const target =
      refusedFile && (textOption(options, 'refused') ?? join(dirname(path), refusedFile.fileName));
    if (refusedFile && target !== null) writeFile(target, refusedFile.content);
    showOutcome(session, outcome, target);
  },
};

interface Template {
  readonly fileName: string;
  readonly content: string;
  readonly forms: readonly {
    readonly key: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly columns: readonly {
      readonly label: { readonly zh: string; readonly en: string };
      readonly kind: string;
      readonly optional: boolean;
      readonly choices: readonly { readonly label: { readonly zh: string; readonly en: string } }[];
    }[];
  }[];
}

export const templateCommand: Command = {
  name: 'template',
  summary: text('写出批量导入的模板并说明各列', 'write a template for import, and explain its columns'),
  options: {
    kind: kindOption,
    event: {
      value: 'EVENT',
      summary: text('仅某一登记事项，例如 death', 'for one event alone, such as death'),
    },
    format: { value: 'csv|xlsx', summary: text('格式，默认 xlsx', 'format; default xlsx') },
    out: { value: 'PATH', summary: text('写到哪里，默认当前目录', 'where to; default here') },
  },
  words: [],
  run: async (session, options) => {
    const { locale, output } = session;
    const template = (await withCaller(session, (caller) =>
      caller.call('register/read-import-template', {
        kind: textOption(options, 'kind'),
        event: textOption(options, 'event'),
        format: textOption(options, 'format'),
        locale,
      }),
    )) as Template;
    const path = textOption(options, 'out') ?? template.fileName;
    writeFile(path, template.content);
    const columns = template.forms.flatMap(({ key, columns: own }) =>
      own.map(({ label, kind, optional, choices }) => ({
        event: key,
        column: label[locale],
        kind,
        required: optional ? '' : '✓',
        choices: choices.map((choice) => choice.label[locale]).join(' '),
      })),
    );
    output.data(session.json ? JSON.stringify({ path, forms: template.forms }) : asTable(columns));
    output.note(path);
  },
};
