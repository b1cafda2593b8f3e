/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { VerifiedCertificate } from '../../casework/index.ts';
import { Layout } from '../layout.tsx';
import { told, type View } from '../page.ts';

export const certificatePath = ({
  number,
  code,
}: {
  readonly number: string;
  readonly code: string;
}): string => `/certificates/${number}?code=${code}`;

export interface ShownLine {
  readonly label: string;
  readonly answer: string;
}

interface CertificateProps {
  readonly view: View;
  readonly certificate: VerifiedCertificate;
  readonly lines: readonly ShownLine[];
}

/** What anybody who holds a certificate may know of it. */
export const CertificatePage = ({ view, certificate, lines }: CertificateProps) => {
  const { number, revokedOn, issuedOn, validFor, states } = certificate;
  const verdict = view.say(revokedOn ? 'certificateRevoked' : 'certificateGenuine');
  const rows: readonly ShownLine[] = [
    { label: view.say('certificateNumber'), answer: number },
    { label: view.say('certificateIssued'), answer: issuedOn },
    { label: view.say('certificateFor'), answer: told(view, validFor) },
    ...lines,
  ];
  return (
    <Layout
      view={view}
      title={verdict}
      column={{
        name: view.say('certificates'),
        type: view.say('services'),
        description: view.say('certificatesIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('certificates'), path: '/certificates' },
      ]}
      isPrivate
    >
      <h1 class={revokedOn ? 'verdict revoked' : 'verdict genuine'}>{verdict}</h1>
      {revokedOn && <p class="note">{view.say('certificateRevokedOn', { date: revokedOn })}</p>}
      <p class="intro">{told(view, certificate.title)}</p>
      <dl class="facts stacked">
        {rows.map(({ label, answer }) => (
          <div>
            <dt>{label}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <h2>{view.say('certificateStates')}</h2>
      <p>{told(view, states)}</p>
      <p class="note">{view.say('certificateMasked')}</p>
    </Layout>
  );
};
