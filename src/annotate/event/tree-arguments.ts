import { firstAbove } from '../../lib/sorted.ts';
import type { OperatorKind } from '../../model/knowledge/event-lexicon.ts';
import type { Arguments } from './arguments.ts';
import { subjectOfVerb } from './arguments.ts';
import type { Trigger } from './cues.ts';
import { TITLES } from './english.ts';
import { kindsAt } from './operators.ts';
import type { Cast } from './participants.ts';
import type { Group, Scene, Stage } from './stage.ts';
import type { TreeView } from './tree-view.ts';

/** Arguments that the order of words and the tree give together. */
export interface TreeArguments extends Arguments {
  /** Whether the tree found one that the order of words had not. */
  readonly byTree: boolean;
}

/** What is read of a tree: its words, and the group of actors that a word belongs to. */
interface Reading {
  readonly stage: Stage;
  readonly tree: TreeView;
  readonly groupAt: (word: number) => Group | null;
}

// Keyed by the scene itself: a sentence is read once for all its cues; a pure cache.
const readings = new WeakMap<Scene, Reading>();

const readingOf = (stage: Stage, scene: Scene, tree: TreeView): Reading => {
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

/**
 * Completes the arguments of a verbal cue by the tree: the subject over joined verbs, infinitives and relative clauses
 * (`[Sylvania]subject, which had kept its word for years, at last [freed]trigger the crew`), the object, prepositional phrases of
 * verb and object, and the party within the object (`condemned the raid by [Marlish forces]inner`). What the order of words found
 * stays.
 */
export const withVerbTree = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  args: Arguments,
  tree: TreeView,
): TreeArguments => {
  const at = verbOf(tree, scene, trigger);
  if (at === null) return { ...args, byTree: false };
  const reading = readingOf(stage, scene, tree);
  const subject = completed(args.subject, subjectOf(reading, at));
  const below = groupsBelow(reading, at, args.own);
  const direct = below.find(({ relation, lead }) => relation === 'obj' && lead === null)?.group ?? null;
  const object = args.object ?? direct;
  const led = ledOf(args, below);
  const inner = below.find(
    ({ branch, depth, group }) => branch && depth > 0 && group !== subject && group !== args.subject,
  );
  return {
    ...args,
    subject,
    object: object === subject ? args.object : object,
    led,
    inner: inner?.group ?? toldOf(reading, scene, trigger, at),
    byTree: subject !== args.subject || object !== args.object || led !== args.led,
  };
};

/** What the order of words found, unless the tree joins more actors to it; what the tree found where that found none. */
const completed = (linear: Group | null, told: Group | null): Group | null => {
  if (linear === null || told === null) return linear ?? told;
  const holds = linear.actors.every((actor) =>
    told.actors.some(({ span }) => span.start === actor.span.start),
  );
  return holds && told.actors.length > linear.actors.length ? told : linear;
};

/** Whether somebody takes part whom only the tree has found. */
export const restsOnTree = ({ byTree, inner }: TreeArguments, { participants }: Cast): boolean =>
  byTree ||
  (inner?.actors ?? []).some(({ span }) =>
    participants.some(({ role, mention }) => role === 'target' && mention?.start === span.start),
  );

/** Completes the arguments of a nominal cue: who owns it, who it is by, of, with, between. */
export const withNounTree = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  args: Arguments,
  tree: TreeView,
): TreeArguments => {
  const at = tree.at(scene.tokens[trigger.first]?.start ?? 0);
  if (at === null || isVerbal(tree, at)) return { ...args, byTree: false };
  const reading = readingOf(stage, scene, tree);
  const owner = tree.kids(at).find((kid) => tree.word(kid).deprel === 'nmod:poss');
  const led = ledOf(args, groupsBelow(reading, at, args.own));
  const owned = args.subject ?? (owner === undefined ? null : partyAt(reading, owner));
  const subject =
    owned ?? (isUnowned(args, led) ? holderOf(reading, scene, trigger, at, led.has('with')) : null);
  return { ...args, subject, led, byTree: subject !== args.subject || led !== args.led };
};

