import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../web/src/lib/extent.ts';
import { brokenScale, type Stretch, snapped, ticksOf } from '../../web/src/lib/scale.ts';

const n = (day: string): number => dayNumber(day) ?? Number.NaN;

const spans = fc
  .tuple(fc.integer({ min: -50_000, max: 20_000 }), fc.integer({ min: 0, max: 60_000 }))
  .map(([from, length]): Stretch => ({ from, to: from + length }));

/** Gaps anywhere, also outside the span and over each other. */
const cases = fc.record({
  span: spans,
  gaps: fc.array(
    fc
      .tuple(fc.integer({ min: -60_000, max: 90_000 }), fc.integer({ min: 0, max: 20_000 }))
      .map(([from, length]): Stretch => ({ from, to: from + length })),
    { maxLength: 6 },
  ),
  width: fc.integer({ min: 40, max: 4000 }),
  isFlipped: fc.boolean(),
});

const inAnyGap = (gaps: readonly Stretch[], day: number): boolean =>
  gaps.some(({ from, to }) => day >= from && day <= to + 1);

describe('brokenScale', () => {
  it('covers the whole width, in order, without holes', () => {
    fc.assert(
      fc.property(cases, ({ span, gaps, width }) => {
        const { pieces } = brokenScale(span, gaps, width);
        expect(pieces[0]?.from).toBe(span.from);
        expect(pieces.at(-1)?.to).toBe(span.to);
        expect(pieces[0]?.start).toBe(0);
        expect(pieces.at(-1)?.end).toBeCloseTo(width, 6);
        for (const [index, piece] of pieces.slice(1).entries()) {
          expect(piece.from).toBe((pieces[index]?.to ?? 0) + 1);
          expect(piece.start).toBe(pieces[index]?.end);
        }
      }),
    );
  });

  it('is monotone, and stays within its width', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.integer({ min: -70_000, max: 100_000 }), { minLength: 2 }),
        (given, days) => {
          const { span, gaps, width, isFlipped } = given;
          const scale = brokenScale(span, gaps, width, isFlipped);
          const xs = [...days].sort((a, b) => a - b).map((day) => scale.at(day));
          for (const [index, x] of xs.entries()) {
            expect(x).toBeGreaterThanOrEqual(-1e-6);
            expect(x).toBeLessThanOrEqual(width + 1e-6);
            const before = xs[index - 1];
            if (before === undefined) continue;
            if (isFlipped) expect(x).toBeLessThanOrEqual(before + 1e-6);
            else expect(x).toBeGreaterThanOrEqual(before - 1e-6);
          }
        },
      ),
    );
  });

  it('finds the day again outside the gaps', () => {
    fc.assert(
      fc.property(
        cases,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ span, gaps, width, isFlipped }, share) => {
          const day = Math.floor(span.from + share * (span.to - span.from));
          fc.pre(!inAnyGap(gaps, day));
          const scale = brokenScale(span, gaps, width, isFlipped);
          expect(scale.day(scale.at(day))).toBeCloseTo(day, 3);
        },
      ),
    );
  });

  it('draws a long gap short, and the days left wider than without it', () => {
    const span = { from: n('1900-01-01'), to: n('2019-12-31') };
    const gap = { from: n('1901-01-01'), to: n('2009-12-31') };
    const broken = brokenScale(span, [gap], 1000);
    const gapPiece = broken.pieces.find(({ isGap }) => isGap);
    expect((gapPiece?.end ?? 0) - (gapPiece?.start ?? 0)).toBe(28);
    expect(broken.at(span.to + 1) - broken.at(gap.to + 1)).toBeGreaterThan(880);
    expect(broken.density).toBeLessThan(brokenScale(span, [], 1000).density / 5);
  });

  it('never widens a gap that would be narrower anyway', () => {
    const span = { from: 0, to: 999 };
    const { pieces } = brokenScale(span, [{ from: 500, to: 504 }], 1000);
    const gap = pieces.find(({ isGap }) => isGap);
    expect((gap?.end ?? 0) - (gap?.start ?? 0)).toBeCloseTo(5, 6);
  });

  it('runs from right to left when flipped', () => {
    const scale = brokenScale({ from: 0, to: 99 }, [], 200, true);
    expect(scale.at(0)).toBe(200);
    expect(scale.at(100)).toBe(0);
    expect(scale.day(200)).toBe(0);
  });
});

describe('ticksOf', () => {
  it('puts years on their first day, none in a gap, and keeps them apart', () => {
    const gap = { from: n('1956-12-01'), to: n('1990-12-31') };
    const scale = brokenScale({ from: n('1955-01-01'), to: n('2023-12-31') }, [gap], 1200);
    const ticks = ticksOf(scale, 50);
    expect(ticks.length).toBeGreaterThan(5);
    for (const { day, text } of ticks) {
      expect(day < gap.from || day > gap.to).toBe(true);
      expect(n(`${text}-01-01`)).toBe(day);
    }
    const xs = ticks.map(({ day }) => scale.at(day));
    for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThanOrEqual(50);
  });

  it('names months within a year and days within a month', () => {
    const months = ticksOf(brokenScale({ from: n('2016-01-01'), to: n('2016-06-30') }, [], 900), 50);
    expect(months.map(({ text }) => text)).toEqual(['2016', 'Feb', 'Mar', 'Apr', 'May', 'Jun']);
    const days = ticksOf(brokenScale({ from: n('2016-03-02'), to: n('2016-03-06') }, [], 900), 50);
    expect(days).toHaveLength(5);
  });

  it('goes on for spans of centuries without running away', () => {
    fc.assert(
      fc.property(cases, ({ span, gaps, width }) => {
        expect(ticksOf(brokenScale(span, gaps, width), 50).length).toBeLessThanOrEqual(width / 50 + 2);
      }),
    );
  });
});

describe('snapped', () => {
  it('goes to days when they are wide, to months and years when they are not', () => {
    expect(snapped(n('2016-03-17') + 0.4, 0.5)).toBe(n('2016-03-17'));
    expect(snapped(n('2016-03-17'), 20)).toBe(n('2016-04-01'));
    expect(snapped(n('2016-03-04'), 20)).toBe(n('2016-03-01'));
    expect(snapped(n('2016-03-04'), 100)).toBe(n('2016-01-01'));
  });
});
