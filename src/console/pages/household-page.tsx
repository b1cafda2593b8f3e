import { useAnswer } from '../api.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { FamilyTree } from '../register/family-tree.tsx';
import { addressOf } from '../router.ts';

const HOUSEHOLD_FORMS = 'household';

/** The household of a person: its members with what each is to the head, the picture of the family, what can be recorded. */
export const HouseholdPage = ({ personId }: { readonly personId: string }) => {
  const { say, read } = useWording();
  const { data: family, error } = useAnswer('register/read-family', { personId });
  const { data: list } = useAnswer('register/list-event-forms', {});
  if (error) return <Refused error={error} />;
  if (!family) return <p>{say('loading')}</p>;
  const members = family.people.filter((one) => one.relationToHead !== null && one.deathDate === null);
  const head = members.find((one) => one.relationToHead === 'head');
  const forms = list?.forms.filter((form) => form.fields.some((field) => field.kind === HOUSEHOLD_FORMS));
  return (
    <>
      <h1>{say('householdOf', { name: head?.name ?? family.people[0]?.name ?? '' })}</h1>
      {members.length === 0 && <p role="status">{say('noHousehold')}</p>}
      {members.length > 0 && (
        <div className="wide" role="region" aria-label={say('members')} tabIndex={0}>
          <table className="plain">
            <caption>{say('members')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('personName')}</th>
                <th scope="col">{say('relation')}</th>
                <th scope="col">{say('sex')}</th>
                <th scope="col">{say('birthDate')}</th>
              </tr>
            </thead>
            <tbody>
              {members.map((one) => (
                <tr key={one.personId}>
                  <th scope="row">
                    <Link to={addressOf(`/person/${one.personId}`)}>{one.name}</Link>
                  </th>
                  <td>{say(`relation_${one.relationToHead ?? 'other'}` as MessageKey)}</td>
                  <td>{say(one.sex)}</td>
                  <td>{one.birthDate}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say('familyTree')}</h2>
      <FamilyTree family={family} />
      {family.householdId !== null && forms && (
        <ul className="menu">
          {forms.map((form) => (
            <li key={form.key}>
              <Link
                to={addressOf(`/record/${form.key}`, {
                  [form.fields.find((field) => field.kind === HOUSEHOLD_FORMS)?.key ?? '']:
                    family.householdId ?? '',
                })}
              >
                {read(form.title)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
