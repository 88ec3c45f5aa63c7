import type { Knowledge } from '../../model/knowledge.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import type { Actor, Stage } from './stage.ts';
import { actorOf, governing } from './stage.ts';

/** How many actors are looked back on: some paragraphs' worth. */
const RECENT = 32;

/** Remembers the actors of a sentence for the ones after it. */
export const rememberActors = (stage: Stage, actors: readonly Actor[]): void => {
  stage.recent.push(...actors);
  if (stage.recent.length > RECENT) stage.recent.splice(0, stage.recent.length - RECENT);
};

/**
 * Whom "both sides" means: the two leading parties last spoken of, without those that the sentence names where that leaves
 * two; none when there are fewer. `at` is where the words stand.
 */
export const lastPair = (stage: Stage, named: readonly Actor[], at: Span): readonly Actor[] => {
  const here = new Set(named.flatMap(({ party }) => party?.id ?? []));
  const recent = stage.recent.toReversed().flatMap(({ party }) => party ?? []);
  const leading = recent.filter(
    ({ id }, i) => stage.leading.has(id) && recent.findIndex((one) => one.id === id) === i,
  );
  const others = leading.filter(({ id }) => !here.has(id));
  const pair = (others.length > 1 ? others : leading).slice(0, 2);
  return pair.length < 2 ? [] : pair.map((party) => actorOf(stage, party, 'STATE', at));
};

/** Who says "I" or "we" at a place: the speaker of what stands there, or the state spoken for; null when nobody is known. */
export const firstPerson = (stage: Stage, at: Span, plural: boolean): Actor | null => {
  const spoken = governing(stage.spoken, at);
  const ref = plural ? (spoken?.behalf ?? spoken?.speaker) : spoken?.speaker;
  if (ref == null) return null;
  const isParty = plural && spoken?.behalf != null;
  const actor = actorOf(stage, ref, isParty ? 'STATE' : 'PERSON', at);
  return { ...actor, party: actor.party ?? spoken?.behalf ?? null, travels: true, isForce: false };
};

// Keyed by the knowledge itself; a pure cache.
const outlets = new WeakMap<Knowledge, ReadonlySet<string>>();

/** Whether it is an outlet: it tells, and takes no part. */
export const isOutlet = (stage: Stage, { id }: EntityRef): boolean => {
  const { knowledge } = stage.input;
  const known = outlets.get(knowledge) ?? new Set<string>(knowledge.outlets.map((outlet) => outlet.id));
  outlets.set(knowledge, known);
  return known.has(id);
};
