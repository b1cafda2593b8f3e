import { Button } from 'antd';
import { encode } from 'uqr';
import { useAnswer } from '../api.ts';
import { Fact } from '../cases/case-facts.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

/** Dark modules as one path: no image is loaded, and it prints sharp. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
}

const Qr = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  );
};

const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');

/** What an officer shows to people, who check it on the portal by its code. */
export const CardPage = () => {
  const { say, read, locale } = useWording();
  const { data, error } = useAnswer('identity/read-own-card', {});
  if (error) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  const path = `${locale === 'en' ? '/en' : ''}/officers/${encodeURIComponent(data.name)}`;
  const address = `${location.origin}${path}?code=${data.code}`;
  return (
    <>
      <h1>{say('card')}</h1>
      <p className="soft no-print">{say('cardHint')}</p>
      <section className="officer-card" aria-label={say('card')}>
        <div>
          <p className="display">{read(data.display)}</p>
          <dl className="facts tight">
            <Fact term={say('unit')}>{data.area.name}</Fact>
            <Fact term={say('cardRole')}>{read(data.role)}</Fact>
            <Fact term={say('cardAccount')}>{data.name}</Fact>
            <Fact term={say('cardCode')}>
              <strong className="code">{grouped(data.code)}</strong>
            </Fact>
            <Fact term={say('cardValid')}>{data.validOn}</Fact>
          </dl>
        </div>
        <a href={address}>
          <Qr address={address} label={say('cardQr')} />
        </a>
      </section>
      <p className="no-print">
        <Button
          onClick={() => {
            print();
          }}
        >
          {say('printIt')}
        </Button>
      </p>
    </>
  );
};
