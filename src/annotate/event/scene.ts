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
});

const ACTING: ReadonlySet<MentionType> = new Set(['PERSON', 'STATE', 'ORG']);

/** The sentence with its actors in groups; `mentions` are those of the sentence. */
export const readScene = (stage: Stage, sentence: Sentence, mentions: readonly Mention[]): Scene => {
  const tokens = sentence.tokens;
  const singles = [
    ...actorGroups(stage, tokens, mentions),
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
  return { sentence, tokens, groups };
};

/** Remembers the actors of a sentence for the ones after it. */
export const remember = (stage: Stage, scene: Scene): void => {
  for (const group of scene.groups) stage.recent.push(...group.actors);
};

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
  party: type === 'STATE' ? ref : stage.world.partyOf(ref.id, stage.published),
  span,
});

const actorGroups = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]): Group[] => {
  const groups: Group[] = [];
  const outer = mentions.filter(
    (mention) =>
      ACTING.has(mention.type) &&
      mention.refersTo !== null &&
      !mentions.some((other) => other !== mention && isWider(other, mention)),
  );
  for (const mention of outer) {
    const range = tokenRange(tokens, mention.span);
    if (range === null || mention.refersTo === null) continue;
    const [first, last] = range;
    const actor = actorOf(stage, mention.refersTo, mention.type, mention.span);
    const lower = tokens[first]?.lower ?? '';
    const isHyphened = first === last && /[-–‑]/.test(tokens[first]?.text ?? '');
    if (isHyphened) continue;
    if (first === last && stage.nations.isAdjective(lower) && mention.form !== 'pronoun') {
      const adjectival = adjectiveGroup(stage, tokens, first, actor, outer);
      if (adjectival !== null) groups.push(adjectival);
      continue;
    }
    const possessive =
      /['’]s?$/.test((tokens[last]?.text ?? '').replace(/^[^'’]*/u, '')) ||
      (mention.form === 'pronoun' && POSSESSIVES.has(lower));
    groups.push(
      withHead(stage, tokens, { actors: [actor], first, last, lead: '', possessive, modifier: false }),
    );
  }
  return groups;
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
    if (mentions.some((m) => m.type === 'PERSON' && m.span.start <= token.start && token.start < m.span.end))
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
    const here = named.filter((group) => group.last < i).flatMap((group) => group.actors);
    const actors = lastPair([...stage.recent, ...here], persons);
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

const isPairHead = (stage: Stage, tokens: readonly Token[], i: number): boolean => {
  if (!stage.grammar.pairs.has(tokens[i]?.lower ?? '')) return false;
  const before = tokens[i - 1]?.lower ?? '';
  return before === 'two' || before === 'both' || (before === 'the' && tokens[i + 1]?.lower !== 'of');
};

/** The two actors of different parties that came last, in the order they came; fewer when there are none. */
export const lastPair = (actors: readonly Actor[], persons: boolean): readonly Actor[] => {
  const pair: Actor[] = [];
  for (let i = actors.length - 1; i >= 0 && pair.length < 2; i--) {
    const actor = actors[i];
    if (actor === undefined || actor.party === null || (persons && actor.type !== 'PERSON')) continue;
    if (pair.some((other) => other.party?.id === actor.party?.id)) continue;
    const whole: Actor = persons ? actor : { ...actor, ref: actor.party, type: 'STATE' };
    pair.unshift(whole);
  }
  return pair;
};
