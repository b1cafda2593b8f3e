import { z } from 'zod';
import { areaContains, areaInput, dateInput, documentKinds, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { readLibrary } from '../documents.ts';
import type { PublishingTables } from '../tables.ts';

const words = z.object({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) });
const key = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'letters, digits and hyphens');

const input = z.object({
  key,
  kind: z.enum(documentKinds),
  title: words,
  number: z.string().trim().min(1).max(100).nullable().describe('发文字号, as issued'),
  issuer: words,
  issuedOn: dateInput,
  subject: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'letters, digits and underscores'),
  area: areaInput,
  explains: key.nullable().describe('the document that this one explains'),
  body: z
    .array(z.object({ heading: words, paragraphs: z.array(words).min(1).max(200) }))
    .min(1)
    .max(50),
  source: words,
});

const taken = (document: string) =>
  failure(
    'conflict',
    text(`文件库里已有 ${document}。`, `The library holds ${document} already.`),
    text(
      '文件发布后不改动；新文件请用新的标识。',
      'A published document is not changed; give a new one a new key.',
    ),
  );

const explainsNothing = (document: string) =>
  failure(
    'invalid_input',
    text(`文件库里没有 ${document}。`, `The library holds no ${document}.`),
    text('请先发布被解读的文件。', 'Publish the document that it explains first.'),
  );

const outside = () =>
  failure(
    'forbidden',
    text('该地区不在您的管辖范围内。', 'That area is outside yours.'),
    text('请选择本辖区内的地区。', 'Choose an area inside yours.'),
  );

/** Puts a document into the library and online. What was published is never changed; only its end may be written. */
export const publishDocument = defineOperation({
  name: 'publishing/publish-document',
  kind: 'command',
  summary: text('发布文件', 'Publish a document'),
  permission: 'publishing:publish',
  input,
  output: z.object({ key: z.string(), publishedAt: z.iso.datetime() }),
  handle: async (context, document) => {
    if (!areaContains(context.actor.area, document.area)) throw outside();
    const library = new Set((await readLibrary(context.tx)).map((one) => one.key));
    if (library.has(document.key)) throw taken(document.key);
    if (document.explains !== null && !library.has(document.explains))
      throw explainsNothing(document.explains);
    const publishedAt = context.now();
    await context.tx
      .withTables<PublishingTables>()
      .insertInto('publishing_documents')
      .values({
        document_key: document.key,
        kind: document.kind,
        title_zh: document.title.zh,
        title_en: document.title.en,
        number: document.number,
        issuer_zh: document.issuer.zh,
        issuer_en: document.issuer.en,
        issued_on: document.issuedOn,
        subject: document.subject,
        area_code: document.area,
        explains: document.explains,
        body: JSON.stringify(document.body),
        source_zh: document.source.zh,
        source_en: document.source.en,
        published_at: publishedAt,
        published_by: context.actor.name,
      })
      .execute();
    return { key: document.key, publishedAt: publishedAt.toISOString() };
  },
});
