import type { ReactNode } from 'react';
import type { Session } from '../api.ts';
import { StationPage } from '../pages/health-station-page.tsx';
import { StationsPage } from '../pages/health-stations-page.tsx';
import { SuppliesPage } from '../pages/health-supplies-page.tsx';
import './health.css';

interface GuardedPage {
  readonly permission: string;
  readonly page: ReactNode;
}

/** The pages of the health services; null for another page. */
export function healthPage(path: string, session: Session): GuardedPage | null {
  const [, page = '', first = ''] = path.split('/');
  const permission = 'health:read';
  if (page === 'supplies') return { permission, page: <SuppliesPage session={session} /> };
  if (page !== 'stations') return null;
  if (first === '') return { permission, page: <StationsPage session={session} /> };
  return { permission, page: <StationPage key={first} stationId={first} session={session} /> };
}
