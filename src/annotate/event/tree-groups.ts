import type { Arguments } from './arguments.ts';
import { TITLES } from './english.ts';
import type { Group, Scene, Stage } from './stage.ts';
import type { TreeView } from './tree-view.ts';

/** What is read of a tree: its words, and the group of actors that a word belongs to. */
export interface Reading {
  readonly stage: Stage;
  readonly tree: TreeView;
  readonly groupAt: (word: number) => Group | null;
}

// Keyed by the scene itself: a sentence is read once for all its cues; a pure cache.
const readings = new WeakMap<Scene, Reading>();

/** The reading of a scene, made once. */
export const readingOf = (stage: Stage, scene: Scene, tree: TreeView): Reading => {
  const held = readings.get(scene);
  if (held !== undefined) return held;
  const made = read(stage, scene, tree);
  readings.set(scene, made);
  return made;
};

const read = (stage: Stage, scene: Scene, tree: TreeView): Reading => {
  const byWord = new Map<number, Group>();
  for (const group of scene.groups)
    for (let i = group.first; i <= group.last; i++) {
      const word = tree.at(scene.tokens[i]?.start ?? 0);
      if (word !== null && !byWord.has(word)) byWord.set(word, group);
    }
  return { stage, tree, groupAt: (word) => byWord.get(word) ?? null };
};

/** Whether a word is a verb or an auxiliary. */
export const isVerbal = (tree: TreeView, at: number): boolean => {
  const { upos } = tree.word(at);
  return upos === 'VERB' || upos === 'AUX';
};

/**
 * The group at a word, those joined to it with it; or of whom the word is the envoy, the army, the president: "the envoy of
 * [Sylvania]", "[Sylvania's] navy", "[Sylvania's] President Mora Lint", whom nobody knows.
 */
export const partyAt = (reading: Reading, word: number): Group | null => {
  const { tree, groupAt } = reading;
  const own = groupAt(word);
  if (own !== null && !own.modifier) return withJoined(reading, own, word);
  if (!isBody(reading, word) && !isTitled(reading, word)) return null;
  for (const kid of tree.kids(word)) {
    const { deprel } = tree.word(kid);
    const group = OWNERS.has(deprel) || isFrom(tree, kid) ? groupAt(kid) : null;
    if (group !== null) return asBody(reading, group, word);
  }
  return null;
};

const OWNERS: ReadonlySet<string> = new Set(['nmod:poss', 'compound', 'amod']);

const isBody = ({ tree, stage }: Reading, word: number): boolean => {
  const { lemma } = tree.word(word);
  const { bodies, travellers } = stage.grammar;
  return [lemma, `${lemma}s`].some((form) => bodies.has(form) || travellers.has(form) || TITLES.has(form));
};

const isTitled = ({ tree }: Reading, word: number): boolean =>
  tree.word(word).upos === 'PROPN' &&
  tree.kids(word).some((kid) => kid < word && TITLES.has(tree.word(kid).lemma.toLowerCase()));

/** The state of a body: what the body is, it is not known for; an officer travels. */
const asBody = ({ stage, tree }: Reading, group: Group, word: number): Group => {
  const { lemma } = tree.word(word);
  const { forces, travellers } = stage.grammar;
  const forms = [lemma, `${lemma}s`];
  const isForce = forms.some((form) => forces.has(form));
  const travels =
    !isForce && (tree.word(word).upos === 'PROPN' || forms.some((form) => travellers.has(form)));
  const actors = group.actors.map((actor) => ({ ...actor, isForce, travels: actor.travels || travels }));
  return { ...group, actors, possessive: false, modifier: false };
};

/** "the evil and greedy [Freedonia] and its neighbour [Sylvania]": the actors joined to the word by the tree. */
const withJoined = ({ tree, groupAt }: Reading, group: Group, word: number): Group => {
  const others = tree
    .kids(word)
    .filter((kid) => tree.word(kid).deprel === 'conj')
    .flatMap((kid) => groupAt(kid) ?? [])
    .filter((other) => other !== group && !other.modifier && !other.possessive);
  if (others.length === 0) return group;
  const actors = [...group.actors, ...others.flatMap((other) => other.actors)];
  return { ...group, actors, last: Math.max(group.last, ...others.map(({ last }) => last)) };
};

/** The preposition that leads a word in; null when none does. */
export const leadOf = (tree: TreeView, word: number): string | null => {
  const mark = tree.kids(word).find((kid) => tree.word(kid).deprel === 'case' && kid < word);
  return mark === undefined ? null : tree.word(mark).lemma;
};

const isFrom = (tree: TreeView, word: number): boolean =>
  tree.word(word).deprel === 'nmod' && ['of', 'from', 'in'].includes(leadOf(tree, word) ?? '');

interface Below {
  readonly group: Group;
  /** The preposition that leads it in; null when none does. */
  readonly lead: string | null;
  /** The relation of the branch to the cue. */
  readonly relation: string;
  /** How many nouns stand between. */
  readonly depth: number;
  /** Whether the branch is what the act is about: its object, or led in by "for", "over", "against" or by a word of the cue. */
  readonly branch: boolean;
}

const ARGUMENTS: ReadonlySet<string> = new Set(['obj', 'iobj', 'obl', 'obl:agent', 'nmod']);
const DEEPEST = 3;

const MATTERS: ReadonlySet<string> = new Set(['for', 'over', 'against', 'at', 'about', 'on']);

const isMatter = (tree: TreeView, word: number, own: ReadonlySet<string>): boolean => {
  const lead = leadOf(tree, word) ?? '';
  return tree.word(word).deprel === 'obj' || MATTERS.has(lead) || own.has(lead);
};

/** The groups in the object and the prepositional phrases of a word, nearest first. */
export const groupsBelow = (
  { tree, groupAt }: Reading,
  at: number,
  own: ReadonlySet<string>,
): readonly Below[] => {
  const found: Below[] = [];
  let level = tree
    .kids(at)
    .filter((kid) => ARGUMENTS.has(tree.word(kid).deprel))
    .map((word) => ({ word, relation: tree.word(word).deprel, branch: isMatter(tree, word, own) }));
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    for (const { word, relation, branch } of level) {
      const group = groupAt(word);
      if (group !== null && !found.some((other) => other.group === group))
        found.push({ group, lead: leadOf(tree, word), relation, depth, branch });
    }
    level = level.flatMap(({ word, relation, branch }) =>
      tree
        .kids(word)
        .filter((kid) => /^(?:nmod|conj|compound|amod|acl$|obl)/.test(tree.word(kid).deprel))
        .map((kid) => ({ word: kid, relation, branch })),
    );
  }
  return found;
};

/** The phrases by their prepositions, those the tree adds after those in the order of words; the very map when it adds none. */
export const ledOf = (args: Arguments, below: readonly Below[]): Arguments['led'] => {
  const held = new Set([...args.led.values()].flat());
  const more = below.filter(
    ({ group, lead, depth }) =>
      lead !== null &&
      depth < 2 &&
      !group.modifier &&
      !held.has(group) &&
      group !== args.subject &&
      group !== args.object,
  );
  if (more.length === 0) return args.led;
  const led = new Map(args.led);
  for (const { group, lead } of more) if (lead !== null) led.set(lead, [...(led.get(lead) ?? []), group]);
  return led;
};
