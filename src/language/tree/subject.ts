import type { Word, WordAnalysis } from '../../model/analysis.ts';

/** An analysed sentence, as far as its tree is asked. */
interface Tree {
  readonly words: readonly Pick<Word, 'form'>[];
  readonly analysis: readonly WordAnalysis[];
}

const SUBJECT = /^(?:nsubj|csubj)/;
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
/** Clauses without a subject of their own take that of the clause they hang on: "…, adding that …". */
const OPEN_CLAUSE = /^(?:advcl|xcomp|parataxis)/;
/** How far up a chain of clauses a subject is looked for. */
const MOST_STEPS = 4;

/** How far from a word its dependents are looked for; a tree of a sentence of prose has none farther away. */
const REACH = 400;

const dependentsOf = ({ analysis }: Tree, head: number): readonly number[] => {
  const found: number[] = [];
  const end = Math.min(analysis.length, head + REACH);
  for (let i = Math.max(0, head - REACH); i < end; i++) if (analysis[i]?.head === head) found.push(i);
  return found;
};

const relationOf = ({ analysis }: Tree, index: number): string => analysis[index]?.deprel ?? '';

/** "as saying", "to say": what stands before the verb tells that nobody is named as the one who does it. */
const isSubjectless = (tree: Tree, verb: number, dependents: readonly number[]): boolean => {
  const before = tree.words[verb - 1]?.form.toLowerCase() ?? '';
  const isGerundOf = before === 'as' && tree.analysis[verb]?.xpos === 'VBG';
  const isInfinitive = dependents.some(
    (index) =>
      index < verb && tree.words[index]?.form.toLowerCase() === 'to' && relationOf(tree, index) === 'mark',
  );
  return isGerundOf || isInfinitive || dependents.some((index) => relationOf(tree, index).startsWith('expl'));
};

/** The last word of a run of names: of "Foreign Minister Ana Kestrel" the name and not the title. */
const nameIn = ({ words, analysis }: Tree, head: number): number => {
  if (analysis[head]?.upos !== 'PROPN') return head;
  let last = head;
  while (
    last < head + REACH &&
    analysis[last + 1]?.upos === 'PROPN' &&
    /^\p{Lu}/u.test(words[last + 1]?.form ?? '')
  )
    last++;
  return last;
};

/** Whether the verb is finite and opens its clause, as it does behind a quotation. */
const canBeInverted = ({ analysis }: Tree, verb: number): boolean => {
  const { xpos = null, deprel = '' } = analysis[verb] ?? {};
  const isFiniteVerb = xpos === null || /^VB[DPZ]$/.test(xpos);
  return isFiniteVerb && deprel !== 'conj' && (analysis[verb - 1]?.upos ?? 'PUNCT') === 'PUNCT';
};

/** The subject behind the verb that the tree has taken for something else: "…," said the minister. */
const invertedSubject = (tree: Tree, verb: number, dependents: readonly number[]): number | null => {
  if (!canBeInverted(tree, verb)) return null;
  const behind = dependents.find(
    (index) => index > verb && NOMINAL.has(tree.analysis[index]?.upos ?? '') && isOpen(tree, verb, index),
  );
  return behind ?? null;
};

/** Whether nothing but the words of the nominal itself stands between the verb and it. */
const isOpen = ({ analysis }: Tree, verb: number, nominal: number): boolean => {
  for (let at = verb + 1; at < nominal; at++) {
    const { upos = 'PUNCT' } = analysis[at] ?? {};
    if (upos === 'PUNCT' || upos === 'ADP' || upos === 'VERB' || upos === 'SCONJ') return false;
  }
  return true;
};

/** "It was announced that …": the word stands for the clause. */
const isEmptyIt = (tree: Tree, subject: number, dependents: readonly number[]): boolean =>
  tree.words[subject]?.form.toLowerCase() === 'it' &&
  relationOf(tree, subject) === 'nsubj:pass' &&
  dependents.some((index) => /^(?:ccomp|csubj)/.test(relationOf(tree, index)));

/** Of a name or noun beside another, "the head …, a lawyer, …", the first. */
const firstOfApposition = ({ analysis }: Tree, noun: number): number => {
  let at = noun;
  for (let n = 0; n < MOST_STEPS && analysis[at]?.deprel === 'appos'; n++) at = analysis[at]?.head ?? at;
  return at;
};

const subjectFrom = (tree: Tree, verb: number, steps: number): number | null => {
  const dependents = dependentsOf(tree, verb);
  const own = dependents.find((index) => SUBJECT.test(relationOf(tree, index)));
  if (own !== undefined) return isEmptyIt(tree, own, dependents) ? null : own;
  if (isSubjectless(tree, verb, dependents)) return null;
  const inverted = invertedSubject(tree, verb, dependents);
  if (inverted !== null) return inverted;
  return subjectAbove(tree, verb, steps);
};

const subjectAbove = (tree: Tree, verb: number, steps: number): number | null => {
  const { head = -1, deprel = '' } = tree.analysis[verb] ?? {};
  if (head < 0 || steps >= MOST_STEPS) return null;
  if (deprel === 'acl') return firstOfApposition(tree, head);
  if (deprel === 'conj' || OPEN_CLAUSE.test(deprel)) return subjectFrom(tree, head, steps + 1);
  return null;
};

/**
 * The head word of the grammatical subject of a verb, as an index, or null when it has none: its own; of verbs joined to
 * another, of participles beside a clause, that one's; the noun that a participle describes. For a person with a title it
 * is the name. Rule `language/tree/subject@1`: "…," said Foreign Minister Ana [Kestrel]. Linear in the sentence.
 */
export const subjectOf = (tree: Tree, verb: number): number | null => {
  const head = subjectFrom(tree, verb, 0);
  return head === null ? null : nameIn(tree, head);
};

/** The word that the tree itself marks as the subject of the verb, or null; an empty "it" is none. A name by its last word. */
export const ownSubjectOf = (tree: Tree, verb: number): number | null => {
  const dependents = dependentsOf(tree, verb);
  const own = dependents.find((index) => SUBJECT.test(relationOf(tree, index)));
  return own === undefined || isEmptyIt(tree, own, dependents) ? null : nameIn(tree, own);
};
