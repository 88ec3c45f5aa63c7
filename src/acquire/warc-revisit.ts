import type { WarcRecord } from './warc-record.ts';

/** What a revisit record refers to. `other`: a record that holds no page. `gone`: a page too far back to be held. */
export type Revisited = WarcRecord | 'other' | 'gone' | 'unknown';

/** Remembers the pages of an archive, so that a record that only says "the same as before" can be read. */
export interface Memory {
  /** Notes a record that was read; `isPage`: whether it holds a page. */
  readonly note: (record: WarcRecord, isPage: boolean) => void;
  readonly find: (record: WarcRecord) => Revisited;
}

/** Bytes of records held, as they stand in the file. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Names remembered, some 200 bytes each. */
const MOST_NAMES = 300_000;

const addressed = (uri: string | undefined, date: string | undefined): string | null =>
  uri === undefined || date === undefined ? null : `at ${uri.replace(/^<|>$/g, '')} ${date}`;

const ownNames = ({ headers }: WarcRecord): readonly string[] =>
  [
    headers.get('warc-record-id'),
    headers.get('warc-payload-digest'),
    addressed(headers.get('warc-target-uri'), headers.get('warc-date')),
  ].filter((name) => name !== undefined && name !== null);

/** The record named comes first, then the moment, then whatever has the same payload. */
const soughtNames = ({ headers }: WarcRecord): readonly string[] =>
  [
    headers.get('warc-refers-to'),
    addressed(
      headers.get('warc-refers-to-target-uri') ?? headers.get('warc-target-uri'),
      headers.get('warc-refers-to-date'),
    ),
    headers.get('warc-payload-digest'),
  ].filter((name) => name !== undefined && name !== null);

/** Lets the oldest records go until the rest has no more than `MOST_BYTES`; says how many bytes are left. */
const shrink = (held: Map<number, WarcRecord>, bytes: number): number => {
  let left = bytes;
  for (const [n, { block }] of held) {
    if (left <= MOST_BYTES) break;
    held.delete(n);
    left -= block.length;
  }
  return left;
};

/** Makes a memory that holds the latest pages, up to 64 MiB. */
export const createMemory = (): Memory => {
  const held = new Map<number, WarcRecord>();
  const names = new Map<string, number | 'other'>();
  let bytes = 0;
  const note = (record: WarcRecord, isPage: boolean): void => {
    if (names.size > MOST_NAMES) return;
    for (const name of ownNames(record)) if (!names.has(name)) names.set(name, isPage ? record.n : 'other');
    if (!isPage) return;
    held.set(record.n, record);
    bytes = shrink(held, bytes + record.block.length);
  };
  const find = (record: WarcRecord): Revisited => {
    for (const name of soughtNames(record)) {
      const found = names.get(name);
      if (found === 'other') return 'other';
      if (found !== undefined) return held.get(found) ?? 'gone';
    }
    return 'unknown';
  };
  return { note, find };
};
