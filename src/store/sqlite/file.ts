import { open as openFile, stat } from 'node:fs/promises';
import { DemarcheError } from '../../model/error.ts';
import { recordCorrupt } from '../errors.ts';
import { fromSystem } from './driver-errors.ts';
import { APPLICATION_ID } from './migrate.ts';

/** The header of a SQLite file (sqlite.org/fileformat.html, section 1.3). */
const HEADER = {
  bytes: 100,
  magic: 'SQLite format 3\0',
  pageSizeAt: 16,
  pageCountAt: 28,
  applicationIdAt: 68,
} as const;

const notARecord = (path: string, what: string, hint: string): DemarcheError =>
  new DemarcheError('not-a-record', `${path} is ${what}, not a record`, { hint, context: { path } });

const readHeader = async (path: string): Promise<Buffer> => {
  const file = await openFile(path, 'r');
  try {
    const header = Buffer.alloc(HEADER.bytes);
    const { bytesRead } = await file.read(header, 0, HEADER.bytes, 0);
    return header.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

const sizeOf = async (path: string): Promise<number> => {
  const found = await stat(path);
  if (found.isDirectory())
    throw notARecord(path, 'a folder', 'name the record file; `demarche init` makes one');
  if (!found.isFile()) throw notARecord(path, 'no ordinary file', 'name the record file itself');
  if (found.size === 0)
    throw notARecord(path, 'an empty file', 'remove it and make the record with `demarche init`');
  return found.size;
};

const walBytes = async (path: string): Promise<number> =>
  stat(`${path}-wal`).then(
    (found) => found.size,
    () => 0,
  );

/**
 * SQLite itself takes a last page that is cut short for one that ends in zeros. Another program may be writing: it
 * moves its log into the file and then empties the log, so the log is measured first, and the file after that.
 */
const checkLength = async (path: string, header: Buffer): Promise<void> => {
  const hasLog = (await walBytes(path)) > 0;
  const size = await sizeOf(path);
  const pageSize = header.readUInt16BE(HEADER.pageSizeAt);
  const expected = (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(HEADER.pageCountAt);
  // With a log beside it the file may lag behind what its header says.
  if (size < expected && !hasLog)
    throw recordCorrupt(`${path} breaks off after ${size} of ${expected} bytes`, path);
};

/**
 * Looks at a file before the driver does, so that no foreign file is ever written to.
 * @throws DemarcheError `not-found`, `permission`, `not-a-record` (no SQLite file, or another program's), or
 * `record-corrupt` when it breaks off.
 */
export const checkRecordFile = async (path: string): Promise<void> => {
  try {
    await sizeOf(path);
    const header = await readHeader(path);
    if (!HEADER.magic.startsWith(header.toString('latin1', 0, HEADER.magic.length)))
      throw notARecord(path, 'a file of another kind', 'name a record that `demarche init` made');
    if (header.length < HEADER.bytes)
      throw recordCorrupt(`${path} breaks off after ${header.length} bytes`, path);
    if (header.readUInt32BE(HEADER.applicationIdAt) !== APPLICATION_ID)
      throw notARecord(path, 'a SQLite file of another program', 'name a record that `demarche init` made');
    await checkLength(path, header);
  } catch (error) {
    throw fromSystem(error, path);
  }
};
