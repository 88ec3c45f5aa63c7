import { firstAbove } from '../../lib/sorted.ts';
import type { Mention, MentionType } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { contains, overlaps } from '../../model/span.ts';
import { DETERMINERS, POSSESSIVES, PREPOSITIONS, TITLES } from './english.ts';
import type { Actor, Group, Stage } from './stage.ts';
import { actorOf, bearing, governing } from './stage.ts';

const ACTING: ReadonlySet<MentionType> = new Set(['PERSON', 'STATE', 'ORG']);

/** Makes groups of one kind from the mentions and tokens of a sentence. */
type GroupFinder = (stage: Stage, tokens: readonly Token[], mentions: readonly Mention[]) => Group[];

/** The first and last token that share a character with `at`. */
export const tokenRange = (tokens: readonly Token[], at: Span): readonly [number, number] | null => {
  const first = firstAbove(tokens, at.start, (token) => token.end);
  const last = firstAbove(tokens, at.end - 1, (token) => token.start) - 1;
  return first > last ? null : [first, last];
};

/** Mentions of persons, states and bodies that are resolved; of nested ones the widest. */
export const actorGroups: GroupFinder = (stage, tokens, mentions) => {
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
  const officer = mention.type === 'STATE' ? officerAfter(tokens, last) : null;
  // "Sylvania's President Ian Orlan" is Orlan, where somebody is known by the name.
  if (officer !== null && outer.some((other) => isPersonAt(other, tokens[officer]))) return null;
  return officer === null
    ? withHead(stage, tokens, { actors: [actor], first, last, lead: '', possessive, modifier: false })
    : officerGroup(stage, tokens, actor, [first, officer]);
};

/** "[Sylvania's Prime Minister Mora Lint]": the state by an officer who travels. */
const officerGroup = (
  stage: Stage,
  tokens: readonly Token[],
  actor: Actor,
  [first, officer]: readonly [number, number],
): Group => {
  const span = { start: actor.span.start, end: tokens[officer]?.end ?? actor.span.end };
  const travelling = { ...actor, span, travels: true };
  return withHead(stage, tokens, {
    actors: [travelling],
    first,
    last: officer,
    lead: '',
    possessive: false,
    modifier: false,
  });
};

/**
 * The last token of "[Sylvania's Prime Minister Mora Lint]", of whom nothing is known but the state; null when no title and
 * name stand behind it.
 */
const officerAfter = (tokens: readonly Token[], last: number): number | null => {
  const isName = (at: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '');
  let at = last + 1;
  while (TITLES.has(tokens[at]?.lower ?? '') && at - last <= 4) at++;
  if (at === last + 1 || !isName(at - 1) || !isName(at) || /['’]s?$/.test(tokens[at]?.text ?? ''))
    return null;
  while (isName(at + 1) && !/['’]s?$/.test(tokens[at + 1]?.text ?? '')) at++;
  return at;
};

const isPersonAt = ({ type, refersTo, span }: Mention, token: Token | undefined): boolean =>
  type === 'PERSON' && refersTo !== null && token !== undefined && overlaps(span, token);

const isWider = (other: Mention, mention: Mention): boolean =>
  ACTING.has(other.type) &&
  other.refersTo !== null &&
  contains(other.span, mention.span) &&
  other.span.end - other.span.start > mention.span.end - mention.span.start;

/** "Marlish forces" acts; "the Freedonian position" only describes; "Freedonian President Ada Voss" is Voss. */
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
    if (stage.grammar.bodies.has(head)) {
      const span = { start: actor.span.start, end: token.end };
      return withHead(stage, tokens, {
        actors: [{ ...actor, span, ...bearing(stage, 'STATE', span) }],
        first,
        last: at,
        lead: '',
        possessive: token.lower.endsWith("'s") || token.lower.endsWith("s'"),
        modifier: false,
      });
    }
    if (token.lower === 'and' && !stage.grammar.bodies.has(tokens[at + 1]?.lower ?? '')) break;
  }
  return { actors: [actor], first, last: first, lead: '', possessive: false, modifier: true };
};

/** Adjectives of nation that no mention covers: "the Freedonian constitution", "the Sylvanian military". */
export const adjectiveGroups: GroupFinder = (stage, tokens, mentions) => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !stage.nations.isAdjective(token.lower)) continue;
    if (mentions.some((mention) => overlaps(mention.span, token) && isTaken(stage, tokens, mention)))
      continue;
    const state = stage.nations.byWord(token.lower);
    const group =
      state === null
        ? null
        : adjectiveGroup(stage, tokens, i, actorOf(stage, state, 'STATE', token), mentions);
    if (group !== null) groups.push(group);
  }
  return groups;
};

/** Whether a mention says itself who is meant; "two Freedonian diplomats" are known to nobody, and their state is read apart. */
const isTaken = (stage: Stage, tokens: readonly Token[], { refersTo, type, span }: Mention): boolean => {
  if (refersTo === null) return false;
  const last = type === 'OTHER' ? tokenRange(tokens, span)?.[1] : undefined;
  return last === undefined || !stage.grammar.bodies.has(tokens[last]?.lower ?? '');
};

