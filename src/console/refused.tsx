import { Alert } from 'antd';
import type { ApiError } from './api.ts';

/** What went wrong and what to do about it. */
export const Refused = ({ error }: { readonly error: ApiError | null }) =>
  error && <Alert type="error" showIcon role="alert" title={error.message} description={error.remedy} />;
