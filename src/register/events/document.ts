import {
  choiceField,
  dateField,
  optional,
  personField,
  text,
  textField,
  withHelp,
} from '../../language/index.ts';
import { DomainError } from '../../platform/index.ts';
import { type DocumentKind, documentKinds, fitsKind, tidyDocument } from '../documents.ts';
import { defineEvent, type Holds } from './definition.ts';
import { impossible, requireField } from './rules.ts';

/** The document of somebody who has no citizen number. */
export const documentFields = {
  documentKind: optional(choiceField(text('其他证件种类', 'kind of other document'), documentKinds)),
  documentNumber: withHelp(
    optional(textField(text('其他证件号码', 'number of that document'), 30)),
    text(
      '没有公民身份号码的填写。护照号码前加三位国家代码，例如 GBR123456789。',
      'For somebody without a citizen number. Before the number of a passport goes the code of its country: GBR123456789.',
    ),
  ),
};

export const documentHolds = {
  documentKind: { attribute: 'documentKind' },
  documentNumber: { attribute: 'documentNumber' },
} as const satisfies Readonly<Record<keyof typeof documentFields, Holds>>;

interface TypedDocument {
  readonly documentKind: DocumentKind | null;
  readonly documentNumber: string | null;
}

/** Both or neither, and a number of the form that documents of the kind bear. */
export function readDocument({ documentKind, documentNumber }: TypedDocument): TypedDocument {
  requireField((documentKind === null) === (documentNumber === null), 'documentNumber');
  if (documentKind === null || documentNumber === null) return { documentKind, documentNumber };
  const tidy = tidyDocument(documentNumber);
  if (fitsKind(documentKind, tidy)) return { documentKind, documentNumber: tidy };
  throw new DomainError({
    code: 'invalid_input',
    field: 'documentNumber',
    message: text('号码与证件种类不符。', 'No document of this kind bears such a number.'),
    remedy: text('请对照证件核对种类和号码。', 'Check kind and number against the document.'),
  });
}

export const documentChange = defineEvent({
  key: 'document-change',
  operation: 'register/change-document',
  kind: 'document_change',
  title: text('其他证件变更', 'Change of another document'),
  definition: text(
    '没有公民身份号码的人所持证件的取得、换发或注销。两项都不填即不再持有。',
    'A document of somebody without a citizen number was given, renewed or ended. With both left empty there is none any more.',
  ),
  source: text(
    '《中华人民共和国出境入境管理法》；《港澳台居民居住证申领发放办法》',
    'Exit and Entry Administration Law; Measures on residence permits of residents from Hong Kong, Macao and Taiwan',
  ),
  fields: {
    personId: personField(text('本人', 'person')),
    date: dateField(text('日期', 'date')),
    ...documentFields,
  },
  holds: { personId: 'subject', date: 'date', ...documentHolds },
  plan: async (world, { personId, date, ...typed }) => {
    const { life } = await world.person(personId, date);
    if (life.deathDate !== null)
      throw impossible('此人在该日期已死亡。', 'This person was dead on that day.');
    return { events: [{ personId, kind: 'document_change', date, changes: readDocument(typed) }] };
  },
});
