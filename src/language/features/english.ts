import type { WordAnalysis } from '../../model/analysis.ts';
import { type RuleId, ruleId } from '../../model/brand.ts';

/** A sentence, with the dependents of each word. */
interface Tree {
  readonly forms: readonly string[];
  readonly words: readonly WordAnalysis[];
  readonly below: readonly (readonly number[])[];
}

const treeOf = (forms: readonly string[], words: readonly WordAnalysis[]): Tree => {
  const below: number[][] = words.map(() => []);
  for (const [i, { head }] of words.entries()) below[head]?.push(i);
  return { forms, words, below };
};

/** A verb has so many dependents that count; a tree may be a star of a hundred thousand words. */
const MOST_DEPENDENTS = 40;

const dependent = ({ words, below }: Tree, at: number, relation: RegExp): number =>
  below[at]?.slice(0, MOST_DEPENDENTS).find((i) => relation.test(words[i]?.deprel ?? '')) ?? -1;

const has = (tree: Tree, at: number, relation: RegExp): boolean => dependent(tree, at, relation) >= 0;

const lowerAt = ({ forms }: Tree, at: number): string => forms[at]?.toLowerCase() ?? '';

const SUBJECT = /^nsubj/;
const RELATIVE_CLAUSE = /^(?:acl|advcl):relcl$/;
const RELATIVIZER: ReadonlySet<string> = new Set(['WDT', 'WP']);

type Agreement = readonly [number: 'Sing' | 'Plur', person: '1' | '2' | '3'];

const PERSONS: Readonly<Record<string, Agreement>> = {
  i: ['Sing', '1'],
  we: ['Plur', '1'],
  you: ['Sing', '2'],
  he: ['Sing', '3'],
  she: ['Sing', '3'],
  it: ['Sing', '3'],
  they: ['Plur', '3'],
  these: ['Plur', '3'],
  those: ['Plur', '3'],
};

/** Verbs that a conjunct may be away from the one that has the subject. */
const MOST_STEPS = 4;

/** The verb or noun of the clause that a finite word stands in. */
const clauseOf = ({ words }: Tree, at: number): number => {
  const word = words[at];
  return word !== undefined && /^(?:aux|cop)/.test(word.deprel) && word.head >= 0 ? word.head : at;
};

const subjectOf = (tree: Tree, at: number): number => {
  let clause = clauseOf(tree, at);
  for (let step = 0; step < MOST_STEPS; step++) {
    const subject = dependent(tree, clause, SUBJECT);
    if (subject >= 0) return subject;
    const word = tree.words[clause];
    if (word === undefined || word.deprel !== 'conj') break;
    clause = word.head;
  }
  return -1;
};

const antecedentOf = (tree: Tree, subject: number): number => {
  const clause = tree.words[subject]?.head ?? -1;
  const word = tree.words[clause];
  return word !== undefined && RELATIVE_CLAUSE.test(word.deprel) ? word.head : subject;
};

const agreementOf = (tree: Tree, subject: number): Agreement => {
  const isRelative = RELATIVIZER.has(tree.words[subject]?.xpos ?? '');
  const at = isRelative ? antecedentOf(tree, subject) : subject;
  if (has(tree, at, /^conj$/) && dependent(tree, at, /^conj$/) < (tree.words[subject]?.head ?? 0))
    return lowerAt(tree, at) === 'i' ? ['Plur', '1'] : ['Plur', '3'];
  const known = PERSONS[lowerAt(tree, at)];
  if (known !== undefined) return known;
  return /^NNP?S$/.test(tree.words[at]?.xpos ?? '') ? ['Plur', '3'] : ['Sing', '3'];
};

type Feats = Map<string, string>;

