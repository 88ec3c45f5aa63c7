import type { Attribution, EventMention, Framing, Mention, TimeExpression } from '../model/annotation.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Article, DateRange, EntityRef, Reading } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import type {
  ExtractLine,
  LineArticle,
  LineAttribution,
  LineDiagnostic,
  LineEntity,
  LineEvent,
  LineFraming,
  LineMention,
  LinePublished,
  LineTime,
  Pair,
} from './extract-types.ts';

const pair = (at: Span): Pair => [at.start, at.end];
const pairOrNull = (at: Span | null | undefined): Pair | null => (at == null ? null : pair(at));
const entity = (ref: EntityRef | null): LineEntity | null =>
  ref === null ? null : { id: ref.id, name: ref.name };

const reading = (chosen: Reading<DateRange> | null): Omit<LinePublished, 'rejected'> => ({
  value: chosen?.value.edtf ?? null,
  earliest: chosen?.value.earliest ?? null,
  latest: chosen?.value.latest ?? null,
  rule: chosen?.rule ?? null,
  evidence: chosen === null ? [] : evidenceOf(chosen),
});

/** Where the reading stands, then every piece of evidence that an inferred one rests on; each place once. */
const evidenceOf = ({ at, because }: Reading<DateRange>): readonly Pair[] => {
  const places = [at, ...(because ?? []).map((bound) => bound.at)].filter((place) => place !== null);
  return [...new Map(places.map((place) => [`${place.start} ${place.end}`, pair(place)])).values()];
};

const published = (article: Article): LinePublished => ({
  ...reading(publishedOf(article)),
  rejected: article.published.flatMap(({ value, at, rejected }) =>
    rejected === null
      ? []
      : [{ value: value.edtf, start: at?.start ?? null, end: at?.end ?? null, reason: rejected }],
  ),
});

const articleLine = (article: Article): LineArticle => ({
  text: article.text,
  language: article.language,
  segments: article.segments.map(({ kind, article: at }) => ({ kind, start: at.start, end: at.end })),
  title: article.title,
  byline: article.byline,
  outlet: entity(article.outlet),
  wires: article.wires.map(({ id, at }) => ({ id, start: at?.start ?? null, end: at?.end ?? null })),
  dateline:
    article.dateline === null
      ? null
      : { place: article.dateline.place, start: article.dateline.at.start, end: article.dateline.at.end },
  published: published(article),
  updated: article.updated === null ? null : reading(article.updated),
});

const timeLine = ({ span, type, value, edtf, earliest, latest, anchor }: TimeExpression): LineTime => ({
  start: span.start,
  end: span.end,
  type,
  value,
  edtf,
  earliest,
  latest,
  anchor,
});

const mentionLine = ({ span, form, type, refersTo }: Mention): LineMention => ({
  start: span.start,
  end: span.end,
  form,
  type,
  refersTo: entity(refersTo),
});

const attributionLine = (attribution: Attribution): LineAttribution => ({
  source: attribution.source.map(pair),
  cue: attribution.cue.map(pair),
  content: attribution.content.map(pair),
  mode: attribution.mode,
  act: attribution.act,
  nested: attribution.nested,
  speaker: entity(attribution.speaker),
  behalf: entity(attribution.behalf),
  via: attribution.via.map(({ id, name }) => ({ id, name })),
  addressee: attribution.addressee,
  venue: attribution.venue,
  said: attribution.said?.edtf ?? null,
  issues: attribution.issues.map(({ id, stance, condition }) => ({
    id,
    stance,
    condition: pairOrNull(condition),
  })),
  rule: attribution.rule,
  confidence: attribution.confidence,
});

const eventLine = (event: EventMention): LineEvent => ({
  type: event.type,
  trigger: pair(event.trigger),
  span: pair(event.span),
  participants: event.participants.map(({ role, id, name }) => ({ role, id, name })),
  object: event.object,
  place: event.place,
  time:
    event.time === null
      ? null
      : {
          edtf: event.time.edtf,
          basis: event.time.basis,
          expression: pairOrNull(event.time.expression),
        },
  realis: event.realis,
  fate: event.fate,
  outcome: event.outcome,
  stance: event.stance,
  background: event.background,
  codes: { plover: event.codes.plover, cameo: event.codes.cameo, icow: event.codes.icow },
  rule: event.rule,
  confidence: event.confidence,
});

const framingLine = ({ span, concept, wording }: Framing): LineFraming => ({
  start: span.start,
  end: span.end,
  concept,
  wording,
});

const diagnosticLine = ({ code, severity, message, span }: Diagnostic): LineDiagnostic => ({
  code,
  severity,
  message,
  span: pairOrNull(span),
});

/** The line of an extraction. `id` is the input line's, or the page's when it is left out. */
export const toLine = (extraction: Extraction, id?: string | number): ExtractLine => {
  const { page, article, annotations, diagnostics, error } = extraction;
  return {
    schema: 1,
    id: id ?? page.id,
    page: {
      id: page.id,
      path: page.path,
      url: page.url,
      mediaType: page.mediaType,
      charset: page.charset,
      capturedAt: page.capturedAt,
    },
    article: articleLine(article),
    times: annotations.times.map(timeLine),
    mentions: annotations.mentions.map(mentionLine),
    attributions: annotations.attributions.map(attributionLine),
    events: annotations.events.map(eventLine),
    framing: annotations.framing.map(framingLine),
    diagnostics: diagnostics.map(diagnosticLine),
    ...(error === null ? {} : { error: { code: error.code, message: error.message } }),
  };
};

/** The line of something that could not be read at all. */
export const toErrorLine = (failure: {
  readonly id: string | number | null;
  readonly page: string | null;
  readonly path: string | null;
  readonly code: ErrorCode;
  readonly message: string;
}): ExtractLine => ({
  schema: 1,
  id: failure.id,
  page: { id: failure.page, path: failure.path, url: null, mediaType: null, charset: null, capturedAt: null },
  article: null,
  times: [],
  mentions: [],
  attributions: [],
  events: [],
  framing: [],
  diagnostics: [],
  error: { code: failure.code, message: failure.message },
});
