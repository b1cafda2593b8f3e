import { Table, type TableColumnsType } from 'antd';
import type { FoundPersons } from '../../register/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, usePlace } from '../router.ts';

type Row = FoundPersons['rows'][number];

const place = (where: Row['registered'], { say }: Wording) => where?.name ?? say('outside');

function columnsOf(wording: Wording): TableColumnsType<Row> {
  const { say } = wording;
  return [
    {
      title: say('personName'),
      key: 'name',
      rowScope: 'row',
      render: (_, row) => <Link to={addressOf(`/person/${row.personId}`)}>{row.name}</Link>,
    },
    { title: say('sex'), key: 'sex', render: (_, row) => say(row.sex) },
    {
      title: say('birthDate'),
      key: 'birth',
      render: (_, row) => `${row.birthDate}${row.deathDate === null ? '' : ` – ${row.deathDate}`}`,
    },
    { title: say('idNumber'), key: 'number', render: (_, row) => row.idNumber ?? say('nothing') },
    { title: say('registeredAt'), key: 'registered', render: (_, row) => place(row.registered, wording) },
    { title: say('livesAt'), key: 'resident', render: (_, row) => place(row.resident, wording) },
    { title: say('foundBy'), key: 'reason', render: (_, row) => say(`by_${row.reason}` as MessageKey) },
  ];
}

/** People by anything that one knows of them; what was typed is in the address. */
export const PeoplePage = ({ session }: { readonly session: Session }) => {
  const wording = useWording();
  const { say } = wording;
  const query = usePlace().query.get('query')?.trim() ?? '';
  const { data, error, fresh } = useAnswer('register/search-persons', query === '' ? null : { query });
  const mayWrite = session.permissions.includes('register:write');
  return (
    <>
      <h1>{query === '' ? say('people') : `${say('find')} · ${query}`}</h1>
      <Refused error={error} />
      {query === '' && <p>{say('findHint')}</p>}
      {query !== '' && !fresh && <p aria-busy="true">{say('loading')}</p>}
      {fresh && data && data.rows.length === 0 && <p role="status">{say('noneFound')}</p>}
      {fresh && data && data.rows.length > 0 && (
        <div className="wide" role="region" aria-label={say('people')} tabIndex={0}>
          <Table<Row>
            rowKey="personId"
            size="small"
            pagination={false}
            columns={columnsOf(wording)}
            dataSource={data.rows}
          />
        </div>
      )}
      {fresh && data?.more && <p role="status">{say('moreFound')}</p>}
      {mayWrite && (
        <p>
          <Link to={addressOf('/record/enrolment')}>{say('enrolSomebody')}</Link>
        </p>
      )}
    </>
  );
};
