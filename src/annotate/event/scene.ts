import { treesOf } from '../../language/index.ts';
import type { Mention } from '../../model/annotation.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { DETERMINERS, TITLES } from './english.ts';
import {
  actorGroups,
  adjectiveGroups,
  firstPersons,
  hyphenGroups,
  namedBodies,
  openingPronoun,
  placeGroups,
  tokenRange,
} from './groups.ts';
import { pairGroups } from './pairs.ts';
import type { Group, Scene, Stage } from './stage.ts';
import type { TreeView } from './tree-view.ts';
import { viewOf } from './tree-view.ts';

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
    ...namedBodies(stage, tokens, mentions),
    ...hyphenGroups(stage, tokens, mentions),
    ...firstPersons(stage, tokens, mentions),
    ...openingPronoun(stage, tokens, mentions),
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
  const tree = onceAsked(() => {
    const made = treesOf(stage.input)(sentence);
    return made === null ? null : viewOf(made);
  });
  const named = joinGroups({ tokens, tree }, free, sentence.headline).map((group) =>
    isWhereabouts(stage, tokens, group) ? { ...group, asPlace: true as const } : group,
  );
  const groups = [...named, ...pairGroups(stage, tokens, named)].sort((a, b) => a.first - b.first);
  return {
    sentence,
    tokens,
    groups,
    places: placeGroups(stage, tokens, mentions),
    timed: timedTokens(tokens, times),
    tree,
  };
};

const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'into', 'from', 'around']);
const MOVING =
  /^(?:left|leav(?:e|es|ing)|reach(?:ed|es|ing)?|fl(?:y|ies|ew|own|ying)|travel(?:s|led|ed|ling|ing)?|came|comes?|coming|go(?:es|ing|ne)?|went|return(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|sail(?:s|ed|ing)?)$/;
const MOVING_REACH = 3;

/** "met in [Port Lysa]", "left [Port Lysa]", "flew to [Port Lysa]": the capital is where it happens. A state's own name is the state. */
const isWhereabouts = ({ nations, input }: Stage, tokens: readonly Token[], group: Group): boolean => {
  const [actor] = group.actors;
  if (group.actors.length !== 1 || actor?.type !== 'STATE' || group.modifier || group.possessive)
    return false;
  const called = input.article.text.slice(actor.span.start, actor.span.end).toLowerCase();
  if (called.includes(actor.ref.name.toLowerCase()) || nations.byWord(called) !== null) return false;
  if (WHERE.has(group.lead)) return true;
  return (
    (group.lead === 'to' || group.lead === '') &&
    tokens.slice(Math.max(0, group.first - MOVING_REACH), group.first).some(({ lower }) => MOVING.test(lower))
  );
};

const onceAsked = (make: () => TreeView | null): (() => TreeView | null) => {
  let made: TreeView | null | undefined;
  return () => {
    if (made === undefined) made = make();
    return made;
  };
};

const timedTokens = (tokens: readonly Token[], times: readonly Span[]): ReadonlySet<number> =>
  new Set(
    times.flatMap((time) => {
      const range = tokenRange(tokens, time);
      return range === null ? [] : Array.from({ length: range[1] - range[0] + 1 }, (_, i) => range[0] + i);
    }),
  );

interface Words {
  readonly tokens: readonly Token[];
  readonly tree: () => TreeView | null;
}

/** The words between two groups, adjectives before the second left out: "Freedonia, the [awful] Sylvania and …". */
const gapBetween = ({ tokens, tree }: Words, a: Group, b: Group): readonly string[] => {
  const gap = tokens.slice(a.last + 1, b.first);
  const isList = gap[0]?.text === ',' || gap[0]?.lower === 'and' || gap[0]?.lower === 'nor';
  if (!isList || gap.length < 2 || gap.length > 4) return gap.map(({ lower }) => lower);
  const view = gap.every(({ lower }) => isPlain(lower)) ? null : tree();
  return gap
    .filter(({ lower, start }) => {
      const at = view === null || isPlain(lower) ? null : view.at(start);
      return at === null || view?.word(at).upos !== 'ADJ';
    })
    .map(({ lower }) => lower);
};

const isPlain = (lower: string): boolean =>
  lower === ',' || lower === 'and' || lower === 'nor' || DETERMINERS.has(lower) || TITLES.has(lower);

/** Joins "A and B, "A, B and C", and in headlines "A, B". */
const joinGroups = (words: Words, groups: readonly Group[], headline: boolean): Group[] => {
  const { tokens } = words;
  const joined: Group[] = [];
  for (const [i, group] of groups.entries()) {
    const last = joined.at(-1);
    const inList = headline || closesList(words, groups.slice(i));
    if (last !== undefined && shareBody(tokens, last, group)) {
      joined[joined.length - 1] = { ...group, actors: [...last.actors, ...group.actors], first: last.first };
      continue;
    }
    if (last === undefined || group.modifier || last.modifier || !isJoined(words, last, group, inList)) {
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

/** "[Freedonian] and [Sylvanian negotiators]": the body belongs to both. */
const shareBody = (tokens: readonly Token[], a: Group, b: Group): boolean =>
  a.modifier &&
  !b.modifier &&
  a.actors.length === 1 &&
  b.actors[0]?.type === 'STATE' &&
  b.last > b.first &&
  b.first === a.last + 2 &&
  tokens[a.last + 1]?.lower === 'and';

/** "[Freedonia, Sylvania] and Ruritania: after the comma the list goes on to its "and". */
const closesList = (words: Words, rest: readonly Group[]): boolean => {
  for (let i = 1; i < rest.length; i++) {
    const [a, b] = [rest[i - 1], rest[i]];
    if (a === undefined || b === undefined || a.modifier || b.modifier || a.possessive) return false;
    const gap = gapBetween(words, a, b);
    const joiner = gap[0] === ',' && gap[1] === 'and' ? 'and' : gap[0];
    if (joiner === 'and') return gap.length <= 3;
    if (joiner !== ',' || gap.length > 2) return false;
  }
  return false;
};

const isJoined = (words: Words, a: Group, b: Group, inList: boolean): boolean => {
  const { tokens } = words;
  if (a.possessive || b.first <= a.last) return false;
  const gap = gapBetween(words, a, b);
  const isLast = gap[0] === ',' && gap[1] === 'and';
  const joiner = (isLast ? gap[1] : gap[0]) ?? '';
  const rest = gap.slice(isLast ? 2 : 1);
  if (isLast && a.actors.length < 2) return false;
  if (!rest.every((word) => DETERMINERS.has(word) || TITLES.has(word) || word === 'with')) return false;
  if (joiner === 'and' || joiner === '&') return b.lead === '';
  if (joiner === 'nor' && tokens[a.first - 1]?.lower === 'neither') return b.lead === '';
  return joiner === ',' && inList && rest.every((word) => DETERMINERS.has(word));
};
