import type { Participant, Realis } from '../../../model/annotation.ts';
import type { JapaneseTrigger } from './cues.ts';

/** A cue with who takes part and whether it happens. */
export interface Coded {
  readonly trigger: JapaneseTrigger;
  readonly participants: readonly Participant[];
  readonly realis: Realis;
  readonly happens: boolean;
  /** The subject undergoes it. */
  readonly passive: boolean;
  /** Told though nobody known takes part: the matter of an act whose doer is known, or the act of one who acts in public. */
  readonly alone: boolean;
}

/** Acts that are done by speaking. */
export const SPOKEN: ReadonlySet<string> = new Set(
  'demand request propose offer promise accept reject accuse support threaten claim'.split(' '),
);

/** The party that somebody acts for, else himself. */
export const sideOf = ({ id, party }: Participant): string => party?.id ?? id;
