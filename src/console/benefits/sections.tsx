import type { Session } from '../api.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { addressOf, usePlace } from '../router.ts';

export interface Section {
  readonly path: string;
  readonly label: MessageKey;
}

/** The pages that belong together, the one that is shown among them. */
export const Sections = ({ sections }: { readonly sections: readonly Section[] }) => {
  const { say } = useWording();
  const { path } = usePlace();
  return (
    <nav className="sections" aria-label={say('sections')}>
      <ul>
        {sections.map((one) => (
          <li key={one.path}>
            <Link to={addressOf(one.path)} current={path === one.path}>
              {say(one.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

export const entitlementSections: readonly Section[] = [
  { path: '/entitlements', label: 'entitlements' },
  { path: '/beneficiaries', label: 'findPeople' },
  { path: '/entitlements/changes', label: 'registerChanges' },
  { path: '/entitlements/overpaid', label: 'overpayments' },
  { path: '/entitlements/arrears', label: 'arrears' },
];

export const programmeSections: readonly Section[] = [
  { path: '/programmes', label: 'programmes' },
  { path: '/values', label: 'localValues' },
  { path: '/records', label: 'benefitRecords' },
];

/** The books are for those who pay. */
export const paymentSections = ({ permissions }: Pick<Session, 'permissions'>): readonly Section[] => [
  { path: '/payments', label: 'batches' },
  ...(permissions.includes('benefits:pay') ? [{ path: '/payments/books', label: 'books' } as const] : []),
];
