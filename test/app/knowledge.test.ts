import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPacks, loadKnowledge, loadPack, packageRoot } from '../../src/app/knowledge.ts';
import { isEdtf } from '../../src/model/edtf/index.ts';
import { DemarcheError } from '../../src/model/error.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';

let folder: string;
let world: Knowledge;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  world = await loadKnowledge();
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const failure = async (work: Promise<unknown>): Promise<DemarcheError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DemarcheError)) throw new Error(`expected a DemarcheError, got ${String(error)}`);
  return error;
};

const EMPTY_PACK = {
  schema: 1,
  id: 'marsh',
  title: 'The Marsh',
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

const packFile = async (name: string, pack: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof pack === 'string' ? pack : JSON.stringify(pack));
  return path;
};

describe('the world that ships', () => {
  test('has every kind of row', () => {
    expect(world.persons.length).toBeGreaterThan(2500);
    expect(world.offices.length).toBeGreaterThan(3000);
    expect(world.places.length).toBeGreaterThan(500);
    expect(world.outlets.length).toBeGreaterThan(350);
    expect(world.gatherings.length).toBeGreaterThan(300);
    expect(world.instruments.length).toBeGreaterThan(150);
    expect(world.eventTypes).toHaveLength(46);
    expect(world.framing.length).toBeGreaterThan(5);
    expect(world.pack).toBeNull();
    expect(Object.keys(world.languages)).toEqual(['en', 'ru', 'ja']);
  });

  test.each([
    ['persons'],
    ['places'],
    ['outlets'],
    ['gatherings'],
    ['instruments'],
    ['eventTypes'],
    ['framing'],
  ] as const)('ids of %s are unique', (list) => {
    const ids = world[list].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('every term is of a person that is there and does not end before it begins', () => {
    const persons = new Set(world.persons.map(({ id }) => id));
    const wrong = world.offices.filter(
      ({ person, from, to }) => !persons.has(person) || (from !== null && to !== null && to < from),
    );
    expect(wrong).toEqual([]);
  });

  test('no term without an end is older than a long life in office', () => {
    const endless = world.offices.filter(({ from, to }) => to === null && (from ?? '') < '1967');
    expect(endless).toEqual([]);
  });

  test('dates are EDTF and days', () => {
    const days = [
      ...world.offices.flatMap(({ from, to }) => [from, to]),
      ...world.gatherings.flatMap(({ from, to }) => [from, to]),
      ...[...world.gatherings, ...world.instruments].map(({ edtf }) => edtf),
    ].filter((value) => value !== null);
    expect(days.filter((value) => !isEdtf(value))).toEqual([]);
  });

  test('fathers and sons, and bearers of like names, stay apart', () => {
    const ids = new Set<string>(world.persons.map(({ id }) => id));
    for (const id of [
      'ichiro-hatoyama',
      'iichiro-hatoyama',
      'yukio-hatoyama',
      'fumio-kishida',
      'shigeru-ishiba',
      'george-h-w-bush',
      'george-w-bush',
      'shintaro-abe',
      'shinzo-abe',
      'kim-jong-il',
      'kim-jong-un',
    ])
      expect(ids.has(id), id).toBe(true);
  });

  test('wordings of framing are lower case and of a neutral label', () => {
    for (const { neutral, wordings } of world.framing) {
      expect(neutral).not.toBe('');
      for (const list of Object.values(wordings)) {
        expect(list.filter((w) => w !== w.toLowerCase() || w.trim() !== w)).toEqual([]);
        expect(new Set(list).size).toBe(list.length);
      }
    }
  });
});

describe('version', () => {
  test('is a digest, the same for the same bytes', async () => {
    expect(world.version).toMatch(/^[0-9a-f]{64}$/);
    expect((await loadKnowledge()).version).toBe(world.version);
  });

  test('changes with the pack and with one letter in it', async () => {
    const one = await packFile('one.json', EMPTY_PACK);
    const two = await packFile('two.json', { ...EMPTY_PACK, title: 'The Marches' });
    const versions = await Promise.all(
      [null, one, two, 'kurils'].map(async (pack) => (await loadKnowledge({ pack })).version),
    );
    expect(new Set(versions).size).toBe(4);
  });
});

describe('packs', () => {
  test('are listed', async () => {
    expect(await listPacks()).toContain('kurils');
  });

  test('an unknown name says which there are', async () => {
    const error = await failure(loadKnowledge({ pack: 'atlantis' }));
    expect(error.code).toBe('pack-unknown');
    expect(error.hint).toContain('kurils');
  });

  test('a path that is not there is unknown too', async () => {
    expect((await failure(loadKnowledge({ pack: join(folder, 'none.json') }))).code).toBe('pack-unknown');
  });

  test('broken JSON and broken content are invalid', async () => {
    const cut = await packFile('cut.json', '{"schema": 1,');
    const typo = await packFile('typo.json', { ...EMPTY_PACK, partys: [] });
    expect((await failure(loadKnowledge({ pack: cut }))).code).toBe('pack-invalid');
    const error = await failure(loadPack(typo));
    expect(error.code).toBe('pack-invalid');
    expect(error.message).toContain('partys');
    expect(error.hint).toContain('pack lint');
  });

  test('a pack may give an office to a person of the world', async () => {
    const term = {
      country: 'JPN',
      office: 'aide',
      title: 'Envoy to the Marsh',
      person: 'shinzo-abe',
      from: null,
      to: null,
      soft: false,
    };
    const path = await packFile('envoy.json', { ...EMPTY_PACK, offices: [term] });
    const { offices } = await loadKnowledge({ pack: path });
    expect(offices.at(-1)).toEqual(term);
  });

  test('the pack wins where both name one thing, and other spellings stay', async () => {
    const person = { id: 'shinzo-abe', name: 'Abe Shinzo', surname: 'Abe', aliases: ['A. Shinzo'] };
    const path = await packFile('wins.json', { ...EMPTY_PACK, persons: [person] });
    const { persons } = await loadKnowledge({ pack: path });
    const rows = persons.filter(({ id }) => id === 'shinzo-abe');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.name).toBe('Abe Shinzo');
    expect(rows[0]?.aliases).toEqual(expect.arrayContaining(['A. Shinzo', 'Shinzo Abe']));
  });

  test('places of a pack are laid over those of the world under the same id', async () => {
    const { places } = await loadKnowledge({ pack: 'kurils' });
    const rows = places.filter(({ id }) => id === 'iturup');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: 'Iturup / Etorofu', kind: 'disputed', at: [45.03, 147.62] });
    expect(rows[0]?.names.en).toEqual(expect.arrayContaining(['Iturup', 'Etorofu']));
  });

  test('a folder of one’s own can stand in for the package', async () => {
    const root = join(folder, 'root');
    await mkdir(join(root, 'packs', 'marsh'), { recursive: true });
    await writeFile(join(root, 'packs', 'marsh', 'pack.json'), JSON.stringify(EMPTY_PACK));
    expect(await listPacks(root)).toEqual(['marsh']);
    const knowledge = await loadKnowledge({ root, pack: 'marsh' });
    expect(knowledge.pack?.title).toBe('The Marsh');
    expect(knowledge.persons).toEqual([]);
  });
});

