import type { Attribution, Mention, MentionType } from '../../model/annotation.ts';
import type { AnnotatorInput } from '../../model/annotator.ts';
import type { Day } from '../../model/brand.ts';
import type { EventGrammar } from '../../model/knowledge/event-lexicon.ts';
import type { EntityRef } from '../../model/page.ts';
import { publishedOf } from '../../model/page.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { contains, overlaps } from '../../model/span.ts';
import type { World } from '../../model/world/index.ts';
import { worldOf } from '../../model/world/index.ts';
import { DETERMINERS, POSSESSIVES, PREPOSITIONS, TITLES } from './english.ts';
import type { Nations } from './nations.ts';
import { nationsOf } from './nations.ts';

/** Somebody or a state as one place of the text names it. */
export interface Actor {
  readonly ref: EntityRef;
  readonly type: MentionType;
  /** The state acted for. */
  readonly party: EntityRef | null;
  readonly span: Span;
}

/** Actors that stand together in a sentence: "Voss and Orlan", "the leaders of Freedonia and Sylvania". */
export interface Group {
  readonly actors: readonly Actor[];
  /** Indices of the first and last token of the whole noun phrase, both included. */
  readonly first: number;
  readonly last: number;
  /** The preposition that leads it in, lower case; empty when it stands free. */
  readonly lead: string;
  readonly possessive: boolean;
  /** An adjective of nation that only describes a noun: "the Freedonian position". */
  readonly modifier: boolean;
}

/** A sentence with its actors. */
export interface Scene {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly groups: readonly Group[];
  /** Places named, seated as the states they lie in; a place that no state holds undisputed has no actor. */
  readonly places: readonly Group[];
  /** Indices of the tokens that belong to times. */
  readonly timed: ReadonlySet<number>;
}

/** What holds for the whole article. */
export interface Stage {
  readonly input: AnnotatorInput;
  readonly world: World;
  readonly nations: Nations;
  readonly published: Day | null;
  readonly grammar: GrammarSets;
  /** Actors of the sentences read so far, oldest first: what "the two leaders" looks back on. */
  readonly recent: Actor[];
  /** The parties most spoken of: only they can be the two sides that a text does not name. */
  readonly leading: ReadonlySet<string>;
}

/** The grammar's word lists as sets. */
export type GrammarSets = { readonly [K in keyof EventGrammar]: ReadonlySet<string> };

/** Reads the article's own facts once. */
export const setStage = (input: AnnotatorInput, grammar: GrammarSets): Stage => ({
  input,
  world: worldOf(input.knowledge),
  nations: nationsOf(input.knowledge),
  published: publishedOf(input.article)?.value.latest ?? null,
  grammar,
  recent: [],
  leading: leadingParties(input),
});

/** A party belongs to the story when it is named at least this often as the one named most. */
const LEADING_SHARE = 0.2;

const leadingParties = ({ annotations, knowledge, article }: AnnotatorInput): ReadonlySet<string> => {
  const world = worldOf(knowledge);
  const day = publishedOf(article)?.value.latest ?? null;
  const counts = new Map<string, number>();
  for (const { refersTo } of annotations.mentions) {
    const party = refersTo === null ? null : world.partyOf(refersTo.id, day);
    if (party !== null) counts.set(party.id, (counts.get(party.id) ?? 0) + 1);
  }
  const least = LEADING_SHARE * Math.max(0, ...counts.values());
  return new Set([...counts].filter(([, n]) => n >= least).map(([id]) => id));
};

const ACTING: ReadonlySet<MentionType> = new Set(['PERSON', 'STATE', 'ORG']);

/** The sentence with its actors in groups; `mentions` are those of the sentence. */
export const readScene = (
  stage: Stage,
  sentence: Sentence,
  mentions: readonly Mention[],
  times: readonly Span[],
): Scene => {
  const tokens = sentence.tokens;
  const singles = [
    ...actorGroups(stage, tokens, mentions),
    ...adjectiveGroups(stage, tokens, mentions),
    ...hyphenGroups(stage, tokens, mentions),
    ...firstPersons(stage, tokens, mentions),
  ].sort((a, b) => a.first - b.first || b.last - a.last);
  const free = singles.filter(
    (group, i) =>
      !singles.some(
        (other, j) =>
          j !== i &&
          other.first <= group.first &&
          group.last <= other.last &&
          (j < i || other.last - other.first > group.last - group.first),
      ),
  );
  const named = joinGroups(tokens, free, sentence.headline);
  const groups = [...named, ...pairGroups(stage, tokens, named)].sort((a, b) => a.first - b.first);
  return {
    sentence,
    tokens,
    groups,
    places: placeGroups(stage, tokens, mentions),
    timed: timedTokens(tokens, times),
  };
};

