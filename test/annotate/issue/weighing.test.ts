import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/annotate/issue/evidence.ts';
import { borneBy, chance, weigh } from '../../../src/annotate/issue/weighing.ts';
import type { StanceModel } from '../../../src/model/knowledge/stance-model.ts';

const MODEL: StanceModel = {
  provenance: 'invented',
  classes: ['none', 'supports', 'opposes'],
  weights: { 'c:praise': [0, 200, -100], 'c:blame': [0, -100, 200], bias: [50, 0, 0] },
  temperature: 1,
  bearings: { cue: 300, bias: -100 },
  threshold: 0.5,
};
const at = (start: number) => ({ start, end: start + 3 });

describe('weighing', () => {
  test.each<[string, Evidence, string]>([
    ['nothing known', new Map([['w:ferry', at(0)]]), 'none'],
    ['praise', new Map([['c:praise', at(4)]]), 'supports'],
    [
      'blame beside a bias',
      new Map([
        ['c:blame', at(4)],
        ['bias', null],
      ]),
      'opposes',
    ],
  ])('%s', (_name, evidence, choice) => {
    const weighed = weigh(MODEL, evidence);
    expect(weighed[0]?.choice).toBe(choice);
    expect(weighed.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });

  test('a higher temperature is less sure of the same choice', () => {
    const evidence: Evidence = new Map([['c:praise', at(4)]]);
    const [sure] = weigh(MODEL, evidence);
    const [unsure] = weigh({ ...MODEL, temperature: 3 }, evidence);
    expect(unsure?.choice).toBe(sure?.choice);
    expect(unsure?.probability).toBeLessThan(sure?.probability ?? 0);
  });

  test('what speaks for a stance, the heaviest first and once; what speaks against it is left out', () => {
    const evidence: Evidence = new Map([
      ['c:blame', at(9)],
      ['c:praise', at(4)],
      ['bias', null],
    ]);
    expect(borneBy(MODEL, evidence, 'supports')).toEqual([at(4)]);
    expect(borneBy(MODEL, evidence, 'opposes')).toEqual([at(9)]);
  });

  test('the chance of something, unknown features aside', () => {
    expect(chance(MODEL.bearings, ['cue', 'bias', 'new'])).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(chance(MODEL.bearings, [])).toBe(0.5);
  });
});