describe('packs that extend another', () => {
  const own = { schema: 1, id: 'fen', title: 'The Fen 𝕏', extends: 'kurils' };
  const outlet = (id: string, name: string): unknown => ({
    id,
    name,
    aliases: [],
    domains: [],
    country: null,
    kind: 'newspaper',
    wire: [],
  });

  test('have all that their base has, and their own last', async () => {
    const base = await loadPack('kurils');
    const gazette = outlet('harbour-gazette', 'Harbour Gazette');
    const term = { ...base.offices[0], from: '1901-01-01', to: '1902-01-01' };
    const meeting = { ...base.countedMeetings[0], n: 9999 };
    const path = await packFile('fen.json', {
      ...own,
      outlets: [gazette],
      offices: [term],
      countedMeetings: [meeting],
      sources: ['Invented.', base.sources[0]],
    });
    const laid = await loadPack(path);
    expect(laid).toEqual({
      ...base,
      id: 'fen',
      title: 'The Fen 𝕏',
      outlets: [...base.outlets, gazette],
      offices: [...base.offices, term],
      countedMeetings: [...base.countedMeetings, meeting],
      sources: [...base.sources, 'Invented.'],
    });
  });

  test('win where both have a row of one id, as a whole', async () => {
    const base = await loadPack('kurils');
    const [first] = base.places;
    if (!first) throw new Error('the kurils pack has no places');
    const row = { ...first, label: 'The First', names: { other: { en: ['The First'] } } };
    const { places } = await loadPack(await packFile('first.json', { ...own, places: [row] }));
    expect(places).toHaveLength(base.places.length);
    expect(places.filter(({ id }) => id === first.id)).toEqual([row]);
  });

  test('bear the id and title of their base when they have none', async () => {
    const { id, title } = await loadPack(await packFile('bare.json', { schema: 1, extends: 'kurils' }));
    const base = await loadPack('kurils');
    expect([id, title]).toEqual([base.id, base.title]);
  });

  describe('in a folder of one’s own', () => {
    let root: string;
    const give = async (name: string, pack: unknown): Promise<void> => {
      await mkdir(join(root, 'packs', name), { recursive: true });
      await writeFile(join(root, 'packs', name, 'pack.json'), JSON.stringify(pack));
    };
    beforeAll(async () => {
      root = join(folder, 'chain');
      await give('marsh', { ...EMPTY_PACK, outlets: [outlet('a', 'A'), outlet('b', 'B')] });
      await give('fen', { ...own, extends: 'marsh', outlets: [outlet('b', 'B of the Fen')] });
      await give('pond', { schema: 1, extends: 'fen', title: 'The Pond', outlets: [outlet('c', 'C')] });
      await give('moor', { ...own, extends: 'heath' });
      await give('heath', { ...own, extends: 'moor' });
      await give('mere', { ...own, extends: 'atlantis' });
    });

    test('may extend one that extends another', async () => {
      const { pack } = await loadKnowledge({ root, pack: 'pond' });
      expect(pack).toMatchObject({ id: 'fen', title: 'The Pond' });
      expect(pack?.outlets.map(({ name }) => name)).toEqual(['A', 'B of the Fen', 'C']);
    });

    test('change the version with one letter of any base', async () => {
      const before = (await loadKnowledge({ root, pack: 'pond' })).version;
      await give('marsh', { ...EMPTY_PACK, outlets: [outlet('a', 'A'), outlet('b', 'Bb')] });
      expect((await loadKnowledge({ root, pack: 'pond' })).version).not.toBe(before);
    });

    test.each([
      ['moor', 'extends itself'],
      ['mere', 'atlantis'],
    ])('%s is invalid: %s', async (pack, message) => {
      const error = await failure(loadKnowledge({ root, pack }));
      expect(error.code).toBe('pack-invalid');
      expect(error.message).toContain(message);
    });
  });

  test('cannot reach beyond packs/', async () => {
    const path = await packFile('astray.json', { ...own, extends: '../samples/kurils' });
    const error = await failure(loadKnowledge({ pack: path }));
    expect(error.code).toBe('pack-invalid');
    expect(error.message).toContain('extends');
  });
});

