import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { addressOf } from '../router.ts';

interface EntitlementOfProps {
  readonly personId: string;
  readonly entitlementId: string;
  /** Null of whoever may not be seen here. */
  readonly name: string | null;
}

/** The one who draws it, leading to the entitlement. */
export const EntitlementOf = ({ personId, entitlementId, name }: EntitlementOfProps) => {
  const { say } = useWording();
  return (
    <Link to={addressOf(`/entitlement/${personId}/${entitlementId}`)}>{name ?? say('nameNotShown')}</Link>
  );
};
