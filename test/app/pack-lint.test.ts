import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listPacks, packageRoot, readBases } from '../../src/app/knowledge.ts';
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
      const value: unknown = JSON.parse(await readFile(file, 'utf8'));
      const findings = lintPack(value, new Set(), await readBases(value));
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

describe('a pack that extends another', () => {
  const extension = (more: Json = {}): Json => ({ schema: 1, id: 'fen', extends: 'marsh', ...more });
  const lintOver = (value: unknown, base: Json = {}, packs: Readonly<Record<string, unknown>> = {}) =>
    brief(lintPack(value, new Set(), new Map(Object.entries({ marsh: pack(base), ...packs }))));

  test('may leave out everything but the schema', () => {
    expect(lintOver(extension())).toEqual([]);
    expect(lintOver({ schema: 1, extends: 'marsh' })).toEqual([]);
  });

  test.each<[string, Json, readonly string[]]>([
    ['extends null is to stand alone', pack({ extends: null }), []],
    [
      'and then nothing may be left out',
      { ...pack(), extends: null, outlets: undefined },
      ['error schema outlets'],
    ],
    ['extends a number', pack({ extends: 1 }), ['error schema extends']],
    ['extends a path', extension({ extends: '../marsh' }), ['error schema extends']],
    ['extends nothing that is there', extension({ extends: 'moor' }), ['error unknown-base extends']],
    ['has an unknown key', extension({ partys: [] }), ['error schema ']],
    [
      'has a row of another type',
      extension({ persons: [{}] }),
      [
        'error schema persons.0.id',
        'error schema persons.0.name',
        'error schema persons.0.surname',
        'error schema persons.0.aliases',
      ],
    ],
  ])('%s', (_, value, expected) => {
    expect(lintOver(value)).toEqual(expected);
  });

  test('that extends itself, at once or through others, is refused', () => {
    const packs = { moor: extension({ extends: 'heath' }), heath: extension({ extends: 'moor' }) };
    expect(lintOver(extension({ extends: 'moor' }), {}, packs)).toEqual(['error cycle extends']);
    const own = extension({ extends: 'fen' });
    expect(lintOver(own, {}, { fen: own })).toEqual(['error cycle extends']);
  });

  test('is checked over a base that is over another', () => {
    const packs = { moor: extension({ places: [place('moor', { partOf: 'marsh' })] }) };
    const value = extension({ extends: 'moor', places: [place('pond', { partOf: 'moor' })] });
    expect(lintOver(value, {}, packs)).toEqual([]);
    const astray = extension({ extends: 'moor', places: [place('pond', { partOf: 'mere' })] });
    expect(lintOver(astray, {}, packs)).toEqual(['error dangling places.0.partOf']);
  });

  test('may refer to what its base has, and to nothing else', () => {
    const islet = (partOf: string, side: string): Json =>
      place('islet', { partOf, names: { [side]: names('Islet') } });
    expect(
      lintOver(extension({ places: [islet('marsh', 'aland')], offices: [term('ann', null, null)] })),
    ).toEqual([]);
    expect(
      lintOver(extension({ places: [islet('moor', 'cland')], offices: [term('cid', null, null)] })),
    ).toEqual([
      'error dangling places.0.partOf',
      'error dangling places.0.names.cland',
      'error dangling offices.0.person',
    ]);
  });

  test('may name an id of its base, but not twice', () => {
    expect(lintOver(extension({ persons: [person('ann', { name: 'Another' })] }))).toEqual([]);
    expect(lintOver(extension({ persons: [person('dee'), person('dee')] }))).toEqual([
      'error duplicate-id persons.1.id',
    ]);
  });

  test('is warned of names that it shares with its base, and not of those within the base', () => {
    const base = { persons: [person('ann', { aliases: ['Reed'] }), person('ben', { aliases: ['Reed'] })] };
    expect(lintOver(extension(), base)).toEqual([]);
    expect(lintOver(extension({ persons: [person('dee', { aliases: ['Name ben'] })] }), base)).toEqual([
      'warning alias-collision persons.0',
    ]);
  });

  test.each([
    ['later', '2004-01-01', '2006-01-01'],
    ['earlier', '1999-01-01', '2002-01-01'],
  ])('is told of a term that overlaps a %s one of its base', (_, from, to) => {
    const base = { offices: [term('ben', '1990-01-01', '1991-01-01'), term('ann', from, to)] };
    const value = extension({ offices: [term('ann', '2001-01-01', '2005-01-01')] });
    expect(lintOver(value, base)).toEqual(['error term-overlap offices.0']);
  });

  test('must answer for what it breaks in its base', () => {
    const predecessor = { id: 'oldland', until: '1950-01-01', names: names('Old Land') };
    const base = {
      parties: [party('aland', { predecessor }), party('bland')],
      instruments: [{ id: 'pact', name: 'Pact', aliases: [], edtf: '1940', parties: ['oldland'] }],
    };
    expect(lintOver(extension(), base)).toEqual([]);
    expect(lintOver(extension({ parties: [party('aland')] }), base)).toEqual(['error dangling extends']);
    const rings = { places: [place('marsh'), place('moor', { partOf: 'marsh' })] };
    expect(lintOver(extension({ places: [place('marsh', { partOf: 'moor' })] }), rings)).toEqual([
      'error cycle extends',
      'error cycle places.0.partOf',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['is no pack', [], 'error schema extends'],
    ['lacks a list', { ...pack(), issues: undefined }, 'error schema extends'],
    ['holds a pattern', pack({ persons: [person('ann', { name: 'A.*' })] }), 'error pattern extends'],
  ])('is refused when its base %s', (_, marsh, expected) => {
    expect(lintOver(extension(), {}, { marsh })).toEqual([expected]);
  });

  test('is shown in packs/README.md as the linter takes it', async () => {
    const readme = await readFile(join(packageRoot(), 'packs', 'README.md'), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
    const value: unknown = JSON.parse(example);
    expect(lintPack(value, new Set(), await readBases(value))).toEqual([]);
  });
});

test('every code has its line in packs/README.md', async () => {
  const readme = await readFile(join(packageRoot(), 'packs', 'README.md'), 'utf8');
  const source = await readFile(new URL('../../src/app/pack-lint/finding.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !readme.includes(`| \`${code}\` |`))).toEqual([]);
});
