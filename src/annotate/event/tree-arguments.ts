import { firstAbove } from '../../lib/sorted.ts';
import type { OperatorKind } from '../../model/knowledge/event-lexicon.ts';
import type { Arguments } from './arguments.ts';
import { subjectOfVerb } from './arguments.ts';
import { controllerOf } from './control.ts';
import type { Trigger } from './cues.ts';
import { circumstanceOf, happeningOf, isAttending } from './occasion-holder.ts';
import { kindsAt } from './operators.ts';
import type { Cast } from './participants.ts';
import type { Group, Scene, Stage } from './stage.ts';
import type { Reading } from './tree-groups.ts';
import { groupsBelow, isVerbal, leadOf, ledOf, partyAt, readingOf } from './tree-groups.ts';
import type { TreeView } from './tree-view.ts';

/** Arguments that the order of words and the tree give together. */
export interface TreeArguments extends Arguments {
  /** Whether the tree found one that the order of words had not. */
  readonly byTree: boolean;
}

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
  const subject =
    controllerOf(reading, at, (verb) => subjectBy(reading, scene, verb)) ??
    completed(args.subject, subjectOf(reading, at));
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
  const led = nounLed(reading, trigger, at, args);
  const owned = args.subject ?? (owner === undefined ? null : partyAt(reading, owner));
  const subject =
    owned ??
    (isUnowned(args, led)
      ? (holderOf(reading, scene, trigger, at, led.has('with')) ??
        attending(reading, scene, trigger, at, led))
      : null);
  return { ...args, subject, led, byTree: subject !== args.subject || led !== args.led };
};

const SIDES: ReadonlySet<string> = new Set(['between', 'with', 'among']);
/** Nouns behind whose "that" stands of whom it is demanded or said: "the demand that [Sylvania] withdraw". */
const SAID_OF: ReadonlySet<string> = new Set(['demand', 'request', 'accuse']);

/** The phrases of a noun; of an occasion that is held also those behind the verb that says so, and whom a demand is about. */
const nounLed = (reading: Reading, trigger: Trigger, at: number, args: Arguments): Arguments['led'] => {
  const led = ledOf(args, groupsBelow(reading, at, args.own));
  const verb = happeningOf(reading, trigger, at);
  if (verb !== null) {
    const below = groupsBelow(reading, verb, args.own).filter(({ lead }) => SIDES.has(lead ?? ''));
    return ledOf({ ...args, led }, below);
  }
  const told = SAID_OF.has(trigger.cue.type) ? toldBehind(reading, at, 'acl', false) : null;
  return told === null ? led : new Map([...led, ['that', [told]]]);
};

/** Who acts at the time of an occasion that he takes part in: "on the eve of her visit to Sylvania [Voss] said". */
const attending = (
  reading: Reading,
  scene: Scene,
  trigger: Trigger,
  noun: number,
  led: Arguments['led'],
): Group | null => {
  if (trigger.cue.setting !== true || !isAttending(reading, trigger, noun, led)) return null;
  const verb = circumstanceOf(reading, noun);
  return verb === null ? null : subjectBy(reading, scene, verb);
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

/**
 * "complained that [Sylvania] had …", "insisted that [Sylvania] leave": whoever it is said of, behind the "that" of a cue; of whom
 * something is demanded, whatever the cue.
 */
const toldOf = (reading: Reading, scene: Scene, trigger: Trigger, verb: number): Group | null => {
  const isThat = scene.tokens[trigger.last]?.lower === 'that';
  return isThat || trigger.cue.type === 'demand' ? toldBehind(reading, verb, 'ccomp', isThat) : null;
};

/** Who does what a clause behind a word tells; its own subject alone. */
const toldBehind = (reading: Reading, word: number, deprel: string, isThat: boolean): Group | null => {
  const { tree } = reading;
  const clause = tree
    .kids(word)
    .find((kid) => tree.word(kid).deprel === deprel && (isThat || isToldThat(tree, kid)));
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
