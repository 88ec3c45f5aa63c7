import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import type { Trigger } from './cues.ts';
import { TITLES } from './english.ts';
import { withHead } from './groups.ts';
import type { Actor, Group, Scene, Stage } from './stage.ts';
import { actorOf, isSalient } from './stage.ts';

/** How a pair is taken: as persons, as their states, or as whichever was named. */
type PairMode = 'persons' | 'states' | 'named';

/** "the two leaders", "both sides", "the countries", "they", "their meeting": the two parties last spoken of. */
export const pairGroups = (stage: Stage, tokens: readonly Token[], named: readonly Group[]): Group[] => {
  const groups: Group[] = [];
  for (const [i, token] of tokens.entries()) {
    const vague = isVague(stage, tokens, i);
    if (!vague && !isPairHead(stage, tokens, i)) continue;
    if (named.some((group) => group.first <= i && i <= group.last)) continue;
    if (!vague && isNamedNext(tokens, i)) continue;
    const before = named.filter((group) => group.last < i && isSalient(group));
    const actors = pairAfter(stage, before, modeOf(stage, token, vague), token);
    if (actors.length < 2) continue;
    const possessive = token.lower === 'their' || /s['’]$/.test(token.text);
    const group = { actors, first: i, last: i, lead: '', possessive, modifier: false };
    groups.push(withHead(stage, tokens, vague ? { ...group, vague: true } : group));
  }
  return groups;
};

/** "the Marlish-Sylvanian accord bound the two sides": they are those it is named after, in the story or not. */
const pairAfter = (
  stage: Stage,
  before: readonly Group[],
  mode: PairMode,
  token: Token,
): readonly Actor[] => {
  const last = before.at(-1);
  if (mode === 'states' && last?.modifier === true && last.actors.length === 2) return last.actors;
  return pairOf(stage, [...stage.recent, ...before.flatMap((group) => group.actors)], mode, token);
};

/** "they", "between them", and "their" before an occasion ("their sixteenth meeting"). */
const isVague = (stage: Stage, tokens: readonly Token[], i: number): boolean => {
  const lower = tokens[i]?.lower;
  if (lower === 'they') return true;
  if (lower === 'them') return ['between', 'of', 'both', 'among'].includes(tokens[i - 1]?.lower ?? '');
  if (lower !== 'their') return false;
  return tokens.slice(i + 1, i + 4).some((token) => stage.grammar.occasions.has(token.lower));
};

/** "the ministers, Ada Voss and Ian Orlan, met": the names that follow say who they are, known or not. */
const isNamedNext = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.text === ',' && /^\p{Lu}\p{Ll}/u.test(tokens[i + 2]?.text ?? '');

const modeOf = (stage: Stage, token: Token, vague: boolean): PairMode => {
  if (vague) return 'named';
  const isBare = token.lower === 'two' || token.lower === 'pair';
  if (isBare) return 'named';
  return stage.grammar.pairPersons.has(token.lower) ? 'persons' : 'states';
};

/**
 * The two sides that a place leaves unnamed: those last named, else the two that the article speaks of most, when there
 * are just two.
 */
export const pairOf = (
  stage: Stage,
  actors: readonly Actor[],
  mode: PairMode,
  { start, end, lower }: Span & { readonly lower?: string },
): readonly Actor[] => {
  const fitting = mode === 'persons' ? actors.filter((actor) => isCalled(stage, actor, lower ?? '')) : actors;
  const found = lastPair(stage, fitting, mode);
  return found.length > 1 ? found : leadingPair(stage, { start, end });
};

const HEADS = new Set(['head_of_state', 'head_of_government', 'party_leader']);

/** Whether "leaders", "presidents" or "ministers" may mean the actor; somebody without a known office may be either. */
const isCalled = (stage: Stage, actor: Actor, lower: string): boolean => {
  if (actor.type !== 'PERSON') return false;
  const { day } = stage;
  const terms = stage.world
    .terms(actor.ref.id)
    .filter(({ from, to }) => day === null || ((from ?? day) <= day && day <= (to ?? day)));
  if (terms.length === 0) return true;
  return lower === 'ministers'
    ? terms.some(({ office }) => office.endsWith('_minister'))
    : terms.some(({ office }) => HEADS.has(office));
};

const leadingPair = (stage: Stage, at: Span): readonly Actor[] => {
  if (stage.leading.size !== 2) return [];
  return [...stage.leading].flatMap((id) => {
    const state = stage.world.state(id);
    return state === null ? [] : [actorOf(stage, { id: state.id, name: state.name }, 'STATE', at)];
  });
};

/** "the [two] meet", "the [pair] shook hands", "[both] agreed": a count that stands for its noun. */
const isBareTwo = (tokens: readonly Token[], i: number): boolean => {
  const { lower } = tokens[i] ?? { lower: '' };
  if (lower !== 'two' && lower !== 'pair') return false;
  if (tokens[i - 1]?.lower !== 'the') return false;
  const next = tokens[i + 1];
  return next === undefined || next.kind === 'mark' || AFTER_TWO.test(next.lower);
};

/** A verb or an adverb, as far as its shape tells: a noun after "the two" is a plural. */
const AFTER_TWO =
  /^(?:have|had|will|would|could|did|are|were|may|might|met|meet|spoke|talk|[a-z]+ed|[a-z]+ly|then|also|last|first|shook|held|never)$/;

const isPairHead = (stage: Stage, tokens: readonly Token[], i: number): boolean => {
  if (isBareTwo(tokens, i)) return true;
  if (!stage.grammar.pairs.has(tokens[i]?.lower ?? '')) return false;
  // "the two foreign ministers", "both prime ministers".
  const at = TITLES.has(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
  const before = tokens[at - 1]?.lower ?? '';
  return (
    before === 'two' ||
    before === 'both' ||
    before === 'their' ||
    (before === 'the' && tokens[i + 1]?.lower !== 'of')
  );
};

/** The two actors of different leading parties that came last, in the order they came; fewer when there are none. */
const lastPair = (stage: Stage, actors: readonly Actor[], mode: PairMode): readonly Actor[] => {
  const pair: Actor[] = [];
  for (let i = actors.length - 1; i >= 0 && pair.length < 2; i--) {
    const actor = actors[i];
    if (actor === undefined || actor.party === null) continue;
    const { party } = actor;
    if (!stage.leading.has(party.id) || pair.some((other) => other.party?.id === party.id)) continue;
    pair.unshift(actor);
  }
  const arePersons = pair.every(({ type }) => type === 'PERSON');
  return mode === 'persons' || (mode === 'named' && arePersons) ? pair : pair.map(asState);
};

const asState = (actor: Actor): Actor =>
  actor.party === null
    ? actor
    : { ...actor, ref: actor.party, type: 'STATE', isForce: false, travels: false };

/** The two sides a clause leaves unnamed. A state that is no more can only have had part in what is past. */
export const pairBefore = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  realis: Realis | null,
): readonly Actor[] => {
  const here = scene.groups.filter((group) => group.first <= trigger.first && isSalient(group));
  const actors = [...stage.recent, ...here.flatMap((group) => group.actors)];
  const isPast = realis === null || realis === 'actual' || realis === 'negated';
  const living = isPast
    ? actors
    : actors.filter(({ party }) => party === null || stage.world.state(party.id)?.kind !== 'historical');
  return pairOf(stage, living, 'states', scene.sentence);
};
