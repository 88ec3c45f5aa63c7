import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Day } from '../../src/model/brand.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { type NameEntry, type World, worldOf } from '../../src/model/world/index.ts';
import { titleTest } from '../../src/model/world/titles.ts';

const day = (text: string): Day => text as Day;

let knowledge: Knowledge;
let world: World;
let bare: World;

beforeAll(async () => {
  knowledge = await loadKnowledge({ pack: 'kurils' });
  world = worldOf(knowledge);
  bare = worldOf(await loadKnowledge());
});

const named = (text: string, of: World = world): readonly NameEntry[] =>
  of.names().filter((entry) => entry.text === text);

describe('holders', () => {
  test.each([
    ['RUS', 'president', '2016-09-02', ['vladimir-putin']],
    ['rus', 'prime minister', '2010-05-01', ['vladimir-putin']],
    ['RUS', 'president', '2010-05-01', ['dmitry-medvedev']],
    ['JPN', 'prime minister', '2007-01-01', ['shinzo-abe']],
    ['JPN', 'premier', '2016-06-01', ['shinzo-abe']],
    ['JPN', 'Prime Minister', '2010-01-15', ['yukio-hatoyama']],
    ['JPN', 'chief cabinet secretary', '2016-06-01', ['yoshihide-suga']],
    ['RUS', 'foreign minister', '2016-06-01', ['sergei-lavrov']],
    ['RUS', 'foreign_minister', '2016-06-01', ['sergei-lavrov']],
    ['USA', 'Secretary of State', '2014-06-01', ['john-kerry']],
    ['USA', 'foreign minister', '2014-06-01', ['john-kerry']],
    ['USA', 'president', '1990-06-01', ['george-h-w-bush']],
    ['USA', 'president', '2005-06-01', ['george-w-bush']],
    ['IRN', 'president', '2015-06-01', ['hassan-rouhani']],
    ['RUS', 'president', '1900-01-01', []],
    ['XXX', 'president', '2016-01-01', []],
  ])('%s %s on %s', (country, office, on, expected) => {
    expect(world.holders(country, office, day(on)).map(({ person }) => person.id)).toEqual(expected);
  });

  test('a row of the term comes with the holder', () => {
    const [holder] = world.holders('JPN', 'prime minister', day('2007-01-01'));
    expect(holder?.term).toMatchObject({ country: 'JPN', from: '2006-09-26', to: '2007-09-26' });
  });

  test('on a day of handing over both are given, the latest to come in first', () => {
    const both = world.holders('RUS', 'president', day('2012-05-07')).map(({ person }) => person.id);
    expect(both).toEqual(['vladimir-putin', 'dmitry-medvedev']);
  });

  test('without a day everybody who ever held it is given once, latest first', () => {
    const all = world.holders('RUS', 'head_of_state', null).map(({ person }) => person.id);
    expect(all.slice(0, 2)).toEqual(['vladimir-putin', 'dmitry-medvedev']);
    expect(all).toContain('boris-yeltsin');
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    ['Deputy Prime Minister', 'prime minister', false],
    ['Vice President', 'president', false],
    ['Acting President', 'president', true],
    ['State Minister for Foreign Affairs', 'foreign minister', false],
    ['Minister of Foreign Affairs', 'foreign minister', true],
    ['Deputy Foreign Minister', 'deputy foreign minister', true],
    ['Foreign Ministry Spokesperson', 'foreign ministry spokeswoman', true],
    ['Defence Minister', 'defense minister', true],
  ])('the title %s is meant by "%s": %s', (title, words, expected) => {
    const term = { country: 'XXX', office: 'other', title, from: null, to: null, soft: false };
    expect(titleTest(words)({ ...term, person: 'a' as never })).toBe(expected);
  });
});

describe('leader', () => {
  test.each([
    ['RUS', '2010-06-01', 'dmitry-medvedev'],
    ['RUS', '2016-06-01', 'vladimir-putin'],
    ['RUS', '1975-06-01', 'leonid-brezhnev'],
    ['JPN', '2016-06-01', 'shinzo-abe'],
    ['DEU', '2016-06-01', 'angela-merkel'],
    ['GBR', '1985-06-01', 'margaret-thatcher'],
    ['USA', '2016-06-01', 'barack-obama'],
    ['CHN', '2016-06-01', 'xi-jinping'],
  ])('of %s on %s', (country, on, expected) => {
    expect(world.leader(country, day(on))?.person.id).toBe(expected);
  });

  test('is told by the system of government without a pack', () => {
    expect(bare.leader('JPN', day('2016-06-01'))?.person.id).toBe('shinzo-abe');
    expect(bare.leader('XXX', day('2016-06-01'))).toBeNull();
  });
});

