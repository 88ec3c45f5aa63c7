import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { withHead } from './groups.ts';
import type { Actor, Group, Stage } from './stage.ts';
import { actorOf, isSalient } from './stage.ts';

/** "the two leaders", "both sides", "the countries", "they": the two parties last spoken of. */
export const pairGroups = (stage: Stage, tokens: readonly Token[], named: readonly Group[]): Group[] => {
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
