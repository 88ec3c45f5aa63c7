import { sha256Hex, sha256OfText } from '../../src/lib/digest-bytes.ts';
import type { Attribution, EventMention, Participant, TimeExpression } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { ClaimId, Digest, Edtf, PageId } from '../../src/model/brand.ts';
import { articleOf, claimId, day, digest, entityId, pageId, ruleId } from '../../src/model/brand.ts';
import type { Citation, EventClaim, Statement, Telling, ValidTime } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Article, DateRange, EntityRef, Segment, WireRef } from '../../src/model/page.ts';
import { publishedOf } from '../../src/model/page.ts';
import type { NonEmpty, Span } from '../../src/model/span.ts';
import { cover, hull, isNonEmpty } from '../../src/model/span.ts';
import { mark } from './mark.ts';

const RULE = ruleId('test/en/built@1');

/** A thing under an id made from its name: `Orla Venn` is `orla-venn`. */
export const anEntity = (name: string, id: string = name.toLowerCase().replace(/\W+/gu, '-')): EntityRef => ({
  id: entityId(id),
  name,
});

/** What an expression of time has when nothing is unusual about it: a day that says so itself, without doubt. */
export const PLAIN_TIME: Pick<TimeExpression, 'mod' | 'granularity' | 'how' | 'readings' | 'range'> = {
  mod: null,
  granularity: 'day',
  how: 'explicit',
  readings: [],
  range: null,
};

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The range of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `A/B` of these, where A or B may be `..`. */
export const aRange = (value: string): DateRange => {
  const [first = '', last = first] = value.split('/');
  const pad = (n: number): string => String(n).padStart(2, '0');
  const earliest = (part: string): string =>
    part.length === 4 ? `${part}-01-01` : part.length === 7 ? `${part}-01` : part;
  const latest = (part: string): string => {
    if (part.length === 4) return `${part}-12-31`;
    if (part.length > 7) return part;
    return `${part}-${pad(lastDay(Number(part.slice(0, 4)), Number(part.slice(5))))}`;
  };
  return {
    edtf: value as Edtf,
    earliest: first === '..' ? null : day(earliest(first)),
    latest: last === '..' ? null : day(latest(last)),
  };
};

/** When a claim was valid, from EDTF as `aRange` reads it. */
export const aValidTime = (value: string, basis: ValidTime['basis'] = 'explicit'): ValidTime => ({
  ...aRange(value),
  basis,
});

/** What `anExtraction` can be told; the rest has defaults. */
export interface ExtractionOptions {
  /** The article's text, with marks: `[…]content`, `[…]cue`, `[…]source`, `[…]clause`, `[…]trigger`, `[…]time`. */
  readonly text: string;
  readonly path?: string | null;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly outlet?: EntityRef | null;
  readonly wires?: readonly WireRef[];
  readonly published?: string | null;
  readonly language?: string;
  readonly segments?: readonly Segment[];
  /** One for each attribution; `marks` is the number behind its labels (`content2`). Without it: one if `[…]content` is there. */
  readonly attributions?: readonly (Partial<Attribution> & { readonly marks?: string })[];
  /** One for each event; as `attributions`, with `[…]clause` and `[…]trigger`. */
  readonly events?: readonly (Partial<EventMention> & { readonly marks?: string })[];
  /** Names the version of the extractor: another name, another digest. */
  readonly extractor?: string;
  /** Names the version of the cleaner: another name, another revision of the same text. */
  readonly cleaner?: string;
}

/** The bytes of the page that `anExtraction` stands for: its text in UTF-8. */
export const bytesOf = (extraction: Extraction): Uint8Array =>
  new TextEncoder().encode(extraction.article.text);

/** The digest that stands for an extractor of that name. */
export const anExtractor = (name: string): Digest => digest(sha256OfText(`extractor ${name}`));

const wholeText = (text: string): readonly Segment[] => {
  const start = text.search(/\S/);
  if (start < 0) return [];
  const article = { start, end: text.trimEnd().length };
  return [{ kind: 'body', article, page: article, rule: RULE }];
};

type Anchor = { readonly article: Article['id']; readonly revision: Digest };
type Spans = Readonly<Record<string, readonly Span[]>>;
const NO_SPANS: readonly Span[] = [];

