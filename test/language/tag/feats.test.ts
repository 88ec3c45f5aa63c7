import { describe, expect, test } from 'vitest';
import { sumParts } from '../../../src/language/tag/feats.ts';
import { featurePartsOf } from '../../../src/language/tag/feature-parts.ts';
import { agreementOf, fineMarksOf, MASK, morphOf } from '../../../src/language/tag/morph.ts';

const FINE = [
  '_',
  'Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing',
  'Case=Gen|Degree=Pos|Gender=Fem|Number=Sing',
  'Animacy=Inan|Case=Nom|Gender=Fem|Number=Plur',
  'Aspect=Perf|Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act',
  'Aspect=Imp|Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act',
] as const;
const BITS = morphOf(FINE).bits;
const bitsAt = (i: number): number => BITS[i] ?? -1;

describe('features that others answer to', () => {
  test.each([
    ['the same case, gender and number', 1, 2, 1 + 3 + 9],
    ['the same gender alone', 1, 3, 2 + 3 + 18],
    ['none where one word has none', 1, 0, 0],
    ['none between a noun and a verb', 1, 4, 0],
  ])('agreement: %s', (_, a, b, expected) => {
    expect(agreementOf(bitsAt(a), bitsAt(b))).toBe(expected);
    expect(agreementOf(bitsAt(b), bitsAt(a))).toBe(expected);
  });

  test('a mask keeps its own features alone', () => {
    expect(bitsAt(1) & MASK.case).toBe(bitsAt(2) & MASK.case);
    expect(bitsAt(1) & MASK.case).not.toBe(bitsAt(3) & MASK.case);
    expect(bitsAt(1) & MASK.verbal).toBe(0);
    expect(bitsAt(4) & MASK.nominal).toBe(0);
    expect(bitsAt(4) & MASK.verbal).not.toBe(0);
  });

  test('features that no other word answers to are not seen by the parser, fine tags of another kind are', () => {
    const marks = fineMarksOf(FINE, 'feats', 1);
    expect(marks[4]).toBe(marks[5]);
    expect(new Set(marks).size).toBe(FINE.length - 1);
    expect(new Set(fineMarksOf(FINE, 'xpos', 1)).size).toBe(FINE.length);
  });
});

describe('parts of features', () => {
  const parts = featurePartsOf(FINE, [Uint16Array.of(0, 1, 3), Uint16Array.of(4, 5), new Uint16Array()]);
  const partsAt = (tag: number, position: number): readonly number[] => [
    ...(parts.of[tag]?.[position] ?? []),
  ];
  const shared = (tag: number, a: number, b: number): number =>
    partsAt(tag, a).filter((part) => partsAt(tag, b).includes(part)).length;

  test('lists share a part for each feature that is the same', () => {
    // Animacy and gender, and that neither has anything of a verb.
    expect(shared(0, 1, 2)).toBe(3);
    // All but the aspect, and that neither has anything of a noun.
    expect(shared(1, 0, 1)).toBe(5);
  });

  test('columns are counted for each universal tag', () => {
    expect(parts.columns).toBe(Math.max(...parts.used));
    for (const [tag, positions] of parts.of.entries())
      for (const list of positions) expect(Math.max(...list)).toBeLessThan(parts.used[tag] ?? 0);
    expect(parts.used[2]).toBe(0);
  });

  test('a list scores what its parts do', () => {
    const scores = new Int32Array(2);
    const partScores = Int32Array.from({ length: parts.columns }, (_, i) => 2 ** i);
    sumParts(parts.of[1] ?? [], Uint16Array.of(1, 0), partScores, scores);
    const sum = (position: number): number =>
      partsAt(1, position).reduce((total, part) => total + 2 ** part, 0);
    expect([...scores]).toEqual([sum(1), sum(0)]);
    expect(sum(0)).not.toBe(sum(1));
  });
});
