import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../src/language/index.ts';
import type { WordAnalysis } from '../../src/model/analysis.ts';

/** A tree as `form/UPOS/XPOS/head/relation`, heads counted from 0. */
const treeOf = (text: string) => {
  const rows = text.split(' ').map((row) => row.split('/'));
  return {
    words: rows.map(([form = '']) => ({ form })),
    analysis: rows.map(
      ([form = '', upos = '', xpos = '', head = '', deprel = '']): WordAnalysis => ({
        lemma: form,
        upos,
        xpos,
        feats: null,
        head: Number(head),
        deprel,
      }),
    ),
  };
};

describe('the subject of a verb', () => {
  test.each([
    ['its own', 'Kestrel/PROPN/NNP/1/nsubj said/VERB/VBD/-1/root so/ADV/RB/1/advmod', 'said', 'Kestrel'],
    [
      'the name and not the title',
      'said/VERB/VBD/-1/root Minister/PROPN/NNP/0/nsubj Ana/PROPN/NNP/1/flat Kestrel/PROPN/NNP/1/flat',
      'said',
      'Kestrel',
    ],
    [
      'behind the verb, taken for its object',
      ',/PUNCT/,/1/punct said/VERB/VBD/-1/root the/DET/DT/3/det envoy/NOUN/NN/1/obj',
      'said',
      'envoy',
    ],
    [
      'of the first of two verbs',
      'Kestrel/PROPN/NNP/1/nsubj came/VERB/VBD/-1/root and/CCONJ/CC/3/cc told/VERB/VBD/1/conj him/PRON/PRP/3/obj',
      'told',
      'Kestrel',
    ],
    [
      'of the clause beside a participle',
      'Orland/PROPN/NNP/1/nsubj left/VERB/VBD/-1/root ,/PUNCT/,/3/punct citing/VERB/VBG/1/advcl fog/NOUN/NN/3/obj',
      'citing',
      'Orland',
    ],
    [
      'the noun that a participle describes, first of an apposition',
      'The/DET/DT/1/det head/NOUN/NN/-1/root ,/PUNCT/,/3/punct lawyer/NOUN/NN/1/appos quoted/VERB/VBN/3/acl',
      'quoted',
      'head',
    ],
  ])('%s', (_, text, verb, expected) => {
    const tree = treeOf(text);
    const found = subjectOf(
      tree,
      tree.words.findIndex(({ form }) => form === verb),
    );
    expect(found === null ? null : tree.words[found]?.form).toBe(expected);
  });

  test.each([
    [
      'an infinitive',
      'He/PRON/PRP/1/nsubj declined/VERB/VBD/-1/root to/PART/TO/3/mark say/VERB/VB/1/xcomp',
      3,
    ],
    ['as saying', 'quoted/VERB/VBN/-1/root as/SCONJ/IN/2/mark saying/VERB/VBG/0/advcl', 2],
    [
      'an empty it',
      'It/PRON/PRP/2/nsubj:pass was/AUX/VBD/2/aux:pass said/VERB/VBN/-1/root that/SCONJ/IN/4/mark ended/VERB/VBD/2/ccomp',
      2,
    ],
    ['a word that is not there', 'Yes/INTJ/UH/-1/root', 7],
  ])('%s has none', (_, text, verb) => {
    expect(subjectOf(treeOf(text), verb)).toBeNull();
  });

  test('a tree that runs in a circle ends', () => {
    expect(subjectOf(treeOf('a/VERB/VB/1/conj b/VERB/VB/0/conj'), 0)).toBeNull();
  });
});
