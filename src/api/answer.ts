import { DATA_CACHE, isHeld, notModified, tagOf, tagOfBody } from './etag.ts';
import type { Call } from './types.ts';

/** The media type of JSON. */
export const JSON_TYPE = 'application/json';

/** What a handler gives to be sent as JSON. */
export interface JsonAnswer {
  readonly status?: number;
  readonly body: unknown;
}

/** JSON made from the record, under the tag of its version: made only when the caller has not got it. */
export const answerJson = async (call: Call, make: () => Promise<JsonAnswer>): Promise<Response> => {
  const tag = tagOf(call, JSON_TYPE);
  if (isHeld(call, tag)) return notModified(tag);
  const { status = 200, body } = await make();
  const headers = { 'content-type': JSON_TYPE, 'cache-control': DATA_CACHE };
  return new Response(JSON.stringify(body), {
    status,
    headers: status === 200 ? { ...headers, etag: tag } : headers,
  });
};

/** JSON that changes without the record, under the tag of itself. */
export const sendJson = (call: Call, body: unknown, status = 200): Response => {
  const text = JSON.stringify(body);
  const tag = tagOfBody(text);
  if (status === 200 && isHeld(call, tag)) return notModified(tag);
  const headers = { 'content-type': JSON_TYPE, 'cache-control': DATA_CACHE };
  return new Response(text, { status, headers: status === 200 ? { ...headers, etag: tag } : headers });
};
