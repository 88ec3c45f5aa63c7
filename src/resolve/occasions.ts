import { firstAbove, overlapping } from '../lib/sorted.ts';
import type { Attribution, Mention, TimeExpression } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { contains, cover, overlaps } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import { worldOf } from '../model/world/index.ts';
import { undatedSaid } from './said.ts';
import { unnamedBy } from './unnamed.ts';
import { bareVenue, isVenue, venueOf } from './venue.ts';

/** No content is longer, in UTF-16 code units: it spans a few sentences of one paragraph. */
const LONGEST_CONTENT = 12_000;
/** So many attributions at the head of an article may take their occasion from one told later. */
const LEAD = 3;

const NOWHERE: Occasion = { said: null, venue: null, addressee: null, media: [] };

/** How many attributions away an occasion may be taken from. */
const REACH = 200;

/** The occasion of a statement: when, where, to whom and through which medium. */
interface Occasion {
  readonly said: Attribution['said'];
  readonly venue: string | null;
  readonly addressee: string | null;
  readonly media: readonly EntityRef[];
}

/**
 * Adds the occasion to each attribution. What its own sentence says outside the contents counts first; hearer, medium,
 * place and time named once hold for the other statements of the same speaker until another occasion is named, and for
 * those before the first one (the lead sums up what is told later). What nothing dates is dated by `undatedSaid`.
 */
export const applyOccasions = (
  attributions: readonly Attribution[],
  input: AnnotatorInput,
): readonly Attribution[] => {
  const world = worldOf(input.knowledge);
  const sentences = sentencesOf(attributions, input.sentences);
  const contents = attributions.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const own = attributions.map((attribution, i) => {
    const sentence = sentences[i] ?? null;
    const told = sentence === null ? [] : overlapping(contents, sentence, (at) => at, LONGEST_CONTENT);
    return occasionOf(attribution, sentence, told, input, world);
  });
  const reporters = reportersOf(attributions, sentences, world);
  const occasions = complete(attributions, own);
  const publishers = publishersOf(input);
  const said = undatedSaid(
    attributions,
    occasions.map((occasion) => occasion.said),
    input,
  );
  return attributions.map((attribution, i) => {
    const occasion = occasions[i] ?? NOWHERE;
    const media = [...occasion.media, ...reporters(attribution)];
    return {
      ...attribution,
      said: said[i] ?? null,
      venue: occasion.venue,
      addressee: occasion.addressee,
      via: unique([...attribution.via, ...media]).filter(
        ({ id }) => id !== attribution.speaker?.id && !publishers.has(id),
      ),
    };
  });
};

/** Who publishes the article, through whom everything in it is known: its outlet, else the agency whose copy it is. */
const publishersOf = ({ article }: AnnotatorInput): ReadonlySet<string> =>
  new Set(article.outlet === null ? article.wires.map(({ id }) => id as string) : [article.outlet.id]);

const unique = (list: readonly EntityRef[]): readonly EntityRef[] =>
  list.filter((entity, i) => list.findIndex((other) => other.id === entity.id) === i);

/** The sentence each attribution's cue (or content) begins in. */
const sentencesOf = (
  attributions: readonly Attribution[],
  sentences: readonly Sentence[],
): readonly (Sentence | null)[] =>
  attributions.map(
    (a) => sentences[firstAbove(sentences, (a.cue[0] ?? a.content[0]).start, (s) => s.end)] ?? null,
  );

const occasionOf = (
  attribution: Attribution,
  sentence: Sentence | null,
  contents: readonly Span[],
  input: AnnotatorInput,
  world: World,
): Occasion => {
  if (sentence === null) return { said: null, venue: null, addressee: attribution.addressee, media: [] };
  const free = <T extends { readonly span: Span }>(items: readonly T[]): readonly T[] =>
    overlapping(items, sentence, (item) => item.span).filter(
      ({ span }) => overlaps(span, sentence) && !contents.some((at) => overlaps(at, span)),
    );
  const mentions = free(input.annotations.mentions);
  const told = outerContent(attribution, contents);
  const venue = venueOf(input.article, sentence, contents, mentions);
  const hearer = hearerOf(attribution, input.article.text, sentence, contents, mentions);
  const heard = attribution.addressee !== null && isVenue(attribution.addressee);
  // A parliament or a rally that is told something is both hearer and venue.
  const hears = /\b(?:parliament|rally)\b/i.test(attribution.addressee ?? '');
  const addressee = heard && !hears ? null : (attribution.addressee ?? hearer);
  const outlet = addressee === null ? null : outletNamed(addressee, mentions, world);
  return {
    said: saidOf(
      timesOf(attribution, told, sentence, input.annotations.times, (times) => [
        ...free(times),
        ...opening(attribution, times, input.article.text),
      ]),
      publishedOf(input.article)?.value.latest ?? null,
    ),
    venue: venue ?? (heard ? bareVenue(attribution.addressee ?? '') : null),
    addressee: outlet?.name ?? addressee,
    media: outlet === null ? unnamedMedium(addressee) : [outlet],
  };
};