const timedTokens = (tokens: readonly Token[], times: readonly Span[]): ReadonlySet<number> =>
  new Set(
    times.flatMap((time) => {
      const range = tokenRange(tokens, time);
      return range === null ? [] : Array.from({ length: range[1] - range[0] + 1 }, (_, i) => range[0] + i);
    }),
  );

const placeGroups = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]): Group[] =>
  mentions.flatMap((mention) => {
    const range = mention.type === 'PLACE' ? tokenRange(tokens, mention.span) : null;
    if (range === null) return [];
    const country = stage.world.place(mention.refersTo?.id ?? '')?.country ?? null;
    const state = country === null ? null : stage.world.state(country);
    const ref = state === null ? null : { id: state.id, name: state.name };
    const actors = ref === null ? [] : [actorOf(stage, ref, 'STATE', mention.span)];
    const [first, last] = range;
    return [withHead(stage, tokens, { actors, first, last, lead: '', possessive: false, modifier: false })];
  });

/** Remembers the actors of a sentence for the ones after it. */
export const remember = (stage: Stage, scene: Scene): void => {
  for (const group of scene.groups) if (isSalient(group)) stage.recent.push(...group.actors);
};

/** Whether "the two sides" may look back on it: an adjective of one nation brings no party into the story. */
export const isSalient = (group: Group): boolean => !group.modifier || group.actors.length > 1;

const tokenRange = (tokens: readonly Token[], at: Span): readonly [number, number] | null => {
  let first = -1;
  let last = -1;
  for (const [i, token] of tokens.entries()) {
    if (token.start >= at.end) break;
    if (!overlaps(token, at)) continue;
    if (first < 0) first = i;
    last = i;
  }
  return first < 0 ? null : [first, last];
};

const actorOf = (stage: Stage, ref: EntityRef, type: MentionType, span: Span): Actor => ({
  ref,
  type,
  party: type === 'STATE' ? ref : partyOf(stage, ref.id),
  span,
});

/** The party of an actor; bodies that were met only in the text are named by their state: `sun-forces`. */
const partyOf = (stage: Stage, id: string): EntityRef | null => {
  const known = stage.world.partyOf(id, stage.published);
  if (known !== null) return known;
  const state = /^[a-z]{3}-/.test(id) ? stage.world.state(id.slice(0, 3)) : null;
  return state === null ? null : { id: state.id, name: state.name };
};

const actorGroups = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]): Group[] => {
  const outer = mentions.filter(
    (mention) =>
      ACTING.has(mention.type) &&
      mention.refersTo !== null &&
      !mentions.some((other) => other !== mention && isWider(other, mention)),
  );
  return outer.flatMap((mention) => {
    const group = actorGroup(stage, tokens, mention, outer);
    return group === null ? [] : [group];
  });
};