describe('a path given for a pack', () => {
  const back = process.cwd();
  beforeAll(() => process.chdir(folder));
  afterAll(() => process.chdir(back));

  test('counts from the working directory, then from the package', async () => {
    const sample = 'samples/kurils/pack.json';
    expect((await loadPack(sample)).id).toBe('kurils-samples');
    await mkdir(join(folder, 'samples', 'kurils'), { recursive: true });
    await packFile(sample, EMPTY_PACK);
    expect((await loadPack(sample)).id).toBe('marsh');
    expect((await loadPack(`./${sample}`)).id).toBe('marsh');
  });

  test('does not count from the package when it leads out of it', async () => {
    const beside = join('..', 'no-such-folder', 'pack.json');
    expect((await failure(loadPack(beside))).code).toBe('pack-unknown');
  });
});

test('the generated JSON Schema is that of the source', async () => {
  const { z } = await import('zod');
  const { PACK_SCHEMA } = await import('../../src/model/pack-schema.ts');
  const held: unknown = JSON.parse(await readFile(join(packageRoot(), 'packs', 'schema.json'), 'utf8'));
  expect(held).toEqual(
    JSON.parse(JSON.stringify({ ...z.toJSONSchema(PACK_SCHEMA), title: 'Demarche pack' })),
  );
});
