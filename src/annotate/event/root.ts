import type { Realis } from '../../model/annotation.ts';
import type { EventType } from '../../model/knowledge.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { verbGroup } from './clause.ts';
import type { CueIndex, ReadsAs, Trigger } from './cues.ts';
import { findTriggers } from './cues.ts';
import { nounRealis, verbRealis } from './realis.ts';
import type { GrammarSets } from './stage.ts';
import { type Route, routeOf, type TreeView } from './tree-view.ts';

/** A sentence of which it is known who acts on whom, and what is known of words. */
export interface Given {
  readonly tokens: readonly Token[];
  readonly tree: TreeView;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly cues: CueIndex;
  readonly grammar: GrammarSets;
  readonly types: ReadonlyMap<string, EventType>;
}

/** An act that the sentence may tell, and how well it fits who acts on whom; 0 fits, each clause between costs about 1. */
export interface GivenAct {
  readonly type: string;
  readonly realis: Realis;
  readonly trigger: Trigger;
  readonly score: number;
}

/**
 * What it costs to leave a word upwards by its relation, and to enter one downwards: a subject belongs to its verb for
 * nothing, a clause of its own is a step. Set by hand on sentences that were read, in the unit of one adverbial clause.
 */
const UP: Readonly<Record<string, number>> = {
  nsubj: 0,
  'nsubj:pass': 0.4,
  'nmod:poss': 0.3,
  nmod: 0.4,
  compound: 0.2,
  appos: 0.1,
  flat: 0,
  conj: 0.2,
  obl: 0.4,
  'obl:agent': 0,
  obj: 0.3,
  amod: 0.3,
  'acl:relcl': 0.6,
  advcl: 0.6,
  ccomp: 0.8,
  xcomp: 0.3,
  parataxis: 0.3,
};
const DOWN: Readonly<Record<string, number>> = {
  xcomp: 0.3,
  conj: 0.5,
  obj: 0.3,
  ccomp: 0.5,
  'acl:relcl': 1.2,
  acl: 0.8,
  advcl: 1,
  obl: 0.8,
  nmod: 0.6,
  parataxis: 0.6,
  compound: 0.5,
  nsubj: 1.2,
  'nsubj:pass': 0.4,
  amod: 0.4,
  'nmod:poss': 0.8,
  appos: 0.8,
};
const ELSE = 0.7;
/** Nothing costs more: so much as no route at all. */
const FARTHEST = 4;
/** Who it is done to tells less than who does it. */
const TARGET_SHARE = 0.6;
/** What a word of a cue beyond the first is worth, two at most. */
const WORD = 0.5;
const NOUN = -0.4;
/** Talks and visits are where other acts are done. */
const SETTING = -0.8;
const INSIDE = -0.8;
const GOVERNS = 0.5;
const GOVERNED = -0.4;
/** Who marches, strikes or starves also demands and refuses: the march is the act. */
const PROTESTS = 0.5;

const costOf = ({ up, down }: Route): number =>
  up.reduce((sum, label) => sum + (UP[label] ?? ELSE), 0) +
  down.reduce((sum, label) => sum + (DOWN[label] ?? ELSE), 0);

const distance = (tree: TreeView, from: number, all: readonly number[]): number =>
  all.reduce((least, to) => {
    const route = routeOf(tree, to, from);
    return route === null ? least : Math.min(least, costOf(route));
  }, FARTHEST);

/** Forms of verbs are read on verbs, nouns elsewhere; in headlines verbs are taken for names. */
const readsByTree =
  (tree: TreeView): ReadsAs =>
  (form, tokens, i) => {
    const at = tree.at(tokens[i]?.start ?? 0);
    if (at === null) return false;
    const { upos } = tree.word(at);
    const isVerb = upos === 'VERB' || upos === 'AUX';
    if (form === 'noun') return !isVerb;
    if (upos === 'PROPN' || upos === 'ADJ') return /^\p{Lu}|(?:ing|ed)$/u.test(tokens[i]?.text ?? '');
    return isVerb || upos === 'ADV' || upos === 'PART';
  };

/**
 * The acts that a sentence may tell one party to do to another, the likeliest first: `[Sylvania]source has suspended
 * [aid]trigger to [Freedonia]target`. By the ways through the tree from the cue to both parties; acts go before the talks and
 * visits they are set in, a governing verb before its complement.
 */
