import { describe, expect, test } from 'vitest';
import type { Trigger } from '../../../src/annotate/event/cues.ts';
import { readFate, readOutcome } from '../../../src/annotate/event/fate.ts';
import { GRAMMAR, tokensOf } from './tree-support.ts';

const triggerAt = (tokens: readonly { readonly lower: string }[], word: string): Trigger => {
  const at = tokens.findIndex(({ lower }) => lower === word);
  return { first: at, last: at, matched: [at], form: 'noun' } as unknown as Trigger;
};

describe('fate by words around', () => {
  test.each([
    ['The visit was put off until May .', 'postponed'],
    ['The visit was called off .', 'cancelled'],
    ['The visit took place on Monday .', 'held'],
    ['Twice postponed , the visit took place after all .', 'held'],
    ['The visit never took place .', 'lapsed'],
    ['The visit never materialised .', 'lapsed'],
    ['The visit was not postponed .', null],
    ['The visit pleased both .', null],
  ])('%s', (text, fate) => {
    const tokens = tokensOf(text);
    expect(readFate(tokens, triggerAt(tokens, 'visit'), GRAMMAR)).toBe(fate);
  });
});

describe('outcome by words of the sentence', () => {
  test.each([
    ['The talks ended without agreement .', 'actual', 'none'],
    ['The two talks could not agree on fish .', 'actual', 'none'],
    ['The talks ended with a deal .', 'actual', 'agreement'],
    ['The talks made some headway .', 'actual', 'partial'],
    ['The talks will continue .', 'actual', 'pending'],
    ['The talks are dull .', 'ongoing', 'pending'],
    ['The talks were dull .', 'actual', null],
    ['The talks will end without agreement .', 'planned', null],
  ] as const)('%s (%s)', (text, realis, outcome) => {
    const tokens = tokensOf(text);
    expect(readOutcome(tokens, triggerAt(tokens, 'talks'), realis, GRAMMAR)).toBe(outcome);
  });
});