const anAttribution = (
  base: Anchor,
  spans: Spans,
  { marks = '', ...given }: Partial<Attribution> & { readonly marks?: string },
): Attribution => {
  const content = given.content ?? spans[`content${marks}`] ?? NO_SPANS;
  if (!isNonEmpty(content)) throw new Error(`no […]content${marks} in the text`);
  return {
    kind: 'attribution',
    ...base,
    rule: RULE,
    confidence: 0.9,
    source: spans[`source${marks}`] ?? NO_SPANS,
    cue: spans[`cue${marks}`] ?? NO_SPANS,
    mode: 'indirect',
    act: 'said',
    nested: false,
    speaker: anEntity('Orla Venn'),
    behalf: anEntity('Northland'),
    via: [],
    addressee: null,
    venue: null,
    said: null,
    issues: [],
    ...given,
    content,
  };
};

const anEventMention = (
  base: Anchor,
  spans: Spans,
  { marks = '', ...given }: Partial<EventMention> & { readonly marks?: string },
): EventMention => {
  const span = given.span ?? spans[`clause${marks}`]?.[0];
  const trigger = given.trigger ?? spans[`trigger${marks}`]?.[0];
  if (!span || !trigger) throw new Error(`no […]clause${marks} with a […]trigger${marks} in the text`);
  return {
    kind: 'event',
    ...base,
    rule: RULE,
    confidence: 0.8,
    type: 'meet',
    participants: [],
    object: null,
    place: null,
    time: null,
    realis: 'actual',
    fate: null,
    outcome: null,
    stance: 'asserts',
    background: false,
    codes: { plover: null, cameo: null, icow: null },
    ...given,
    span,
    trigger,
  };
};

const publishedAs = (value: string | null): Article['published'] =>
  value === null ? [] : [{ value: aRange(value), at: null, raw: null, rule: RULE, rejected: null }];

const anArticle = (options: ExtractionOptions, text: string, page: PageId): Article => ({
  id: articleOf(page),
  page,
  text,
  revision: digest(sha256OfText(`${options.cleaner ?? 'cleaner'}\n${text}`)),
  language: options.language ?? 'en',
  segments: options.segments ?? wholeText(text),
  title: options.title ?? null,
  byline: null,
  outlet: options.outlet === undefined ? anEntity('The Harbour Post') : options.outlet,
  wires: options.wires ?? [],
  dateline: null,
  published: publishedAs(options.published === undefined ? '2031-05-14' : options.published),
  updated: null,
  url: options.url ?? null,
});

/** One page read, with valid spans: what the pure stages would hand on for this text. The outlet is invented. */
export const anExtraction = (options: ExtractionOptions): Extraction => {
  const { text, spans } = mark(options.text);
  const id = pageId(sha256Hex(new TextEncoder().encode(text)));
  const article = anArticle(options, text, id);
  const base: Anchor = { article: article.id, revision: article.revision };
  const attributions = options.attributions ?? (spans.content ? [{}] : []);
  const events = options.events ?? (spans.clause ? [{}] : []);
  return {
    page: {
      id,
      mediaType: 'text/plain',
      charset: 'utf-8',
      url: options.url ?? null,
      path: options.path === undefined ? `pages/${id.slice(0, 8)}.txt` : options.path,
      capturedAt: null,
    },
    article,
    annotations: {
      ...NO_ANNOTATIONS,
      attributions: attributions.map((given) => anAttribution(base, spans, given)),
      events: events.map((given) => anEventMention(base, spans, given)),
    },
    diagnostics: [],
    error: null,
    extractor: anExtractor(options.extractor ?? 'one'),
  };
};

/** A citation of the characters under `span`. */
export const aCitation = (
  { article }: Extraction,
  span: Span,
  role: Citation['role'] = 'content',
  telling = 0,
): Citation => ({
  page: article.page,
  article: article.id,
  revision: article.revision,
  span,
  exact: cover(article.text, span),
  role,
  telling,
});

/** A claim id of the kind's letter with 12 digits made from `seed`. */
export const aClaimId = (letter: 's' | 'e', seed: string): ClaimId =>
  claimId(`${letter}-${sha256OfText(seed).slice(0, 12)}`);

const DEFAULT_STATEMENT =
  '“[The straits stay open to every flag]content”, [Orla Venn]source [said]cue in Port Halm.';
const DEFAULT_EVENT =
  '[Orla Venn of Northland [met]trigger Tarn Vesh of Southmark in Port Halm on [Monday]time]clause.';

const tellingOf = (extraction: Extraction, n: number): Telling => {
  const { article } = extraction;
  const published = publishedOf(article)?.value ?? null;
  return {
    article: article.id,
    outlet: article.outlet,
    published,
    via: [],
    witness: n,
    rule: RULE,
    confidence: 0.9,
    values: {},
  };
};

