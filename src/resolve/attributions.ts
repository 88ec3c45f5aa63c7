import { slug } from '../lib/slug.ts';
import { firstAbove, overlapping } from '../lib/sorted.ts';
import type { Attribution, Mention } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day, EntityId } from '../model/brand.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { contains, cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import { worldOf } from '../model/world/index.ts';
import { outersOf, resolveSelf, type Spoken } from './inner.ts';
import { resolveTurns } from './interview.ts';
import { applyOccasions } from './occasions.ts';
import { ownedBy } from './owned.ts';
import { namedTogether, pairOf } from './plural.ts';
import { type Placed, placeMentions } from './scene.ts';
import { turnsOf } from './turns.ts';

/**
 * Says who spoke, for whom, to whom, through whom, where and when: the speaker from the source's mentions, the party from
 * the office held, the chain from nesting and from agencies, the occasion from the words around the cue.
 */
export const resolveAttributions = (input: AnnotatorInput): StageResult<readonly Attribution[]> => {
  const world = worldOf(input.knowledge);
  const latest = publishedOf(input.article)?.value.latest ?? null;
  const diagnostics: Diagnostic[] = [];
  let scene: readonly Placed[] | null = null;
  const placed = (): readonly Placed[] => {
    scene ??= placeMentions(input);
    return scene;
  };
  const turns = turnsOf(input, placed);
  const found: Spoken[] = [];
  for (const attribution of input.annotations.attributions) {
    const speakers = turns(attribution, found) ?? speakersOf(attribution, input, world, placed);
    if (speakers.length === 0 && attribution.source.length > 0)
      diagnostics.push(unresolved(attribution, input));
    found.push({ attribution: asTold(attribution, speakers, world), speakers });
  }
  const within = outersOf(found);
  const spoken = resolveSelf(resolveTurns(found, placed), within, input, world, latest);
  const chained = spoken.map((one) => withChain(one, within(one.attribution, spoken)));
  const told = applyOccasions(
    spoken.map(({ speakers }, i) => ({ ...(chained[i] as Attribution), speaker: speakers[0] ?? null })),
    input,
  );
  const output = told.flatMap((attribution, i) =>
    onlyReports(attribution, told, world) || repeatsItself(attribution, told)
      ? []
      : eachSpeaker(attribution, spoken[i]?.speakers ?? [], world, latest),
  );
  return { output, diagnostics };
};

/**
 * `"…," Voss said, reports the agency`: through whom the article knows, which `via` says of what Voss said. It is no statement
 * of its own then, unlike `the agency reported that …` and what an agency reports of nobody's words.
 */
const onlyReports = (attribution: Attribution, all: readonly Attribution[], world: World): boolean => {
  const cue = attribution.cue[0];
  if (attribution.act !== 'reported' || attribution.speaker === null || cue === undefined) return false;
  if (world.outlet(attribution.speaker.id) === null || attribution.content[0].start > cue.start) return false;
  return all.some(
    (other) =>
      other !== attribution &&
      other.speaker !== null &&
      world.outlet(other.speaker.id) === null &&
      other.content[0].start <= cue.start &&
      cue.start - other.content[0].start <= REPORTED,
  );
};

/** How far before `…, reports the agency` the words it reports may begin, in UTF-16 units. */
const REPORTED = 400;

/** `Voss said she hoped that …` is one statement: what she hoped is told by what she said. */
const repeatsItself = (attribution: Attribution, all: readonly Attribution[]): boolean => {
  const cue = attribution.cue[0];
  const speaker = attribution.speaker?.id;
  if (!attribution.nested || cue === undefined || speaker === undefined) return false;
  return all.some(
    (other) =>
      other !== attribution &&
      other.mode !== 'direct' &&
      other.speaker?.id === speaker &&
      other.content.some((at) => contains(at, cue)),
  );
};

