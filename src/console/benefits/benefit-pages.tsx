import type { ReactNode } from 'react';
import type { Session } from '../api.ts';
import { BeneficiariesPage } from '../pages/beneficiaries-page.tsx';
import { BeneficiaryPage } from '../pages/beneficiary-page.tsx';
import { ArrearsPage } from '../pages/benefit-arrears-page.tsx';
import { BatchPage } from '../pages/benefit-batch-page.tsx';
import { BatchesPage } from '../pages/benefit-batches-page.tsx';
import { BooksPage } from '../pages/benefit-books-page.tsx';
import { ChangesPage, OverpaidPage } from '../pages/benefit-changes-page.tsx';
import { EntitlementPage } from '../pages/benefit-entitlement-page.tsx';
import { EntitlementsPage } from '../pages/benefit-entitlements-page.tsx';
import { ProgrammePage } from '../pages/benefit-programme-page.tsx';
import { ProgrammesPage } from '../pages/benefit-programmes-page.tsx';
import { RecordsPage } from '../pages/benefit-records-page.tsx';
import { ValuesPage } from '../pages/benefit-values-page.tsx';
import './benefits.css';

interface GuardedPage {
  readonly permission: string;
  readonly page: ReactNode;
}

const READ = 'benefits:read';

function entitlements(first: string, session: Session): ReactNode {
  if (first === 'changes') return <ChangesPage session={session} />;
  if (first === 'arrears') return <ArrearsPage session={session} />;
  return first === 'overpaid' ? <OverpaidPage session={session} /> : <EntitlementsPage session={session} />;
}

function payments(first: string, session: Session): GuardedPage {
  if (first === 'books') return { permission: 'benefits:pay', page: <BooksPage session={session} /> };
  if (first === '') return { permission: READ, page: <BatchesPage session={session} /> };
  return { permission: READ, page: <BatchPage key={first} batchId={first} session={session} /> };
}

/** The pages of benefits; null for another page. */
export function benefitPage(path: string, session: Session): GuardedPage | null {
  const [, page = '', first = '', second = ''] = path.split('/');
  const seen = (shown: ReactNode): GuardedPage => ({ permission: READ, page: shown });
  if (page === 'entitlements') return seen(entitlements(first, session));
  if (page === 'entitlement')
    return seen(<EntitlementPage key={second} personId={first} entitlementId={second} session={session} />);
  if (page === 'payments') return payments(first, session);
  if (page === 'records') return seen(<RecordsPage session={session} />);
  if (page === 'values') return seen(<ValuesPage session={session} />);
  if (page === 'beneficiaries') return seen(<BeneficiariesPage />);
  if (page === 'beneficiary') return seen(<BeneficiaryPage key={first} personId={first} session={session} />);
  if (page !== 'programmes') return null;
  if (first === '') return seen(<ProgrammesPage session={session} />);
  return seen(<ProgrammePage key={`${first} ${second}`} programme={first} part={second} session={session} />);
}
