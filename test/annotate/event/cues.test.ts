import { describe, expect, test } from 'vitest';
import cues from '../../../knowledge/codebook/cues/en.json' with { type: 'json' };
import types from '../../../knowledge/codebook/event-types.json' with { type: 'json' };
import en from '../../../knowledge/en/event.json' with { type: 'json' };
import { compileCues, findTriggers } from '../../../src/annotate/event/cues.ts';
import { tokenise } from '../../../src/language/index.ts';
import type { EventLexicon } from '../../../src/model/knowledge/event-lexicon.ts';
import { cover } from '../../../src/model/span.ts';

const lexicon = { ...en, cues } as unknown as EventLexicon;
const index = compileCues(lexicon);

const triggers = (text: string): readonly string[] => {
  const tokens = tokenise(text);
  return findTriggers(index, tokens).map(({ cue, first, last }) => {
    const [a, b] = [tokens[first], tokens[last]];
    return `${cue.type}: ${a && b ? cover(text, { start: a.start, end: b.end }) : ''}`;
  });
};

describe('cues', () => {
  test.each([
    ['Voss signed a new fishing agreement.', ['sign: signed a new fishing agreement']],
    ['The visit ended.', ['visit: visit']],
    ['Her visits ended.', ['visit: visits']],
    ['He wants to visit.', ['visit: visit']],
    ['They held three rounds of talks.', ['negotiate: held three rounds of talks']],
    ['They had agreed to start talks.', ['agree: agreed to', 'negotiate: start talks']],
    ['The seized islands.', []],
    ['A repeatedly postponed visit.', ['visit: visit']],
    // Whether somebody refuses to is for the clause to say.
    ['They signed.', ['reject: signed']],
  ])('%s', (text, expected) => {
    expect(triggers(text)).toEqual(expected);
  });

  test('no gap reaches over a stop or a quotation mark', () => {
    expect(triggers('They held it. Talks ended.')).toEqual(['negotiate: Talks']);
  });
});

describe('the lexicon', () => {
  const known = new Set((types as readonly { readonly id: string }[]).map(({ id }) => id));

  test('names only types of the codebook', () => {
    expect(lexicon.cues.filter(({ type }) => !known.has(type)).map(({ type }) => type)).toEqual([]);
  });

  test('has lower-case patterns without stray marks', () => {
    const bad = lexicon.cues
      .flatMap(({ verbs, nouns }) => [...verbs, ...nouns])
      .filter((pattern) => !/^[a-zéà'\-/|,…? ]+$/.test(pattern) || /^…|…$| {2}|\|\||\/\//.test(pattern));
    expect(bad).toEqual([]);
  });

  test('lists no pattern twice in one list', () => {
    for (const { type, verbs, nouns } of lexicon.cues) {
      expect(new Set(verbs).size, type).toBe(verbs.length);
      expect(new Set(nouns).size, type).toBe(nouns.length);
    }
  });
});
