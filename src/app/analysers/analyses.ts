import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ConlluFault, ConlluSentence } from '../../language/index.ts';
import { readConllu } from '../../language/index.ts';
import { DemarcheError } from '../../model/error.ts';

const READ_FAILURES: Readonly<Record<string, 'not-found' | 'permission' | 'usage'>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'permission',
  EISDIR: 'usage',
};

const readStdin = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
};

const asOurs = (path: string, error: unknown): unknown => {
  if (error instanceof TypeError)
    return new DemarcheError('unsupported-format', `${path} is not UTF-8`, {
      hint: 'sentences are read in UTF-8 only; `demarche extract` reads pages in other character sets',
      cause: error,
    });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = READ_FAILURES[code];
  if (known === undefined) return error;
  const what = known === 'usage' ? `${path} is a folder; a file is read here` : `cannot read ${path}`;
  return new DemarcheError(known, what, { hint: 'check the path; - is standard input', cause: error });
};

/**
 * The text of a file in UTF-8, or of standard input for `-`; a byte order mark stays where it is, so that places count it.
 * @throws DemarcheError `not-found`, `permission`, `usage`, `unsupported-format`
 */
export const readUtf8 = async (path: string): Promise<string> => {
  try {
    const bytes = path === '-' ? await readStdin() : await readFile(path);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw asOurs(path, error);
  }
};

/** A file of analyses. */
export interface AnalysisFile {
  readonly path: string;
  /** Its name without `.conllu`. */
  readonly name: string;
  readonly sentences: readonly ConlluSentence[];
  readonly faults: readonly ConlluFault[];
}

const EXTENSION = /\.conllu?$/i;

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw asOurs(path, error);
  }
};

const conlluFilesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && EXTENSION.test(entry.name));
  return files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
};

/**
 * The analyses that another program wrote: a file of CoNLL-U, or every `.conllu` file below a folder, in the order of their
 * paths.
 * @throws DemarcheError `not-found` when there is no such file, or none in the folder
 */
export const analysesAt = async (path: string): Promise<readonly AnalysisFile[]> => {
  const files = path !== '-' && (await isFolder(path)) ? await conlluFilesIn(path) : [path];
  if (files.length === 0)
    throw new DemarcheError('not-found', `there is no .conllu file in ${path}`, {
      hint: 'name the folder that holds the analyses, or one file',
    });
  const read: AnalysisFile[] = [];
  for (const file of files)
    read.push({
      path: file,
      name: basename(file).replace(EXTENSION, ''),
      ...readConllu(await readUtf8(file)),
    });
  return read;
};
