/** What a finding is about; each code is explained in packs/README.md. */
export type PackFindingCode =
  | 'schema'
  | 'coordinates'
  | 'too-large'
  | 'unsafe-key'
  | 'pattern'
  | 'control-character'
  | 'duplicate-id'
  | 'dangling'
  | 'cycle'
  | 'unknown-base'
  | 'term-reversed'
  | 'term-overlap'
  | 'edtf'
  | 'dates-disagree'
  | 'alias-collision'
  | 'no-cues';

/** Something the linter has to say about a pack. Errors keep a pack from being loaded, warnings do not. */
export interface PackFinding {
  /** Where, as a dotted path into the pack: `places.3.names.rus.en.0`; empty for the pack as a whole. */
  readonly path: string;
  readonly code: PackFindingCode;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** A finding that keeps the pack from being loaded. */
export const error = (path: string, code: PackFindingCode, message: string): PackFinding => ({
  path,
  code,
  message,
  severity: 'error',
});

/** A finding to look at. */
export const warning = (path: string, code: PackFindingCode, message: string): PackFinding => ({
  path,
  code,
  message,
  severity: 'warning',
});
