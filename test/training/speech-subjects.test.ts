import { describe, expect, test } from 'vitest';
import { bestOf, learnChoosing, scoresOf } from '../../training/lib/choosing.ts';
import type { Tree } from '../../training/lib/corpus.ts';
import { piecesOf } from '../../training/lib/pieces.ts';
import { seeded } from '../../training/lib/random.ts';
import { markedVerbs } from '../../training/lib/subject-examples.ts';
import { createTeller } from '../../training/lib/told-anew.ts';

/** A tree from lines of form, UPOS, XPOS, head (from 1, 0 the root) and label. */
const treeOf = (text: string, rows: string): Tree => {
  const cells = rows.split(' | ').map((row) => row.split(' '));
  const column = (i: number): readonly string[] => cells.map((row) => row[i] ?? '');
  return {
    document: 0,
    paragraph: 0,
    name: text,
    text,
    forms: column(0),
    surface: column(0),
    lemmas: column(0),
    upos: column(1),
    xpos: column(2),
    feats: column(0).map(() => '_'),
    heads: Int32Array.from(column(3), (head) => Number(head) - 1),
    labels: column(4),
  };
};

const JOINED = treeOf(
  'The envoy rose and spoke in Sorrel.',
  'The DET DT 2 det | envoy NOUN NN 3 nsubj | rose VERB VBD 0 root | and CCONJ CC 5 cc | spoke VERB VBD 3 conj | in ADP IN 7 case | Sorrel PROPN NNP 5 obl | . PUNCT . 3 punct',
);
const RELATIVE = treeOf(
  'Ana Venn, who slept badly, declined to speak.',
  'Ana PROPN NNP 7 nsubj | Venn PROPN NNP 1 flat | , PUNCT , 5 punct | who PRON WP 5 nsubj | slept VERB VBD 1 acl:relcl | badly ADV RB 5 advmod | declined VERB VBD 0 root | to PART TO 9 mark | speak VERB VB 7 xcomp | . PUNCT . 7 punct',
);

const TIED = treeOf(
  'The envoy who slept badly left.',
  'The DET DT 2 det | envoy NOUN NN 6 nsubj | who PRON WP 4 nsubj | slept VERB VBD 2 acl:relcl | badly ADV RB 4 advmod | left VERB VBD 0 root | . PUNCT . 6 punct',
);

describe('verbs of a treebank with their subjects', () => {
  test('a joined verb has the subject of the first', () => {
    expect(markedVerbs(JOINED).map(({ verb, subject }) => [verb, [...subject]])).toEqual([
      [2, [1]],
      [4, [1]],
    ]);
  });

  test('a relative word and what it takes up are both right; behind "to" nobody is', () => {
    expect(markedVerbs(RELATIVE).map(({ verb, subject }) => [verb, [...subject].sort()])).toEqual([
      [4, [0, 3]],
      [6, [1]],
      [8, []],
    ]);
  });
});

const VERBS = [{ base: 'say', third: 'says', past: 'said', participle: 'said', ing: 'saying' }];

describe('sentences told anew', () => {
  const { clauses, names, nouns, relatives } = piecesOf([JOINED, RELATIVE, TIED]);
  const participle = { forms: ['asked', 'about', 'it'], head: 0 };
  const pieces = {
    clauses,
    names,
    nouns,
    relatives,
    acting: [{ forms: ['the', 'envoy', 'rose'], head: 1 }],
    pronouns: [{ forms: ['she'], head: 0 }],
    settings: [{ forms: ['in', 'Sorrel'], head: 1 }],
    participles: [participle],
  };

  test('trees are cut into phrases and clauses', () => {
    expect(nouns.map(({ forms, head }) => [forms.join(' '), head])).toEqual([
      ['the envoy', 1],
      ['the envoy who slept badly', 1],
    ]);
    expect(relatives.map(({ forms }) => forms.join(' '))).toEqual(['who slept badly']);
    expect(clauses.map(({ forms }) => forms.join(' '))).toContain('the envoy rose and spoke in Sorrel');
  });

  test('the same seed tells the same; each has one verb, places that follow each other, and mostly a subject', () => {
    const tell = createTeller(pieces, VERBS, seeded(5));
    const again = createTeller(pieces, VERBS, seeded(5));
    let subjects = 0;
    for (let i = 0; i < 300; i++) {
      const sentence = tell();
      expect(again()).toEqual(sentence);
      expect(sentence.words[sentence.verb]?.form.toLowerCase()).toMatch(/^sa(?:y|id|ys|ying)$/);
      for (const [k, { start }] of sentence.words.entries())
        expect(start).toBeGreaterThanOrEqual(sentence.words[k - 1]?.end ?? 0);
      if (sentence.subject.size > 0) subjects++;
    }
    expect(subjects).toBeGreaterThan(240);
    expect(subjects).toBeLessThan(300);
  });
});

test('to choose is learnt from rows that tell right from wrong, and the same way each time', () => {
  const choices = Array.from({ length: 50 }, (_, i) => ({
    rows: [Int32Array.of(0, 2), Int32Array.of(1, 3 + (i % 3)), Int32Array.of(0, 1)],
    isRight: [false, true, false],
    weight: 1,
  }));
  const options = { size: 8, passes: 4, rate: 0.1, decay: 1e-4 };
  const weights = learnChoosing(choices, options, seeded(3));
  expect(choices.every(({ rows }) => bestOf(scoresOf(weights, rows)) === 1)).toBe(true);
  expect(learnChoosing(choices, options, seeded(3))).toEqual(weights);
});
