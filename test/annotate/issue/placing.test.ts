import { describe, expect, test } from 'vitest';
import { placeStatements } from '../../../src/annotate/issue/placing.ts';
import type { Told } from '../../../src/annotate/issue/scope.ts';

/** A statement of a source, a cue and a content, each by its start and end. */
const told = (source: [number, number], cue: [number, number], content: [number, number]): Told => {
  const span = ([start, end]: [number, number]) => ({ start, end });
  return { source: [span(source)], cue: [span(cue)], content: [span(content)], act: 'said' };
};

// "Kestrel reports that Voss said the ferry would run. Lind said it was late, and Rusk agreed it was, she added."
const REPORTS = told([0, 7], [8, 15], [16, 50]);
const VOSS = told([21, 25], [26, 30], [31, 50]);
const LIND = told([52, 56], [57, 61], [62, 95]);
const RUSK = told([78, 82], [83, 89], [90, 95]);

describe('where statements stand among each other', () => {
  test('who only passes on, and who says more than that', () => {
    const [reports, voss, lind, rusk] = placeStatements([REPORTS, VOSS, LIND, RUSK]);
    expect(reports).toMatchObject({ passesOn: true, nests: true, outer: [], before: null });
    expect(voss).toMatchObject({ passesOn: false, nests: false, outer: [REPORTS] });
    expect(lind).toMatchObject({ passesOn: false, nests: true, outer: [], before: VOSS });
    expect(rusk).toMatchObject({ outer: [LIND], before: VOSS });
  });

  test('the order given is kept', () => {
    const placed = placeStatements([RUSK, VOSS, REPORTS, LIND]);
    expect(placed.map((among) => among.told)).toEqual([RUSK, VOSS, REPORTS, LIND]);
    expect(placed[1]?.outer).toEqual([REPORTS]);
  });

  test('none, none', () => {
    expect(placeStatements([])).toEqual([]);
  });
});
