import type { EventLexicon, OperatorKind } from '../../model/knowledge/event-lexicon.ts';
import type { TreeView } from './tree-view.ts';

/** What words say of the acts they govern, by lemma with particle. */
export type Operators = ReadonlyMap<string, ReadonlySet<OperatorKind>>;

const NONE: Operators = new Map();
// Keyed by the lexicon itself; a pure cache.
const cache = new WeakMap<EventLexicon, Operators>();

/** The operators of a lexicon, indexed once. */
export const operatorsOf = (lexicon: EventLexicon | null | undefined): Operators => {
  if (lexicon?.operators === undefined) return NONE;
  const held = cache.get(lexicon);
  if (held !== undefined) return held;
  const made = new Map<string, Set<OperatorKind>>();
  for (const { as, words } of lexicon.operators)
    for (const word of words) made.set(word, (made.get(word) ?? new Set()).add(as));
  cache.set(lexicon, made);
  return made;
};

const PARTICLES: ReadonlySet<string> = new Set(['compound:prt', 'advmod', 'case', 'obj']);
const NOTHING: ReadonlySet<OperatorKind> = new Set();

/** The kinds of a word, its particle or light object taken with it: "called [off]", "took [place]". */
export const kindsAt = (tree: TreeView, at: number, operators: Operators): ReadonlySet<OperatorKind> => {
  const { lemma } = tree.word(at);
  for (const kid of tree.kids(at)) {
    const { deprel, lemma: particle } = tree.word(kid);
    if (kid <= at || !PARTICLES.has(deprel)) continue;
    const phrase = operators.get(`${lemma} ${particle}`);
    if (phrase !== undefined) return phrase;
  }
  // "pulled [out] of talks": the particle stands in the phrase after it.
  const next = operators.get(`${lemma} ${tree.word(at + 1).lemma}`);
  // Rare verbs may come without their last letter: "postpon".
  return next ?? operators.get(lemma) ?? operators.get(`${lemma}e`) ?? NOTHING;
};

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'hardly']);
const NEGATING: ReadonlySet<string> = new Set(['advmod', 'det', 'cc', 'cc:preconj', 'obj']);

/** Whether the word itself is denied: "did [not] plan", "has [no] plans". */
export const isNegatedWord = (tree: TreeView, at: number): boolean =>
  tree.kids(at).some((kid) => {
    const { deprel, lemma } = tree.word(kid);
    if (kid < at && NEGATING.has(deprel) && NEGATIONS.has(lemma)) return true;
    // "No president has visited": the denial stands in the subject.
    return deprel.startsWith('nsubj') && tree.kids(kid).some((det) => isNo(tree, det));
  });

const isNo = (tree: TreeView, at: number): boolean => {
  const { deprel, lemma } = tree.word(at);
  return (deprel === 'det' || deprel === 'cc:preconj') && (lemma === 'no' || lemma === 'neither');
};

/** What the auxiliaries of a word make of it. */
export type Mood = 'future' | 'would' | 'possible' | 'due' | null;

const MOODS: Readonly<Record<string, Mood>> = {
  will: 'future',
  "'ll": 'future',
  shall: 'future',
  would: 'would',
  "'d": 'would',
  may: 'possible',
  might: 'possible',
  could: 'possible',
  can: 'possible',
  must: 'due',
  should: 'due',
  ought: 'due',
};

/** The mood of a word by its auxiliaries; null when it has none of them. */
export const moodOf = (tree: TreeView, at: number): Mood => {
  for (const kid of tree.kids(at)) {
    const { deprel, lemma } = tree.word(kid);
    const mood = deprel === 'aux' ? MOODS[lemma] : undefined;
    if (mood !== undefined) return mood;
  }
  return null;
};
