import type { Participant, Realis } from '../../../model/annotation.ts';
import type { RussianTrigger } from './cues.ts';
import type { NounReading } from './noun.ts';
import type { Seats } from './seats.ts';

/** An act with who takes part, before it is dated. */
export interface Coded {
  readonly trigger: RussianTrigger;
  readonly participants: readonly Participant[];
  readonly realis: Realis;
  readonly noun: NounReading | null;
  /** Done by somebody whom no pack knows, and told all the same: `[трибунал] постановил`. */
  readonly alone?: true;
  /** Another act speaks of it: `обещает [ратификацию]`. */
  readonly spoken?: true;
  /** Nobody is said to do it: `от Бренна [потребовали] объяснений`. */
  readonly byNobody?: true;
}

/** Seats that nobody has taken. */
export const NOBODY: Seats = { subject: [], passive: false, others: [], matter: [], own: false };
