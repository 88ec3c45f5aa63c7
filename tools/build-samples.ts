/**
 * Builds the web archive of the sample coverage from the pages in `samples/kurils/warc-src`. The bytes depend on
 * those files alone: record ids and capture times stand in `records.json`.
 *
 * Usage: npx tsx tools/build-samples.ts [--check]
 * With --check nothing is written; exit status 1 when the archive on disk differs from what would be built.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WARCRecord, WARCSerializer } from 'warcio';

interface SourceRecord {
  readonly file: string;
  readonly url: string;
  readonly capturedAt: string;
  readonly id: string;
}

interface ArchivePlan {
  readonly archive: string;
  readonly software: string;
  readonly createdAt: string;
  readonly id: string;
  readonly records: readonly SourceRecord[];
}

const SAMPLES = new URL('../samples/kurils/', import.meta.url);
const SOURCES = new URL('warc-src/', SAMPLES);
const PAGES = new URL('pages/', SAMPLES);
const WARC_VERSION = 'WARC/1.1' as const;

const readPlan = async (): Promise<ArchivePlan> =>
  JSON.parse(await readFile(new URL('records.json', SOURCES), 'utf8')) as ArchivePlan;

const warcHeaders = (id: string): Record<string, string> => ({ 'WARC-Record-ID': `<${id}>` });

const infoRecord = (plan: ArchivePlan): WARCRecord =>
  WARCRecord.createWARCInfo(
    {
      filename: plan.archive,
      date: plan.createdAt,
      warcHeaders: warcHeaders(plan.id),
      warcVersion: WARC_VERSION,
    },
    { software: plan.software, format: 'WARC File Format 1.1' },
  );

const responseRecord = async (source: SourceRecord): Promise<WARCRecord> => {
  const payload = await readFile(new URL(source.file, SOURCES));
  return WARCRecord.create(
    {
      type: 'response',
      url: source.url,
      date: source.capturedAt,
      warcVersion: WARC_VERSION,
      warcHeaders: warcHeaders(source.id),
      statusline: 'HTTP/1.1 200 OK',
      httpHeaders: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': String(payload.byteLength),
      },
    },
    [new Uint8Array(payload)],
  );
};

/** The archive's file name and bytes, the same on every call. Throws when a source file is missing. */
export const buildArchive = async (): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const plan = await readPlan();
  const records = [infoRecord(plan), ...(await Promise.all(plan.records.map(responseRecord)))];
  const parts: Uint8Array[] = [];
  for (const record of records) parts.push(await WARCSerializer.serialize(record, { gzip: false }));
  return { name: plan.archive, bytes: new Uint8Array(Buffer.concat(parts)) };
};

const main = async (check: boolean): Promise<void> => {
  const { name, bytes } = await buildArchive();
  const target = new URL(name, PAGES);
  if (!check) {
    await writeFile(target, bytes);
    process.stdout.write(`${name}: ${bytes.byteLength} bytes\n`);
    return;
  }
  if (Buffer.compare(await readFile(target), bytes) !== 0) {
    process.stderr.write(`${name} differs from its sources; run: npx tsx tools/build-samples.ts\n`);
    process.exitCode = 1;
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));
