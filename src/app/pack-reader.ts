import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { DemarcheError } from '../model/error.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Pack, PackFile } from '../model/pack.ts';
import { baseName, followBases, layOverBases, type PackFiles } from './pack-base.ts';
import { isMissing, openReader, packageRoot, readRows } from './package-reader.ts';

/** Names of the packs in `packs/`, in order. */
export const listPacks = async (root: string = packageRoot()): Promise<readonly string[]> => {
  const reader = openReader(root);
  const names = await reader.list('packs');
  const held = await Promise.all(names.map((name) => reader.maybe(`packs/${name}/pack.json`)));
  return names.filter((_, i) => held[i] !== null).sort();
};

const isPath = (pack: string): boolean => /[/\\]|\.json$/i.test(pack);

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
};

/** Where the file of a pack may stand: a relative path counts from the working directory first, then from `root`. */
const placesOf = (pack: string, root: string): readonly string[] => {
  if (!isPath(pack)) return [join(root, 'packs', pack, 'pack.json')];
  const near = resolve(pack);
  const shipped = join(root, pack);
  return !isAbsolute(pack) && isInside(root, shipped) ? [near, shipped] : [near];
};

interface PackText {
  readonly path: string;
  readonly text: string;
}

const readPackText = async (pack: string, root: string): Promise<PackText> => {
  let cause: unknown = null;
  for (const path of placesOf(pack, root)) {
    try {
      return { path, text: await readFile(path, 'utf8') };
    } catch (error) {
      cause = error;
      if (!isMissing(error)) break;
    }
  }
  const packs = await listPacks(root);
  throw new DemarcheError('pack-unknown', `there is no pack ${pack}`, {
    hint: `Packs there are: ${packs.join(', ') || 'none'}. Or give the path of a pack file.`,
    context: { pack },
    cause,
  });
};

const LINT_HINT = 'Run `demarche pack lint` on it for the whole list; packs/README.md explains every field.';

const invalidPack = (pack: string, message: string, findings: number, hint = LINT_HINT): DemarcheError =>
  new DemarcheError('pack-invalid', `pack ${pack}: ${message}`, { hint, context: { pack, findings } });

const parsePack = (pack: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw invalidPack(pack, `it is not JSON: ${why}`, 1, 'packs/README.md explains what the file holds.');
  }
};

/**
 * What the file of a pack holds, as it stands and unchecked. `pack` is its name in `packs/` or the path of its file; a
 * relative path counts from the working directory, and where there is no such file, from `root`.
 *
 * @throws DemarcheError `pack-unknown` when there is none of that name, `pack-invalid` when it is not JSON.
 */
export const readPackFile = async (pack: string, root: string = packageRoot()): Promise<unknown> =>
  parsePack(pack, (await readPackText(pack, root)).text);

/** A name of a folder in `packs/`, and nothing that could lead out of it. */
const NAME = /^[a-z0-9][a-z0-9-]*$/;

interface Bases {
  readonly packs: PackFiles;
  readonly texts: readonly string[];
}

const readBaseTexts = async (value: unknown, root: string): Promise<Bases> => {
  const reader = openReader(root);
  const packs = new Map<string, unknown>();
  const texts: string[] = [];
  let last = value;
  for (
    let name = baseName(value);
    name !== null && NAME.test(name) && !packs.has(name);
    name = baseName(last)
  ) {
    const text = await reader.maybe(`packs/${name}/pack.json`);
    if (text === null) break;
    last = parsePack(name, text);
    packs.set(name, last);
    texts.push(text);
  }
  return { packs, texts };
};

/**
 * The parsed files of the packs that the pack `value` extends, directly or through another, by name: what `lintPack`
 * checks it against. A pack that is not there is left out.
 *
 * @throws DemarcheError `pack-invalid` when one of them is not JSON.
 */
export const readBases = async (value: unknown, root: string = packageRoot()): Promise<PackFiles> =>
  (await readBaseTexts(value, root)).packs;

/** Folders of the package whose packs its tests check, so that loading one need not. */
const SHIPPED = ['packs', 'samples'] as const;

const isShipped = (path: string, root: string): boolean =>
  root === packageRoot() && SHIPPED.some((folder) => isInside(join(root, folder), path));

/** Checks a pack of somebody's own, which happens on every load. */
const checkPack = async (pack: string, value: unknown, packs: PackFiles, root: string): Promise<void> => {
  // The linter brings a schema library along, which takes longer to load than all of knowledge.
  const { lintPack } = await import('./pack-lint.ts');
  const persons = await readRows<Knowledge['persons'][number]>(openReader(root), [
    'knowledge/world/persons.json',
  ]);
  const known = new Set<string>(persons.map((person) => person.id));
  const errors = lintPack(value, known, packs).filter((finding) => finding.severity === 'error');
  const first = errors[0];
  if (first) throw invalidPack(pack, `${first.path || 'pack'}: ${first.message}`, errors.length);
};

/** A pack with its bases under it, and the texts that it was read from: its own, then those of its bases. */
export interface ReadPack {
  readonly pack: Pack;
  readonly texts: readonly string[];
}

/**
 * Reads one pack, by its name in `packs/` or the path of its file, with the packs that it extends, and checks it when it
 * is not the package's own. `pack` is read as `readPackFile` reads it.
 *
 * @throws DemarcheError `pack-unknown` when there is none of that name, `pack-invalid` when the linter finds an error.
 */
export const readPack = async (pack: string, root: string): Promise<ReadPack> => {
  const { path, text } = await readPackText(pack, root);
  const value = parsePack(pack, text);
  const { packs, texts } = await readBaseTexts(value, root);
  if (!isShipped(path, root)) await checkPack(pack, value, packs, root);
  const chain = followBases(value, packs);
  if (chain.kind === 'unknown') throw invalidPack(pack, `it extends ${chain.name}, which is no pack`, 1);
  if (chain.kind === 'cycle') throw invalidPack(pack, `${chain.name} extends itself`, 1);
  return {
    pack: layOverBases(value as PackFile, chain.bases as readonly PackFile[]),
    texts: [text, ...texts],
  };
};

/**
 * Reads one pack with the packs that it extends laid under it, by its name in `packs/` or the path of its file, and
 * checks it when it is not the package's own.
 *
 * @throws DemarcheError `pack-unknown` when there is none of that name, `pack-invalid` when the linter finds an error.
 */
export const loadPack = async (pack: string, root: string = packageRoot()): Promise<Pack> =>
  (await readPack(pack, root)).pack;
