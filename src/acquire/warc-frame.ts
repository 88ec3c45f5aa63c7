import type { ByteQueue } from './byte-queue.ts';
import type { Headers } from './headers.ts';
import { parseHeaders } from './headers.ts';
import type { Limits } from './limits.ts';
import type { WarcRecord } from './warc-record.ts';

const START = /^WARC\/[01]\.\d+\s*$/;
/** The beginning of a record inside a block that was cut too long. */
const INNER = /\n\r?\nWARC\/[01]\.\d+\r?\n(?=[\w-]{1,40}:)/;

/** How often the stream jumped over damage; a record that a jump falls into is not whole. */
export interface Jumps {
  count: number;
}

/**
 * The next record, or null at the end. Lines up to the next `WARC/` line are passed over, so one broken record costs only
 * itself; a block whose length is wrong is cut, or read on, where the next record begins.
 */
export const nextRecord = async (
  queue: ByteQueue,
  n: number,
  limits: Limits,
  jumps: Jumps,
): Promise<WarcRecord | null> => {
  let line = await queue.line(limits.headerBytes);
  while (line !== null && !START.test(line)) line = await queue.line(limits.headerBytes);
  if (line === null) return null;
  const before = jumps.count;
  const headers = await headerBlock(queue, limits);
  const declared = Number(headers.get('content-length') ?? Number.NaN);
  const empty = new Uint8Array(0);
  if (!Number.isSafeInteger(declared) || declared < 0)
    return { n, headers, block: empty, fault: 'no-length', declared: 0 };
  if (declared > limits.pageBytes) {
    await queue.skip(declared);
    return { n, headers, block: empty, fault: 'too-large', declared };
  }
  const taken = await queue.take(declared);
  const { block, fault } = await checkEnd(queue, taken, declared, limits);
  const isHit = jumps.count > before;
  return { n, headers, block, fault: isHit ? 'damaged' : fault, declared };
};

const headerBlock = async (queue: ByteQueue, limits: Limits): Promise<Headers> => {
  const lines: string[] = [];
  let size = 0;
  for (;;) {
    const line = await queue.line(limits.headerBytes);
    if (line === null || line === '') break;
    size += line.length;
    if (size <= limits.headerBytes) lines.push(line);
  }
  return parseHeaders(lines.join('\n'));
};

type Checked = Pick<WarcRecord, 'block' | 'fault'>;

/** Whether a record ends where it says: nothing, an empty line, or (some writers leave it out) the next record follows. */
const checkEnd = async (
  queue: ByteQueue,
  block: Uint8Array,
  declared: number,
  limits: Limits,
): Promise<Checked> => {
  const next = block.length < declared ? null : await queue.rawLine(limits.headerBytes);
  if (next !== null) queue.unread(next);
  const isCut = block.length < declared;
  if (!isCut && (next === null || isBoundary(next))) return { block, fault: null };
  const inner = INNER.exec(latin1(block));
  if (inner !== null) {
    queue.unread(block.subarray(inner.index + inner[0].indexOf('W')));
    return { block: trimmed(block.subarray(0, inner.index)), fault: 'wrong-length' };
  }
  if (isCut) return { block, fault: 'cut-off' };
  return { block: await readOn(queue, block, limits), fault: 'wrong-length' };
};

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const isBoundary = (line: Uint8Array): boolean => {
  const text = latin1(line);
  return text.trim() === '' || START.test(text);
};

/** The rest of a block that was declared too short: up to the next record, or as much as a page may have. */
const readOn = async (queue: ByteQueue, block: Uint8Array, limits: Limits): Promise<Uint8Array> => {
  const parts = [block];
  let size = block.length;
  for (;;) {
    const line = await queue.rawLine(limits.headerBytes);
    if (line === null) break;
    if (START.test(latin1(line.subarray(0, 20)))) {
      queue.unread(line);
      break;
    }
    size += line.length;
    if (size <= limits.pageBytes) parts.push(line);
  }
  return trimmed(new Uint8Array(Buffer.concat(parts)));
};

/** Without the line breaks that end a record. */
const trimmed = (block: Uint8Array): Uint8Array => {
  let end = block.length;
  while (end > 0 && end > block.length - 4 && (block[end - 1] === 10 || block[end - 1] === 13)) end--;
  return block.subarray(0, end);
};