/** "the envoy of Sylvania": a body or officer whom nobody knows stands for the state it is named by. */
export const namedBodies: GroupFinder = (stage, tokens, mentions) => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    if (tokens[i - 1]?.lower !== 'of') continue;
    const head = tokens[i - 2]?.lower ?? '';
    if (!stage.grammar.bodies.has(head)) continue;
    const state = stage.nations.byWord(token.lower);
    if (state === null || stage.nations.isAdjective(token.lower)) continue;
    if (mentions.some((mention) => mention.refersTo !== null && overlaps(mention.span, token))) continue;
    const span = { start: tokens[i - 2]?.start ?? token.start, end: token.end };
    const actor = { ...actorOf(stage, state, 'STATE', span), travels: stage.grammar.travellers.has(head) };
    groups.push(
      withHead(stage, tokens, {
        actors: [actor],
        first: i,
        last: i,
        lead: '',
        possessive: false,
        modifier: false,
      }),
    );
  }
  return groups;
};

/** "Freedonian–Sylvanian", "Freedonia-Sylvania": two states in one token. */
export const hyphenGroups: GroupFinder = (stage, tokens, mentions) => {
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
export const firstPersons: GroupFinder = (stage, tokens, mentions) => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.lower !== 'i' && token.lower !== 'we') continue;
    if (mentions.some((m) => m.refersTo !== null && overlaps(m.span, token))) continue;
    const speaker = governing(stage.spoken, token)?.speaker ?? null;
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

/** Auxiliaries after which an "it" that opens a sentence stands for nothing: "It was reported that". */
const EMPTY_AFTER =
  /^(?:is|was|will|would|may|might|could|can|seems?|seemed|appears?|appeared|takes?|took|remains?|remained)$/;

/** "Sylvania wrote to Marland. [It] demanded an apology.": the state or body that the sentence before told of first. */
export const openingPronoun: GroupFinder = (stage, tokens, mentions) => {
  const [actor] = stage.opening;
  const at = tokens.findIndex(({ kind }) => kind === 'word');
  const token = tokens[at];
  if (actor === undefined || token?.lower !== 'it' || EMPTY_AFTER.test(tokens[at + 1]?.lower ?? ''))
    return [];
  if (mentions.some((m) => m.refersTo !== null && overlaps(m.span, token))) return [];
  const span = { start: token.start, end: token.end };
  return [
    { actors: [{ ...actor, span }], first: at, last: at, lead: '', possessive: false, modifier: false },
  ];
};

/** Places and gatherings, seated as the states they lie in. */
export const placeGroups: GroupFinder = (stage, tokens, mentions) =>
  mentions.flatMap((mention) => {
    const isSeated = mention.type === 'PLACE' || mention.type === 'GATHERING';
    const range = isSeated ? tokenRange(tokens, mention.span) : null;
    if (range === null) return [];
    const country = countryOf(stage, mention);
    const state = country === null ? null : stage.world.state(country);
    const ref = state === null ? null : { id: state.id, name: state.name };
    const actors = ref === null ? [] : [actorOf(stage, ref, 'STATE', mention.span)];
    const [first, last] = range;
    return [withHead(stage, tokens, { actors, first, last, lead: '', possessive: false, modifier: false })];
  });

const countryOf = (stage: Stage, { type, refersTo }: Mention): string | null => {
  if (refersTo === null) return null;
  return type === 'PLACE'
    ? (stage.world.place(refersTo.id)?.country ?? null)
    : (stage.world.gathering(refersTo.id, stage.published.latest)?.country ?? null);
};

/** Widens a group to "the leaders of …" and finds the preposition that leads it in. */
export const withHead = (stage: Stage, tokens: readonly Token[], group: Group): Group => {
  let first = group.first;
  let before = skipBack(stage, tokens, first - 1);
  const joins = tokens[before]?.lower;
  if (joins === 'of' || joins === 'from') {
    const head = tokens[before - 1]?.lower ?? '';
    // "the leaders of", "soldiers from".
    if ((joins === 'of' && stage.grammar.pairs.has(head)) || stage.grammar.bodies.has(head)) {
      first = before - 1;
      before = skipBack(stage, tokens, first - 1);
    }
  }
  const lead = tokens[before]?.lower ?? '';
  const actors = first === group.first ? group.actors : group.actors.map(carriedBy(stage, tokens[first]));
  return { ...group, actors, first: Math.min(first, before + 1), lead: PREPOSITIONS.has(lead) ? lead : '' };
};

/** "[deputies] from Sylvania" travel, "[soldiers] from Sylvania" seize: what their head says of them. */
const carriedBy =
  ({ grammar }: Stage, head: Token | undefined) =>
  (actor: Actor): Actor => ({
    ...actor,
    travels: actor.travels || grammar.travellers.has(head?.lower ?? ''),
    isForce: actor.isForce || grammar.forces.has(head?.lower ?? ''),
  });

/** The first token to the left that is no article, title or adjective of nation. */
const skipBack = (stage: Stage, tokens: readonly Token[], from: number): number => {
  let at = from;
  while (at >= 0) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || token.lower === 'that') break;
    const { lower, text } = token;
    // "Freeport mayor Ada Voss": a name before a title belongs to it; "in Freeport Voss said" keeps its place apart.
    const isName = /^\p{Lu}/u.test(text) && at > 0 && TITLES.has(tokens[at + 1]?.lower ?? '');
    if (!DETERMINERS.has(lower) && !TITLES.has(lower) && !stage.nations.isAdjective(lower) && !isName) break;
    at--;
  }
  return at;
};