/** `VBP` is never the third person of one; without a subject the first word decides (`Thank you`). */
const agree = (tree: Tree, at: number, feats: Feats): void => {
  if (!feats.has('Person')) return;
  const word = tree.words[at];
  const subject = subjectOf(tree, at);
  if (subject < 0) return;
  const [number, person] = agreementOf(tree, subject);
  const isPlural = word?.xpos === 'VBP' && person === '3';
  feats.set('Number', isPlural ? 'Plur' : number);
  feats.set('Person', person);
};

const setCase = (tree: Tree, at: number, feats: Feats): void => {
  if (feats.get('Case') === 'Gen') return;
  const deprel = tree.words[at]?.deprel ?? '';
  if (/^(?:obj|iobj|obl|nmod)/.test(deprel)) feats.set('Case', 'Acc');
  else if (/^(?:nsubj|expl)/.test(deprel)) feats.set('Case', 'Nom');
};

/** Bare verbs that may command: at the head of a sentence, or beside or behind one that does. */
const setMood = (tree: Tree, at: number, feats: Feats): void => {
  const word = tree.words[at];
  if (word === undefined || feats.get('Mood') === 'Sub') return;
  const isBare = !has(tree, at, /^(?:aux|mark|nsubj|csubj|cop)/);
  const isTop = /^(?:root|parataxis)/.test(word.deprel) || (word.deprel === 'ccomp' && isBare);
  const commands = isBare && (isTop || (word.deprel === 'conj' && commandsAt(tree, word.head)));
  feats.delete('Mood');
  feats.delete('Person');
  if (commands) feats.set('Mood', 'Imp');
  feats.set('VerbForm', commands ? 'Fin' : 'Inf');
};

const commandsAt = (tree: Tree, at: number): boolean => {
  const word = tree.words[at];
  return (
    word?.xpos === 'VB' &&
    /^(?:root|parataxis)/.test(word.deprel) &&
    !has(tree, at, /^(?:aux|mark|nsubj|csubj|cop)/)
  );
};

const GERUNDS = /^(?:acl|amod|csubj|xcomp|ccomp|nsubj|obj|obl|nmod|compound)$/;

const setGerund = (tree: Tree, at: number, feats: Feats): void => {
  let word = tree.words[at];
  if (has(tree, at, /^aux/)) word = undefined;
  else if (word?.deprel === 'conj') {
    const first = tree.words[word.head];
    word = first?.xpos === 'VBG' && !has(tree, word.head, /^aux/) ? first : undefined;
  }
  const isGerund = word !== undefined && GERUNDS.test(word.deprel);
  feats.set('VerbForm', isGerund ? 'Ger' : 'Part');
  if (isGerund) feats.delete('Tense');
  else feats.set('Tense', 'Pres');
};

const setVoice = (tree: Tree, at: number, feats: Feats): void => {
  const verb =
    tree.words[at]?.deprel === 'conj' && !has(tree, at, /^(?:aux|nsubj)/) ? (tree.words[at]?.head ?? at) : at;
  const isActive = has(tree, verb, /^aux$/) && !has(tree, verb, /^aux:pass$/);
  if (isActive) feats.delete('Voice');
  else feats.set('Voice', 'Pass');
};

/** Whether a word stands in a relative clause: its head is the verb of one, or what its head depends on is. */
const isInRelative = ({ words }: Tree, at: number): boolean => {
  const head = words[words[at]?.head ?? -1];
  if (head === undefined) return false;
  return RELATIVE_CLAUSE.test(head.deprel) || RELATIVE_CLAUSE.test(words[head.head]?.deprel ?? '');
};

const setRelative = (tree: Tree, at: number, feats: Feats): void => {
  const word = tree.words[at];
  // "which treaty" asks, "the treaty which" does not; a clause of reason or time with "when" is none of the relative ones.
  const isRelative =
    (word?.xpos === 'WDT' && word.deprel !== 'det') ||
    has(tree, at, RELATIVE_CLAUSE) ||
    isInRelative(tree, at) ||
    (word?.xpos === 'WRB' && tree.words[word.head]?.deprel === 'acl');
  feats.set('PronType', isRelative ? 'Rel' : 'Int');
};

