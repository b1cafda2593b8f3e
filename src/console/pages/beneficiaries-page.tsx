import type { FoundPeople } from '../../benefits/index.ts';
import { useAnswer } from '../api.ts';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { entitlementSections, Sections } from '../benefits/sections.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';

type Found = FoundPeople['people'][number];

const Search = ({ typed }: { readonly typed: string }) => {
  const { say } = useWording();
  return (
    <form
      key={typed}
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get('query');
        navigate(addressOf('/beneficiaries', { query: typeof value === 'string' ? value.trim() : '' }));
      }}
    >
      <input
        name="query"
        data-first-filter
        autoFocus
        defaultValue={typed}
        aria-label={say('findPeopleHint')}
        placeholder={say('findPeopleHint')}
      />
      <button type="submit">{say('find')}</button>
    </form>
  );
};

const People = ({ people }: Pick<FoundPeople, 'people'>) => {
  const { say } = useWording();
  const columns: readonly Column<Found>[] = [
    {
      head: say('personName'),
      cell: ({ personId, name }) => <Link to={addressOf(`/beneficiary/${personId}`)}>{name}</Link>,
    },
    { head: say('birthYear'), kind: 'number', cell: ({ birthYear }) => birthYear },
    { head: say('area'), kind: 'line', cell: ({ village }) => village?.name ?? say('outside') },
    { head: say('idNumber'), kind: 'line', cell: ({ idNumber }) => idNumber ?? say('nothing') },
  ];
  return (
    <DataTable
      label={say('findPeople')}
      columns={columns}
      rows={people}
      keyOf={({ personId }) => personId}
      empty={say('nobodyByThat')}
    />
  );
};

/** People of the own area by name or number, to see what they draw, explain it, or attest a fact. */
export const BeneficiariesPage = () => {
  const { say } = useWording();
  const query = usePlace().query.get('query')?.trim() ?? '';
  const { data, error, fresh } = useAnswer('benefits/find-people', query === '' ? null : { query });
  return (
    <>
      <h1>{say('findPeople')}</h1>
      <Sections sections={entitlementSections} />
      <p className="soft">{say('findPeopleSays')}</p>
      <Search typed={query} />
      <Refused error={fresh ? error : null} />
      {query !== '' && !fresh && <p aria-busy="true">{say('loading')}</p>}
      <div role="status">{query !== '' && fresh && data?.more && <p>{say('moreFound')}</p>}</div>
      {query !== '' && fresh && data && <People people={data.people} />}
    </>
  );
};
