import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Receipt } from '../../casework/index.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { addressOf } from '../router.ts';
import { Fact } from './case-facts.tsx';

interface ReceiptProps {
  readonly receipt: Receipt;
  readonly again: string;
  readonly onAgain: () => void;
  /** What else was done with it. */
  readonly children?: ReactNode;
}

/** `ABCDEFGH` as `ABCD EFGH`: as it is read out. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const Also = ({ linked }: Pick<Receipt, 'linked'>) => {
  const { say, read } = useWording();
  if (linked.length === 0) return null;
  return (
    <>
      <h2>{say('alsoOpened')}</h2>
      <ul>
        {linked.map((one) => (
          <li key={one.number}>
            {read(one.title)}: <strong>{one.number}</strong> · {say('queryCode')}{' '}
            <strong className="code">{inFours(one.code)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What was filed: number, code and what comes next; to be printed or read out. */
export const FiledReceipt = ({ receipt, again, onAgain, children }: ReceiptProps) => {
  const { say, read } = useWording();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
  }, []);
  return (
    <>
      <h1 ref={head} tabIndex={-1}>
        {say('receiptFor', { title: read(receipt.title) })}
      </h1>
      <div aria-live="polite" className="no-print">
        <Alert type="success" showIcon title={say('filed')} description={say('keepCode')} />
      </div>
      {children}
      <dl className="facts receipt">
        <Fact term={say('caseNumber')}>
          <strong className="code">{receipt.number}</strong>
        </Fact>
        <Fact term={say('queryCode')}>
          <strong className="code">{inFours(receipt.code)}</strong>
        </Fact>
        <Fact term={say('receivedOn')}>{receipt.receivedOn}</Fact>
        {receipt.replyDue !== null && <Fact term={say('replyDueOn')}>{receipt.replyDue}</Fact>}
        <Fact term={say('dueOn')}>{receipt.closeDue ?? say('notAnnounced')}</Fact>
        <Fact term={say('nextStep')}>
          {read(receipt.next.label)} <span className="soft">{read(receipt.next.says)}</span>
        </Fact>
      </dl>
      <Also linked={receipt.linked} />
      <div className="actions no-print">
        <Button type="primary" onClick={onAgain}>
          {again}
        </Button>
        <Button
          onClick={() => {
            print();
          }}
        >
          {say('printIt')}
        </Button>
        <Link to={addressOf(`/case/${receipt.caseId}`)}>{say('openCase')}</Link>
      </div>
    </>
  );
};
