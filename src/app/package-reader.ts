import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DemarcheError } from '../model/error.ts';

/** Where the package's own folders `knowledge/` and `packs/` stand, from `src/app` and from `dist/app` alike. */
export const packageRoot = (): string => fileURLToPath(new URL('../../', import.meta.url));

/** Whether reading a file failed because there is none at that path. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Reads files and keeps a digest over all that was read, each under its name. */
export interface Reader {
  /** Names in a folder; none when it is not there. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** The text of a file; null when it is not there. Throws `permission` when it cannot be read. */
  readonly maybe: (path: string) => Promise<string | null>;
  /** The bytes of a file; null when it is not there. Throws `permission` when it cannot be read. */
  readonly bytes: (path: string) => Promise<Uint8Array | null>;
  /** The sha256 over all texts read, in hexadecimal. */
  readonly version: () => string;
}

/** Opens a reader of paths below the folder `root`. */
export const openReader = (root: string): Reader => {
  const seen = new Map<string, string | Uint8Array>();
  const bytes = async (path: string): Promise<Uint8Array | null> => {
    try {
      const read = await readFile(join(root, path));
      seen.set(path, read);
      return read;
    } catch (error) {
      if (isMissing(error)) return null;
      throw new DemarcheError('permission', `cannot read ${path}`, {
        hint: 'Check the permissions of the installed package.',
        cause: error,
      });
    }
  };
  return {
    list: (path) => readdir(join(root, path)).catch(() => []),
    bytes,
    maybe: async (path) => {
      const read = await bytes(path);
      if (read === null) return null;
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(read);
      seen.set(path, text);
      return text;
    },
    version: () => {
      const hash = createHash('sha256');
      for (const path of [...seen.keys()].sort())
        hash
          .update(`${path}\0`)
          .update(seen.get(path) ?? '')
          .update('\0');
      return hash.digest('hex');
    },
  };
};

/** The value of a JSON file of the package; throws `internal` when it is broken. */
export const parseJson = (path: string, text: string): unknown => {
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
export const readRows = async <T>(reader: Reader, paths: readonly string[]): Promise<readonly T[]> => {
  const texts = await Promise.all(paths.map(reader.maybe));
  return texts.flatMap((text, i) => (text === null ? [] : (parseJson(paths[i] ?? '', text) as readonly T[])));
};
