import type { Attribution, EventMention, TimeExpression } from '../../model/annotation.ts';
import type { Digest } from '../../model/brand.ts';
import type { Citation, Claim } from '../../model/claim.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Article } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import { bySpan, hull } from '../../model/span.ts';
import type { ArticleText } from '../../model/store-port.ts';
import { formatEdtf } from '../edtf-text.ts';
import { markOf } from '../timeline.ts';
import type { DeskLabels } from './labels.ts';
import { deskRow, labelOfId } from './row.ts';
import { anchorWords } from './time-words.ts';
import type { AttributionView, EventView, ReaderView, SourceRow, TimeView } from './types.ts';
import { ownValue, segmentWords } from './words.ts';

/** What the reader needs besides the text. */
export interface ReaderDeps {
  readonly source: SourceRow;
  /** The claims that cite the article, in whatever revision. */
  readonly citing: readonly Claim[];
  readonly labels: DeskLabels;
  /** Neutral names of the concepts of framing, by id. */
  readonly concepts: Readonly<Record<string, string>>;
  /** Pages that carry the same text. */
  readonly copies: readonly SourceRow[];
  /** Held revisions of the text, the present one first. */
  readonly revisions: readonly Digest[];
  readonly version: string;
}

/** A page to read: its present text with all that was read in it, each layer in order of place. */
export const readerView = (extraction: Extraction, deps: ReaderDeps): ReaderView => {
  const { article, annotations, diagnostics } = extraction;
  const told = claimsBySpan(deps.citing, article);
  return {
    ...frameOf(article, deps),
    isPresent: true,
    segments: article.segments
      .map(({ kind, article: at, rule }) => ({ ...spanOf(at), kind, rule, why: segmentWords(rule) }))
      .sort(bySpan),
    attributions: annotations.attributions
      .map((attribution) => attributionView(attribution, told))
      .sort((x, y) => bySpan(placeOf(x), placeOf(y))),
    times: annotations.times.map((time) => timeView(time, article)).sort((x, y) => bySpan(x.span, y.span)),
    events: annotations.events
      .map((event) => eventView(event, deps.labels, told))
      .sort((x, y) => bySpan(x.trigger, y.trigger) || bySpan(x.span, y.span)),
    framing: annotations.framing
      .map(({ span, concept, wording }) => ({
        span: spanOf(span),
        concept,
        neutral: ownValue(deps.concepts, concept) ?? concept,
        wording,
      }))
      .sort((x, y) => bySpan(x.span, y.span)),
    diagnostics: diagnostics.map(({ code, message }) => ({ code, message })),
  };
};

/** An older revision of a page's text. Nothing is annotated there, and no present claim needs to cite it. */
export const oldReaderView = (text: ArticleText, deps: Omit<ReaderDeps, 'concepts'>): ReaderView => ({
  ...frameOf({ id: text.article, revision: text.revision, text: text.text }, deps),
  isPresent: false,
  segments: [],
  attributions: [],
  times: [],
  events: [],
  framing: [],
  diagnostics: [],
});

type Read = Pick<Article, 'id' | 'revision' | 'text'>;

const frameOf = (
  article: Read,
  { source, citing, labels, copies, revisions, version }: Omit<ReaderDeps, 'concepts'>,
): Pick<ReaderView, 'source' | 'revision' | 'revisions' | 'text' | 'cited' | 'copies' | 'version'> => ({
  source,
  revision: article.revision,
  revisions,
  text: article.text,
  cited: citing
    .map((claim) => ({ claim: deskRow(claim, labels), marks: marksOf(claim, article) }))
    .filter(({ marks }) => marks.length > 0)
    .sort(
      (x, y) => bySpan(x.marks[0] ?? NOWHERE, y.marks[0] ?? NOWHERE) || (x.claim.id < y.claim.id ? -1 : 1),
    ),
  copies,
  version,
});

const NOWHERE: Span = { start: 0, end: 0 };

