import type { Fate, Realis, Telling } from '../../model/annotation.ts';
import type { OperatorKind } from '../../model/knowledge/event-lexicon.ts';
import type { Operators } from './operators.ts';
import { isNegatedWord, kindsAt, moodOf } from './operators.ts';
import type { Scene, Stage } from './stage.ts';
import type { TreeView } from './tree-view.ts';

/** How far up the tree a governor is sought, in words. */
const STEPS = 5;

/** A sentence's tree with what its words govern. */
export interface Governed {
  readonly tree: TreeView;
  readonly operators: Operators;
  readonly conditions: ReadonlySet<string>;
}

/** The tree of a sentence that names actors, with what governs in it; null where there is none. */
export const governedIn = (stage: Stage, scene: Scene): Governed | null => {
  const tree = scene.groups.length === 0 ? null : scene.tree();
  return tree === null ? null : { tree, operators: stage.operators, conditions: stage.grammar.conditions };
};

/** How a word is bound to the one above it. */
type Binding = 'clause' | 'subject' | 'passive' | 'object' | 'phrase';

const BINDINGS: Readonly<Record<string, Binding>> = {
  xcomp: 'clause',
  ccomp: 'clause',
  acl: 'clause',
  advcl: 'clause',
  'acl:relcl': 'clause',
  csubj: 'clause',
  nsubj: 'subject',
  'nsubj:pass': 'passive',
  obj: 'object',
  obl: 'phrase',
  nmod: 'phrase',
};

/** Prepositions that lead in what is planned, called for, talked of; others lead in where and when. */
const MATTER: ReadonlySet<string> = new Set([
  'of',
  'for',
  'on',
  'to',
  'from',
  'against',
  'about',
  'with',
  'in',
]);

/** "a day [after] talks": what lies behind something has been. */
const BEHIND: ReadonlySet<string> = new Set(['after', 'during', 'following', 'since']);

const leadOf = (tree: TreeView, at: number): string | null => {
  const lead = tree.kids(at).find((kid) => kid < at && /^(?:case|mark)$/.test(tree.word(kid).deprel));
  return lead === undefined ? null : tree.word(lead).lemma;
};

/** The kinds by which a word may govern what is bound to it in this way. */
const BY_BINDING: Readonly<Record<Binding, ReadonlySet<OperatorKind>>> = {
  clause: new Set(['actual', 'ongoing', 'planned', 'proposed', 'hypothetical', 'negated']),
  object: new Set(['actual', 'ongoing', 'planned', 'proposed', 'hypothetical', 'negated']),
  passive: new Set(['actual', 'ongoing', 'planned', 'proposed', 'hypothetical', 'negated']),
  phrase: new Set(['ongoing', 'planned', 'proposed', 'hypothetical', 'negated']),
  subject: new Set(['actual', 'ongoing']),
};
const ORDER: readonly Realis[] = ['actual', 'ongoing', 'planned', 'proposed', 'hypothetical', 'negated'];

const kindOf = ({ tree, operators }: Governed, head: number, binding: Binding): Realis | null => {
  const kinds = kindsAt(tree, head, operators);
  const allowed = BY_BINDING[binding];
  const isAdjective = tree.word(head).upos === 'ADJ';
  return (
    ORDER.find(
      (kind) => kinds.has(kind as OperatorKind) && (isAdjective || allowed.has(kind as OperatorKind)),
    ) ?? null
  );
};

type Tense = 'finite' | 'future' | 'bare' | 'none';

/** Whether a clause tells by itself when it lies: "that he [met]"; "that he [would meet]", "that he [meet]", "to meet" do not. */
const tenseOf = (tree: TreeView, at: number): Tense => {
  const { xpos, upos } = tree.word(at);
  if (upos !== 'VERB' && upos !== 'AUX') return 'none';
  const kids = tree.kids(at).map((kid) => tree.word(kid));
  if (kids.some(({ deprel, lemma }) => deprel === 'mark' && lemma === 'to')) return 'none';
  const mood = moodOf(tree, at);
  if (mood === 'future' || mood === 'would') return 'future';
  const isHelped = kids.some(
    ({ deprel, xpos: tag }) => /^aux/.test(deprel) && /^(?:VBD|VBZ|VBP|MD)$/.test(tag ?? ''),
  );
  if (isHelped || /^(?:VBD|VBZ|VBP)$/.test(xpos ?? '')) return 'finite';
  return xpos === 'VB' && kids.some(({ deprel }) => deprel.startsWith('nsubj')) ? 'bare' : 'none';
};

