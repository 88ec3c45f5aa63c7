import { describe, expect, it } from 'vitest';
import { clusterNotes } from '../../web/src/lib/cluster-marks.ts';

const note = (start: number, words: string, key: string) =>
  ({ start, end: start + 1, key, kind: 'time', words, detail: '' }) as const;

describe('clusterNotes', () => {
  it('puts notes beside their paragraph in the order of the text, and those that say the same together', () => {
    const stretches = [
      { start: 0, end: 10 },
      { start: 12, end: 20 },
    ];
    const beside = clusterNotes(stretches, [
      note(8, 'then', 't2'),
      note(14, 'then', 't3'),
      note(2, 'now', 't0'),
      note(5, 'then', 't1'),
      note(11, 'between paragraphs', 't4'),
      note(30, 'behind all', 't5'),
    ]);
    expect(beside.map((notes) => notes.map(({ words, keys }) => `${words}: ${keys.join(' ')}`))).toEqual([
      ['now: t0', 'then: t1 t2'],
      ['then: t3'],
    ]);
  });
});
