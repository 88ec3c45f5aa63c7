/** Every error code; each has its line on `docs/reference/codes.md` with the exit status and what to do. */
export type ErrorCode =
  | 'usage'
  | 'not-found'
  | 'permission'
  | 'not-a-record'
  | 'record-exists'
  | 'record-locked'
  | 'record-newer'
  | 'record-corrupt'
  | 'disk-full'
  | 'pack-invalid'
  | 'pack-unknown'
  | 'unsupported-format'
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'broken-archive'
  | 'fetch-failed'
  | 'private-address'
  | 'robots-disallowed'
  | 'poison'
  | 'bad-line'
  | 'analyser-missing'
  | 'analyser-failed'
  | 'claim-unknown'
  | 'citation-broken'
  | 'internal';

/**
 * A broken input file, configuration or store. Carries a `code` of the closed list, the `hint` the command line prints
 * (what to do next), and plain-data `context`. Noisy text never raises one: it yields diagnostics.
 */
export class DemarcheError extends Error {
  override readonly name = 'DemarcheError';
  readonly code: ErrorCode;
  readonly hint: string | null;
  readonly context: Readonly<Record<string, string | number | boolean | null>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      readonly hint?: string;
      readonly context?: Readonly<Record<string, string | number | boolean | null>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? null;
    this.context = options.context ?? {};
  }
}

/** Whether `error` is ours. Works on errors that crossed a worker boundary as `{ name, code, message }` too. */
export const isDemarcheError = (error: unknown): error is DemarcheError => error instanceof DemarcheError;
