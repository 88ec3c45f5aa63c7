import type { Mention, TimeExpression } from '../../../model/annotation.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Stage } from '../stage.ts';
import { clausesOf } from './clauses.ts';
import type { RussianLists } from './lists.ts';
import type { Words } from './words.ts';

/** A Russian sentence with what is known of its words, before its actors. */
export interface Ground {
  readonly stage: Stage;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Lower case, `ё` written `е`. */
  readonly low: readonly string[];
  readonly words: Words;
  readonly lists: RussianLists;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  /** Whether an expression of time covers a token. */
  readonly timed: readonly boolean[];
  /** The clause of each token. */
  readonly clauses: readonly number[];
}

/** The ground of a sentence. */
export const groundOf = (of: Omit<Ground, 'clauses' | 'timed'>): Ground => {
  const timed = of.tokens.map((token) =>
    of.times.some(({ span }) => span.start < token.end && span.end > token.start),
  );
  return { ...of, timed, clauses: clausesOf(of.low, of.words) };
};
