import { z } from '@hono/zod-openapi';
import type {
  DeskParty,
  Job,
  JobLine,
  JobList,
  JumpItem,
  MapPlace,
  MapView,
  Overview,
  Strip,
  StripBin,
} from '../../view/desk/types.ts';
import { articleId, count, day, days, deskState, entity, entityId, instant, orNull, text } from './base.ts';
import { clock } from './claims.ts';

const bin: z.ZodType<StripBin> = z
  .strictObject({ from: day, to: day, statements: count, events: count })
  .openapi('Bin');

/** The strip above the timeline. */
export const strip: z.ZodType<Strip> = z
  .strictObject({
    clock,
    bins: z.array(bin),
    span: orNull(days),
    gaps: z.array(days),
    bounded: count,
    undated: count,
    version: text,
  })
  .openapi('Strip');

const party: z.ZodType<DeskParty> = z
  .strictObject({ id: entityId, name: text, tag: text, slot: orNull(count), claims: count })
  .openapi('Party');

/** What the record holds. */
export const overview: z.ZodType<Overview> = z
  .strictObject({
    state: deskState,
    version: text,
    dispute: text,
    title: text,
    pack: orNull(text),
    pages: count,
    texts: count,
    outlets: count,
    statements: count,
    events: count,
    span: orNull(days),
    publishedSpan: orNull(days),
    boundedPages: count,
    undatedPages: count,
    boundedClaims: count,
    undatedClaims: count,
    unresolved: count,
    differing: count,
    planned: count,
    failures: count,
    caught: z.array(z.strictObject({ reason: text, words: text, pages: count })),
    languages: z.array(z.strictObject({ language: text, pages: count })),
    byOutlet: z.array(z.strictObject({ outlet: entity, pages: count, texts: count })),
    coverage: z.array(z.strictObject({ from: day, to: day, pages: count })),
    parties: z.array(party),
    changed: orNull(instant),
  })
  .openapi('Overview');

const mapPlace: z.ZodType<MapPlace> = z
  .strictObject({
    id: text,
    name: text,
    at: z.tuple([z.number(), z.number()]).openapi({ description: 'latitude, longitude' }),
    disputed: z.boolean(),
    names: z.array(z.strictObject({ party: orNull(entity), language: text, name: text })),
    events: count,
    asked: z.array(text),
  })
  .openapi('Place');

/** The map. */
export const mapView: z.ZodType<MapView> = z
  .strictObject({
    state: deskState,
    version: text,
    places: z.array(mapPlace),
    unplaced: count,
    unknownPlaces: z.array(z.strictObject({ name: text, events: count })),
  })
  .openapi('Map');

/** What one can jump to. */
export const jumpItems: z.ZodType<readonly JumpItem[]> = z.array(
  z
    .strictObject({
      what: z.enum(['person', 'party', 'outlet', 'issue', 'source', 'statement', 'event', 'place']),
      id: text,
      label: text,
      detail: text,
    })
    .openapi('JumpItem'),
);

const jobLine: z.ZodType<JobLine> = z
  .strictObject({
    path: text,
    outcome: z.enum(['added', 'known', 'reread', 'failed', 'plain']),
    article: orNull(articleId),
    title: orNull(text),
    published: orNull(text),
    caught: orNull(text),
    statements: count,
    events: count,
    message: orNull(text),
  })
  .openapi('JobLine');

/** An import. */
export const job: z.ZodType<Job> = z
  .strictObject({
    id: text,
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    what: text,
    created: instant,
    ended: orNull(instant),
    step: z.enum(['waiting', 'fetching', 'pages', 'claims', 'over']),
    done: count,
    total: orNull(count),
    lines: z.array(jobLine),
    counts: z.strictObject({ added: count, known: count, reread: count, failed: count }),
    claims: orNull(z.strictObject({ added: count, changed: count, closed: count })),
    error: orNull(z.strictObject({ code: text, message: text, hint: orNull(text) })),
  })
  .openapi('Job');

/** The imports of this server. */
export const jobList: z.ZodType<JobList> = z
  .strictObject({ writable: z.boolean(), jobs: z.array(job), total: count, offset: count, limit: count })
  .openapi('JobList');