const INVERTED: ReadonlySet<string> = new Set(['be', 'have', 'should']);

/** "[if] Voss meets Orlan", "[were] Voss to meet Orlan". */
const isConditional = ({ tree, conditions }: Governed, at: number): boolean => {
  const kids = tree.kids(at);
  if (kids.some((kid) => tree.word(kid).deprel === 'mark' && conditions.has(tree.word(kid).lemma)))
    return true;
  const subject = kids.find((kid) => tree.word(kid).deprel.startsWith('nsubj'));
  const first = kids[0];
  if (subject === undefined || first !== 0 || first > subject) return false;
  const { deprel, lemma, xpos } = tree.word(first);
  const isPast = xpos === 'VBD' || lemma === 'should';
  return isPast && /^(?:aux|cop)/.test(deprel) && INVERTED.has(lemma) && !asks(tree);
};

const asks = (tree: TreeView): boolean => tree.word(tree.size - 1).lemma === '?';

/**
 * The realis that the words above give to what stands at `at`: `has [no plans] to [visit]`, `[cancelled] a [visit]`,
 * `the [possibility] that they will [meet]`. Null when none of them says anything.
 */
export const governedRealis = (governed: Governed, at: number, steps: number = STEPS): Realis | null => {
  const { tree } = governed;
  if (steps <= 0) return null;
  if (isConditional(governed, at)) return 'hypothetical';
  const { deprel, head } = tree.word(at);
  const binding = BINDINGS[deprel];
  if (head < 0) return null;
  if (deprel === 'conj')
    return tenseOf(tree, at) === 'none' ? governedRealis(governed, head, steps - 1) : null;
  if (binding === undefined) return null;
  const led = ledRealis(tree, at, head, binding);
  if (led !== 'open') return led;
  const kind = kindOf(governed, head, binding);
  return kind === null ? null : combined(governed, { at, head, kind, steps });
};

/** What the word before says, and "have [yet] to meet"; `open` when that leaves it to what governs. */
const ledRealis = (tree: TreeView, at: number, head: number, binding: Binding): Realis | 'open' | null => {
  const lead = leadOf(tree, at) ?? '';
  if (lead === 'without') return 'negated';
  if (binding === 'phrase') {
    if (BEHIND.has(lead)) return 'actual';
    return MATTER.has(lead) ? 'open' : null;
  }
  return binding === 'clause' && (lead === 'against' || isYet(tree, head)) ? 'negated' : 'open';
};

const isYet = (tree: TreeView, at: number): boolean =>
  ['have', 'be', 'remain'].includes(tree.word(at).lemma) &&
  tree.kids(at).some((kid) => tree.word(kid).lemma === 'yet');

interface Step {
  readonly at: number;
  readonly head: number;
  readonly kind: Realis;
  readonly steps: number;
}

/** "the [chance] that they have met": whatever tense follows. */
const LIKELIHOODS: ReadonlySet<string> = new Set(
  'possibility chance prospect risk danger likelihood probability'.split(' '),
);

const combined = (governed: Governed, step: Step): Realis | null => {
  const { tree } = governed;
  const { at, head, kind, steps } = step;
  const tense = tenseOf(tree, at);
  if (tense === 'finite' && !LIKELIHOODS.has(tree.word(head).lemma)) return null;
  if (tense === 'future' && (kind === 'actual' || kind === 'ongoing' || kind === 'negated')) return null;
  if (kind === 'negated') return ofRefusal(governed, step);
  if (isNegatedWord(tree, head)) return 'negated';
  if (kind === 'actual' || kind === 'ongoing') return asGovernor(governed, step);
  const outer = governedRealis(governed, head, steps - 1);
  return outer === 'negated' || outer === 'hypothetical' ? outer : meant(tree, head, kind);
};

