import type { RussianTrigger } from './cues.ts';
import type { Ground } from './ground.ts';
import type { Phrase } from './phrases.ts';

/** A Russian sentence with its cues and actors. */
export interface RussianScene extends Ground {
  readonly triggers: readonly RussianTrigger[];
  readonly phrases: readonly Phrase[];
  /** Tokens that verbs of cues hold as what they do, and which are nobody's subject: `ввела [ограничения]`. */
  readonly held: ReadonlySet<number>;
}
