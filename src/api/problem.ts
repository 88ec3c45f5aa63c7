import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '../model/error.ts';
import { isDemarcheError } from '../model/error.ts';
import type { Problem } from '../view/desk/types.ts';

/** Codes of problems that only the server has; the others are those of `DemarcheError`. */
export type ServerCode =
  | 'wrong-method'
  | 'wrong-host'
  | 'cross-site'
  | 'key-wanted'
  | 'key-wrong'
  | 'too-many-tries'
  | 'too-many-streams'
  | 'unsupported-media'
  | 'read-only';

/** The status with which each code of the program is answered; `not-found` and `claim-unknown` are no failures of it. */
const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  usage: 400,
  'not-found': 404,
  permission: 500,
  'not-a-record': 500,
  'record-exists': 409,
  'record-locked': 503,
  'record-newer': 500,
  'record-corrupt': 500,
  'disk-full': 507,
  'pack-invalid': 500,
  'pack-unknown': 500,
  'fetch-failed': 502,
  'private-address': 403,
  'robots-disallowed': 403,
  'unsupported-format': 415,
  empty: 422,
  binary: 422,
  'too-large': 413,
  'broken-archive': 422,
  poison: 422,
  'bad-line': 422,
  'analyser-missing': 500,
  'analyser-failed': 500,
  'claim-unknown': 404,
  'citation-broken': 500,
  internal: 500,
};

/** Seconds after which a request that met a locked record may be repeated. */
const RETRY_SECONDS = 2;

/** What a problem says. */
export interface Trouble {
  readonly status: number;
  readonly code: ServerCode | ErrorCode;
  readonly detail: string;
  readonly hint?: string | null;
}

/** A problem as an answer, `application/problem+json`. */
export const problemResponse = (
  trouble: Trouble,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const { status, code, detail, hint = null } = trouble;
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    hint,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
};

/** The answer to a request that met `error`. What is no `DemarcheError` is a fault of the program and tells nothing of itself. */
export const errorResponse = (error: unknown): Response => {
  if (!isDemarcheError(error) || error.code === 'internal')
    return problemResponse({
      status: 500,
      code: 'internal',
      detail: 'a fault of demarche',
      hint: 'start it with DEMARCHE_DEBUG=1 to see where it arose, and report it',
    });
  const status = STATUS_OF[error.code];
  const { code, message: detail, hint } = error;
  return problemResponse(
    { status, code, detail, hint },
    status === 503 ? { 'retry-after': String(RETRY_SECONDS) } : {},
  );
};

/** The answer for an address that leads nowhere. */
export const notFound = (detail: string, hint: string | null = null): Response =>
  problemResponse({ status: 404, code: 'not-found', detail, hint });