/** "reports that", not "the plan to". */
const isToldThat = (tree: TreeView, at: number): boolean =>
  tree.kids(at).some((kid) => tree.word(kid).deprel === 'mark' && tree.word(kid).lemma === 'that');

/** Nobody is named as the one whose act or occasion the noun is. */
const isUnowned = (args: Arguments, led: Arguments['led']): boolean =>
  args.modifiers.length === 0 && !['of', 'by', 'between', 'among'].some((lead) => led.has(lead));

const ATTENDED: ReadonlySet<string> = new Set(['at', 'in', 'during', 'after', 'for', 'of', 'from', 'to']);
/** Whose verb governs an occasion takes part in it; whose verb asks for an act does not do it. */
const HOLDING: ReadonlySet<OperatorKind> = new Set([
  'actual',
  'ongoing',
  'planned',
  'hypothetical',
  'negated',
  'postponed',
  'cancelled',
]);

/**
 * The verb that holds what a noun names, and how: its own, or that of the noun it belongs to: "raised the [possibility] of a
 * visit", "reported [progress] at talks". `open` when the noun between says already how it is meant.
 */
const heldBy = (
  { tree, stage }: Reading,
  noun: number,
): { readonly deprel: string; readonly head: number; readonly open: boolean } => {
  const { deprel, head } = tree.word(noun);
  const above = tree.word(head);
  if (deprel !== 'nmod' || above.deprel !== 'obj') return { deprel, head, open: false };
  if (OCCASIONAL.has(leadOf(tree, noun) ?? '')) return { deprel: 'obl', head: above.head, open: false };
  const kinds = kindsAt(tree, head, stage.operators);
  return kinds.size > 0 && !kinds.has('proposed')
    ? { deprel: 'obj', head: above.head, open: true }
    : { deprel, head, open: false };
};

const OCCASIONAL: ReadonlySet<string> = new Set(['at', 'in', 'during', 'after']);

/** Whoever holds, plans or calls off what the noun names: "[Voss]subject cancelled a visit", "flew in for talks with Orlan". */
const holderOf = (
  reading: Reading,
  scene: Scene,
  trigger: Trigger,
  noun: number,
  isWith: boolean,
): Group | null => {
  const { tree, stage } = reading;
  const { deprel, head, open } = heldBy(reading, noun);
  if (head < 0 || !isVerbal(tree, head)) return null;
  const isJoint = trigger.cue.frame === 'joint';
  if (deprel === 'obl') {
    if (!isJoint || !ATTENDED.has(leadOf(tree, noun) ?? '')) return null;
    const group = subjectBy(reading, scene, head);
    return isWith || (group?.actors.length ?? 0) > 1 ? group : null;
  }
  if (deprel !== 'obj') return null;
  const kinds = kindsAt(tree, head, stage.operators);
  if (open) return subjectBy(reading, scene, head);
  const holds = [...kinds].some((kind) => HOLDING.has(kind) || (isJoint && isWith && kind === 'proposed'));
  return holds ? subjectBy(reading, scene, head) : null;
};

/** By the tree, else by the order of words. */
const subjectBy = (reading: Reading, scene: Scene, verb: number): Group | null => {
  const found = subjectOf(reading, verb);
  if (found !== null) return found;
  const start = reading.tree.startOf(verb);
  const at = firstAbove(scene.tokens, start, (token) => token.end);
  return subjectOfVerb(scene, at, reading.stage.grammar);
};

/** "complained that [Sylvania] had …", "insisted that [Sylvania] leave": whoever it is said of, behind the "that" of a cue. */
const toldOf = (reading: Reading, scene: Scene, trigger: Trigger, verb: number): Group | null => {
  const { tree } = reading;
  if (scene.tokens[trigger.last]?.lower !== 'that') return null;
  const clause = tree.kids(verb).find((kid) => tree.word(kid).deprel === 'ccomp');
  return clause === undefined ? null : (ownSubject(reading, clause, false) ?? null);
};

