import { describe, expect, test } from 'vitest';
import { entityId } from '../../../src/model/brand.ts';
import type { Knowledge, PlaceEntry } from '../../../src/model/knowledge.ts';
import type { Pack, PackParty, PackPlace } from '../../../src/model/pack.ts';
import { deskGazetteer, mapOf } from '../../../src/view/desk/map.ts';

const party = (id: string, name: string): PackParty => ({
  id: entityId(id),
  iso: '',
  names: { en: [name] },
  adjectives: {},
  metonyms: {},
  leaderPhrases: [],
  leaderOffice: '',
  predecessor: null,
});
const packPlace = (id: string, label: string, given: Partial<PackPlace> = {}): PackPlace => ({
  id: entityId(id),
  label,
  disputed: false,
  partOf: null,
  names: {},
  at: [10, 20],
  settlements: [],
  ...given,
});
const worldPlace = (
  id: string,
  name: string,
  at: PlaceEntry['at'],
  names: PlaceEntry['names'] = {},
): PlaceEntry => ({
  id: entityId(id),
  kind: 'city',
  name,
  names,
  demonyms: [],
  capital: null,
  metonyms: [],
  at,
  country: null,
});

const reef = packPlace('reef', 'Tarn Reef / Vesh Rocks', {
  disputed: true,
  names: {
    other: { en: ['The Reef'] },
    sou: { en: ['Vesh Rocks'], ja: [] },
    orl: { en: ['Tarn Reef', 'Tarn Bank'], ru: ['Тарн'] },
  },
  settlements: ['Lampton', 'Port Halm'],
});

const PACK: Pack = {
  schema: 1,
  id: 'straits',
  title: 'The Straits',
  parties: [party('orl', 'Republic of Orland'), party('sou', 'Southmark')],
  persons: [],
  offices: [],
  places: [
    reef,
    packPlace('skerry', 'The Skerry', { disputed: true, at: null, partOf: entityId('reef') }),
    packPlace('lost', 'The Lost Isle', { at: null }),
    packPlace('loop', 'The Loop', { at: null, partOf: entityId('loop') }),
    packPlace('sound', 'Orland Sound', { at: [1, 2] }),
  ],
  issues: [],
  instruments: [],
  gatherings: [],
  outlets: [],
  countedMeetings: [],
  unreviewed: [],
  sources: [],
};

const knowledge = (pack: Pack | null): Knowledge => ({
  version: 'x',
  persons: [],
  offices: [],
  places: [
    worldPlace('port-halm', 'Port Halm', [30, 40], { ja: ['ハルム港'] }),
    worldPlace('tarn-bank', 'Tarn Bank', [-1, -1]),
    worldPlace('nowhere', 'Nowhere', null),
  ],
  outlets: [],
  gatherings: [],
  instruments: [],
  eventTypes: [],
  framing: [],
  languages: {},
  pack,
});

const gazetteer = deskGazetteer(knowledge(PACK));
const placesOf = (...names: readonly string[]) =>
  mapOf(new Map(names.map((name) => [name, 1])), 0, gazetteer)
    .places.filter(({ events }) => events > 0)
    .map(({ id, events }) => [id, events]);

describe('map', () => {
  test('every side’s name means the place, in whatever case and accents; the pack goes before the world', () => {
    expect(placesOf('Tarn Reef', 'VESH ROCKS', 'Тарн', 'the Reef', 'Tarn Bank')).toEqual([['reef', 5]]);
    expect(placesOf('ハルム港', 'Port Halm')).toEqual([['port-halm', 2]]);
    const { places } = mapOf(
      new Map([
        ['Tarn Reef', 2],
        ['Vesh Rocks', 1],
      ]),
      0,
      gazetteer,
    );
    expect(places[0]?.asked).toEqual(['Tarn Reef', 'Vesh Rocks']);
  });

  test('a settlement stands where its place does, unless the world knows it', () => {
    expect(placesOf('Lampton')).toEqual([['reef', 1]]);
    expect(placesOf('Port Halm, Southmark')).toEqual([['port-halm', 1]]);
  });

  test('disputed places are always there, each with the names of each side in the order of the pack', () => {
    const { places } = mapOf(new Map(), 3, gazetteer);
    expect(places.map(({ id, disputed, events, at }) => [id, disputed, events, at])).toEqual([
      ['reef', true, 0, [10, 20]],
      ['skerry', true, 0, [10, 20]],
    ]);
    expect(
      places[0]?.names.map(({ party, language, name }) => [party?.name ?? null, language, name]),
    ).toEqual([
      ['Republic of Orland', 'en', 'Tarn Reef'],
      ['Republic of Orland', 'ru', 'Тарн'],
      ['Southmark', 'en', 'Vesh Rocks'],
      [null, 'en', 'The Reef'],
    ]);
  });

  test('places that are not disputed show one name', () => {
    const { places } = mapOf(new Map([['Orland Sound', 2]]), 0, gazetteer);
    expect(places[0]).toEqual({
      id: 'sound',
      name: 'Orland Sound',
      at: [1, 2],
      disputed: false,
      names: [],
      events: 2,
      asked: ['Orland Sound'],
    });
  });

  test('names that no drawn place has stand apart, the commonest first', () => {
    const placed = new Map([
      ['Nowhere', 1],
      ['The Loop', 4],
      ['The Lost Isle', 1],
      ['constructor', 2],
    ]);
    const { unknownPlaces, unplaced } = mapOf(placed, 7, gazetteer);
    expect(unplaced).toBe(7);
    expect(unknownPlaces.map(({ name, events }) => [name, events])).toEqual([
      ['The Loop', 4],
      ['constructor', 2],
      ['Nowhere', 1],
      ['The Lost Isle', 1],
    ]);
  });

  test('without a pack there is the world alone', () => {
    const { places } = mapOf(new Map([['port halm', 1]]), 0, deskGazetteer(knowledge(null)));
    expect(places.map(({ id }) => id)).toEqual(['port-halm']);
  });
});
