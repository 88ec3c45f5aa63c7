import { describe, expect, test } from 'vitest';
import { featuresByTree } from '../../../src/language/features/english.ts';
import type { WordAnalysis } from '../../../src/model/analysis.ts';

/** A sentence as `form/UPOS/XPOS/head/relation/features`, heads from 1, in words joined by spaces. */
const read = (marked: string): { readonly forms: string[]; readonly words: WordAnalysis[] } => {
  const rows = marked.split(' ').map((cell) => cell.split('/'));
  return {
    forms: rows.map(([form]) => form ?? ''),
    words: rows.map(([form, upos, xpos, head, deprel, feats]) => ({
      lemma: form ?? '',
      upos: upos ?? '',
      xpos: xpos ?? null,
      feats: feats === undefined || feats === '' ? null : feats,
      head: Number(head) - 1,
      deprel: deprel ?? '',
    })),
  };
};

const VBP = 'Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin';
const VBD = 'Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin';
const third = (number: string, tense: string): string =>
  `Mood=Ind|Number=${number}|Person=3|Tense=${tense}|VerbForm=Fin`;

describe('features of English by the tree', () => {
  test.each<[why: string, sentence: string, word: number, feats: string]>([
    [
      'a verb agrees with its subject',
      `They/PRON/PRP/2/nsubj go/VERB/VBP/0/root/${VBP}`,
      1,
      third('Plur', 'Pres'),
    ],
    [
      'an auxiliary with that of its verb',
      `Envoys/NOUN/NNS/3/nsubj have/AUX/VBP/3/aux/${VBP} left/VERB/VBN/0/root`,
      1,
      third('Plur', 'Pres'),
    ],
    ['an envoy is one', `envoy/NOUN/NN/2/nsubj left/VERB/VBD/0/root/${VBD}`, 1, third('Sing', 'Past')],
    [
      'two envoys joined are several',
      `Ana/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Venn/PROPN/NNP/1/conj left/VERB/VBD/0/root/${VBD}`,
      3,
      third('Plur', 'Past'),
    ],
    [
      'a second verb shares the subject',
      `They/PRON/PRP/2/nsubj met/VERB/VBD/0/root/${VBD} left/VERB/VBD/2/conj/${VBD}`,
      2,
      third('Plur', 'Past'),
    ],
    [
      'a relative clause agrees with its antecedent',
      `ships/NOUN/NNS/4/nsubj that/PRON/WDT/3/nsubj left/VERB/VBD/1/acl:relcl/${VBD} sank/VERB/VBD/0/root/${VBD}`,
      2,
      third('Plur', 'Past'),
    ],
    ['without a subject the word decides', `Thank/VERB/VBP/0/root/${VBP} you/PRON/PRP/1/obj`, 0, VBP],
    [
      'it is an object',
      'saw/VERB/VBD/0/root it/PRON/PRP/1/obj/Case=Nom|Number=Sing',
      1,
      'Case=Acc|Number=Sing',
    ],
    ['it is a subject', 'it/PRON/PRP/2/nsubj/Case=Acc ended/VERB/VBD/0/root', 0, 'Case=Nom'],
    [
      'a bare verb commands',
      'Sign/VERB/VB/0/root/VerbForm=Inf it/PRON/PRP/1/obj',
      0,
      'Mood=Imp|VerbForm=Fin',
    ],
    [
      'so does the one beside it',
      'Go/VERB/VB/0/root/VerbForm=Inf and/CCONJ/CC/3/cc sign/VERB/VB/1/conj/VerbForm=Inf',
      2,
      'Mood=Imp|VerbForm=Fin',
    ],
    [
      'not behind "to"',
      'to/PART/TO/2/mark sign/VERB/VB/3/csubj/Mood=Imp|VerbForm=Fin helps/VERB/VBZ/0/root',
      1,
      'VerbForm=Inf',
    ],
    [
      'not with an auxiliary',
      'will/AUX/MD/2/aux sign/VERB/VB/0/root/Mood=Imp|VerbForm=Fin',
      1,
      'VerbForm=Inf',
    ],
    [
      'a gerund by its relation',
      'like/VERB/VBP/0/root waiting/VERB/VBG/1/xcomp/Tense=Pres|VerbForm=Part',
      1,
      'VerbForm=Ger',
    ],
    [
      'a participle with an auxiliary',
      'is/AUX/VBZ/2/aux waiting/VERB/VBG/0/root/VerbForm=Ger',
      1,
      'Tense=Pres|VerbForm=Part',
    ],
    [
      'passive',
      'was/AUX/VBD/2/aux:pass seized/VERB/VBN/0/root/Tense=Past|VerbForm=Part',
      1,
      'Tense=Past|VerbForm=Part|Voice=Pass',
    ],
    [
      'not with "have" alone',
      'has/AUX/VBZ/2/aux left/VERB/VBN/0/root/Tense=Past|VerbForm=Part|Voice=Pass',
      1,
      'Tense=Past|VerbForm=Part',
    ],
    ['relative', 'envoy/NOUN/NN/0/root who/PRON/WP/3/nsubj left/VERB/VBD/1/acl:relcl', 1, 'PronType=Rel'],
    ['asking', 'who/PRON/WP/2/nsubj/PronType=Rel left/VERB/VBD/0/root', 0, 'PronType=Int'],
    ['which treaty', 'which/DET/WDT/2/det/PronType=Rel treaty/NOUN/NN/0/root', 0, 'PronType=Int'],
  ])('%s: %s', (_, marked, at, feats) => {
    const { forms, words } = read(marked);
    const found = featuresByTree(forms, words);
    expect(found[at]?.feats).toBe(feats);
    // Nothing but features changes.
    expect(found.map((word) => ({ ...word, feats: null }))).toEqual(
      words.map((word) => ({ ...word, feats: null })),
    );
  });

  test('a tree that is a star, or a chain of conjuncts, of many words stays linear', () => {
    const count = 50_000;
    for (const headOf of [() => -1, (i: number) => i - 1]) {
      const words = Array.from(
        { length: count },
        (_, i): WordAnalysis => ({
          lemma: 'go',
          upos: 'VERB',
          xpos: ['VBD', 'VB', 'VBG', 'VBN', 'WP'][i % 5] ?? null,
          feats: 'Person=1',
          head: i === 0 ? -1 : Math.max(0, headOf(i)),
          deprel: i === 0 ? 'root' : 'conj',
        }),
      );
      expect(
        featuresByTree(
          words.map(({ lemma }) => lemma),
          words,
        ),
      ).toHaveLength(count);
    }
  });
});
