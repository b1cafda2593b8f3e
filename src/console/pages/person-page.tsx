import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import type { EventForms, Family, PersonAsOf } from '../../register/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { Erasure } from '../register/erasure.tsx';
import { FamilyTree } from '../register/family-tree.tsx';
import { OwnCopy } from '../register/own-copy.tsx';
import { PersonCases } from '../register/person-cases.tsx';
import { SealedValue } from '../register/sealed-value.tsx';
import { Timeline } from '../register/timeline.tsx';
import { valueWords } from '../register/value-words.ts';
import { addressOf, navigate, usePlace } from '../router.ts';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

interface PersonProps {
  readonly person: PersonAsOf;
  readonly family: Family | null;
  readonly list: EventForms | null;
  readonly session: Session;
}

const Facts = ({ person, family, list, session }: PersonProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const attributes = list?.attributes.filter(
    (one) => (one.key === 'hukouKind' || one.key === 'documentKind') && person[one.key] !== null,
  );
  const { personId } = person;
  const today = person.asOf === null && person.knownAt === null;
  const place = (code: string | null, name: string | null | undefined) =>
    code === null ? say('outside') : today && name ? `${name} ${code}` : code;
  return (
    <dl className="facts">
      <Fact label={say('sex')}>{say(person.sex)}</Fact>
      <Fact label={say('birthDate')}>{person.birthDate}</Fact>
      {person.deathDate !== null && <Fact label={say('deathDate')}>{person.deathDate}</Fact>}
      {(['idNumber', 'documentNumber', 'phone', 'address'] as const).map((field) => (
        <Fact key={field} label={say(field)}>
          <SealedValue personId={personId} field={field} masked={person[field]} session={session} />
        </Fact>
      ))}
      {attributes?.map(({ key, label, choices }) => (
        <Fact key={key} label={read(label)}>
          {valueWords(
            key === 'hukouKind' ? person.hukouKind : person.documentKind,
            { choices, mentioned: [] },
            wording,
          )}
        </Fact>
      ))}
      <Fact label={say('registeredAt')}>{place(person.registeredVillage, family?.registered)}</Fact>
      <Fact label={say('livesAt')}>{place(person.residentVillage, family?.resident)}</Fact>
      {person.mergedInto !== null && (
        <Fact label={say('merged')}>
          <Link to={addressOf(`/person/${person.mergedInto}`)}>{person.mergedInto}</Link>
        </Fact>
      )}
    </dl>
  );
};

const Relatives = ({ family }: { readonly family: Family }) => {
  const { say } = useWording();
  const others = family.people.filter((one) => one.personId !== family.personId);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>{say('family')}</h2>
      <FamilyTree family={family} />
      <ul className="values">
        {others.map((one) => (
          <li key={one.personId}>
            <Link to={addressOf(`/person/${one.personId}`)}>{one.name}</Link>
            <span>
              {one.ties.map((tie) => say(`tie_${tie}` as MessageKey)).join(', ')} · {say(one.sex)} ·{' '}
              {one.birthDate}
              {one.deathDate === null ? '' : ` – ${one.deathDate}`}
            </span>
          </li>
        ))}
      </ul>
      {family.householdId !== null && (
        <p>
          <Link to={addressOf(`/household/${family.personId}`)}>{say('seeHousehold')}</Link>
        </p>
      )}
    </section>
  );
};

interface MenuProps {
  readonly forms: EventForms['forms'];
  readonly family: Family;
}