export const rankActs = (given: Given): readonly GivenAct[] => {
  const { tokens, tree } = given;
  const triggers = findTriggers(given.cues, tokens, readsByTree(tree));
  const placed = triggers.map((trigger) => ({
    trigger,
    at: tree.at(tokens[trigger.first]?.start ?? 0) ?? 0,
  }));
  const verbs = new Set(placed.flatMap(({ trigger, at }) => (trigger.form === 'noun' ? [] : [at])));
  const heads = (spans: readonly Span[]): readonly number[] =>
    spans.flatMap((span) => tree.headOf(span) ?? []);
  const [sources, targets] = [heads(given.source), heads(given.target)];
  return placed
    .map(({ trigger, at }): GivenAct => {
      const told = asTold(given, trigger, tree.word(at).deprel);
      const fit = -distance(tree, at, sources) - TARGET_SHARE * distance(tree, at, targets);
      return { ...told, trigger, score: fit + merit(given, trigger, told.type, { at, verbs }) };
    })
    .toSorted((a, b) => b.score - a.score);
};

const COMPLEMENTS: ReadonlySet<string> = new Set(['xcomp', 'ccomp']);

interface Placed {
  readonly at: number;
  /** The words of all verbal cues. */
  readonly verbs: ReadonlySet<number>;
}

/** What a cue is worth by itself. */
const merit = (given: Given, trigger: Trigger, type: string, { at, verbs }: Placed): number => {
  const { tree, tokens } = given;
  const start = tokens[trigger.first]?.start ?? 0;
  const { deprel, head } = tree.word(at);
  const isNoun = trigger.form === 'noun';
  const entry = given.types.get(trigger.cue.type);
  const governs = !isNoun && tree.kids(at).some((kid) => COMPLEMENTS.has(tree.word(kid).deprel));
  const within = [...given.source, ...given.target].some((span) => span.start <= start && start < span.end);
  return [
    WORD * Math.min(2, trigger.matched.length - 1),
    isNoun ? NOUN : 0,
    entry?.setting === true || entry?.root === 'CONSULT' ? SETTING : 0,
    within ? INSIDE : 0,
    governs ? GOVERNS : 0,
    COMPLEMENTS.has(deprel) && verbs.has(head) ? GOVERNED : 0,
    type === 'protest_pub' ? PROTESTS : 0,
  ].reduce((sum, part) => sum + part, 0);
};

const MUST: ReadonlySet<string> = new Set(['must', 'should', 'ought']);
/** What is decided, tried or announced is told as the news. */
const DONE: ReadonlySet<string> = new Set(
  'decided decides attempted attempt tried tries announced announces'.split(' '),
);

/** Type and realis of an act of which it is known that it is told of these two: purposes and bare nouns count as done. */
const asTold = (
  { tokens, grammar }: Given,
  trigger: Trigger,
  deprel: string,
): { readonly type: string; readonly realis: Realis } => {
  const { type } = trigger.cue;
  const before = tokens.slice(Math.max(0, trigger.first - 4), trigger.first);
  const isDone =
    before.some(({ lower }) => DONE.has(lower)) && !before.some(({ lower }) => grammar.future.has(lower));
  const settled = (realis: Realis): Realis => (realis === 'planned' && isDone ? 'actual' : realis);
  if (trigger.form === 'noun')
    return { type, realis: settled(nounRealis(tokens, trigger, grammar) ?? 'actual') };
  const verb = verbGroup(tokens, trigger.first, grammar);
  const words = [...verb.words];
  if (!verb.negated && words.some((word) => MUST.has(word))) return { type: 'demand', realis: 'actual' };
  if (verb.infinitive && !verb.negated && deprel.startsWith('advcl')) return { type, realis: 'actual' };
  if (verb.infinitive && before.some(({ lower }) => lower === 'willing')) return { type, realis: 'proposed' };
  const realis = verbRealis(tokens, trigger, verb, grammar, false);
  const isModal = words.some((word) => grammar.possible.has(word) || grammar.future.has(word));
  return { type, realis: realis === 'hypothetical' && !isModal ? 'actual' : settled(realis) };
};
