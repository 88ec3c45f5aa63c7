import type { Found } from './scan.ts';

/** A candidate among those of its sentence, with the atoms `[from, end)` it covers. */
export interface Candidate {
  readonly found: Found;
  readonly from: number;
  readonly end: number;
  readonly before: Candidate | null;
  readonly after: Candidate | null;
}