/** A plan or proposal by the word that governs it and its auxiliaries. */
const meant = (tree: TreeView, head: number, kind: Realis): Realis => {
  // "accepted an invitation to visit".
  if (kind === 'proposed' && tree.word(tree.word(head).head).lemma === 'accept') return 'planned';
  const mood = moodOf(tree, head);
  // "will be ready to" promises.
  if (mood === 'future' && tree.word(head).upos === 'ADJ') return 'planned';
  return mood === 'possible' || mood === 'would' ? 'hypothetical' : kind;
};

const LEFT_OPEN: ReadonlySet<string> = new Set(['rule', 'exclude', 'preclude']);
const DONE_UNLESS: ReadonlySet<string> = new Set(['fail', 'forget', 'omit', 'neglect']);

/** "refused to meet" denies, "has not ruled out" leaves open, "did not fail to" did. */
const ofRefusal = ({ tree }: Governed, { head }: Step): Realis | null => {
  const { lemma } = tree.word(head);
  if (!isNegatedWord(tree, head)) return moodOf(tree, head) === 'possible' ? 'hypothetical' : 'negated';
  if (LEFT_OPEN.has(lemma)) return 'hypothetical';
  return DONE_UNLESS.has(lemma) ? 'actual' : null;
};

/** "[managed] to sign", "will [hold] talks", "is [completing] the withdrawal": as real as the verb above. */
const asGovernor = (governed: Governed, { head, kind, steps }: Step): Realis | null => {
  const { tree } = governed;
  const mood = moodOf(tree, head);
  if (mood === 'future') return 'planned';
  if (mood === 'possible' || mood === 'would') return 'hypothetical';
  if (mood === 'due') return 'proposed';
  const outer = governedRealis(governed, head, steps - 1);
  if (outer !== null) return outer;
  const tense = tenseOf(tree, head);
  const { xpos, upos } = tree.word(head);
  if (upos !== 'VERB') return kind;
  if (kind === 'ongoing') return xpos === 'VBD' ? 'actual' : 'ongoing';
  if (tense !== 'finite') return null;
  return xpos === 'VBG' && kind === 'actual' ? 'ongoing' : 'actual';
};

/** What a participle or relative clause behind an occasion says: "a visit [planned] for May", "talks [scheduled] for Monday". */
export const describedRealis = (governed: Governed, at: number): Realis | null => {
  const { tree, operators } = governed;
  for (const kid of tree.kids(at)) {
    const { deprel, xpos } = tree.word(kid);
    if (!deprel.startsWith('acl') || (xpos !== 'VBN' && xpos !== 'VBD')) continue;
    const kinds = kindsAt(tree, kid, operators);
    if (kinds.has('planned')) return 'planned';
    if (kinds.has('proposed')) return 'proposed';
  }
  return null;
};

/** Whether an occasion is told with "no": "[no] meeting is planned". */
export const isNone = (tree: TreeView, at: number): boolean =>
  tree.kids(at).some((kid) => tree.word(kid).deprel === 'det' && tree.word(kid).lemma === 'no');

const FORCE: ReadonlySet<string> = new Set(['force', 'place', 'effect']);

/** "sanctions [remain in force]". */
export const isInForce = (tree: TreeView, at: number): boolean => {
  const { deprel, head } = tree.word(at);
  if (deprel !== 'nsubj' || head < 0) return false;
  const isKept = tree.word(head).lemma === 'remain' || tree.word(head).lemma === 'stay';
  return FORCE.has(tree.word(head).lemma)
    ? tree.kids(head).some((kid) => tree.word(kid).deprel === 'cop')
    : isKept && tree.kids(head).some((kid) => FORCE.has(tree.word(kid).lemma));
};

const KEEPING: ReadonlySet<string> = new Set([
  'keep',
  'maintain',
  'retain',
  'extend',
  'prolong',
  'renew',
  'uphold',
]);

/** "will [keep] its import ban", "the ban was [extended]": a measure in force stays so. */
export const isKeptUp = (tree: TreeView, at: number): boolean => {
  const { deprel, head } = tree.word(at);
  return (deprel === 'obj' || deprel === 'nsubj:pass') && head >= 0 && KEEPING.has(tree.word(head).lemma);
};