const unresolved = (attribution: Attribution, { article }: AnnotatorInput): Diagnostic => {
  const at = attribution.source[0];
  const name = at === undefined ? '' : cover(article.text, at);
  return {
    code: 'speaker-unresolved',
    severity: 'info',
    message: `it is not known whom "${name.slice(0, 60)}" means`,
    article: article.id,
    ...(at === undefined ? {} : { span: at }),
  };
};

/** What a medium says it reports. */
const asTold = (attribution: Attribution, speakers: readonly EntityRef[], world: World): Attribution => {
  if (attribution.act !== 'said' || !speakers.some(({ id }) => isMedium(world, id))) return attribution;
  return { ...attribution, act: 'reported' };
};

const isMedium = (world: World, id: string): boolean => {
  const outlet = world.outlet(id);
  return outlet !== null && !/^(?:government|ministry|parliament)$/.test(outlet.kind);
};

/** Those who speak together, else whose body or spokesman speaks, else the one whom the source means. */
const speakersOf = (
  attribution: Attribution,
  input: AnnotatorInput,
  world: World,
  placed: () => readonly Placed[],
): readonly EntityRef[] => {
  const source = attribution.source[0];
  if (source !== undefined) {
    const { text } = input.article;
    const day = publishedOf(input.article)?.value.latest ?? null;
    const inside = overlapping(input.annotations.mentions, source, ({ span }) => span, LONGEST_MENTION);
    const together = namedTogether(
      inside.filter(({ type }) => type === 'PERSON'),
      source,
      text,
    );
    if (together.length > 0) return together;
    const pair = PLURAL.test(cover(text, source))
      ? pairOf(source, { input, world, day, placed: placed() })
      : [];
    if (pair.length > 0) return pair;
    const owner = ownedBy(inside, source, text, world, day);
    if (owner !== null) return [owner];
  }
  const speaker = speakerOf(attribution, input, world, placed);
  return speaker === null ? [] : [speaker];
};

/** No description of two who speak is longer, in characters. */
const PLURAL = /^.{2,40}$/u;

/** The person named in the source, else the body or state, else the description itself as an unnamed speaker. */
const speakerOf = (
  attribution: Attribution,
  input: AnnotatorInput,
  world: World,
  placed: () => readonly Placed[],
): EntityRef | null => {
  const inside = attribution.source.flatMap((source) =>
    overlapping(input.annotations.mentions, source, (mention) => mention.span, LONGEST_MENTION),
  );
  const owned = inside.filter((mention) => !isPossessive(mention, input, attribution.source));
  const person = owned.filter((mention) => mention.type === 'PERSON' && mention.refersTo !== null);
  const chosen = person.find((mention) => mention.form === 'name') ?? person[0];
  if (chosen?.refersTo != null) return chosen.refersTo;
  const it = attribution.source[0];
  if (it !== undefined && /^it$/i.test(cover(input.article.text, it))) return bodyBefore(it, placed(), world);
  if (it !== undefined && ANONYMOUS.test(cover(input.article.text, it)))
    return unnamed(attribution, input, null);
  const head = headMention(owned, attribution.source);
  if (head !== null && head.refersTo !== null) return asSpeaker(head.refersTo, head, world);
  return unnamed(attribution, input, head);
};

/** `it said`: the body or state that was the subject last, in the same sentence or the one before. */
const bodyBefore = (it: Span, placed: readonly Placed[], world: World): EntityRef | null => {
  const end = firstAbove(placed, it.start, ({ mention }) => mention.span.start);
  const last = placed[end - 1];
  for (let i = end - 1; i >= 0 && last !== undefined; i--) {
    const other = placed[i];
    if (other === undefined || last.sentence - other.sentence > 1) return null;
    const { mention, subject } = other;
    if (subject && (mention.type === 'ORG' || mention.type === 'STATE') && mention.refersTo !== null)
      return asSpeaker(mention.refersTo, mention, world);
  }
  return null;
};

