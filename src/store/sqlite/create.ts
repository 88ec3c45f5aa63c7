import { constants } from 'node:fs';
import { copyFile, link, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DemarcheError } from '../../model/error.ts';
import type { RecordInfo } from '../../model/store-port.ts';
import { connect, run } from './connection.ts';
import { fromSystem } from './driver-errors.ts';
import { writeInfo } from './meta.ts';
import { APPLICATION_ID, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** A page of 4,096 bytes wastes little and holds a whole claim. */
const PAGE_BYTES = 4096;

const recordExists = (path: string, found: string): DemarcheError =>
  new DemarcheError('record-exists', `${found} is there already`, {
    hint:
      found === path
        ? 'add pages to it with `demarche add`, or choose another name'
        : `a record was removed without it: remove ${found}, or choose another name`,
    context: { path: found },
  });

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

const checkFolder = async (path: string): Promise<void> => {
  const folder = dirname(path);
  if ((await exists(folder)) && (await stat(folder)).isDirectory()) return;
  throw new DemarcheError('not-found', `there is no folder ${folder}`, {
    hint: 'make the folder first, or name another place',
    context: { path: folder },
  });
};

/** Gives the finished file its name, unless the name was taken meanwhile. */
const place = async (made: string, path: string): Promise<void> => {
  try {
    await link(made, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw recordExists(path, path);
    // No hard links here (FAT, some network folders): a copy is not atomic, but never overwrites.
    await copyFile(made, path, constants.COPYFILE_EXCL);
  }
};

const build = async (made: string, info: RecordInfo): Promise<void> => {
  const connection = await connect(made, { busyTimeoutMs: 0, readonly: false, maxPages: null });
  try {
    await connection.plain(async (db) => {
      await run(db, `pragma page_size = ${PAGE_BYTES}`);
      await run(db, 'pragma encoding = "UTF-8"');
      await run(db, `pragma application_id = ${APPLICATION_ID}`);
    });
    await migrate(connection, MIGRATIONS);
    await connection.write((db) => writeInfo(db, info));
  } finally {
    await connection.close();
  }
};

/**
 * Makes an empty record file at `path`: it is built under another name beside it and appears whole, or not at all.
 * @throws DemarcheError `record-exists`, `not-found` (no such folder), `permission`, `disk-full`
 */
export const createRecordFile = async (path: string, info: RecordInfo): Promise<void> => {
  const made = `${path}.${process.pid}.new`;
  try {
    await checkFolder(path);
    // A log left beside a removed record would be read into the new one.
    for (const name of [path, `${path}-wal`, `${path}-journal`])
      if (await exists(name)) throw recordExists(path, name);
    await build(made, info);
    await place(made, path);
  } catch (error) {
    throw fromSystem(error, path);
  } finally {
    for (const name of [made, `${made}-journal`]) await rm(name, { force: true }).catch(() => undefined);
  }
};
