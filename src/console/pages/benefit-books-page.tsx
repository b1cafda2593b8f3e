import type { CheckedLedger } from '../../benefits/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { type Column, DataTable } from '../benefits/data-table.tsx';
import { paymentSections, Sections } from '../benefits/sections.tsx';
import { yuan } from '../benefits/words.ts';
import { formatNumber } from '../format.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type Account = CheckedLedger['accounts'][number];
type Fault = CheckedLedger['faults'][number];

const ACCOUNTS: Readonly<Record<string, MessageKey>> = {
  grants: 'book_grants',
  payable: 'book_payable',
  bank: 'book_bank',
  transit: 'book_transit',
  receivable: 'book_receivable',
};

const Accounts = ({ accounts }: { readonly accounts: readonly Account[] }) => {
  const { say, locale } = useWording();
  const columns: readonly Column<Account>[] = [
    {
      head: say('bookAccount'),
      cell: ({ account }) => {
        const key = ACCOUNTS[account];
        return key ? say(key) : account;
      },
    },
    { head: say('debitYuan'), kind: 'number', cell: ({ debitFen }) => yuan(debitFen, locale) },
    { head: say('creditYuan'), kind: 'number', cell: ({ creditFen }) => yuan(creditFen, locale) },
    {
      head: say('balanceYuan'),
      kind: 'number',
      cell: ({ debitFen, creditFen }) => yuan(debitFen - creditFen, locale),
    },
  ];
  return (
    <DataTable
      narrow
      label={say('books')}
      columns={columns}
      rows={accounts}
      keyOf={({ account }) => account}
      empty={say('noBookings')}
    />
  );
};

const Faults = ({ faults }: { readonly faults: readonly Fault[] }) => {
  const { say, locale } = useWording();
  const columns: readonly Column<Fault>[] = [
    { head: say('bookRule'), cell: ({ rule }) => rule },
    { head: say('bookExpected'), kind: 'number', cell: ({ expected }) => formatNumber(expected, 0, locale) },
    { head: say('bookFound'), kind: 'number', cell: ({ found }) => formatNumber(found, 0, locale) },
    {
      head: say('batchNumber'),
      cell: ({ batchId }) =>
        batchId === null ? (
          say('nothing')
        ) : (
          <Link to={addressOf(`/payments/${batchId}`)}>{say('lookAndDecide')}</Link>
        ),
    },
  ];
  return (
    <DataTable
      label={say('bookFaults')}
      columns={columns}
      rows={faults}
      keyOf={({ rule, batchId }) => `${rule} ${batchId ?? ''}`}
      empty={say('noFaults')}
    />
  );
};

/** Whether everything adds up, for the whole city: lists, lines, months, what the bank said, and the books. */
export const BooksPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { data, error } = useAnswer('benefits/check-ledger', {});
  return (
    <>
      <h1>{say('books')}</h1>
      <Sections sections={paymentSections(session)} />
      <p className="soft">{say('booksSay')}</p>
      <Refused error={error} />
      {!data && !error && <p>{say('loading')}</p>}
      {data && (
        <>
          <p>
            <strong className={data.balanced ? 'met' : 'missed'}>
              {say(data.balanced ? 'booksAgree' : 'booksDiffer')}
            </strong>
          </p>
          <Accounts accounts={data.accounts} />
          <h2>{say('bookFaults')}</h2>
          <Faults faults={data.faults} />
        </>
      )}
    </>
  );
};