describe('partyOf', () => {
  test.each([
    ['kakuei-tanaka', '1973-10-08', 'jpn'],
    ['vladimir-putin', '2016-09-02', 'rus'],
    ['andrei-gromyko', '1973-10-08', 'sun'],
    ['rus', '1991-12-25', 'sun'],
    ['rus', '1991-12-26', 'rus'],
    ['sun', '1973-10-08', 'sun'],
    ['sun', '2016-01-01', 'rus'],
    ['jpn-foreign-ministry', '2016-01-01', 'jpn'],
    ['rus-government', '1970-01-01', 'sun'],
    ['kremlin', '2016-01-01', 'rus'],
    ['former-residents', '2016-01-01', 'former-residents'],
    ['shinzo-abe', '2021-06-01', 'jpn'],
    ['reuters', '2016-01-01', null],
    ['nobody-at-all', '2016-01-01', null],
  ])('%s on %s', (id, on, expected) => {
    expect(world.partyOf(id, day(on))?.id ?? null).toBe(expected);
  });

  test('without a day the latest office decides', () => {
    expect(world.partyOf('jens-stoltenberg', null)?.id).toBe('nato');
    expect(world.partyOf('jens-stoltenberg', day('2012-01-01'))?.id).toBe('nor');
  });

  test('knows no predecessor without a pack', () => {
    expect(bare.partyOf('rus', day('1980-01-01'))?.id).toBe('rus');
  });
});

describe('names', () => {
  test('a capital is a city and a metonym, and neither is chosen', () => {
    const kinds = named('Moscow').map(({ entity, type, kind }) => [entity.id, type, kind]);
    expect(kinds).toContainEqual(['moscow', 'PLACE', 'full']);
    expect(kinds).toContainEqual(['rus', 'STATE', 'metonym']);
  });

  test.each([
    ['Shinzo Abe', 'shinzo-abe', 'PERSON', 'full'],
    ['Абэ', 'shinzo-abe', 'PERSON', 'surname'],
    ['安倍晋三', 'shinzo-abe', 'PERSON', 'alias'],
    ['Lavrov', 'sergei-lavrov', 'PERSON', 'surname'],
    ['Russian', 'rus', 'STATE', 'demonym'],
    ['Kremlin', 'rus', 'STATE', 'metonym'],
    ['Japanese side', 'jpn', 'STATE', 'metonym'],
    ['USSR', 'sun', 'STATE', 'acronym'],
    ['Russian Foreign Ministry', 'rus-foreign-ministry', 'ORG', 'full'],
    ["Japan's Foreign Ministry", 'jpn-foreign-ministry', 'ORG', 'alias'],
    ['Japanese government', 'jpn-government', 'ORG', 'full'],
    ['State Department', 'usa-foreign-ministry', 'ORG', 'alias'],
    ['Foreign Office', 'gbr-foreign-ministry', 'ORG', 'alias'],
    ['AFP', 'agence-france-presse', 'ORG', 'acronym'],
    ['Eastern Economic Forum', 'eef', 'GATHERING', 'full'],
    ['Tokyo Declaration', 'tokyo-1993', 'INSTRUMENT', 'full'],
    ['Vladivostok', 'vladivostok', 'PLACE', 'full'],
    ['北方領土', 'kurils-south', 'PLACE', 'full'],
  ])('%s', (text, id, type, kind) => {
    const entry = named(text).find(({ entity }) => entity.id === id);
    expect(entry).toMatchObject({ type, kind });
  });

  test('names of the disputed islands carry the party whose names they are', () => {
    expect(named('Northern Territories')[0]).toMatchObject({ party: 'jpn', entity: { id: 'kurils-south' } });
    expect(named('Southern Kurils')[0]).toMatchObject({ party: 'rus' });
  });

  test('every entity named can be looked up, no text is empty or carries an article', () => {
    const broken = world
      .names()
      .filter(({ text, entity }) => text.trim() !== text || /^the\s/i.test(text) || !world.entity(entity.id));
    expect(broken).toEqual([]);
  });

  test('a text, a thing and a language stand once', () => {
    const keys = world.names().map(({ text, entity, language }) => `${text}|${entity.id}|${language}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('look-ups', () => {
  test('by id and by code', () => {
    expect(world.person('vladimir-putin')?.surname).toBe('Putin');
    expect(world.state('RUS')).toBe(world.state('rus'));
    expect(world.state('moscow')).toBeNull();
    expect(world.place('iturup')?.at).toEqual([45.03, 147.62]);
    expect(world.outlet('kyodo-news')?.wire).toContain('KYODO');
    expect(world.entity('rus-defence-ministry')?.name).toBe('Russian Defence Ministry');
    expect(world.entity('eef')?.name).toBe('Eastern Economic Forum');
    expect(world.entity('__proto__')).toBeNull();
    expect(world.terms('shinzo-abe').length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['eef-2016', null, 'eef-2016'],
    ['eef', '2016-09-02', 'eef-2016'],
    ['Eastern Economic Forum', '2018-08-20', 'eef-2018'],
    ['G20', '2019-06-29', 'g20-2019'],
    ['eef', null, undefined],
    ['eef', '1999-01-01', undefined],
    ['no such gathering', '2016-09-02', undefined],
  ])('the edition of %s on %s', (name, on, expected) => {
    expect(world.gathering(name, on === null ? null : day(on))?.id).toBe(expected);
  });

  test('the index is built once for one knowledge', () => {
    expect(worldOf(knowledge)).toBe(world);
    expect(world.names()).toBe(world.names());
    expect(worldOf({ ...knowledge })).not.toBe(world);
  });
});
