import { z } from '@hono/zod-openapi';
import type {
  AttributionView,
  EventView,
  ReaderView,
  ReadingView,
  SegmentView,
  SourceList,
  SourceRow,
  TimeView,
} from '../../view/desk/types.ts';
import { SOURCE_FACETS } from '../../view/desk/types.ts';
import {
  articleId,
  certainty,
  claimId,
  count,
  digest,
  edtf,
  ends,
  entity,
  headFields,
  orNull,
  pageId,
  rule,
  span,
  text,
} from './base.ts';
import { deskRow, facetFields, passageMark, status } from './claims.ts';
import { act, mode, segmentKind, timeHow, timeType } from './codebook.ts';

const reading: z.ZodType<ReadingView> = z
  .strictObject({
    text,
    edtf,
    raw: orNull(text),
    at: orNull(span),
    rule,
    why: text,
    rejected: orNull(z.strictObject({ reason: text, words: text })),
    bounds: z.array(z.strictObject({ raw: text, at: orNull(span), rule, why: text, note: text })).readonly(),
  })
  .openapi('Reading');

/** A page as a row of the list of sources. */
export const sourceRow: z.ZodType<SourceRow> = z
  .strictObject({
    id: articleId,
    page: pageId,
    title: orNull(text),
    outlet: orNull(entity),
    wires: z.array(entity),
    byline: orNull(text),
    language: text,
    published: orNull(reading),
    dated: certainty,
    rejected: z.array(reading),
    path: orNull(text),
    url: orNull(text),
    mediaType: text,
    statements: count,
    events: count,
    group: orNull(z.strictObject({ id: articleId, articles: count })),
    copies: z.array(z.lazy(() => sourceRow)),
    error: orNull(z.strictObject({ code: text, message: text })),
  })
  .openapi('Source');

/** A page of the list of sources. */
export const sourceList: z.ZodType<SourceList> = z
  .strictObject({
    ...headFields,
    q: text,
    fold: z.boolean(),
    texts: count,
    rows: z.array(sourceRow),
    facets: z.array(z.strictObject({ facet: z.enum(SOURCE_FACETS), ...facetFields })),
    failures: z.array(z.strictObject({ path: text, code: text, message: text })),
  })
  .openapi('SourceList');

const segment: z.ZodType<SegmentView> = z
  .strictObject({ ...ends, kind: segmentKind, rule, why: text })
  .openapi('Segment');

const attribution: z.ZodType<AttributionView> = z
  .strictObject({
    source: z.array(span),
    cue: z.array(span),
    content: z.array(span),
    mode,
    act,
    nested: z.boolean(),
    speaker: orNull(entity),
    party: orNull(entity),
    via: z.array(entity),
    addressee: orNull(text),
    said: orNull(text),
    rule,
    confidence: z.number().min(0).max(1),
    claim: orNull(claimId),
  })
  .openapi('Attribution');

const time: z.ZodType<TimeView> = z
  .strictObject({
    span,
    type: timeType,
    value: text,
    text,
    anchor: text,
    how: orNull(timeHow),
    others: z.array(z.strictObject({ text, weight: z.number().min(0).max(1) })).readonly(),
    stretch: orNull(text),
    rule,
  })
  .openapi('Time');

const event: z.ZodType<EventView> = z
  .strictObject({
    trigger: span,
    span,
    type: z.strictObject({ id: text, label: text }),
    status,
    background: z.boolean(),
    when: orNull(text),
    rule,
    claim: orNull(claimId),
  })
  .openapi('EventMention');

/** A page to read. */
export const readerView: z.ZodType<ReaderView> = z
  .strictObject({
    source: sourceRow,
    revision: digest,
    isPresent: z.boolean(),
    revisions: z.array(digest),
    text,
    segments: z.array(segment),
    attributions: z.array(attribution),
    times: z.array(time),
    events: z.array(event),
    framing: z.array(z.strictObject({ span, concept: text, neutral: text, wording: text })),
    cited: z.array(z.strictObject({ claim: deskRow, marks: z.array(passageMark) })),
    copies: z.array(sourceRow),
    diagnostics: z.array(z.strictObject({ code: text, message: text })),
    version: text,
  })
  .openapi('Reader');
