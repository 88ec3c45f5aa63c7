import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../../src/view/desk/types.ts';
import { brokenScale } from '../../web/src/lib/scale.ts';
import { layOutLane } from '../../web/src/timeline/layout.ts';

const row = (id: string, earliest: string | null, latest: string | null, edtf = 'x'): DeskRow =>
  ({
    id,
    status: 'happened',
    times: { happened: { edtf, earliest, latest, text: edtf, certainty: 'dated' } },
  }) as unknown as DeskRow;

/** One pixel a day over the first thousand days since 1970. */
const scale = brokenScale({ from: 0, to: 999 }, [], 1000);

describe('layOutLane', () => {
  it('draws a day as a mark about its middle', () => {
    const [drawn] = layOutLane([row('a', '1970-04-11', '1970-04-11')], 'happened', scale).drawn;
    expect(drawn).toMatchObject({ start: 94.5, end: 106.5 });
  });

  it('draws a stretch from its first to the end of its last day', () => {
    const [drawn] = layOutLane([row('a', '1970-01-11', '1970-01-30')], 'happened', scale).drawn;
    expect(drawn?.start).toBeCloseTo(10);
    expect(drawn?.end).toBeCloseTo(30);
  });

  it('goes a short way on from the known end of an open time, and no further', () => {
    const open = layOutLane([row('a', '1970-04-11', null), row('b', null, '1970-04-10')], 'happened', scale);
    const [since, by] = ['a', 'b'].map((id) => open.drawn.find((drawn) => drawn.row.id === id));
    expect([since?.start, since?.end].map(Math.round as (x?: number) => number)).toEqual([100, 126]);
    expect([by?.start, by?.end].map(Math.round as (x?: number) => number)).toEqual([74, 100]);
  });

  it('turns the arrow round where time runs from right to left', () => {
    const flipped = brokenScale({ from: 0, to: 999 }, [], 1000, true);
    const [since] = layOutLane([row('a', '1970-04-11', null)], 'happened', flipped).drawn;
    expect([since?.start, since?.end].map(Math.round as (x?: number) => number)).toEqual([874, 900]);
  });

  it('puts stretches below marks, and nothing for what has no time', () => {
    const undated = { ...row('c', null, null), times: { happened: null } } as unknown as DeskRow;
    const { drawn, height } = layOutLane(
      [row('a', '1970-04-11', '1970-04-11'), row('b', '1970-04-01', '1970-04-30'), undated],
      'happened',
      scale,
    );
    const [mark, bar] = ['a', 'b'].map((id) => drawn.find((each) => each.row.id === id));
    expect(drawn).toHaveLength(2);
    expect(bar?.y ?? 0).toBeGreaterThan((mark?.y ?? 0) + 6);
    expect(height).toBeGreaterThan(bar?.y ?? 0);
  });

  it('counts what found no room', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => row(`r${index}`, '1970-04-11', '1970-04-11'));
    const { drawn, more } = layOutLane(crowd, 'happened', scale);
    expect(drawn.length + more.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(20);
    expect(more).toHaveLength(1);
  });
});
