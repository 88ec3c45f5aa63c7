import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DemarcheError } from '../model/error.ts';
import type { Knowledge, LanguageLexicon } from '../model/knowledge.ts';
import type { Pack } from '../model/pack.ts';
import { type BaseKnowledge, layPack } from '../model/world/overlay.ts';

/** The languages whose word lists are looked for. */
const LANGUAGES = ['en', 'ru', 'ja'] as const;

/** Where the package's own folders `knowledge/` and `packs/` stand, from `src/app` and from `dist/app` alike. */
export const packageRoot = (): string => fileURLToPath(new URL('../../', import.meta.url));

/** What to load, and from where. */
export interface KnowledgeOptions {
  /** Name of a pack in `packs/`, or the path of a pack file; null or absent for the world alone. */
  readonly pack?: string | null;
  /** Folder that holds `knowledge/` and `packs/`; the package itself when absent. */
  readonly root?: string;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Reads files and keeps a digest over all that was read, each under its name. */
interface Reader {
  readonly list: (path: string) => Promise<readonly string[]>;
  readonly maybe: (path: string) => Promise<string | null>;
  readonly version: () => string;
}

const openReader = (root: string): Reader => {
  const seen = new Map<string, string>();
  return {
    list: (path) => readdir(join(root, path)).catch(() => []),
    maybe: async (path) => {
      try {
        const text = await readFile(join(root, path), 'utf8');
        seen.set(path, text);
        return text;
      } catch (error) {
        if (isMissing(error)) return null;
        throw new DemarcheError('permission', `cannot read ${path}`, {
          hint: 'Check the permissions of the installed package.',
          cause: error,
        });
      }
    },
    version: () => {
      const hash = createHash('sha256');
      for (const path of [...seen.keys()].sort()) hash.update(`${path}\0${seen.get(path) ?? ''}\0`);
      return hash.digest('hex');
    },
  };
};

const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DemarcheError('internal', `${path} is not JSON`, {
      hint: 'The installed package is damaged: install it again.',
      cause: error,
    });
  }
};

/** The rows of the files named, one after the other; a file that is not there has no rows. */
const readRows = async <T>(reader: Reader, paths: readonly string[]): Promise<readonly T[]> => {
  const texts = await Promise.all(paths.map(reader.maybe));
  return texts.flatMap((text, i) => (text === null ? [] : (parseJson(paths[i] ?? '', text) as readonly T[])));
};

const readLanguage = async (reader: Reader, language: string): Promise<LanguageLexicon> => {
  const read = async <T>(name: string): Promise<T | null> => {
    const path = `knowledge/${language}/${name}.json`;
    const text = await reader.maybe(path);
    return text === null ? null : (parseJson(path, text) as T);
  };
  const [clean, time, mention, attribution, event] = await Promise.all([
    read<NonNullable<LanguageLexicon['clean']>>('clean'),
    read<NonNullable<LanguageLexicon['time']>>('time'),
    read<NonNullable<LanguageLexicon['mention']>>('mention'),
    read<NonNullable<LanguageLexicon['attribution']>>('attribution'),
    read<NonNullable<LanguageLexicon['event']>>('event'),
  ]);
  return { language, clean, time, mention, attribution, event };
};

const readWorld = async (reader: Reader): Promise<BaseKnowledge> => {
  const world = <T>(...names: readonly string[]): Promise<readonly T[]> =>
    readRows<T>(
      reader,
      names.map((name) => `knowledge/world/${name}.json`),
    );
  const codebook = <T>(name: string): Promise<readonly T[]> =>
    readRows<T>(reader, [`knowledge/codebook/${name}.json`]);
  const [persons, offices, places, outlets, gatherings, instruments, eventTypes, framing, ...lexicons] =
    await Promise.all([
      world<Knowledge['persons'][number]>('persons'),
      world<Knowledge['offices'][number]>('offices'),
      world<Knowledge['places'][number]>('places', 'cities'),
      world<Knowledge['outlets'][number]>('outlets'),
      world<Knowledge['gatherings'][number]>('gatherings'),
      world<Knowledge['instruments'][number]>('instruments'),
      codebook<Knowledge['eventTypes'][number]>('event-types'),
      codebook<Knowledge['framing'][number]>('framing'),
      ...LANGUAGES.map((language) => readLanguage(reader, language)),
    ]);
  const languages = Object.fromEntries(lexicons.map((lexicon) => [lexicon.language, lexicon]));
  return { persons, offices, places, outlets, gatherings, instruments, eventTypes, framing, languages };
};

