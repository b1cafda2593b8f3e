import { z } from 'zod';
import { documentKinds, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { readLibrary } from '../documents.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const section = z.object({ heading: words, paragraphs: z.array(words) });

const document = z.object({
  key: z.string(),
  kind: z.enum(documentKinds),
  title: words,
  number: z.string().nullable(),
  issuer: words,
  issuedOn: z.string(),
  endedOn: z.string().nullable(),
  endedBy: words.nullable(),
  subject: z.string(),
  explains: z.string().nullable(),
  body: z.array(section),
  source: words,
  publishedAt: z.iso.datetime(),
});

/** A document as the public sees it. */
export type ListedDocument = z.output<typeof document>;

/** The whole library as it is published, newest document first. */
export const listDocuments = defineOperation({
  name: 'publishing/list-documents',
  kind: 'query',
  summary: text('查看文件库', 'See the library of documents'),
  permission: 'public',
  input: z.object({}),
  output: z.object({ documents: z.array(document) }),
  handle: async (context) => ({
    documents: (await readLibrary(context.tx)).map(({ publishedAt, body, ...rest }) => ({
      ...rest,
      body: body.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
      publishedAt: publishedAt.toISOString(),
    })),
  }),
});