const actorGroup = (
  stage: Stage,
  tokens: readonly Token[],
  mention: Mention,
  outer: readonly Mention[],
): Group | null => {
  const range = tokenRange(tokens, mention.span);
  if (range === null || mention.refersTo === null) return null;
  const [first, last] = range;
  const actor = actorOf(stage, mention.refersTo, mention.type, mention.span);
  const word = tokens[first];
  if (first === last && /[-–‑]/.test(word?.text ?? '')) return null;
  const isPronoun = mention.form === 'pronoun';
  if (first === last && !isPronoun && stage.nations.isAdjective(word?.lower ?? ''))
    return adjectiveGroup(stage, tokens, first, actor, outer);
  const possessive = isPronoun
    ? POSSESSIVES.has(word?.lower ?? '')
    : /['’]s?$/.test(tokens[last]?.text ?? '');
  return withHead(stage, tokens, { actors: [actor], first, last, lead: '', possessive, modifier: false });
};

const isWider = (other: Mention, mention: Mention): boolean =>
  ACTING.has(other.type) &&
  other.refersTo !== null &&
  contains(other.span, mention.span) &&
  other.span.end - other.span.start > mention.span.end - mention.span.start;

/** "Soviet forces" acts; "the Freedonian position" only describes; "Freedonian President Ada Voss" is Voss. */
const adjectiveGroup = (
  stage: Stage,
  tokens: readonly Token[],
  first: number,
  actor: Actor,
  mentions: readonly Mention[],
): Group | null => {
  for (let at = first + 1; at <= first + 5; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || PREPOSITIONS.has(token.lower)) break;
    if (
      mentions.some(
        (m) =>
          m.type === 'PERSON' &&
          m.refersTo !== null &&
          m.span.start <= token.start &&
          token.start < m.span.end,
      )
    )
      return null;
    const head = token.lower.replace(/'s?$/, '');
    if (stage.grammar.bodies.has(head))
      return withHead(stage, tokens, {
        actors: [{ ...actor, span: { start: actor.span.start, end: token.end } }],
        first,
        last: at,
        lead: '',
        possessive: token.lower.endsWith("'s") || token.lower.endsWith("s'"),
        modifier: false,
      });
    if (token.lower === 'and') break;
  }
  return { actors: [actor], first, last: first, lead: '', possessive: false, modifier: true };
};

/** Adjectives of nation that no mention covers: "the Freedonian constitution", "the Sylvanian military". */
const adjectiveGroups = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]): Group[] =>
  tokens.flatMap((token, i) => {
    if (token.kind !== 'word' || !stage.nations.isAdjective(token.lower)) return [];
    if (mentions.some((mention) => mention.refersTo !== null && overlaps(mention.span, token))) return [];
    const state = stage.nations.byWord(token.lower);
    const group =
      state === null
        ? null
        : adjectiveGroup(stage, tokens, i, actorOf(stage, state, 'STATE', token), mentions);
    return group === null ? [] : [group];
  });

/** "Soviet–Japanese", "Freedonia-Sylvania": two states in one token. */
const hyphenGroups = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]): Group[] => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !/[-–‑]/.test(token.text)) continue;
    const actors: Actor[] = [];
    let offset = 0;
    for (const part of token.text.split(/[-–‑]/)) {
      const span = { start: token.start + offset, end: token.start + offset + part.length };
      offset += part.length + 1;
      const state = stage.nations.byWord(part.toLowerCase());
      const mention = mentions.find(
        (m) => ACTING.has(m.type) && contains(span, m.span) && m.refersTo !== null,
      );
      if (mention?.refersTo) actors.push(actorOf(stage, mention.refersTo, mention.type, span));
      else if (state !== null) actors.push(actorOf(stage, state, 'STATE', span));
    }
    if (actors.length > 1)
      groups.push({ actors, first: i, last: i, lead: '', possessive: false, modifier: true });
  }
  return groups;
};

/** "I" and "we" inside a statement are its speaker and the speaker's party. */
const firstPersons = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]): Group[] => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.lower !== 'i' && token.lower !== 'we') continue;
    if (mentions.some((m) => m.refersTo !== null && overlaps(m.span, token))) continue;
    const speaker = governing(stage.input.annotations.attributions, token)?.speaker ?? null;
    if (speaker === null) continue;
    const type = stage.world.state(speaker.id) === null ? 'PERSON' : 'STATE';
    groups.push({
      actors: [actorOf(stage, speaker, type, token)],
      first: i,
      last: i,
      lead: '',
      possessive: false,
      modifier: false,
    });
  }
  return groups;
};

/** The innermost attribution whose content holds `at`. */
export const governing = (attributions: readonly Attribution[], at: Span): Attribution | null => {
  let best: Attribution | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const attribution of attributions)
    for (const content of attribution.content) {
      if (!overlaps(content, at) || content.end - content.start >= size) continue;
      best = attribution;
      size = content.end - content.start;
    }
  return best;
};

/** Widens a group to "the leaders of …" and finds the preposition that leads it in. */
const withHead = (stage: Stage, tokens: readonly Token[], group: Group): Group => {
  let first = group.first;
  let before = skipBack(stage, tokens, first - 1);
  if (tokens[before]?.lower === 'of') {
    const head = tokens[before - 1]?.lower ?? '';
    if (stage.grammar.pairs.has(head) || stage.grammar.bodies.has(head)) {
      first = before - 1;
      before = skipBack(stage, tokens, first - 1);
    }
  }
  const lead = tokens[before]?.lower ?? '';
  return { ...group, first: Math.min(first, before + 1), lead: PREPOSITIONS.has(lead) ? lead : '' };
};

