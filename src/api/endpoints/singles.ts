import { articleId, pageId } from '../../model/brand.ts';
import { readClaimQuery } from '../../view/desk/address.ts';
import type { ClaimCard, GoneClaim } from '../../view/desk/types.ts';
import type { JsonAnswer } from '../answer.ts';
import { answerJson } from '../answer.ts';
import { isHeld, notModified } from '../etag.ts';
import { cardParams, claimParams, jumpParams, readerParams, stripParams } from '../params.ts';
import { notFound } from '../problem.ts';
import { read } from '../read.ts';
import { claimCard, goneClaim } from '../schema/claims.ts';
import { readerView } from '../schema/pages.ts';
import { jumpItems, overview, strip } from '../schema/views.ts';
import type { Call, Endpoint } from '../types.ts';
import { DISPUTE, file, json, NOT_MODIFIED, PROBLEM, pathParams, TROUBLES } from './responses.ts';

const overviewOf: Endpoint = {
  route: {
    method: 'get',
    path: `${DISPUTE}/overview.json`,
    tags: ['record'],
    summary: 'what the record holds',
    request: { params: pathParams() },
    responses: { 200: json(overview, 'counts, spans and parties'), ...NOT_MODIFIED, ...TROUBLES },
  },
  handle: (call) => answerJson(call, async () => ({ body: await call.options.desk.overview() })),
};

const stripOf: Endpoint = {
  route: {
    method: 'get',
    path: `${DISPUTE}/strip.json`,
    tags: ['claims'],
    summary: 'counts over time, under all filters but the window',
    request: { params: pathParams(), query: claimParams.extend(stripParams.shape) },
    responses: { 200: json(strip, 'the bars of the strip'), ...NOT_MODIFIED, ...TROUBLES },
  },
  handle: (call) =>
    answerJson(call, async () => {
      const { bins } = read(stripParams, call.params);
      return { body: await call.options.desk.strip(readClaimQuery(call.params, ['bins']).query, bins) };
    }),
};

const isGone = (card: ClaimCard | GoneClaim): card is GoneClaim => 'what' in card;

const cardAnswer = async (call: Call): Promise<JsonAnswer> => {
  const { asOf } = readClaimQuery(call.params).query;
  const card = await call.options.desk.card(call.part('id'), asOf);
  if (!isGone(card)) return { body: card };
  return { status: card.what === 'closed' ? 410 : 404, body: card };
};

const card = (room: 'statements' | 'events', what: string): Endpoint => ({
  route: {
    method: 'get',
    path: `${DISPUTE}/${room}/{id}.json`,
    tags: ['claims'],
    summary: `${what} with its passages, accounts, versions and citations`,
    request: { params: pathParams('id'), query: cardParams },
    responses: {
      200: json(claimCard, what),
      ...NOT_MODIFIED,
      ...TROUBLES,
      404: {
        description: 'the record never held it, or several claims begin so',
        content: {
          'application/json': { schema: goneClaim },
          ...PROBLEM,
        },
      },
      410: json(goneClaim, 'the record no longer asserts it'),
    },
  },
  handle: (call) => answerJson(call, () => cardAnswer(call)),
});

/** The id that a part of the path is, or null. */
const idOf = <T>(parse: (value: string) => T, value: string): T | null => {
  try {
    return parse(value);
  } catch {
    return null;
  }
};

const noPage = (): Response => notFound('the record does not hold that page, or not in that revision');

const reader: Endpoint = {
  route: {
    method: 'get',
    path: `${DISPUTE}/sources/{article}.json`,
    tags: ['pages'],
    summary: 'a page to read: its text, labelled and annotated',
    request: { params: pathParams('article'), query: readerParams },
    responses: { 200: json(readerView, 'the page'), ...NOT_MODIFIED, ...TROUBLES },
  },
  handle: async (call) => {
    const { revision } = read(readerParams, call.params);
    const id = idOf(articleId, call.part('article'));
    if (id === null) return noPage();
    const answer = await answerJson(call, async () => {
      const body = await call.options.desk.reader(id, revision);
      return { body, status: body === null ? 404 : 200 };
    });
    return answer.status === 404 ? noPage() : answer;
  },
};

const jump: Endpoint = {
  route: {
    method: 'get',
    path: `${DISPUTE}/jump.json`,
    tags: ['record'],
    summary: 'people, parties, outlets, issues, pages, claims and places by the beginning of a word',
    request: { params: pathParams(), query: jumpParams },
    responses: { 200: json(jumpItems, 'the best first'), ...NOT_MODIFIED, ...TROUBLES },
  },
  handle: (call) =>
    answerJson(call, async () => {
      const { q, limit } = read(jumpParams, call.params);
      return { body: await call.options.desk.jump(q, limit) };
    }),
};

/** A name for saving, in ASCII, and whole in the form of RFC 8187. */
const attachment = (name: string): string => {
  const plain = name.replace(/[^\w.-]/g, '_').slice(0, 120);
  const whole = encodeURIComponent(name.slice(0, 200).replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};

/** Captured pages are other people's programs: they leave as bytes to be saved, in no origin, and are never shown. */
const bytes: Endpoint = {
  route: {
    method: 'get',
    path: `${DISPUTE}/pages/{page}/bytes`,
    tags: ['pages'],
    summary: 'the bytes of a page as they were captured, to be saved',
    request: { params: pathParams('page') },
    responses: {
      200: file('application/octet-stream', 'the bytes'),
      ...NOT_MODIFIED,
      ...TROUBLES,
    },
  },
  handle: async (call) => {
    const id = idOf(pageId, call.part('page'));
    if (id === null) return noPage();
    const found = await call.options.desk.bytes(id);
    if (found === null) return noPage();
    const tag = `"${id}"`;
    if (isHeld(call, tag)) return notModified(tag);
    return new Response(found.bytes, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': attachment(found.name),
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-cache',
        etag: tag,
      },
    });
  },
};

/** What is asked for one by one. */
export const singles: readonly Endpoint[] = [
  overviewOf,
  stripOf,
  card('statements', 'a statement'),
  card('events', 'an event'),
  reader,
  jump,
  bytes,
];