/** The verb among the words of a cue: "wire [tapped]". */
const verbOf = (tree: TreeView, scene: Scene, trigger: Trigger): number | null => {
  for (const i of trigger.matched) {
    const at = tree.at(scene.tokens[i]?.start ?? 0);
    if (at !== null && isVerbal(tree, at)) return at;
  }
  return null;
};

const isVerbal = (tree: TreeView, at: number): boolean => {
  const { upos } = tree.word(at);
  return upos === 'VERB' || upos === 'AUX';
};

/** "denied that [it] had attacked": whoever denies. */
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they']);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that']);
/** How far up the subject may be shared, in verbs. */
const HOPS = 4;

/** The actors that are the subject of a verb, its own or that of the verb it hangs on. */
const subjectOf = (reading: Reading, verb: number): Group | null => {
  let at = verb;
  for (let hop = 0; hop < HOPS && at >= 0; hop++) {
    const own = ownSubject(reading, at, hop === 0);
    if (own !== undefined) return own;
    const shared = sharedBy(reading, at);
    if (typeof shared !== 'number') return shared?.group ?? null;
    at = shared;
  }
  return null;
};

/** The actors in the subject of the verb itself; undefined when it has none, or only a word for that of its governor. */
const ownSubject = (reading: Reading, at: number, isFirst: boolean): Group | null | undefined => {
  const { tree } = reading;
  const own = tree.kids(at).find((kid) => tree.word(kid).deprel.startsWith('nsubj'));
  if (own === undefined) return undefined;
  const { deprel, head } = tree.word(at);
  const { lemma } = tree.word(own);
  if (isFirst && (deprel === 'ccomp' || deprel === 'acl') && PRONOUNS.has(lemma)) return undefined;
  return partyAt(reading, deprel === 'acl:relcl' && RELATIVE.has(lemma) ? head : own);
};

/** The verb whose subject a verb without one shares, or the actors that its governor gives it; null when nobody. */
const sharedBy = (
  { tree, ...reading }: Reading,
  at: number,
): number | { readonly group: Group | null } | null => {
  const { deprel, head } = tree.word(at);
  if (head < 0) return null;
  if (!isVerbal(tree, head)) {
    // "denied reports that [it] had attacked": whoever denies.
    const above = tree.word(head);
    if (deprel === 'acl' && above.deprel === 'obj' && isToldThat(tree, at)) return above.head;
    // "Sylvania's refusal to recognise": the owner of the noun.
    const owner = tree.kids(head).find((kid) => tree.word(kid).deprel === 'nmod:poss');
    return deprel === 'acl' && owner !== undefined ? { group: partyAt({ tree, ...reading }, owner) } : null;
  }
  // "denied that [it] had attacked": whoever denies.
  if (deprel === 'conj' || deprel === 'advcl' || deprel === 'ccomp') return head;
  if (deprel !== 'xcomp') return null;
  // "asked Sylvania to free": whoever is asked frees.
  const asked = tree.kids(head).find((kid) => ['obj', 'iobj'].includes(tree.word(kid).deprel));
  return asked === undefined ? head : { group: partyAt({ tree, ...reading }, asked) };
};

/**
 * The group at a word, those joined to it with it; or of whom the word is the envoy, the army, the president: "the envoy of
 * [Sylvania]", "[Sylvania's] navy", "[Sylvania's] President Mora Lint", whom nobody knows.
 */
const partyAt = (reading: Reading, word: number): Group | null => {
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

const leadOf = (tree: TreeView, word: number): string | null => {
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
const groupsBelow = ({ tree, groupAt }: Reading, at: number, own: ReadonlySet<string>): readonly Below[] => {
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
const ledOf = (args: Arguments, below: readonly Below[]): Arguments['led'] => {
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
