import type { Text } from '../language/index.ts';
import { text } from '../language/index.ts';

interface ErrorKind {
  /** HTTP status of an answer that carries this code. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507;
  /** Exit status of the command line (sysexits.h where it fits). */
  readonly exit: number;
  /** What a form says when nothing more precise is known. */
  readonly message: Text;
}

const kind = (status: ErrorKind['status'], exit: number, message: Text): ErrorKind => ({
  status,
  exit,
  message,
});

/** The closed list of what may go wrong in an expected way, and what each face says of it. */
export const errorKinds = {
  invalid_input: kind(422, 65, text('填写内容有误。', 'Something in the input is not right.')),
  unreadable_request: kind(400, 65, text('请求无法读取。', 'The request cannot be read.')),
  unauthenticated: kind(401, 77, text('请先登录。', 'Sign in first.')),
  forbidden: kind(403, 77, text('没有此项权限。', 'You may not do this.')),
  not_found: kind(404, 66, text('没有找到。', 'There is no such thing.')),
  reason_needed: kind(403, 77, text('须说明理由。', 'A reason is needed.')),
  other_side_must_agree: kind(409, 75, text('须由对方地区确认。', 'The other area has to agree.')),
  conflict: kind(409, 75, text('与现有记录冲突。', 'This conflicts with what is recorded.')),
  idempotency_key_reused: kind(
    422,
    65,
    text('同一幂等键已用于另一请求。', 'This idempotency key was used for a different request.'),
  ),
  too_large: kind(413, 65, text('请求过大。', 'The request is too large.')),
  too_many_requests: kind(429, 75, text('请求过于频繁，请稍后再试。', 'Too many requests; try again later.')),
  wrong_database_kind: kind(409, 78, text('数据库性质不符。', 'The database is of the other kind.')),
  database_not_empty: kind(409, 78, text('数据库不是空的。', 'The database is not empty.')),
  not_initialised: kind(503, 78, text('数据库尚未初始化。', 'The database has not been initialised.')),
  data_folder_in_use: kind(503, 75, text('数据目录正被占用。', 'The data folder is in use.')),
  port_in_use: kind(503, 69, text('端口被占用。', 'The port is taken.')),
  database_unreachable: kind(503, 69, text('无法连接数据库。', 'The database cannot be reached.')),
  disk_full: kind(507, 74, text('磁盘空间不足。', 'The disk is full.')),
  misconfigured: kind(500, 78, text('配置有误。', 'The configuration is not right.')),
  internal: kind(500, 70, text('系统内部错误。', 'An internal error occurred.')),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

export interface ErrorDetails {
  readonly code: ErrorCode;
  /** One sentence: what is wrong. */
  readonly message: Text;
  /** One sentence: what to do about it. */
  readonly remedy: Text;
  /** Path of the field in the input, `mother.id`. */
  readonly field?: string;
}

/** An expected failure: it has a code, a sentence and a remedy. Everything else thrown is a bug. */
export class DomainError extends Error {
  readonly details: ErrorDetails;
  constructor(details: ErrorDetails, options?: { readonly cause?: unknown }) {
    super(`${details.message.en} ${details.remedy.en}`, options);
    this.name = 'DomainError';
    this.details = details;
  }
}

/** Shorthand for throwing: `throw failure('not_found', text(…), text(…))`. */
export const failure = (code: ErrorCode, message: Text, remedy: Text): DomainError =>
  new DomainError({ code, message, remedy });
