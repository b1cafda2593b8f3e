import { useState } from 'react';
import type { RecordList } from '../../benefits/index.ts';
import { ApiError, callOnce, type Session } from '../api.ts';
import type { Asked, Option } from '../health/ask.tsx';
import type { Values } from '../health/check-answers.ts';
import { SmallForm } from '../health/small-form.tsx';
import { useWording, type Wording } from '../messages.ts';
import { useOwnAreas } from './choice.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { readYuan } from './words.ts';

export type Project = RecordList['projects'][number];
type Item = Project['items'][number];
type Recorded = RecordList['records'][number];

/** Money is typed in yuan and kept in fen. */
export const MONEY = 'yuan';
const itemKey = ({ key }: Item) => `amounts.${key}`;

const itemQuestion = (item: Item, { say, read }: Wording): Asked => ({
  key: itemKey(item),
  label:
    item.unit === MONEY ? `${read(item.label)}${say('inUnit', { unit: say('yuanWord') })}` : read(item.label),
  kind: item.unit === MONEY ? 'text' : 'whole',
});

function amountOf(item: Item, given: Values, wording: Wording): number {
  const typed = given[itemKey(item)] ?? '';
  return item.unit === MONEY ? readYuan(typed, itemKey(item), wording) : Number(typed);
}

interface RecordFormProps {
  readonly list: RecordList;
  readonly initial: string;
  readonly session: Session;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** The records that one of this kind can belong to: the policy of a claim. */
const wholes = ({ records }: RecordList, { belongsTo }: Project): readonly Option[] =>
  records
    .filter((one: Recorded) => one.project === belongsTo && !one.voided)
    .map(({ recordId, day, details }) => ({ value: recordId, words: `${day} ${details ?? ''}` }));

/** Whose record it is, where the kind belongs to somebody: a person, or a household by one who belongs to it. */
function ownerQuestion({ whose }: Project, { say }: Wording): readonly Asked[] {
  const common = { kind: 'text', optional: true, control: PeoplePicker } as const;
  if (whose === 'person') return [{ ...common, key: 'personId', label: say('recordOfPerson') }];
  if (whose !== 'household') return [];
  return [{ ...common, key: 'memberId', label: say('recordOfHousehold'), help: say('byMemberOfHousehold') }];
}

function questions(
  { list, areas, project }: { list: RecordList; areas: readonly Option[]; project: Project | undefined },
  wording: Wording,
): readonly Asked[] {
  const { say, read } = wording;
  const kinds = list.projects.map(({ key, title }) => ({ value: key, words: read(title) }));
  const first: Asked = { key: 'project', label: say('recordKind'), kind: 'select', options: kinds };
  if (!project) return [first];
  const partOf: Asked = {
    key: 'partOf',
    label: say('partOf'),
    kind: 'select',
    options: wholes(list, project),
  };
  return [
    first,
    { key: 'day', label: say('recordDay'), kind: 'date' },
    { key: 'area', label: say('area'), kind: 'select', options: areas },
    ...ownerQuestion(project, wording),
    ...(project.belongsTo === null ? [] : [partOf]),
    ...project.items.map((item) => itemQuestion(item, wording)),
    {
      key: 'details',
      label: say('recordDetails'),
      kind: 'long',
      optional: true,
      help: say('recordDetailsHelp'),
    },
  ];
}

/** Records what was given, insured or done; what each kind asks for is declared by the server. */
export const RecordForm = ({ list, initial, session, onDone, onCancel }: RecordFormProps) => {
  const wording = useWording();
  const { say } = wording;
  const [key, setKey] = useState(initial);
  const areas = useOwnAreas(session).map(([value, words]) => ({ value, words }));
  const project = list.projects.find((one) => one.key === key);
  return (
    <SmallForm
      name="record"
      title={say('recordIt')}
      asked={questions(
        { list, areas: [{ value: session.area, words: say('ownArea') }, ...areas], project },
        wording,
      )}
      initial={{ project: initial, area: session.area }}
      onType={(values) => {
        setKey(values['project'] ?? '');
      }}
      onCancel={onCancel}
      send={async (given, once) => {
        if (!project) throw new ApiError('invalid_input', say('fillIn'), { remedy: '', field: 'project' });
        const amounts = Object.fromEntries(
          project.items.map((item) => [item.key, amountOf(item, given, wording)]),
        );
        const { day, area, details } = given;
        const whole = project.belongsTo === null ? {} : { partOf: given['partOf'] };
        const owner = Object.fromEntries(
          ownerQuestion(project, wording).map((one) => [one.key, given[one.key]]),
        );
        await callOnce(
          'benefits/record-project',
          { project: key, day, area, details, amounts, ...owner, ...whole },
          once,
        );
        await onDone(say('recordKept'));
      }}
    />
  );
};
