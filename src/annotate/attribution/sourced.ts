import type { CueAt } from './cues.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** How a cue came by its source. */
export type Relation = 'subject' | 'inverted' | 'carried' | 'as' | 'passive' | 'none';

/** A cue with its source: `phrase` is null when the source is carried over or missing. */
export interface Sourced {
  readonly cue: CueAt;
  readonly phrase: NounPhrase | null;
  readonly relation: Relation;
  /** Whether the phrase is that of a noun right before a participle: `a [letter] saying …`. */
  readonly described?: boolean;
}