/** The content of another attribution that holds this one's cue. */
const outerContent = (attribution: Attribution, contents: readonly Span[]): Span | null => {
  const cue = attribution.cue[0];
  if (!attribution.nested || cue === undefined) return null;
  return contents.find((at) => contains(at, cue) && !attribution.content.includes(at)) ?? null;
};

/** `said [yesterday] that …`: what stands between the cue and `that` tells of the speaking, though the content begins there. */
const opening = (
  { content }: Attribution,
  times: readonly TimeExpression[],
  text: string,
): readonly TimeExpression[] =>
  times.filter(
    ({ span }) =>
      content.some(({ start }) => start <= span.start && span.start - start <= 8) &&
      /^,? (?:that|whether)\b/.test(text.slice(span.end, span.end + 10)),
  );

/** The times that can be an attribution's own: of its sentence outside all contents, or of the content that tells of it. */
const timesOf = (
  attribution: Attribution,
  outer: Span | null,
  sentence: Sentence,
  times: readonly TimeExpression[],
  free: (items: readonly TimeExpression[]) => readonly TimeExpression[],
): readonly TimeExpression[] => {
  if (outer === null) return free(times);
  return overlapping(times, sentence, (time) => time.span).filter(
    ({ span }) => contains(outer, span) && !attribution.content.some((at) => overlaps(at, span)),
  );
};

/**
 * The first time that can be when it was said: nothing is told before it was said, and what is counted from another time of
 * the text ("a day earlier") stands on too much to date a statement.
 */
const saidOf = (times: readonly TimeExpression[], latest: Day | null): Attribution['said'] => {
  const first = times.find(
    (time) =>
      (time.type === 'DATE' || time.type === 'TIME') &&
      time.edtf !== null &&
      time.latest !== null &&
      !time.anchor.startsWith('text:') &&
      (latest === null || time.earliest === null || time.earliest <= latest),
  );
  if (first?.edtf == null) return null;
  const { earliest, latest: end } = first.range ?? first;
  return { edtf: first.range?.edtf ?? first.edtf, earliest, latest: end };
};

const WITH = /\binterview\s+(?:with|to|given to)\s+(?:the\s+)?/giu;

/** `an interview with [Bloomberg]`, `an interview to [Freedonian media outlets]`. */
const hearerOf = (
  attribution: Attribution,
  text: string,
  sentence: Sentence,
  contents: readonly Span[],
  mentions: readonly Mention[],
): string | null => {
  for (const match of cover(text, sentence).matchAll(WITH)) {
    const start = sentence.start + match.index + match[0].length;
    if (contents.some((at) => at.start <= start && start < at.end)) continue;
    const mention = mentions.find((m) => m.span.start <= start && start < m.span.end);
    if (mention !== undefined && mention.refersTo?.id !== attribution.speaker?.id)
      return cover(text, mention.span).replace(/\s+/g, ' ');
  }
  return null;
};

/** `told [a Valdorian newspaper]`: a medium that nobody names. */
const unnamedMedium = (addressee: string | null): readonly EntityRef[] => {
  const medium = addressee !== null && MEDIUM.test(addressee) ? unnamedBy(addressee) : null;
  return medium === null ? [] : [medium];
};

const MEDIUM =
  /^(?:an?|another) (?:\S+ ){0,4}(?:newspaper|radio|station|channel|broadcaster|agency|magazine|website|daily|weekly|television)\b/i;

const outletNamed = (name: string, mentions: readonly Mention[], world: World): EntityRef | null => {
  const bare = name.replace(/^the\s+/i, '');
  const mention = mentions.find(
    (m) =>
      m.refersTo !== null &&
      world.outlet(m.refersTo.id) !== null &&
      bare.includes(m.refersTo.name.split(' ')[0] ?? ''),
  );
  return mention?.refersTo ?? null;
};

/**
 * Each occasion completed from its speaker's others: from the last before it (completed already), else from the first
 * behind it.
 */
