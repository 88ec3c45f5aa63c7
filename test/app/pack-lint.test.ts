import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listPacks, packageRoot } from '../../src/app/knowledge.ts';
import { lintPack, type PackFinding } from '../../src/app/pack-lint.ts';

type Json = Record<string, unknown>;

const names = (en: string): Json => ({ en: [en] });
const party = (id: string, more: Json = {}): Json => ({
  id,
  iso: '',
  names: names(id),
  adjectives: {},
  metonyms: {},
  leaderPhrases: [],
  leaderOffice: '',
  predecessor: null,
  ...more,
});
const place = (id: string, more: Json = {}): Json => ({
  id,
  label: id,
  disputed: true,
  partOf: null,
  names: { other: names(`Isle of ${id}`) },
  at: [10, 20],
  settlements: [],
  ...more,
});
const person = (id: string, more: Json = {}): Json => ({
  id,
  name: `Name ${id}`,
  surname: id,
  aliases: [],
  ...more,
});
const term = (personId: string, from: string | null, to: string | null, more: Json = {}): Json => ({
  country: 'ABC',
  office: 'head_of_state',
  title: 'President',
  person: personId,
  from,
  to,
  soft: false,
  ...more,
});
const gathering = (more: Json = {}): Json => ({
  id: 'reed-2001',
  series: 'reed',
  name: 'Reed Forum',
  aliases: [],
  year: 2001,
  edtf: '2001-05-01/2001-05-03',
  from: '2001-05-01',
  to: '2001-05-03',
  place: null,
  country: null,
  ...more,
});

const pack = (more: Json = {}): Json => ({
  schema: 1,
  id: 'marsh',
  title: 'The Marsh 𝕏',
  parties: [party('aland'), party('bland')],
  persons: [person('ann'), person('ben')],
  offices: [],
  places: [place('marsh')],
  issues: [{ id: 'drainage', label: 'Who drains it', cues: { en: ['drainage'] } }],
  instruments: [],
  gatherings: [],
  outlets: [],
  countedMeetings: [],
  unreviewed: ['persons.*.aliases'],
  sources: ['Invented; see http://example.org/a?b=[c].'],
  ...more,
});

const brief = (findings: readonly PackFinding[]): readonly string[] =>
  findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

describe('a pack as it should be', () => {
  test('has no findings', () => {
    expect(lintPack(pack())).toEqual([]);
  });

  test('those that ship have no errors, and warn only of names that are truly shared', async () => {
    for (const name of await listPacks()) {
      const file = join(packageRoot(), 'packs', name, 'pack.json');
      const findings = lintPack(JSON.parse(await readFile(file, 'utf8')));
      expect(findings.filter(({ code }) => code !== 'alias-collision')).toEqual([]);
    }
  });
});

describe('shape', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['a string', 'pack'],
    ['nothing', undefined],
  ])('%s is no pack', (_, value) => {
    expect(lintPack(value).map(({ code }) => code)).toEqual(['schema']);
  });

  test.each<[string, Json, string]>([
    ['an unknown key', pack({ partys: [] }), 'error schema '],
    ['a newer schema', pack({ schema: 2 }), 'error schema schema'],
    ['an id with a blank', pack({ id: 'the marsh' }), 'error schema id'],
    ['an empty name', pack({ persons: [person('ann', { name: '' })] }), 'error schema persons.0.name'],
    ['a month for a day', pack({ offices: [term('ann', '2001-05', null)] }), 'error schema offices.0.from'],
    ['latitude 91', pack({ places: [place('marsh', { at: [91, 0] })] }), 'error coordinates places.0.at.0'],
    [
      'longitude -181',
      pack({ places: [place('marsh', { at: [0, -181] })] }),
      'error coordinates places.0.at.1',
    ],
  ])('%s', (_, value, expected) => {
    expect(brief(lintPack(value))).toEqual([expected]);
  });
});

describe('safety', () => {
  test.each(['(?:a+)+$', 'Put.*', '[Rr]eed', 'a|b', '\\bReed\\b', 'Reed.+', '^Reed'])(
    'the alias %s looks like a pattern',
    (alias) => {
      expect(brief(lintPack(pack({ persons: [person('ann', { aliases: [alias] })] })))).toEqual([
        'error pattern persons.0.aliases.0',
      ]);
    },
  );

  test.each(['St. Reed', 'Reed (1998)', 'ASEAN+3', 'Yahoo!', 'Reed & Co.', 'What next?', '"The" Reed'])(
    'the alias %s is a plain name',
    (alias) => {
      expect(lintPack(pack({ persons: [person('ann', { aliases: [alias] })] }))).toEqual([]);
    },
  );

  test('keys that reach a prototype are refused, even where JSON makes them own keys', () => {
    const value = JSON.parse(
      JSON.stringify(pack()).replace('"title"', '"__proto__":{"x":1},"title"'),
    ) as unknown;
    expect(brief(lintPack(value))).toEqual(['error unsafe-key __proto__']);
    expect(({} as Json).x).toBeUndefined();
    const nested = pack({ issues: [{ id: 'a', label: 'b', cues: { constructor: ['c'] } }] });
    expect(brief(lintPack(nested))).toEqual(['error unsafe-key issues.0.cues.constructor']);
  });

  test.each(['Re\u0000ed', 'Re\ned', '\u202edeeR'])('control characters are refused: %j', (name) => {
    expect(brief(lintPack(pack({ title: name })))).toEqual(['error control-character title']);
  });

  test('absurd sizes are refused without being read', () => {
    const many = pack({ sources: Array.from({ length: 50_001 }, () => 'x') });
    expect(brief(lintPack(many))).toEqual(['error too-large sources']);
    expect(brief(lintPack(pack({ title: 'x'.repeat(5_000) })))).toEqual(['error too-large title']);
    let deep: unknown = 'x';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(lintPack(pack({ sources: deep })).map(({ code }) => code)).toEqual(['too-large']);
  });
});

