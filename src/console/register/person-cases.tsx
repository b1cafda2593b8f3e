import { useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';

/** What the person has registered or applied for: number, title and state, and nothing of what was said. */
export const PersonCases = ({ personId }: { readonly personId: string }) => {
  const { say, read } = useWording();
  const { data } = useAnswer('casework/list-person-cases', { personId });
  if (!data || data.cases.length === 0) return null;
  return (
    <>
      <h2>{say('personCases')}</h2>
      <div className="wide" role="region" aria-label={say('personCases')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('caseNumber')}</th>
              <th scope="col">{say('service')}</th>
              <th scope="col">{say('caseState')}</th>
              <th scope="col">{say('receivedOn')}</th>
            </tr>
          </thead>
          <tbody>
            {data.cases.map(({ number, title, state, receivedOn }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>{read(title)}</td>
                <td>{read(state)}</td>
                <td>{receivedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
