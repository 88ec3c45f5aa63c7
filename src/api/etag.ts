import { createHash } from 'node:crypto';
import type { Call } from './types.ts';

/** How answers made from the record may be kept: only to be asked for again with their tag. */
export const DATA_CACHE = 'private, no-cache';

const hash = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** The tag of some bytes or a text as it is sent. */
export const tagOfBody = (body: string | Uint8Array): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** The tag of what an address gives at the record's present version. Taken before the answer is made, it never promises too much. */
export const tagOf = ({ c, options, salt, params }: Call, mediaType: string): string => {
  const { desk, version } = options;
  const sorted = new URLSearchParams(params);
  sorted.sort();
  const state = JSON.stringify(desk.state());
  return `W/"${hash([salt, version, desk.version(), state, c.req.path, sorted.toString(), mediaType])}"`;
};

/** Whether the caller already has what the tag names. */
export const isHeld = (call: Call, tag: string): boolean => {
  const held = call.c.req.header('if-none-match');
  if (held === undefined) return false;
  const bare = tag.replace(/^W\//, '');
  return held.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === bare);
};

/** What is sent to a caller who has it already. */
export const notModified = (tag: string, cache: string = DATA_CACHE): Response =>
  new Response(null, { status: 304, headers: { etag: tag, 'cache-control': cache } });
