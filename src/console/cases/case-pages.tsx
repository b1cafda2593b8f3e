import type { ReactNode } from 'react';
import type { Session } from '../api.ts';
import { CardPage } from '../pages/card-page.tsx';
import { CasePage } from '../pages/case-page.tsx';
import { CasesPage } from '../pages/cases-page.tsx';
import { FileCasePage } from '../pages/file-case-page.tsx';
import { PartsPage } from '../pages/parts-page.tsx';
import { PhoneDeskPage } from '../pages/phone-desk-page.tsx';
import { WorkPage } from '../pages/work-page.tsx';
import './cases.css';

interface GuardedPage {
  /** Null: for everybody who is signed in. */
  readonly permission: string | null;
  readonly page: ReactNode;
}

/** The pages of cases; null for another page. */
export function casePage(path: string, session: Session): GuardedPage | null {
  const [, page = '', first = ''] = path.split('/');
  const pages: Readonly<Record<string, GuardedPage>> = {
    work: { permission: 'casework:read', page: <WorkPage /> },
    cases: { permission: 'casework:read', page: <CasesPage /> },
    case: { permission: 'casework:read', page: <CasePage key={first} caseId={first} session={session} /> },
    file: {
      permission: 'casework:handle',
      page: <FileCasePage key={first} serviceKey={first} session={session} />,
    },
    phone: { permission: 'casework:handle', page: <PhoneDeskPage session={session} /> },
    parts: { permission: 'casework:read', page: <PartsPage session={session} /> },
    card: { permission: null, page: <CardPage /> },
  };
  return pages[page] ?? null;
}
