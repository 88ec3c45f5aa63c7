import { firstAbove, overlapping } from '../lib/sorted.ts';
import type { Attribution, Mention } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { contains, cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import { type DescribedScene, describedPerson, personsBefore } from './described.ts';
import { gendersOf, pronounGender } from './gender.ts';
import type { Spoken } from './inner.ts';
import { readOtherRole } from './other-roles.ts';
import { ownedBy } from './owned.ts';
import { namedTogether, pairOf } from './plural.ts';
import { namedInIt, personBefore } from './pronoun-speaker.ts';
import type { Placed } from './scene.ts';
import { isHeadName, readSource, type SourcePhrase } from './source-phrase.ts';
import { isOrgan, isSpokesman, officerOf, organOf } from './states.ts';
import { groupOrBody, oneOfThem, unnamedBy } from './unnamed.ts';

/** What is known of an article when its speakers are told; read once. */
export interface SpeakerScene extends DescribedScene {
  readonly input: AnnotatorInput;
  readonly counts: ReadonlyMap<string, number>;
}

/** Reads an article for its speakers; `before` is filled while they are told. */
export const speakerScene = (
  input: AnnotatorInput,
  world: World,
  placed: readonly Placed[],
  before: readonly Spoken[],
): SpeakerScene => {
  const counts = new Map<string, number>();
  for (const { mention } of placed)
    if (mention.type === 'PERSON' && mention.refersTo !== null)
      counts.set(mention.refersTo.id, (counts.get(mention.refersTo.id) ?? 0) + 1);
  return {
    input,
    world,
    placed,
    before,
    counts,
    text: input.article.text,
    day: publishedOf(input.article)?.value.latest ?? null,
    genders: gendersOf(input, placed, world),
    seat: seatOf(input),
  };
};

/** The state whose capital the dateline names. */
const seatOf = ({ article, knowledge }: AnnotatorInput): EntityRef | null => {
  const place = article.dateline?.place.toLowerCase();
  if (place === undefined) return null;
  const state = knowledge.places.find(
    ({ capital, metonyms }) =>
      capital?.toLowerCase() === place || metonyms.some((name) => name.toLowerCase() === place),
  );
  return state === undefined ? null : { id: state.id, name: state.name };
};

/** No mention is longer, in UTF-16 code units. */
const LONGEST_MENTION = 300;
/** No description of two who speak is longer, in characters. */
const PLURAL = /^.{2,40}$/u;

/**
 * Those who speak: named together, the pronoun's person, the name at the head of the source, the two of a pair, the officer or
 * body that a description means; else the description itself as an unnamed speaker.
 */
export const speakersOf = (attribution: Attribution, scene: SpeakerScene): readonly EntityRef[] => {
  const source = attribution.source[0];
  if (source === undefined) return [];
  const { input, text } = scene;
  const inside = overlapping(input.annotations.mentions, source, ({ span }) => span, LONGEST_MENTION);
  const persons = inside.filter(({ type }) => type === 'PERSON');
  const together = namedTogether(persons, source, text);
  if (together.length > 0) return together;
  const words = cover(text, source);
  const pair = PLURAL.test(words) ? pairOf(source, scene) : [];
  if (pair.length > 0) return pair;
  const one = isPronoun(words)
    ? pronounSpeaker(attribution, words, scene)
    : (headPerson(persons, source, text) ?? describedSpeaker(attribution, source, inside, scene));
  return one === null ? [] : [one];
};

const isPronoun = (words: string): boolean => /^(?:he|she|it|they)$/i.test(words);

const pronounSpeaker = (attribution: Attribution, words: string, scene: SpeakerScene): EntityRef | null => {
  const { text, before, placed, world } = scene;
  if (pronounGender(words) !== null) return personBefore(attribution, scene, namedInIt(attribution, placed));
  const source = attribution.source[0];
  if (source === undefined || /^they$/i.test(words)) return groupOrBody(words, before, text);
  return bodyBefore(source, placed, world) ?? groupOrBody(words, before, text);
};

/** The person whose name is what the source is about. */
const headPerson = (persons: readonly Mention[], source: Span, text: string): EntityRef | null => {
  const named = persons.filter(({ form, refersTo }) => form === 'name' && refersTo !== null);
  return named.find((mention) => isHeadName(mention, source, text))?.refersTo ?? null;
};

const describedSpeaker = (
  attribution: Attribution,
  source: Span,
  inside: readonly Mention[],
  scene: SpeakerScene,
): EntityRef | null => {
  const { input, world, day, text, before } = scene;
  const words = cover(text, source).replace(/\s+/g, ' ');
  const grouped = oneOfThem(words, before, text);
  if (grouped !== null) return grouped;
  if (ANONYMOUS.test(words)) return unnamedOf(attribution, input, null);
  const owned = ownedBy(inside, source, text, world, day);
  if (owned !== null) return owned;
  const told =
    input.article.language === 'en' ? byPhrase(source, inside, scene) : byOther(words, source, scene);
  if (told !== null) return told === 'nobody' ? unnamedOf(attribution, input, null) : told;
  return byMentions(attribution, source, inside, scene);
};

/** Whom the mentions of a source mean that is no phrase of its own. */
const byMentions = (
  attribution: Attribution,
  source: Span,
  inside: readonly Mention[],
  { input, text, world }: SpeakerScene,
): EntityRef | null => {
  const free = inside.filter((mention) => !isPossessive(mention, source, text));
  const persons = free.filter(({ type, refersTo }) => type === 'PERSON' && refersTo !== null);
  const person = persons.find(({ form }) => form !== 'pronoun');
  if (person?.refersTo != null) return person.refersTo;
  const pronoun = input.article.language === 'en' ? undefined : persons[0];
  if (pronoun?.refersTo != null) return pronoun.refersTo;
  const head = headMention(free);
  if (head !== null && head.refersTo !== null) return asSpeaker(head.refersTo, head, world);
  return unnamedOf(attribution, input, head);
};

/** A Russian or Japanese description that mentions alone do not tell: `его орландский [коллега]`, `[та]`. */
const byOther = (words: string, source: Span, scene: SpeakerScene): EntityRef | null => {
  const { input } = scene;
  if (/^(?:тот|та|последн(?:ий|яя))(?![\p{L}])/iu.test(words)) return otherBefore(words, source, scene);
  const speech = input.knowledge.languages[input.article.language]?.speech ?? null;
  if (speech === null) return null;
  const { role, country } = readOtherRole(words, input.knowledge, speech, input.article.language);
  const place = country === null ? null : scene.world.state(country.toLowerCase());
  if (role !== 'counterpart') return null;
  const state = place === null ? null : { id: place.id, name: place.name };
  const phrase = { words, owner: null, pronoun: null, state, role: 'counterpart' };
  return describedPerson(phrase, null, source, scene, null);
};

/** `Та ответила`: whom the text told of last and who did not speak last. */
const otherBefore = (words: string, source: Span, scene: SpeakerScene): EntityRef | null => {
  const gender = /^(?:та|последняя)/iu.test(words) ? 'she' : 'he';
  const spoke = scene.before.at(-1)?.speakers[0]?.id;
  return (
    personsBefore(source, scene)
      .map(({ person }) => person)
      .find(({ id }) => id !== spoke && (scene.genders.get(id) ?? gender) === gender) ?? null
  );
};

/** What an English description says: `nobody` when it is somebody's whom nothing names (`his wife`). */
const byPhrase = (
  source: Span,
  inside: readonly Mention[],
  scene: SpeakerScene,
): EntityRef | 'nobody' | null => {
  const { input, world } = scene;
  const phrase = readSource(source, input, world);
  const owner = ownerOf(phrase, source, scene);
  const linked = inside.find(({ form, type }) => form === 'nominal' && type === 'PERSON')?.refersTo ?? null;
  const described = describedPerson(phrase, owner, source, scene, linked);
  if (described !== null) return described;
  const state = phrase.state ?? partyOf(owner, scene);
  const acting = state === null || phrase.role === '' ? null : actingFor(state, phrase, scene);
  if (acting !== null) return acting;
  const isOwned = phrase.owner !== null || phrase.pronoun !== null;
  return isOwned && phrase.role !== '' ? 'nobody' : spokenFor(phrase, inside, scene);
};

/** The body, officer or spokesman of a state that a role means. */
const actingFor = (
  state: EntityRef,
  { role, words }: SourcePhrase,
  { world, day }: SpeakerScene,
): EntityRef | null => {
  if (isOrgan(role)) return organOf(state, role, world);
  const officer = isPast(words) ? null : officerOf(state, role, world, day);
  if (officer !== null) return officer;
  return isSpokesman(role) ? (world.entity(`${state.id}-government`) ?? state) : null;
};

/** `A spokesman for [the minister]`: the government of whom he speaks for. */
const spokenFor = (
  phrase: SourcePhrase,
  inside: readonly Mention[],
  { world, day }: SpeakerScene,
): EntityRef | null => {
  if (!isSpokesman(phrase.role)) return null;
  for (const { refersTo } of inside) {
    const party = refersTo === null ? null : world.partyOf(refersTo.id, day);
    if (party !== null) return world.entity(`${party.id}-government`) ?? party;
  }
  return null;
};

const isPast = (words: string): boolean => /\b(?:former|then|late|ex|incoming|predecessor)\b/i.test(words);

/** Whom the possessive of a source means. */
const ownerOf = (phrase: SourcePhrase, source: Span, scene: SpeakerScene): EntityRef | null => {
  const { owner, pronoun } = phrase;
  if (owner?.refersTo != null) return owner.refersTo;
  if (pronoun === null) return null;
  const { placed, world, before, genders } = scene;
  if (pronoun === 'its' || pronoun === 'their') return bodyBefore(source, placed, world);
  const gender = pronounGender(pronoun);
  const last = before.at(-1)?.speakers[0] ?? null;
  return last !== null && (genders.get(last.id) ?? gender) === gender && world.terms(last.id).length > 0
    ? last
    : null;
};

const partyOf = (owner: EntityRef | null, { world, day }: SpeakerScene): EntityRef | null =>
  owner === null ? null : world.partyOf(owner.id, day);

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
const isPossessive = ({ span }: Mention, source: Span, text: string): boolean =>
  /^['’]s?\s/.test(text.slice(span.end, span.end + 3)) && contains(source, span) && span.end + 2 < source.end;

/** The mention that covers most of the source, descriptions first; names behind "of" and "for" are not its head. */
const headMention = (mentions: readonly Mention[]): Mention | null => {
  const sorted = [...mentions].sort(
    (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || a.span.start - b.span.start,
  );
  return sorted.find((mention) => mention.form === 'nominal') ?? sorted[0] ?? null;
};

/** A state that speaks is its government (coding rule: metonyms resolve to the government). */
const asSpeaker = (entity: EntityRef, mention: Mention, world: World): EntityRef =>
  mention.type !== 'STATE' ? entity : (world.entity(`${entity.id}-government`) ?? entity);

/** Somebody in or near a body whom nobody names: `a source in the ministry`, `источник в правительстве`, `政府関係者`. */
const ANONYMOUS =
  /^(?:an? |the |one |two |several |some |another |our )?(?:\p{L}+ )?(?:sources?|insiders?|people|persons?|aides?|officials?|diplomats?|officers?|members?)\b.{0,40}\b(?:in|at|close to|from|within|near|familiar|of)\b|^(?:наш |один |два )?(?:источник|собеседник|сотрудник|чиновник)и?к?и?(?![\p{L}-])|(?:関係者|関係筋|消息筋|周辺)$/iu;

const unnamedOf = (
  attribution: Attribution,
  { article }: AnnotatorInput,
  head: Mention | null,
): EntityRef | null => {
  const whole = attribution.source[0];
  if (whole === undefined) return null;
  const words = cover(article.text, whole);
  const short =
    words.length <= 60
      ? words
      : head?.form === 'nominal'
        ? cover(article.text, head.span)
        : (words.split(/,| who | that /)[0] ?? words);
  return unnamedBy(short);
};
