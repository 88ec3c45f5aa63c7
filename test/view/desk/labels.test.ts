import { describe, expect, test } from 'vitest';
import { entityId } from '../../../src/model/brand.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import type { Pack, PackParty } from '../../../src/model/pack.ts';
import { deskLabels } from '../../../src/view/desk/labels.ts';
import { tagOfIso } from '../../../src/view/desk/tags.ts';

const party = (id: string, iso: string, names: PackParty['names'] = {}): PackParty => ({
  id: entityId(id),
  iso,
  names,
  adjectives: {},
  metonyms: {},
  leaderPhrases: [],
  leaderOffice: 'head_of_state',
  predecessor: null,
});

const knowledge = (parties: readonly PackParty[] | null): Knowledge => {
  const pack: Partial<Pack> = {
    parties: parties ?? [],
    issues: [{ id: 'the-lighthouse', label: 'Who keeps the lighthouse', cues: {} }],
  };
  const type = { plover: null, cameo: null, icow: null, reciprocal: true };
  return {
    eventTypes: [{ id: 'meet', label: 'meets with', ...type }],
    pack: parties === null ? null : pack,
  } as Partial<Knowledge> as Knowledge;
};

describe('the labels', () => {
  test('name parties in the order of the pack, six of them with a colour', () => {
    const ids = ['orl', 'sth', 'wst', 'est', 'nth', 'mid', 'far'];
    const { parties } = deskLabels(knowledge(ids.map((id) => party(id, id.toUpperCase()))));
    expect(parties.map(({ id, slot }) => [id, slot])).toEqual(ids.map((id, n) => [id, n < 6 ? n : null]));
  });

  test.each([
    [party('orl', 'ORL', { en: ['Orland', 'Republic of Orland'] }), { name: 'Orland', tag: 'OR' }],
    [party('jpn', 'JPN'), { name: 'jpn', tag: 'JP' }],
    [party('islanders', '', { en: [], ru: ['Островитяне'] }), { name: 'Островитяне', tag: 'IS' }],
    [party('é-tat', ''), { name: 'é-tat', tag: 'ÉT' }],
  ])('%o', (given, expected) => {
    expect(deskLabels(knowledge([given])).parties).toEqual([{ id: given.id, slot: 0, ...expected }]);
  });

  test('a tag that is taken gets a third letter', () => {
    const { parties } = deskLabels(
      knowledge([party('orl', 'ORL'), party('orchard-league', ''), party('oru', 'ORU')]),
    );
    expect(parties.map(({ tag }) => tag)).toEqual(['OR', 'ORC', 'ORU']);
  });

  test('are plain data', () => {
    const labels = deskLabels(knowledge([party('orl', 'ORL')]));
    expect(JSON.parse(JSON.stringify(labels))).toEqual(labels);
    expect(labels.issues).toEqual({ 'the-lighthouse': 'Who keeps the lighthouse' });
    expect(labels.eventTypes).toEqual({ meet: 'meets with' });
    expect(deskLabels(knowledge(null))).toMatchObject({ parties: [], issues: {} });
  });
});

test.each([
  ['RUS', 'RU'],
  ['JPN', 'JP'],
  ['USA', 'US'],
  ['CHN', 'CN'],
  ['KOR', 'KR'],
  ['PRK', 'KP'],
  ['ukr', 'UA'],
  ['DEU', 'DE'],
  ['', ''],
])('the two letters of %s are %s', (iso, tag) => {
  expect(tagOfIso(iso)).toBe(tag);
});
