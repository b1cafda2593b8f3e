import type { EntitlementDetail, PersonPayments } from '../../benefits/index.ts';
import { civilMinute } from '../../language/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { AreaName, isAreaCode } from '../cases/areas.tsx';
import { Fact } from '../cases/case-facts.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';
import { routeWords } from './change-account-form.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { lineAmount, lineMonths, monthOf, useProgrammes, variantWords } from './words.ts';

interface OfEntitlement {
  readonly detail: EntitlementDetail;
}

const Account = ({ detail }: OfEntitlement) => {
  const wording = useWording();
  const { account } = detail;
  if (!account) return <span className="missed">{wording.say('accountMissing')}</span>;
  const { route, ending, holder } = account;
  return (
    <>
      {routeWords(route, wording)} <span className="digits-small">•••• {ending}</span>{' '}
      {wording.say('heldBy', { holder })}
      <div className="soft">{wording.say('accountMasked')}</div>
    </>
  );
};

export const EntitlementFacts = ({ detail, session }: OfEntitlement & { readonly session: Session }) => {
  const { say, read } = useWording();
  const { titleOf } = useProgrammes();
  const { data: own } = useAnswer('benefits/list-entitlements', { personId: detail.personId });
  const seesCases = session.permissions.includes('casework:read');
  return (
    <dl className="facts tight">
      <Fact term={say('programme')}>{titleOf(detail.programme)}</Fact>
      <Fact term={say('entitlementState')}>{read(detail.placeLabel)}</Fact>
      <Fact term={say('startMonth')}>
        {detail.startMonth === null ? say('nothing') : monthOf(detail.startMonth)}
      </Fact>
      <Fact term={say('checkedYear')}>{detail.checkedYear ?? say('nothing')}</Fact>
      <Fact term={say('area')}>
        <AreaName code={detail.area} />
      </Fact>
      <Fact term={say('account')}>
        <Account detail={detail} />
      </Fact>
      <Fact term={say('beneficiary')}>
        <Link to={addressOf(`/beneficiary/${detail.personId}`)}>
          {own?.rows[0]?.name ?? say('seeBeneficiary')}
        </Link>
      </Fact>
      {detail.caseId !== null && seesCases && (
        <Fact term={say('application')}>
          <Link to={addressOf(`/case/${detail.caseId}`)}>{say('seeApplication')}</Link>
        </Fact>
      )}
    </dl>
  );
};

type Segment = EntitlementDetail['segments'][number];

/** What is given in which months: variant and place. */
export const Segments = ({ detail }: OfEntitlement) => {
  const wording = useWording();
  const { say } = wording;
  const columns: readonly Column<Segment>[] = [
    {
      head: say('months'),
      kind: 'line',
      cell: ({ fromMonth, toMonth }) =>
        `${monthOf(fromMonth)} ~ ${toMonth === null ? say('openEnd') : monthOf(toMonth)}`,
    },
    { head: say('variant'), kind: 'line', cell: ({ variant }) => variantWords(variant, wording) },
    { head: say('area'), kind: 'line', cell: ({ area }) => <AreaName code={area} /> },
    { head: say('nextToPay'), kind: 'number', cell: ({ nextMonth }) => monthOf(nextMonth) },
  ];
  return (
    <DataTable
      narrow
      label={say('segments')}
      columns={columns}
      rows={detail.segments}
      keyOf={(one) => `${one.fromMonth} ${one.variant} ${one.area}`}
      empty={say('noSegments')}
    />
  );
};

type Payment = PersonPayments['payments'][number];

interface PaymentsProps {
  readonly personId: string;
  /** Left out: of everything the person draws. */
  readonly entitlementId?: string;
}

/** What stands on lists for somebody, and what came of it. */
export const PaymentsOf = ({ personId, entitlementId }: PaymentsProps) => {
  const wording = useWording();
  const { say } = wording;
  const { titleOf } = useProgrammes();
  const { data, error } = useAnswer('benefits/list-payments-of-person', { personId });
  if (!data) return <Refused error={error} />;
  const ofProgramme: Column<Payment> = {
    head: say('programme'),
    kind: 'line',
    cell: ({ programme }) => titleOf(programme),
  };
  const columns: readonly Column<Payment>[] = [
    {
      head: say('quarter'),
      kind: 'line',
      cell: ({ batchId, year, quarter }) => (
        <Link to={addressOf(`/payments/${batchId}`)}>{say('quarterOf', { year, quarter })}</Link>
      ),
    },
    ...(entitlementId === undefined ? [ofProgramme] : []),
    {
      head: say('months'),
      kind: 'line',
      cell: (line) => lineMonths(line, wording),
    },
    { head: say('amountYuan'), kind: 'number', cell: (line) => lineAmount(line, wording) },
    {
      head: say('paymentState'),
      cell: ({ state, reason }) => (
        <>
          <span className={state === 'failed' ? 'missed' : undefined}>{say(`payment_${state}`)}</span>
          {reason !== null && ` · ${reason}`}
        </>
      ),
    },
    { head: say('paidOn'), kind: 'number', cell: ({ day }) => day ?? say('nothing') },
  ];
  return (
    <DataTable
      label={say('payments')}
      columns={columns}
      rows={data.payments.filter((one) => entitlementId === undefined || one.entitlementId === entitlementId)}
      keyOf={(one) => `${one.batchId} ${one.entitlementId}`}
      empty={say('noPayments')}
    />
  );
};

type Answered = EntitlementDetail['actions'][number]['answers'][number];

/** An answer as it was given; codes of places and variants in words. */
const Said = ({ answer, choice }: Answered) => {
  const wording = useWording();
  if (choice) return <>{wording.read(choice)}</>;
  return isAreaCode(answer) ? <AreaName code={answer} /> : <>{variantWords(answer, wording)}</>;
};

/** The whole life of an entitlement: who did what, when, and why. */
export const EntitlementStory = ({ detail }: OfEntitlement) => {
  const { say, read } = useWording();
  if (detail.actions.length === 0) return <p className="soft">{say('noStory')}</p>;
  return (
    <ol className="timeline">
      {[...detail.actions].reverse().map((one) => (
        <li key={`${one.at} ${one.action}`}>
          <time dateTime={one.at}>{civilMinute(new Date(one.at))}</time> <strong>{read(one.label)}</strong>{' '}
          <span className="soft">{one.by === 'system' ? say('bySystem') : one.by}</span>
          {one.answers.map((given) => (
            <div key={given.label.zh} className="said">
              {read(given.label)}: <Said {...given} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
};
