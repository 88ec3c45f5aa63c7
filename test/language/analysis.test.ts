import { describe, expect, test } from 'vitest';
import { toolsFor } from './support/tools.ts';

/**
 * Sentences of our own about an invented world, in words joined by spaces. `word<head:label` marks what is checked: the
 * word's head (its first occurrence) and its relation.
 */
const markedWords = (
  marked: string,
): { readonly forms: readonly string[]; readonly checks: readonly (readonly [number, string, string])[] } => {
  const forms: string[] = [];
  const checks: [number, string, string][] = [];
  for (const [i, token] of marked.split(' ').entries()) {
    const match = /^(.+)<([^:]+):(.+)$/.exec(token);
    forms.push(match?.[1] ?? token);
    if (match !== null) checks.push([i, match[2] ?? '', match[3] ?? '']);
  }
  return { forms, checks };
};

const check = (language: 'en' | 'ru', marked: string): void => {
  const { forms, checks } = markedWords(marked);
  const analysis = toolsFor(language).analyser?.analyse(forms) ?? [];
  for (const [i, head, label] of checks) {
    const word = analysis[i];
    const found = `${forms[i]}<${word?.head === -1 ? 'ROOT' : forms[word?.head ?? 0]}:${word?.deprel}`;
    expect(found).toBe(`${forms[i]}<${head}:${label}`);
  }
};

describe('trees of English', () => {
  test.each([
    ['The envoy<said:nsubj said<ROOT:root the council would<meet:aux meet<said:ccomp on Monday .'],
    ['Foreign Minister Orland<left:nsubj left<ROOT:root for Valdoria<left:obl on Friday<left:obl .'],
    ['Valdoria signed<ROOT:root the treaty<signed:obj in March<signed:obl .'],
    ['The islands<controlled:nsubj:pass are<controlled:aux:pass controlled<ROOT:root by Valdoria .'],
    ['She did n’t<sign:advmod sign<ROOT:root it<sign:obj .'],
    ['The minister ’s<minister:case plan<failed:nsubj failed .'],
  ])('%s', (marked) => check('en', marked));
});

describe('trees of Russian', () => {
  test.each([
    ['Посол<сказал:nsubj сказал<ROOT:root , что переговоры продолжаются<сказал:ccomp .'],
    ['Министр<подписал:nsubj подписал<ROOT:root договор<подписал:obj .'],
  ])('%s', (marked) => check('ru', marked));
});

describe('tags and lemmas', () => {
  test.each<['en' | 'ru', string, string]>([
    ['en', 'The ministers were speaking .', 'the/DET minister/NOUN be/AUX speak/VERB ./PUNCT'],
    [
      'en',
      'Ana Kestrel has left Valdoria .',
      'Ana/PROPN Kestrel/PROPN have/AUX leave/VERB Valdoria/PROPN ./PUNCT',
    ],
    ['en', 'They ca n’t agree .', 'they/PRON can/AUX not/PART agree/VERB ./PUNCT'],
    ['en', 'Three better ships came .', 'three/NUM good/ADJ ship/NOUN come/VERB ./PUNCT'],
    [
      'ru',
      'Министры подписали новый договор .',
      'министр/NOUN подписать/VERB новый/ADJ договор/NOUN ./PUNCT',
    ],
  ])('%s: %s', (language, text, expected) => {
    const found = toolsFor(language).analyser?.analyse(text.split(' ')) ?? [];
    expect(found.map(({ lemma, upos }) => `${lemma}/${upos}`).join(' ')).toBe(expected);
  });

  test('features and Penn tags of English', () => {
    const [, ships, , left] = toolsFor('en').analyser?.analyse(['The', 'ships', 'have', 'left', '.']) ?? [];
    expect([ships?.xpos, ships?.feats]).toEqual(['NNS', 'Number=Plur']);
    expect(left?.xpos).toBe('VBN');
    expect(left?.feats).toContain('VerbForm=Part');
  });

  test('a name not seen in training is a name', () => {
    const found = toolsFor('en').analyser?.analyse(['Zorvan', 'Quellmark', 'met', 'Drasko', '.']) ?? [];
    expect(found.map(({ upos }) => upos)).toEqual(['PROPN', 'PROPN', 'VERB', 'PROPN', 'PUNCT']);
  });
});

test('the same words have the same analysis, whatever came between', () => {
  const analyse = (text: string) => toolsFor('en').analyser?.analyse(text.split(' '));
  const first = analyse('The council met in Valdoria .');
  analyse('Nobody else was asked , Orland said , and that was that .');
  analyse('Yes .');
  expect(analyse('The council met in Valdoria .')).toEqual(first);
});

test('each sentence is one tree: one root, every word below it', () => {
  for (const text of ['Yes', '. . .', '" " "', 'a b c d e f g', 'Talks , talks , talks and talks .']) {
    const analysis = toolsFor('en').analyser?.analyse(text.split(' ')) ?? [];
    const heads = analysis.map(({ head }) => head);
    expect(heads.filter((head) => head === -1)).toHaveLength(1);
    for (const [start] of heads.entries()) {
      let at = start;
      let steps = 0;
      while (at !== -1 && steps++ <= heads.length) at = heads[at] ?? -1;
      expect(at).toBe(-1);
    }
  }
});