const tellings = (from: NonEmpty<Extraction>): Pick<Statement, 'tellings' | 'witnesses'> => {
  const [first, ...rest] = from;
  return {
    tellings: [tellingOf(first, 0), ...rest.map((extraction, n) => tellingOf(extraction, n + 1))],
    witnesses: {
      articles: from.length,
      outlets: new Set(from.map(({ article }) => article.outlet?.id ?? article.id)).size,
      independent: from.length,
    },
  };
};

const nonEmpty = <T>(list: readonly T[]): NonEmpty<T> => {
  if (!isNonEmpty(list)) throw new Error('a claim needs a citation');
  return list;
};

/** What every built claim can be told: the pages that tell it, and which annotation of each (default 0). */
export interface ClaimOptions {
  readonly from?: NonEmpty<Extraction>;
  readonly index?: number;
}

/** A statement cited from the attribution number `index` of every page in `from`. */
export const aStatement = ({
  from = [anExtraction({ text: DEFAULT_STATEMENT })],
  index = 0,
  ...given
}: Partial<Statement> & ClaimOptions = {}): Statement => {
  const told = from.map((extraction) => {
    const attribution = extraction.annotations.attributions[index];
    if (!attribution) throw new Error(`no attribution ${index} in ${extraction.article.text}`);
    return { extraction, attribution };
  });
  const [{ attribution, extraction }] = nonEmpty(told);
  const wording = attribution.content.map((span) => cover(extraction.article.text, span)).join(' … ');
  return {
    kind: 'statement',
    id: aClaimId('s', `${wording}\n${attribution.speaker?.id}\n${extraction.article.language}`),
    valid: attribution.said ? { ...attribution.said, basis: 'explicit' } : aValidTime('2031-05-14'),
    evidence: nonEmpty(
      told.flatMap(({ extraction: page, attribution: one }, n) => [
        ...one.content.map((span) => aCitation(page, span, 'content', n)),
        ...one.cue.map((span) => aCitation(page, span, 'cue', n)),
        ...one.source.map((span) => aCitation(page, span, 'source', n)),
      ]),
    ),
    ...tellings(from),
    differences: [],
    confidence: 0.9,
    speaker: attribution.speaker,
    behalf: attribution.behalf,
    act: attribution.act,
    mode: attribution.mode,
    wording,
    language: extraction.article.language,
    via: attribution.via,
    addressee: attribution.addressee,
    venue: attribution.venue,
    issues: [],
    ...given,
  };
};

/** A participant of a built event. */
export const aParticipant = (
  name: string,
  party: string | null,
  role: Participant['role'] = 'joint',
): Omit<Participant, 'mention'> => ({
  ...anEntity(name),
  role,
  party: party === null ? null : anEntity(party),
});

const tidy = ({ mention: _, ...participant }: Participant): Omit<Participant, 'mention'> => participant;

/** An event cited from the event mention number `index` of every page in `from`: clause, trigger, time. */
export const anEvent = ({
  from = [anExtraction({ text: DEFAULT_EVENT })],
  index = 0,
  ...given
}: Partial<EventClaim> & ClaimOptions = {}): EventClaim => {
  const told = from.map((extraction) => {
    const mention = extraction.annotations.events[index];
    if (!mention) throw new Error(`no event ${index} in ${extraction.article.text}`);
    return { extraction, mention };
  });
  const [{ mention, extraction }] = nonEmpty(told);
  const participants =
    mention.participants.length > 0
      ? mention.participants.map(tidy)
      : [aParticipant('Orla Venn', 'Northland'), aParticipant('Tarn Vesh', 'Southmark')];
  const clause = hull([mention.span, mention.trigger]);
  return {
    kind: 'event',
    id: aClaimId('e', `${mention.type}\n${cover(extraction.article.text, clause)}`),
    valid: mention.time
      ? {
          edtf: mention.time.edtf,
          earliest: mention.time.earliest,
          latest: mention.time.latest,
          basis: mention.time.basis,
        }
      : aValidTime('2031-05-12'),
    evidence: nonEmpty(
      told.flatMap(({ extraction: page, mention: one }, n) => [
        aCitation(page, one.span, 'clause', n),
        aCitation(page, one.trigger, 'trigger', n),
        ...(one.time?.expression ? [aCitation(page, one.time.expression, 'time', n)] : []),
      ]),
    ),
    ...tellings(from),
    differences: [],
    confidence: 0.8,
    type: mention.type,
    participants,
    object: mention.object,
    place: mention.place,
    realis: mention.realis,
    fate: mention.fate,
    outcome: mention.outcome,
    background: mention.background,
    label: `${participants.map((participant) => participant.name).join(' and ')}: ${mention.type}`,
    ...given,
  };
};