/** What can be recorded of this person; the person is filled in where the form asks for one. */
const EventMenu = ({ forms, family }: MenuProps) => {
  const { say, read } = useWording();
  const { personId, householdId } = family;
  const addressFor = (form: EventForms['forms'][number]) => {
    const subject = form.subject ?? form.fields.find((field) => field.kind === 'person')?.key;
    const household = form.fields.find((field) => field.kind === 'household')?.key;
    return addressOf(`/record/${form.key}`, {
      ...(subject === undefined ? {} : { [subject]: personId }),
      ...(household === undefined ? {} : { [household]: householdId ?? undefined }),
    });
  };
  const offered = forms.filter((form) =>
    form.fields.some(({ kind }) => kind === 'person' || kind === 'household'),
  );
  return (
    <section>
      <h2>{say('recordEvent')}</h2>
      <ul className="menu">
        {offered.map((form) => (
          <li key={form.key}>
            <Link to={addressFor(form)}>{read(form.title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface AsOfProps {
  readonly personId: string;
  readonly asOf: string;
  readonly knownAt: string;
}

const AsOfForm = ({ personId, asOf, knownAt }: AsOfProps) => {
  const { say } = useWording();
  const [on, setOn] = useState(asOf);
  const [known, setKnown] = useState(knownAt);
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        navigate(addressOf(`/person/${personId}`, { asOf: on.trim(), knownAt: known.trim() }));
      }}
    >
      <label htmlFor="asOf">{say('asOf')}</label>
      <input id="asOf" size={11} value={on} onChange={(event) => setOn(event.target.value)} />
      <label htmlFor="knownAt">{say('knownAt')}</label>
      <input id="knownAt" size={11} value={known} onChange={(event) => setKnown(event.target.value)} />
      <button type="submit">{say('show')}</button>
    </form>
  );
};

/** Why the file of a child is opened; logged with who opened it. */
const ReasonForm = ({ onGiven }: { readonly onGiven: (reason: string) => void }) => {
  const { say } = useWording();
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get('reason');
        onGiven(typeof given === 'string' ? given.trim() : '');
      }}
    >
      <label htmlFor="child-reason">{say('whyOpened')}</label>
      <span>
        <input id="child-reason" name="reason" minLength={4} required />{' '}
        <button type="submit">{say('openFile')}</button>
      </span>
    </form>
  );
};

/** One person: what is true today or was on any day, the family, the timeline, and what can be recorded. */
export const PersonPage = ({
  personId,
  session,
}: {
  readonly personId: string;
  readonly session: Session;
}) => {
  const { say, read } = useWording();
  const { query } = usePlace();
  const [asOf, knownAt] = [query.get('asOf') ?? '', query.get('knownAt') ?? ''];
  const [reason, setReason] = useState('');
  const { data: person, error } = useAnswer('register/read-person', {
    personId,
    ...(asOf === '' ? {} : { asOf }),
    ...(knownAt === '' ? {} : { knownAt }),
    ...(reason === '' ? {} : { reason }),
  });
  const { data: family } = useAnswer('register/read-family', { personId });
  const { data: list } = useAnswer('register/list-event-forms', {});
  const form = <AsOfForm key={`${asOf} ${knownAt}`} personId={personId} asOf={asOf} knownAt={knownAt} />;
  if (error)
    return (
      <>
        <h1>{say('people')}</h1>
        <Refused error={error} />
        {error.code === 'reason_needed' ? <ReasonForm onGiven={setReason} /> : form}
      </>
    );
  if (person?.personId !== personId) return <p>{say('loading')}</p>;
  const today = asOf === '' && knownAt === '';
  const told = { personId, list, mentioned: person.mentioned };
  const done = query.get('done');
  const title = list?.forms.find((one) => one.key === done)?.title;
  return (
    <>
      <h1>{person.name}</h1>
      <div aria-live="polite">
        {title && <Alert type="success" showIcon title={say('recorded', { title: read(title) })} />}
        {done === 'transfer' && <Alert type="info" showIcon title={say('transferAsked')} />}
        {done === 'requested' && <Alert type="info" showIcon title={say('requested')} />}
      </div>
      {person.events.length === 0 && <Alert type="warning" showIcon title={say('allWithdrawn')} />}
      {form}
      <Facts person={person} family={family} list={list} session={session} />
      {today && family && <Relatives family={family} />}
      {today && <PersonCases personId={personId} />}
      {today && session.permissions.includes('register:export') && <OwnCopy personId={personId} />}
      {today && session.permissions.includes('register:write') && <Erasure personId={personId} />}
      {today && family && list && session.permissions.includes('register:write') && (
        <EventMenu forms={list.forms} family={family} />
      )}
      <h2>{say('timeline')}</h2>
      <Timeline {...told} records={person.events} session={session} current={today} />
      {person.replaced.length > 0 && (
        <details>
          <summary>
            {say('replacedRecords')} ({person.replaced.length})
          </summary>
          <Timeline {...told} records={person.replaced} session={session} current={false} />
        </details>
      )}
    </>
  );
};
