import type { Mention, Realis, TimeExpression } from '../../model/annotation.ts';
import type { Arguments } from './arguments.ts';
import type { Carried } from './carried.ts';
import type { Trigger } from './cues.ts';
import type { Cast } from './participants.ts';
import type { Scene } from './stage.ts';
import type { HistoryNamed } from './timing.ts';

/** What the coder reads of one sentence. */
export interface SentenceInput {
  readonly scene: Scene;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  /** The times that are part of an instrument's name, by whether the name may date what is told after it. */
  readonly named: ReadonlyMap<TimeExpression, 'subject' | 'matter'>;
  readonly history: readonly HistoryNamed[];
  /** Where its openers and hard marks stand. */
  readonly breaks: readonly number[];
  /** What the sentences before hand on to "later" and "then". */
  readonly carried?: Carried | null;
}

/** The sentence with the cues found in it. */
export interface Cued extends SentenceInput {
  readonly triggers: readonly Trigger[];
}

/** What the grammar of a clause gave. */
export interface Coded {
  readonly args: Arguments;
  /** Whether the tree found a party that the order of words had not. */
  readonly byTree: boolean;
  readonly cast: Cast;
  readonly realis: Realis;
  readonly type: string;
  readonly first: number;
  readonly passive: boolean;
  readonly perfect: boolean;
  /** The grammar says that it is past, so that a later time cannot make a plan of it. */
  readonly settled: boolean;
  /** It has not come about up to the day of telling: no day of the sentence is when it began. */
  readonly absent: boolean;
  /** It is denied of days to come: "will not visit". */
  readonly ahead?: boolean;
  /** Publication bounds it on no side: a plan told in the past. */
  readonly undated: boolean;
  /** The tokens between which its time stands, the last excluded. */
  readonly window: readonly [number, number];
}
