/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Receipt, ServiceGuide } from '../../casework/index.ts';
import { limitInWords } from '../limits.ts';
import type { MessageKey } from '../messages.ts';
import { pathIn, told, type View } from '../page.ts';
import { PostButton } from './form-controls.tsx';
import { QrCode } from './qr-code.tsx';
import { applyPath, FormPage, SupportPanel, servicePath } from './service-frame.tsx';

export const casePath = (number: string, page = ''): string =>
  `/cases/${number}${page === '' ? '' : `/${page}`}`;

/** By when something happens, or in words why no day can be named yet. */
export function duesInWords(view: View, service: ServiceGuide, receipt: Receipt): readonly string[] {
  const reply = receipt.replyDue ? [view.say('replyBy', { date: receipt.replyDue })] : [];
  const close = receipt.closeDue
    ? view.say('closeBy', { date: receipt.closeDue })
    : view.say('closeUnknown', { limit: limitInWords(view, service.limits.closing) });
  return [...reply, close];
}

interface ReceiptProps {
  readonly view: View;
  readonly service: ServiceGuide;
  readonly receipt: Receipt;
  readonly supportLine: string | null;
  /** Until when it stays on this device. */
  readonly until: string;
}

const Numbers = ({ view, receipt }: Pick<ReceiptProps, 'view' | 'receipt'>) => (
  <div class="receipt">
    <dl>
      <div>
        <dt>{view.say('receiptNumber')}</dt>
        <dd class="code big">{receipt.number}</dd>
      </div>
      <div>
        <dt>{view.say('receiptCode')}</dt>
        <dd class="code big">{receipt.code}</dd>
      </div>
    </dl>
    <p>{view.say('receiptKeep')}</p>
  </div>
);

const Next = ({ view, service, receipt }: ReceiptProps) => (
  <section>
    <h2>{view.say('nextStep')}</h2>
    <p>
      <strong>{told(view, receipt.next.label)}</strong> · {told(view, receipt.next.says)}
    </p>
    <ul>
      {duesInWords(view, service, receipt).map((words) => (
        <li>{words}</li>
      ))}
    </ul>
  </section>
);

const Linked = ({ view, receipt }: Pick<ReceiptProps, 'view' | 'receipt'>) => {
  const columns: readonly MessageKey[] = ['receiptNumber', 'receiptCode'];
  if (receipt.linked.length === 0) return <></>;
  return (
    <section>
      <h2>{view.say('receiptLinked')}</h2>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{view.say('guideName')}</th>
            {columns.map((label) => (
              <th scope="col">{view.say(label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receipt.linked.map(({ number, code, title }) => (
            <tr>
              <th scope="row">{told(view, title)}</th>
              <td data-label={view.say('receiptNumber')}>{number}</td>
              <td data-label={view.say('receiptCode')}>{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** What was filed, by which number it is followed, and what comes next and when. */
export const ReceiptPage = (props: ReceiptProps) => {
  const { view, service, receipt, supportLine, until } = props;
  const address = `${view.site.publicUrl}${pathIn(view, casePath(receipt.number))}`;
  return (
    <FormPage view={view} service={service} title={view.say('receiptTitle')} back={null}>
      {supportLine && <SupportPanel view={view} line={supportLine} />}
      <h1>{view.say('receiptTitle')}</h1>
      <p class="intro">
        {view.say('receiptOf')}{' '}
        <a href={pathIn(view, servicePath(service.key))}>{told(view, service.title)}</a>
        {' · '}
        {view.say('receivedOn')} {receipt.receivedOn}
      </p>
      <Numbers view={view} receipt={receipt} />
      <div class="actions">
        <a class="action" href={pathIn(view, applyPath(service.key, 'receipt.pdf'))}>
          {view.say('receiptPdf')} ({view.say('receiptPdfHint')})
        </a>
        <PostButton
          action={pathIn(view, '/cases')}
          label={view.say('receiptProgress')}
          hidden={{ number: receipt.number, secret: receipt.code }}
        />
      </div>
      <Next {...props} />
      <Linked view={view} receipt={receipt} />
      <div class="scan">
        <QrCode content={address} label={view.say('receiptQr')} />
        <p>
          {view.say('receiptQr')}
          <br />
          <span class="code">{address}</span>
        </p>
      </div>
      <section class="no-print">
        <h2>{view.say('receiptClear')}</h2>
        <p>
          {view.say('receiptMoment', { date: until })} {view.say('receiptClearNote')}
        </p>
        <PostButton
          action={pathIn(view, applyPath(service.key, 'forget'))}
          label={view.say('receiptClear')}
          isQuiet
        />
      </section>
    </FormPage>
  );
};
