import { describe, expect, test } from 'vitest';
import { layOverBases } from '../../src/app/pack-base.ts';
import { lintPack } from '../../src/app/pack-lint.ts';
import { entityId } from '../../src/model/brand.ts';
import { edtf } from '../../src/model/edtf/index.ts';
import type { GatheringEntry, PeriodEntry } from '../../src/model/knowledge.ts';
import type { Pack, PackFile } from '../../src/model/pack.ts';
import type { BaseKnowledge } from '../../src/model/world/overlay.ts';
import { layPack } from '../../src/model/world/overlay.ts';

// The Harbour Wars and the Harbour Forum are invented.
const period = (id: string, days: string): PeriodEntry => ({
  id: entityId(id),
  kind: 'war',
  names: { en: [id] },
  edtf: edtf(days),
  source: 'invented',
});

const forum = (more: Partial<GatheringEntry> = {}): GatheringEntry => ({
  id: entityId('harbour-forum-2016'),
  series: 'harbour-forum',
  name: 'Harbour Forum',
  aliases: [],
  year: 2016,
  edtf: edtf('2016-09-02'),
  from: null,
  to: null,
  place: null,
  country: null,
  ...more,
});

const BASE: PackFile = {
  schema: 1,
  id: 'harbour',
  title: 'The harbour',
  parties: [],
  persons: [],
  offices: [],
  places: [],
  issues: [],
  instruments: [],
  gatherings: [],
  outlets: [],
  countedMeetings: [],
  unreviewed: [],
  sources: [],
};

const WORLD: BaseKnowledge = {
  persons: [],
  offices: [],
  places: [],
  outlets: [],
  gatherings: [forum({ ordinal: 2 })],
  instruments: [],
  periods: [period('first-harbour-war', '1930/1931'), period('second-harbour-war', '1961/1963')],
  eventTypes: [],
  framing: [],
  languages: {},
};

const daysOf = (pack: Pack): readonly string[] =>
  (layPack(WORLD, pack, 'test').periods ?? []).map(({ id, edtf: days }) => `${id} ${days}`);

describe('periods of a pack', () => {
  test('are laid over those of the world: what it names again is as it says', () => {
    const file = {
      ...BASE,
      periods: [period('second-harbour-war', '1961-03/1963-10'), period('third', '1970')],
    };
    expect(daysOf(layOverBases(file, []))).toEqual([
      'first-harbour-war 1930/1931',
      'second-harbour-war 1961-03/1963-10',
      'third 1970',
    ]);
  });

  test('are handed on to a pack that extends it', () => {
    const under = { ...BASE, periods: [period('third', '1970')] };
    const over: PackFile = { schema: 1, extends: 'harbour', periods: [period('fourth', '1980')] };
    expect(layOverBases(over, [under]).periods?.map(({ id }) => id)).toEqual(['third', 'fourth']);
  });

  test('may be left out', () => {
    expect(lintPack(BASE)).toEqual([]);
    expect(daysOf(layOverBases(BASE, []))).toEqual([
      'first-harbour-war 1930/1931',
      'second-harbour-war 1961/1963',
    ]);
  });

  test('are checked: their shape, their dates, their ids', () => {
    const good = period('third', '1970');
    expect(lintPack({ ...BASE, periods: [good] })).toEqual([]);
    const codes = (periods: readonly unknown[]): readonly string[] =>
      lintPack({ ...BASE, periods }).map(({ path, code }) => `${path} ${code}`);
    expect(codes([{ ...good, edtf: '1970-02-31' }])).toEqual(['periods.0.edtf edtf']);
    expect(codes([{ ...good, end: '1970-13' }])).toEqual(['periods.0.end edtf']);
    expect(codes([good, good])).toEqual(['periods.1.id duplicate-id']);
    expect(codes([{ ...good, kind: 'quarrel' }]).length).toBe(1);
    expect(codes([{ ...good, source: undefined }]).length).toBe(1);
  });
});

test('an edition that a pack does not count keeps the number that the world has', () => {
  const ordinals = (gatherings: readonly GatheringEntry[]): readonly (number | undefined)[] =>
    layPack(WORLD, layOverBases({ ...BASE, gatherings }, []), 'test').gatherings.map(
      ({ ordinal }) => ordinal,
    );
  expect(ordinals([forum()])).toEqual([2]);
  expect(ordinals([forum({ ordinal: 3 })])).toEqual([3]);
});