/** Exactly the two ends, whatever else the stored object holds. */
const spanOf = ({ start, end }: Span): Span => ({ start, end });

const isHere = ({ article, revision }: Citation, at: Read): boolean =>
  article === at.id && revision === at.revision;

const marksOf = (claim: Claim, at: Read): ReaderView['cited'][number]['marks'] =>
  claim.evidence
    .filter((citation) => isHere(citation, at))
    .map(({ span, role }) => ({ ...spanOf(span), role }))
    .sort(bySpan);

/** Claims by the characters of this text that they cite as what was said, and as what tells an event. */
interface Told {
  readonly content: ReadonlyMap<string, readonly Claim[]>;
  readonly trigger: ReadonlyMap<string, readonly Claim[]>;
}

const claimsBySpan = (citing: readonly Claim[], at: Read): Told => {
  const content = new Map<string, Claim[]>();
  const trigger = new Map<string, Claim[]>();
  for (const claim of citing)
    for (const citation of claim.evidence) {
      const into = citation.role === 'content' ? content : citation.role === 'trigger' ? trigger : null;
      if (into === null || !isHere(citation, at)) continue;
      const key = keyOf(citation.span);
      into.set(key, [...(into.get(key) ?? []), claim]);
    }
  return { content, trigger };
};

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** The claim with the speaker of the attribution, where several cite the same characters. */
const statementOf = ({ content, speaker }: Attribution, told: Told): Claim | null => {
  const claims = content.flatMap((span) => told.content.get(keyOf(span)) ?? []);
  const same = claims.find((claim) => claim.kind === 'statement' && claim.speaker?.id === speaker?.id);
  return same ?? claims[0] ?? null;
};

const eventOf = ({ trigger, type }: EventMention, told: Told): Claim | null => {
  const claims = told.trigger.get(keyOf(trigger)) ?? [];
  return claims.find((claim) => claim.kind === 'event' && claim.type === type) ?? claims[0] ?? null;
};

const attributionView = (attribution: Attribution, told: Told): AttributionView => ({
  source: attribution.source.map(spanOf),
  cue: attribution.cue.map(spanOf),
  content: attribution.content.map(spanOf),
  mode: attribution.mode,
  act: attribution.act,
  nested: attribution.nested,
  speaker: attribution.speaker,
  party: attribution.behalf,
  via: attribution.via,
  addressee: attribution.addressee,
  said: attribution.said === null ? null : formatEdtf(attribution.said.edtf),
  rule: attribution.rule,
  confidence: attribution.confidence,
  claim: statementOf(attribution, told)?.id ?? null,
});

/** All that belongs to an attribution; its content is never missing. */
const placeOf = ({ content, cue, source }: AttributionView): Span =>
  hull([content[0] ?? NOWHERE, ...content, ...cue, ...source]);

const eventView = (event: EventMention, labels: DeskLabels, told: Told): EventView => ({
  trigger: spanOf(event.trigger),
  span: spanOf(event.span),
  type: { id: event.type, label: labelOfId(labels.eventTypes, event.type) },
  status: markOf(event) ?? 'happened',
  background: event.background,
  when: event.time === null ? null : formatEdtf(event.time.edtf),
  rule: event.rule,
  claim: eventOf(event, told)?.id ?? null,
});

const timeView = (time: TimeExpression, article: Article): TimeView => ({
  span: spanOf(time.span),
  type: time.type,
  value: time.value,
  text: time.edtf === null ? time.value : formatEdtf(time.edtf),
  anchor: anchorWords(time, article),
  // What an older version read has none of these three.
  how: time.how ?? null,
  others: (time.readings ?? [])
    .slice(1)
    .map(({ edtf, value, weight }) => ({ text: edtf === null ? value : formatEdtf(edtf), weight })),
  stretch: time.range == null ? null : formatEdtf(time.range.edtf),
  rule: time.rule,
});