/** The first token to the left that is no article, title or adjective of nation. */
const skipBack = (stage: Stage, tokens: readonly Token[], from: number): number => {
  let at = from;
  while (at >= 0) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') break;
    const { lower, text } = token;
    const isName = /^\p{Lu}/u.test(text) && at > 0 && !PREPOSITIONS.has(lower);
    if (!DETERMINERS.has(lower) && !TITLES.has(lower) && !stage.nations.isAdjective(lower) && !isName) break;
    at--;
  }
  return at;
};

/** Joins "A and B", "A, B and C", and in headlines "A, B". */
const joinGroups = (tokens: readonly Token[], groups: readonly Group[], headline: boolean): Group[] => {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last === undefined || group.modifier || last.modifier || !isJoined(tokens, last, group, headline)) {
      joined.push(group);
      continue;
    }
    joined[joined.length - 1] = {
      ...last,
      actors: [...last.actors, ...group.actors],
      last: group.last,
      possessive: group.possessive,
    };
  }
  return joined;
};

const isJoined = (tokens: readonly Token[], a: Group, b: Group, headline: boolean): boolean => {
  if (a.possessive || b.first <= a.last) return false;
  const gap = tokens.slice(a.last + 1, b.first).map((token) => token.lower);
  const joiner = gap[0] ?? '';
  const rest = gap.slice(1);
  if (!rest.every((word) => DETERMINERS.has(word) || TITLES.has(word) || word === 'with')) return false;
  if (joiner === 'and' || joiner === '&') return b.lead === '';
  return joiner === ',' && headline && rest.length === 0;
};

/** "the two leaders", "both sides", "the countries", "they": the two parties last spoken of. */
const pairGroups = (stage: Stage, tokens: readonly Token[], named: readonly Group[]): Group[] => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    const isThey = token.lower === 'they' || token.lower === 'them';
    if (!isThey && !isPairHead(stage, tokens, i)) continue;
    if (named.some((group) => group.first <= i && i <= group.last)) continue;
    const persons = stage.grammar.pairPersons.has(token.lower);
    const here = named.filter((group) => group.last < i && isSalient(group)).flatMap((group) => group.actors);
    const actors = pairOf(stage, [...stage.recent, ...here], persons, token);
    if (actors.length < 2) continue;
    const group = {
      actors,
      first: i,
      last: i,
      lead: '',
      possessive: /s['’]$/.test(token.text),
      modifier: false,
    };
    groups.push(withHead(stage, tokens, group));
  }
  return groups;
};

/**
 * The two sides that a place leaves unnamed: those last named, else the two that the article speaks of most, when there
 * are just two.
 */
export const pairOf = (
  stage: Stage,
  actors: readonly Actor[],
  persons: boolean,
  at: Span,
): readonly Actor[] => {
  const found = lastPair(stage, actors, persons);
  return found.length > 1 ? found : leadingPair(stage, at);
};

const leadingPair = (stage: Stage, at: Span): readonly Actor[] => {
  if (stage.leading.size !== 2) return [];
  return [...stage.leading].flatMap((id) => {
    const state = stage.world.state(id);
    return state === null ? [] : [actorOf(stage, { id: state.id, name: state.name }, 'STATE', at)];
  });
};

const isPairHead = (stage: Stage, tokens: readonly Token[], i: number): boolean => {
  if (!stage.grammar.pairs.has(tokens[i]?.lower ?? '')) return false;
  const before = tokens[i - 1]?.lower ?? '';
  return before === 'two' || before === 'both' || (before === 'the' && tokens[i + 1]?.lower !== 'of');
};

/** The two actors of different leading parties that came last, in the order they came; fewer when there are none. */
const lastPair = (stage: Stage, actors: readonly Actor[], persons: boolean): readonly Actor[] => {
  const pair: Actor[] = [];
  for (let i = actors.length - 1; i >= 0 && pair.length < 2; i--) {
    const actor = actors[i];
    if (actor === undefined || actor.party === null || (persons && actor.type !== 'PERSON')) continue;
    const { party } = actor;
    if (!stage.leading.has(party.id) || pair.some((other) => other.party?.id === party.id)) continue;
    pair.unshift(persons ? actor : { ...actor, ref: party, type: 'STATE' });
  }
  return pair;
};