/** `Voss's adviser said`: what stands in the possessive is not who spoke. */
const isPossessive = (mention: Mention, { article }: AnnotatorInput, source: readonly Span[]): boolean => {
  if (!/^['’]s?\s/.test(article.text.slice(mention.span.end, mention.span.end + 3))) return false;
  return source.some((at) => contains(at, mention.span) && mention.span.end + 2 < at.end);
};

/** The mention that the source begins with or that covers most of it; names behind "of" and "for" are not its head. */
const headMention = (mentions: readonly Mention[], source: readonly Span[]): Mention | null => {
  const first = source[0];
  if (first === undefined) return null;
  const sorted = [...mentions].sort(
    (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || a.span.start - b.span.start,
  );
  const nominal = sorted.find((mention) => mention.form === 'nominal');
  return nominal ?? sorted[0] ?? null;
};

/** A state that speaks is its government (coding rule: metonyms resolve to the government). */
const asSpeaker = (entity: EntityRef, mention: Mention, world: World): EntityRef => {
  if (mention.type !== 'STATE') return entity;
  return world.entity(`${entity.id}-government`) ?? entity;
};

/** Somebody in or near a body whom nobody names: `a source in the ministry`, `источник в правительстве`, `政府関係者`. */
const ANONYMOUS =
  /^(?:an? |the |one |two |several |some |another |our )?(?:\p{L}+ )?(?:sources?|insiders?|people|persons?|aides?|officials?)\b.{0,40}\b(?:in|at|close to|from|within|near|familiar|of)\b|^(?:наш |один |два )?(?:источник|собеседник|сотрудник|чиновник)и?к?и?(?![\p{L}-])|(?:関係者|関係筋|消息筋)$/iu;

/** No mention is longer, in UTF-16 code units. */
const LONGEST_MENTION = 300;

const PRONOUN = /^(?:he|she|they|it|we|i|you|who|his|her|their|both|one|two|three|some|others|all)$/i;

const unnamed = (
  attribution: Attribution,
  { article }: AnnotatorInput,
  head: Mention | null,
): EntityRef | null => {
  const whole = attribution.source[0];
  const at =
    whole !== undefined && whole.end - whole.start > 60 && head?.form === 'nominal' ? head.span : whole;
  if (at === undefined) return null;
  const name = cover(article.text, at)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an|his|her|its|their)\s+/i, '');
  if (name === '' || PRONOUN.test(name) || name.length > 80) return null;
  const id = slug(name, 60);
  return id === '' ? null : { id: `unnamed-${id}` as EntityId, name };
};

/** The party spoken for: the state of an office or public body; outlets speak for nobody. */
const behalfOf = (speaker: EntityRef, world: World, day: Day | null): EntityRef | null => {
  const outlet = world.outlet(speaker.id);
  if (outlet !== null && !/^(?:government|ministry|parliament)$/.test(outlet.kind)) return null;
  const party = world.partyOf(speaker.id, day);
  if (party !== null) return party;
  const state =
    /^([a-z]{3})-(?:officials|diplomats|lawmakers|leaders|ministers|troops|forces|military)$/.exec(
      speaker.id,
    )?.[1];
  return state === undefined ? null : world.entity(state);
};

/** An attribution told inside others is known through their speakers, the nearest first. */
const withChain = ({ attribution, speakers }: Spoken, outer: readonly Spoken[]): Attribution => {
  if (outer.length === 0) return attribution;
  const via = outer
    .flatMap((other) => other.speakers)
    .filter(({ id }) => !speakers.some((own) => own.id === id));
  return { ...attribution, nested: true, via };
};

/** One attribution for each of those who spoke together, each for their own party. */
const eachSpeaker = (
  attribution: Attribution,
  speakers: readonly EntityRef[],
  world: World,
  day: Day | null,
): readonly Attribution[] =>
  (speakers.length === 0 ? [null] : speakers).map((speaker) => ({
    ...attribution,
    speaker,
    behalf: speaker === null ? null : behalfOf(speaker, world, day),
  }));