describe('ids and references', () => {
  test.each<[string, Json, readonly string[]]>([
    [
      'an id twice',
      pack({ persons: [person('ann'), person('ann', { name: 'Another' })] }),
      ['error duplicate-id persons.1.id'],
    ],
    [
      'partOf nowhere',
      pack({ places: [place('marsh', { partOf: 'moor' })] }),
      ['error dangling places.0.partOf'],
    ],
    [
      'names of a party that is none',
      pack({ places: [place('marsh', { names: { cland: names('Marsh') } })] }),
      ['error dangling places.0.names.cland'],
    ],
    [
      'an office of nobody',
      pack({ offices: [term('cid', null, null)] }),
      ['error dangling offices.0.person'],
    ],
    [
      'a meeting with nobody',
      pack({ countedMeetings: [{ between: ['ann', 'cid'], n: 1, edtf: '2001', place: 'Reed' }] }),
      ['error dangling countedMeetings.0.between.1'],
    ],
    [
      'an instrument of a party that is none',
      pack({
        instruments: [
          { id: 'pact', name: 'Pact', aliases: [], edtf: '2001-01', parties: ['aland', 'no-such-land'] },
        ],
      }),
      ['error dangling instruments.0.parties.1'],
    ],
    [
      'places that are part of each other',
      pack({ places: [place('marsh', { partOf: 'moor' }), place('moor', { partOf: 'marsh' })] }),
      ['error cycle places.0.partOf', 'error cycle places.1.partOf'],
    ],
    [
      'an issue that no text can be found to treat',
      pack({ issues: [{ id: 'a', label: 'b', cues: { en: [] } }] }),
      ['warning no-cues issues.0.cues'],
    ],
  ])('%s', (_, value, expected) => {
    expect(brief(lintPack(value))).toEqual(expected);
  });

  test('persons of the world may be referred to', () => {
    expect(lintPack(pack({ offices: [term('cid', null, null)] }), new Set(['cid']))).toEqual([]);
  });

  test('a predecessor counts as a party', () => {
    const predecessor = { id: 'oldland', until: '1950-01-01', names: names('Old Land') };
    const value = pack({
      parties: [party('aland', { predecessor })],
      instruments: [{ id: 'pact', name: 'Pact', aliases: [], edtf: '1940', parties: ['oldland'] }],
    });
    expect(lintPack(value)).toEqual([]);
  });
});

describe('dates', () => {
  test.each<[string, readonly Json[], readonly string[]]>([
    ['a term that ends first', [term('ann', '2002-01-01', '2001-01-01')], ['error term-reversed offices.0']],
    ['no such day', [term('ann', '2001-02-30', null)], ['error edtf offices.0.from']],
    [
      'terms of one person that overlap',
      [term('ann', '2001-01-01', '2005-01-01'), term('ann', '2004-01-01', null)],
      ['error term-overlap offices.1'],
    ],
    [
      'one office held by two',
      [term('ann', '2001-01-01', '2005-01-01'), term('ben', '2004-01-01', null)],
      ['warning term-overlap offices.1'],
    ],
    [
      'the day of handing over',
      [term('ann', '2001-01-01', '2005-01-01'), term('ben', '2005-01-01', null)],
      [],
    ],
    [
      'an inferred end',
      [term('ann', '2001-01-01', '2005-12-31', { soft: true }), term('ben', '2005-01-01', null)],
      [],
    ],
  ])('%s', (_, offices, expected) => {
    expect(brief(lintPack(pack({ offices })))).toEqual(expected);
  });

  test.each<[string, Json, readonly string[]]>([
    ['as it should be', {}, []],
    ['no EDTF', { edtf: 'May 2001' }, ['error edtf gatherings.0.edtf']],
    ['ends first', { from: '2001-05-04' }, ['error dates-disagree gatherings.0.to']],
    ['another year', { year: 2002 }, ['warning dates-disagree gatherings.0.year']],
  ])('a gathering: %s', (_, more, expected) => {
    expect(brief(lintPack(pack({ gatherings: [gathering(more)] })))).toEqual(expected);
  });
});

describe('names', () => {
  test('shared by two things of one kind are warned of, whatever their case and accents', () => {
    const persons = [person('ann', { aliases: ['Élan Reed'] }), person('ben', { aliases: ['elan  REED'] })];
    expect(brief(lintPack(pack({ persons })))).toEqual(['warning alias-collision persons.1']);
  });

  test('shared by things of two kinds, or by editions of a series, are not', () => {
    const value = pack({
      persons: [person('ann', { aliases: ['Reed Forum'] })],
      gatherings: [gathering(), gathering({ id: 'reed-2002', year: 2001 })],
    });
    expect(lintPack(value)).toEqual([]);
  });
});

test('every code has its line in packs/README.md', async () => {
  const readme = await readFile(join(packageRoot(), 'packs', 'README.md'), 'utf8');
  const source = await readFile(new URL('../../src/app/pack-lint/finding.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !readme.includes(`| \`${code}\` |`))).toEqual([]);
});
