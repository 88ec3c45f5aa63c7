import type { Day } from '../../model/brand.ts';
import type { World } from '../../model/world/index.ts';
import type { Found } from './found.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { LocalNames } from './local.ts';
import type { MentionWords } from './words.ts';

/** What the finder of names reads by. */
export interface NameReader {
  readonly gazetteer: Gazetteer;
  /** Names that the article itself teaches. */
  readonly local: LocalNames;
  readonly words: MentionWords;
  readonly world: World;
  readonly day: Day | null;
  readonly ofPack: ReadonlySet<string>;
}

/** Names found at a place, and the token to go on from. */
export interface Step {
  readonly found: readonly Found[];
  readonly to: number;
}
