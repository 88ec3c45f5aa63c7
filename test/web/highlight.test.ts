import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtMarks, type Highlight, isShownAt, levelOf, nextLevel } from '../../web/src/lib/highlight.ts';
import { shareOfBound } from '../support/pace.ts';

const mark = (start: number, end: number, role: Highlight['role'] = 'content', key = 'a'): Highlight => ({
  start,
  end,
  role,
  key,
  slot: null,
  isDirect: true,
});

describe('cutAtMarks', () => {
  it('cuts where marks begin and end, the shortest mark last', () => {
    const [pieces] = cutAtMarks([{ start: 0, end: 10 }], [mark(4, 6, 'cue'), mark(2, 8)]);
    expect(
      pieces?.map(({ start, end, over }) => [start, end, over.map(({ role }) => role).join(' ')]),
    ).toEqual([
      [0, 2, ''],
      [2, 4, 'content'],
      [4, 6, 'content cue'],
      [6, 8, 'content'],
      [8, 10, ''],
    ]);
  });

  it('gives a mark over two paragraphs to both, and nothing to the blank between them', () => {
    const cut = cutAtMarks(
      [
        { start: 0, end: 4 },
        { start: 6, end: 9 },
      ],
      [mark(2, 8)],
    );
    expect(cut.map((pieces) => pieces.map(({ start, end, over }) => [start, end, over.length]))).toEqual([
      [
        [0, 2, 0],
        [2, 4, 1],
      ],
      [
        [6, 8, 1],
        [8, 9, 0],
      ],
    ]);
  });

  it('ignores empty marks and marks outside', () => {
    expect(cutAtMarks([{ start: 5, end: 7 }], [mark(6, 6), mark(0, 5), mark(7, 9)])).toEqual([
      [{ start: 5, end: 7, over: [] }],
    ]);
  });

  it('joins to the stretches, every character under exactly its marks', () => {
    const spans = fc.tuple(fc.nat(60), fc.nat(30)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(
        fc.array(spans, { maxLength: 9 }),
        fc.array(fc.nat(12), { minLength: 2, maxLength: 8 }),
        (marked, steps) => {
          const marks = marked.map(({ start, end }, index) => mark(start, end, 'content', String(index)));
          let at = 0;
          const stretches = steps.map((step) => {
            const start = at + (step % 3);
            at = start + step;
            return { start, end: at };
          });
          for (const [index, pieces] of cutAtMarks(stretches, marks).entries()) {
            const stretch = stretches[index] ?? { start: 0, end: 0 };
            let end = stretch.start;
            for (const piece of pieces) {
              expect(piece.start).toBe(end);
              expect(piece.end).toBeGreaterThan(piece.start);
              end = piece.end;
              const expected = marks.filter(
                (each) => each.start <= piece.start && each.end >= piece.end && each.end > each.start,
              );
              expect(new Set(piece.over)).toEqual(new Set(expected));
            }
            expect(end).toBe(stretch.end);
          }
        },
      ),
    );
  });

  it('stays linear over many paragraphs and marks', () => {
    const stretches = Array.from({ length: 20_000 }, (_, n) => ({ start: n * 50, end: n * 50 + 49 }));
    const marks = Array.from({ length: 60_000 }, (_, n) => mark(n * 16, n * 16 + 40));
    const cut = (): unknown => expect(cutAtMarks(stretches, marks)).toHaveLength(20_000);
    expect(shareOfBound(4_000, cut)).toBeLessThan(1);
  });
});

describe('levels', () => {
  it('shows quotes, then statements, then all', () => {
    const indirect = { role: 'content', isDirect: false } as const;
    expect([
      isShownAt('none', mark(0, 1)),
      isShownAt('quotes', mark(0, 1)),
      isShownAt('quotes', indirect),
    ]).toEqual([false, true, false]);
    expect([isShownAt('statements', indirect), isShownAt('statements', mark(0, 1, 'time'))]).toEqual([
      true,
      false,
    ]);
    expect([isShownAt('all', mark(0, 1, 'time')), isShownAt('none', mark(0, 1, 'anchor'))]).toEqual([
      true,
      true,
    ]);
  });

  it('steps within its ends and reads anything', () => {
    expect([nextLevel('none', -1), nextLevel('none', 1), nextLevel('all', 1)]).toEqual([
      'none',
      'quotes',
      'all',
    ]);
    expect([levelOf(undefined), levelOf('many'), levelOf('all')]).toEqual([
      'statements',
      'statements',
      'all',
    ]);
  });
});