const complete = (attributions: readonly Attribution[], own: readonly Occasion[]): readonly Occasion[] => {
  const done: Occasion[] = [];
  for (const [i, mine] of own.entries()) {
    const before = range(i - 1, Math.max(-1, i - 1 - REACH), -1);
    // Only the lead sums up what is told later; further down an occasion is named before it is used.
    const behind = i < LEAD ? range(i + 1, Math.min(own.length, i + 1 + REACH), 1) : [];
    const k = [...before, ...behind].find((n) => isOthers(attributions, own, i, n));
    const other = k === undefined ? undefined : k < i ? done[k] : own[k];
    const fits = k !== undefined && other !== undefined && compatible(mine, other);
    done.push(fits ? merge(mine, carried(other, attributions[k])) : mine);
  }
  return done;
};

const range = (from: number, to: number, step: 1 | -1): readonly number[] =>
  Array.from({ length: Math.max(0, (to - from) * step) }, (_, n) => from + n * step);

/** Whether attribution `n` is by the speaker of `i` and names an occasion. */
const isOthers = (
  attributions: readonly Attribution[],
  own: readonly Occasion[],
  i: number,
  n: number,
): boolean => {
  const speaker = attributions[i]?.speaker?.id;
  const other = own[n];
  return (
    speaker !== undefined && attributions[n]?.speaker?.id === speaker && other !== undefined && isNamed(other)
  );
};

/**
 * Whether the one occasion can be the other: nothing is named otherwise, and what names a hearer or venue of its own shares
 * it. What is told to somebody else is another occasion, even on the same page.
 */
const compatible = (mine: Occasion, other: Occasion): boolean => {
  const shares =
    (mine.addressee !== null && mine.addressee === other.addressee) ||
    (mine.venue !== null && mine.venue === other.venue);
  if ((mine.addressee !== null || mine.venue !== null) && !shares) return false;
  return (
    agree(mine.addressee, other.addressee) &&
    agree(mine.venue, other.venue) &&
    agree(mine.said?.edtf ?? null, other.said?.edtf ?? null)
  );
};

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Whom somebody thanked, invited or urged is no hearer of what was said next. */
const carried = (occasion: Occasion, attribution: Attribution | undefined): Occasion =>
  attribution?.act === 'said' || attribution?.act === 'answered'
    ? occasion
    : { ...occasion, addressee: null, media: [] };

const isNamed = (occasion: Occasion): boolean =>
  occasion.said !== null || occasion.venue !== null || occasion.addressee !== null;

const merge = (mine: Occasion, other: Occasion): Occasion => ({
  said: mine.said ?? other.said,
  venue: mine.venue ?? other.venue,
  addressee: mine.addressee ?? other.addressee,
  media: mine.media.length > 0 ? mine.media : other.media,
});

/** How far before `…, reports the agency` the words it reports may begin, in UTF-16 units. */
const REPORTED = 400;

/**
 * Agencies and outlets that are said to report (`…, reports the agency`): through them we know what those say whose words
 * stand right before, there and in the rest of the article.
 */
const reportersOf = (
  attributions: readonly Attribution[],
  sentences: readonly (Sentence | null)[],
  world: World,
): ((attribution: Attribution) => readonly EntityRef[]) => {
  const through = new Map<string, EntityRef>();
  for (const [i, report] of attributions.entries()) {
    const outlet = reporterOf(report, world);
    if (outlet === null) continue;
    for (const speaker of speakersBefore(attributions, sentences, i))
      if (!through.has(speaker)) through.set(speaker, outlet);
  }
  return ({ speaker }) => {
    const outlet = speaker === null ? undefined : through.get(speaker.id);
    return outlet === undefined ? [] : [outlet];
  };
};

/** The outlet that is said to report what stands before, or null. */
const reporterOf = ({ act, cue, content, speaker }: Attribution, world: World): EntityRef | null => {
  const at = cue[0];
  if (at === undefined || act !== 'reported' || content[0].start > at.start || speaker === null) return null;
  return world.outlet(speaker.id) === null ? null : speaker;
};

/** Those whose words begin shortly before the cue of attribution `i`. */
const speakersBefore = (
  attributions: readonly Attribution[],
  sentences: readonly (Sentence | null)[],
  i: number,
): readonly string[] => {
  const end = attributions[i]?.cue[0]?.start ?? 0;
  const found: string[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const told = attributions[k];
    if (told === undefined || end - told.content[0].start > REPORTED) break;
    if (sentences[k]?.paragraph !== sentences[i]?.paragraph) break;
    if (told.speaker !== null) found.push(told.speaker.id);
  }
  return found;
};
