import { z } from 'zod';
import { areaContains, dateInput, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { readLibrary } from '../documents.ts';
import type { PublishingTables } from '../tables.ts';

const words = z.object({ zh: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) });

const notThere = (key: string) =>
  failure(
    'not_found',
    text(`文件库里没有 ${key}。`, `The library holds no ${key}.`),
    text('请核对文件标识。', 'Check the key.'),
  );

const refuse = (zh: string, en: string) =>
  failure('conflict', text(zh, en), text('请核对文件和日期。', 'Check the document and the date.'));

/** Writes when and by what a document ceased to be in force: once, and never back. */
export const endDocument = defineOperation({
  name: 'publishing/end-document',
  kind: 'command',
  summary: text('登记文件失效', 'Record the end of a document'),
  permission: 'publishing:publish',
  input: z.object({ key: z.string().max(80), endedOn: dateInput, endedBy: words }),
  output: z.object({ key: z.string(), endedOn: z.string() }),
  handle: async (context, { key, endedOn, endedBy }) => {
    const [document] = await readLibrary(context.tx, key);
    if (!document || !areaContains(context.actor.area, document.area)) throw notThere(key);
    if (document.endedOn !== null) throw refuse('该文件已经失效。', 'It has ended already.');
    if (endedOn <= document.issuedOn)
      throw refuse('失效日期早于成文日期。', 'It would end before it was issued.');
    await context.tx
      .withTables<PublishingTables>()
      .updateTable('publishing_documents')
      .set({ ended_on: endedOn, ended_by_zh: endedBy.zh, ended_by_en: endedBy.en })
      .where('document_key', '=', key)
      .execute();
    return { key, endedOn };
  },
});
