import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { lintPack } from '../../src/app/pack-lint.ts';
import { loadPack, readBases, readPackFile } from '../../src/app/pack-reader.ts';
import { packageRoot } from '../../src/app/package-reader.ts';

// The linter itself runs; only its calls are counted.
vi.mock('../../src/app/pack-lint.ts', { spy: true });

const SAMPLE = 'samples/kurils/pack.json';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));
beforeEach(() => vi.mocked(lintPack).mockClear());

describe('the linter, which takes longer to load than all of knowledge,', () => {
  test.each([
    ['by name', 'kurils'],
    ['by path', join(packageRoot(), 'packs', 'kurils', 'pack.json')],
    ['among the samples', SAMPLE],
    ['among the samples, by its full path', join(packageRoot(), SAMPLE)],
  ])('is not run on a pack of the package given %s', async (_, pack) => {
    expect((await loadPack(pack)).parties.length).toBeGreaterThan(1);
    expect(lintPack).not.toHaveBeenCalled();
  });

  test('is run on every other, a copy of one of the package among them', async () => {
    const copy = join(folder, 'pack.json');
    await writeFile(copy, await readFile(join(packageRoot(), SAMPLE), 'utf8'));
    expect(await loadPack(copy)).toEqual(await loadPack(SAMPLE));
    expect(lintPack).toHaveBeenCalledOnce();
  });
});

describe('the file of a pack', () => {
  test('is read as it stands', async () => {
    const file = await readPackFile(SAMPLE);
    expect(file).toMatchObject({ id: 'kurils-samples', extends: 'kurils' });
    expect(file).not.toHaveProperty('parties');
  });

  test('is followed to its bases', async () => {
    expect([...(await readBases(await readPackFile(SAMPLE))).keys()]).toEqual(['kurils']);
    expect(await readBases(await readPackFile('kurils'))).toEqual(new Map());
    for (const name of ['atlantis', '..', '../samples/kurils', ''])
      expect(await readBases({ extends: name }), name).toEqual(new Map());
  });
});
