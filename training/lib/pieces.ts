import { subjectOf } from '../../src/language/tree/subject.ts';
import type { Tree } from './corpus.ts';
import { goldOf } from './subject-examples.ts';

/** Words cut out of a treebank; of a phrase, the place of its head among them. */
export interface Piece {
  readonly forms: readonly string[];
  readonly head: number;
}

/** What sentences are put together from. */
export interface Pieces {
  readonly names: readonly Piece[];
  readonly nouns: readonly Piece[];
  readonly pronouns: readonly Piece[];
  /** Clauses without their stop. */
  readonly clauses: readonly Piece[];
  /** Clauses whose head is the subject of their main verb. */
  readonly acting: readonly Piece[];
  /** "on Thursday", "in the port of Sorrel". */
  readonly settings: readonly Piece[];
  /** "speaking to reporters", "asked about the delay". */
  readonly participles: readonly Piece[];
  /** "who had slept badly". */
  readonly relatives: readonly Piece[];
}

/** The words under each word, as the first and last of them, and how many they are. */
const spansOf = ({
  heads,
  forms,
}: Tree): { readonly from: Int32Array; readonly to: Int32Array; readonly size: Int32Array } => {
  const from = Int32Array.from(forms, (_, i) => i);
  const to = Int32Array.from(forms, (_, i) => i);
  const size = new Int32Array(forms.length);
  for (let i = 0; i < forms.length; i++)
    for (let at = i, n = 0; at >= 0 && n < 100; at = heads[at] ?? -1, n++) {
      from[at] = Math.min(from[at] ?? i, i);
      to[at] = Math.max(to[at] ?? i, i);
      size[at] = (size[at] ?? 0) + 1;
    }
  return { from, to, size };
};

const MARK = /^["'“”‘’`()[\]{}<>*_/\\|~#@=+-]+$|^https?:|^[;:]$|\n/;

/** Words `[from, to]` in small letters at their start unless a name opens them; null when marks stand among them. */
const cut = (tree: Tree, from: number, to: number, head: number): Piece | null => {
  let last = to;
  while (last > from && /^[,.!?…-]+$/.test(tree.forms[last] ?? '')) last--;
  const forms = tree.forms.slice(from, last + 1);
  if (head > last || forms.some((form) => MARK.test(form))) return null;
  const [first = '', ...rest] = forms;
  const isName = tree.upos[from] === 'PROPN' || first === 'I' || /^\p{Lu}[\p{Lu}\d]/u.test(first);
  return { forms: [isName ? first : first.toLowerCase(), ...rest], head: head - from };
};

const NOMINAL = /^(?:nsubj.*|obj|obl|obl:agent|nmod|conj|appos|iobj)$/;
const NOMINATIVE = /^(?:he|she|they|we|it|i|some|others|many|nobody|everyone|both|few|several)$/i;

/** What stands before a phrase and is no part of it where it stands elsewhere. */
const BEFORE = /^(?:case|cc|punct|mark)$/;
const DETERMINER = /^(?:the|a|an|his|her|its|their|this|that|my|our|your|mr\.?|mrs\.?|dr\.?)$/i;

const phraseAt = (tree: Tree, i: number, from: number, to: number): Piece | null => {
  let first = from;
  while (first < i && tree.heads[first] === i && BEFORE.test(tree.labels[first] ?? '')) first++;
  let head = i;
  while (tree.upos[head] === 'PROPN' && tree.upos[head + 1] === 'PROPN' && head < to) head++;
  return first > i || to - first > 20 ? null : cut(tree, first, to, head);
};

const clauseOf = (tree: Tree): { readonly clause: Piece | null; readonly acting: Piece | null } => {
  const { forms, heads, upos } = tree;
  const root = heads.indexOf(-1);
  const isClause = /^[.!?]$/.test(forms.at(-1) ?? '') && forms.length > 3 && forms.length < 26;
  if (!isClause || upos[root] !== 'VERB') return { clause: null, acting: null };
  const subject = tree.labels.some((label, i) => label.startsWith('nsubj') && heads[i] === root)
    ? subjectOf(goldOf(tree), root)
    : null;
  return {
    clause: cut(tree, 0, forms.length - 1, 0),
    acting: subject === null || forms.at(-1) !== '.' ? null : cut(tree, 0, forms.length - 1, subject),
  };
};

/** Cuts trees into pieces. */
export const piecesOf = (trees: readonly Tree[]): Pieces => {
  const found = {
    names: [] as Piece[],
    nouns: [] as Piece[],
    pronouns: [] as Piece[],
    clauses: [] as Piece[],
    acting: [] as Piece[],
    settings: [] as Piece[],
    participles: [] as Piece[],
    relatives: [] as Piece[],
  };
  for (const tree of trees) {
    const { clause, acting } = clauseOf(tree);
    if (clause !== null) found.clauses.push(clause);
    if (acting !== null) found.acting.push(acting);
    const { from, to, size } = spansOf(tree);
    for (let i = 0; i < tree.forms.length; i++) {
      const [a = 0, b = 0] = [from[i], to[i]];
      if (size[i] !== b - a + 1) continue;
      addPiece(found, tree, i, a, b);
    }
  }
  return found;
};

type Growing = { readonly [K in keyof Pieces]: Piece[] };

/** A word with all that hangs on it, and nothing between that does not: words `[a, b]`. */
interface Branch {
  readonly tree: Tree;
  readonly i: number;
  readonly a: number;
  readonly b: number;
}

const opensWith = ({ tree, a }: Branch, form: RegExp): boolean => form.test(tree.forms[a] ?? '');

const nominalIn = (branch: Branch): 'names' | 'nouns' | 'pronouns' | null => {
  const { tree, i, a, b } = branch;
  const upos = tree.upos[i];
  if (!NOMINAL.test(tree.labels[i] ?? '')) return null;
  if (upos === 'NOUN') return 'nouns';
  if (upos === 'PROPN')
    return tree.forms.slice(a, b + 1).some((form) => DETERMINER.test(form)) ? null : 'names';
  const isSubject = tree.labels[i]?.startsWith('nsubj') && NOMINATIVE.test(tree.forms[i] ?? '');
  return upos === 'PRON' && isSubject ? 'pronouns' : null;
};

const clauseIn = (branch: Branch): 'settings' | 'participles' | 'relatives' | null => {
  const { tree, i, a, b } = branch;
  const label = tree.labels[i] ?? '';
  if (label.startsWith('obl'))
    return b - a < 9 && opensWith(branch, /^(?:on|in|at|after|during|before)$/i) ? 'settings' : null;
  if (b - a < 2 || b - a > 13) return null;
  if (label === 'acl:relcl') return opensWith(branch, /^(?:who|which)$/) ? 'relatives' : null;
  const isOpen = i === a && /^VB[GN]$/.test(tree.xpos[i] ?? '');
  return isOpen && /^(?:advcl|acl)$/.test(label) ? 'participles' : null;
};

const addPiece = (found: Growing, tree: Tree, i: number, a: number, b: number): void => {
  const branch = { tree, i, a, b };
  const nominal = nominalIn(branch);
  const phrase = nominal === null ? null : phraseAt(tree, i, a, b);
  if (nominal !== null && phrase !== null) found[nominal].push(phrase);
  const clause = clauseIn(branch);
  const words = clause === null ? null : cut(tree, a, b, i);
  if (clause !== null && words !== null) found[clause].push(words);
};