/** A rule: which words it is for, and what it makes of their features. */
interface FeatureRule {
  readonly id: RuleId;
  readonly suits: (word: WordAnalysis, lower: string) => boolean;
  readonly apply: (tree: Tree, at: number, feats: Feats) => void;
}

const isVerb = ({ upos }: WordAnalysis): boolean => upos === 'VERB' || upos === 'AUX';

/** `They [have]Number=Plur|Person=3 left`: a finite verb has person and number of its subject, a relative clause those of its antecedent. */
const AGREEMENT: FeatureRule = {
  id: ruleId('language/en/agreement@1'),
  suits: (word) => isVerb(word) && (word.xpos === 'VBP' || word.xpos === 'VBD'),
  apply: agree,
};

/** `The council saw [it]Case=Acc`: `it` and `you` are objects unless they are subjects. */
const PRONOUN_CASE: FeatureRule = {
  id: ruleId('language/en/pronoun-case@1'),
  suits: ({ xpos }, lower) => xpos === 'PRP' && (lower === 'it' || lower === 'you'),
  apply: setCase,
};

/** `[Sign]Mood=Imp the treaty.`: a bare verb without subject, auxiliary or mark at the head of a sentence commands. */
const IMPERATIVE: FeatureRule = {
  id: ruleId('language/en/imperative@1'),
  suits: ({ upos, xpos }) => upos === 'VERB' && xpos === 'VB',
  apply: setMood,
};

/** `They like [waiting]VerbForm=Ger`: a form in -ing is a gerund by its relation, and a participle with an auxiliary. */
const GERUND: FeatureRule = {
  id: ruleId('language/en/gerund@1'),
  suits: ({ upos, xpos }) => upos === 'VERB' && xpos === 'VBG',
  apply: setGerund,
};

/** `The islands were [seized]Voice=Pass`: a past participle is passive unless it stands with `have` alone. */
const PASSIVE: FeatureRule = {
  id: ruleId('language/en/passive@1'),
  suits: ({ upos, xpos }) => upos === 'VERB' && xpos === 'VBN',
  apply: setVoice,
};

/** `the envoy [who]PronType=Rel left`: a word in wh- is relative in a relative clause or with one of its own, and asks elsewhere. */
const RELATIVE: FeatureRule = {
  id: ruleId('language/en/relative@1'),
  suits: ({ xpos }) => xpos === 'WDT' || xpos === 'WP' || xpos === 'WRB',
  apply: setRelative,
};

/**
 * Features of English that no word tells by itself, by the tree: whom a verb agrees with, which case `it` has, whether a
 * bare verb commands. Each rule follows what EWT and the free part of GUM do in at least 95 of 100 cases of their train
 * parts; where they differ (`PronType=Dem` of `there`), the tables of the weights decide.
 */
const RULES: readonly FeatureRule[] = [AGREEMENT, PRONOUN_CASE, IMPERATIVE, GERUND, PASSIVE, RELATIVE];

const parse = (feats: string | null): Feats =>
  new Map(
    (feats ?? '').split('|').flatMap((pair): readonly [string, string][] => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );

/** In the order of CoNLL-U: by name, whatever its case. */
const written = (feats: Feats): string | null =>
  feats.size === 0
    ? null
    : [...feats]
        .toSorted(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
        .map(([name, value]) => `${name}=${value}`)
        .join('|');

/** The analysis of an English sentence with the features that its tree tells. Linear. */
export const featuresByTree = (
  forms: readonly string[],
  words: readonly WordAnalysis[],
): readonly WordAnalysis[] => {
  const tree = treeOf(forms, words);
  return words.map((word, at) => {
    const rule = RULES.find(({ suits }) => suits(word, lowerAt(tree, at)));
    if (rule === undefined) return word;
    const feats = parse(word.feats);
    rule.apply(tree, at, feats);
    return { ...word, feats: written(feats) };
  });
};