/** What became of an occasion by the word that governs it; `none` when it says that nothing changed, null when it says nothing. */
export const governedFate = (governed: Governed, at: number): Fate | 'none' | null => {
  const { tree, operators } = governed;
  const { deprel, head } = tree.word(at);
  const binding = BINDINGS[deprel];
  if (head < 0 || binding === undefined || binding === 'clause') return null;
  const lead = leadOf(tree, at);
  if (binding === 'phrase' && lead !== 'of' && lead !== 'from') return null;
  const kinds = kindsAt(tree, head, operators);
  const isDenied = isNegatedWord(tree, head);
  if (binding === 'subject' && kinds.has('held')) return heldOr(tree, head, isDenied);
  const fate = kinds.has('postponed') ? 'postponed' : kinds.has('cancelled') ? 'cancelled' : null;
  if (binding === 'subject' || fate === null) return null;
  return isDenied ? 'none' : toldFate(governed, head, fate);
};

/** "proposed to postpone", "may be cancelled": nothing became of it yet. */
const toldFate = (governed: Governed, head: number, fate: Fate): Fate | null => {
  const { tree } = governed;
  const told = governedRealis(governed, head);
  const mood = moodOf(tree, head);
  const isOpen = mood === 'possible' || mood === 'would' || mood === 'due';
  return isOpen || (told !== null && told !== 'actual' && told !== 'planned') ? null : fate;
};

const heldOr = (tree: TreeView, head: number, isDenied: boolean): Fate | null => {
  if (isDenied) return 'lapsed';
  return moodOf(tree, head) === null ? 'held' : null;
};

const REPORTS: ReadonlySet<string> = new Set([
  'report',
  'claim',
  'allegation',
  'accusation',
  'rumour',
  'rumor',
  'suggestion',
  'charge',
]);
const DECLINING: ReadonlySet<string> = new Set(['decline', 'refuse']);
const SAID: ReadonlySet<string> = new Set(['say', 'claim', 'report', 'suggest', 'state']);

/** How those who tell of the act at `at` stand to it, by the words above: `[denied] reports that it had [deployed] missiles`. */
export const governedTelling = (governed: Governed, at: number): Telling | null => {
  const { tree } = governed;
  let below = at;
  for (let step = 0; step < STEPS; step++) {
    const { deprel, head } = tree.word(below);
    if (head < 0) return null;
    const isBound =
      BINDINGS[deprel] === 'clause' || deprel === 'obj' || deprel === 'obl' || deprel === 'nmod';
    if (!isBound || deprel === 'acl:relcl') return null;
    const told = tellingAt(governed, head, below, below === at);
    if (told !== null) return told;
    below = head;
  }
  return null;
};

const tellingAt = (governed: Governed, head: number, below: number, isNext: boolean): Telling | null => {
  const { tree, operators } = governed;
  const kinds = kindsAt(tree, head, operators);
  const { lemma } = tree.word(head);
  const isReport = REPORTS.has(tree.word(below).lemma);
  if (kinds.has('denied') && !isNegatedWord(tree, head) && (isReport || lemma.startsWith('den')))
    return 'denies';
  if (kinds.has('doubted') && isNext) return isNegatedWord(tree, head) ? null : 'doubts';
  if (kinds.has('withheld') && isWithheld(tree, head)) return 'declines';
  return SAID.has(lemma) && hasUnconfirmed(governed, head) ? 'doubts' : null;
};

/** "declined to [say]", "would not [say]". */
const isWithheld = (tree: TreeView, at: number): boolean => {
  const { deprel, head } = tree.word(at);
  if (deprel === 'xcomp' && DECLINING.has(tree.word(head).lemma)) return true;
  return isNegatedWord(tree, at) && moodOf(tree, at) !== null;
};

/** "an [unconfirmed] report said". */
const hasUnconfirmed = ({ tree, operators }: Governed, at: number): boolean =>
  tree
    .kids(at)
    .filter((kid) => tree.word(kid).deprel.startsWith('nsubj'))
    .some((kid) =>
      tree
        .kids(kid)
        .some((own) => tree.word(own).deprel === 'amod' && kindsAt(tree, own, operators).has('doubted')),
    );
