import type { Attribution, Mention, TimeExpression } from '../../../model/annotation.ts';
import type { EventGrammar } from '../../../model/knowledge/event-lexicon.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { Stage } from '../stage.ts';
import type { JapaneseTrigger } from './cues.ts';
import type { JapanesePhrase } from './phrases.ts';

/** A sentence with its cues and actors. */
export interface JapaneseScene {
  readonly stage: Stage;
  readonly grammar: EventGrammar;
  readonly sentence: Sentence;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly phrases: readonly JapanesePhrase[];
  readonly triggers: readonly JapaneseTrigger[];
  readonly quotes: readonly Span[];
  /** The expressions of time in the sentence. */
  readonly times: readonly TimeExpression[];
  /** Of whom the sentence before in this paragraph tells; null at its beginning. */
  readonly carried: JapanesePhrase | null;
  /** The attributions of the article by their cues, in text order. */
  readonly spoken: readonly SpokenCue[];
}

/** A cue of speech and what it tells of. */
export interface SpokenCue {
  readonly at: Span;
  readonly attribution: Attribution;
}
