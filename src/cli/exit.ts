import type { ErrorCode } from '../model/error.ts';

/** Exit statuses, as `docs/reference/codes.md` explains them. */
export const EXIT = {
  ok: 0,
  /** Done, with findings: some pages could not be read, a pack has errors, a check of the demo failed. */
  findings: 1,
  usage: 2,
  /** A record, or another file that the command rests on, cannot be used. */
  record: 3,
  /** `verify` found damage. */
  damage: 4,
  /** A fault of this program. */
  internal: 70,
} as const;

/** The exit status for each error code, when it ends a command. */
export const EXIT_OF: Readonly<Record<ErrorCode, number>> = {
  usage: EXIT.usage,
  'not-found': EXIT.record,
  permission: EXIT.record,
  'not-a-record': EXIT.record,
  'record-exists': EXIT.record,
  'record-locked': EXIT.record,
  'record-newer': EXIT.record,
  'record-corrupt': EXIT.record,
  'disk-full': EXIT.record,
  'pack-invalid': EXIT.usage,
  'pack-unknown': EXIT.usage,
  'unsupported-format': EXIT.findings,
  empty: EXIT.findings,
  binary: EXIT.findings,
  'too-large': EXIT.findings,
  'broken-archive': EXIT.findings,
  'fetch-failed': EXIT.findings,
  'private-address': EXIT.findings,
  'robots-disallowed': EXIT.findings,
  poison: EXIT.findings,
  'bad-line': EXIT.findings,
  'analyser-missing': EXIT.record,
  'analyser-failed': EXIT.record,
  'claim-unknown': EXIT.usage,
  'citation-broken': EXIT.record,
  internal: EXIT.internal,
};