/** Names of the packs in `packs/`, in order. */
export const listPacks = async (root: string = packageRoot()): Promise<readonly string[]> => {
  const reader = openReader(root);
  const names = await reader.list('packs');
  const held = await Promise.all(names.map((name) => reader.maybe(`packs/${name}/pack.json`)));
  return names.filter((_, i) => held[i] !== null).sort();
};

const isPath = (pack: string): boolean => /[/\\]|\.json$/i.test(pack);

const readPackText = async (pack: string, root: string): Promise<string> => {
  const path = isPath(pack) ? pack : join(root, 'packs', pack, 'pack.json');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const packs = await listPacks(root);
    throw new DemarcheError('pack-unknown', `there is no pack ${pack}`, {
      hint: `Packs there are: ${packs.join(', ') || 'none'}. Or give the path of a pack file.`,
      context: { pack },
      cause: error,
    });
  }
};

const invalidPack = (pack: string, message: string, findings: number): DemarcheError =>
  new DemarcheError('pack-invalid', `pack ${pack}: ${message}`, {
    hint: 'Run `demarche pack lint` on it for the whole list; packs/README.md explains every field.',
    context: { pack, findings },
  });

const parsePack = (pack: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidPack(pack, 'it is not JSON', 1);
  }
};

const isShipped = (pack: string, root: string): boolean => !isPath(pack) && root === packageRoot();

/** A pack of somebody's own is checked on every load; those of the package are checked by its tests. */
const checkedPack = async (pack: string, text: string, root: string): Promise<Pack> => {
  const value = parsePack(pack, text);
  if (isShipped(pack, root)) return value as Pack;
  // The linter brings a schema library along, which takes longer to load than all of knowledge.
  const { lintPack } = await import('./pack-lint.ts');
  const persons = await readRows<Knowledge['persons'][number]>(openReader(root), [
    'knowledge/world/persons.json',
  ]);
  const known = new Set<string>(persons.map((person) => person.id));
  const errors = lintPack(value, known).filter((finding) => finding.severity === 'error');
  const first = errors[0];
  if (first) throw invalidPack(pack, `${first.path || 'pack'}: ${first.message}`, errors.length);
  return value as Pack;
};

/**
 * Reads one pack, by its name in `packs/` or the path of its file, and checks it when it is not the package's own.
 *
 * @throws DemarcheError `pack-unknown` when there is none of that name, `pack-invalid` when the linter finds an error.
 */
export const loadPack = async (pack: string, root: string = packageRoot()): Promise<Pack> =>
  checkedPack(pack, await readPackText(pack, root), root);

/**
 * All that the stages know: `knowledge/` with a pack laid over it. `version` is the sha256 over every byte read, so that
 * it changes when and only when something in it does.
 *
 * @throws DemarcheError `pack-unknown`, `pack-invalid`.
 */
export const loadKnowledge = async (options: KnowledgeOptions = {}): Promise<Knowledge> => {
  const root = options.root ?? packageRoot();
  const reader = openReader(root);
  const name = options.pack ?? null;
  const [base, text] = await Promise.all([
    readWorld(reader),
    name === null ? null : readPackText(name, root),
  ]);
  const world = reader.version();
  if (name === null || text === null) return layPack(base, null, world);
  const pack = await checkedPack(name, text, root);
  const version = createHash('sha256').update(`${world}\0${text}`).digest('hex');
  return layPack(base, pack, version);
};
