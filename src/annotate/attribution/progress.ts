import type { Span } from '../../model/span.ts';
import type { Draft } from './draft.ts';

/** What earlier verbs of the sentence have settled. */
export interface Progress {
  readonly drafts: Draft[];
  /** The source that a carried cue inherits. */
  source: Span | null;
  /** The relative word that stands for it. */
  relative: Span | null;
  /** First token that no content or cue has taken yet. */
  free: number;
}
