import { tokenise } from '../../language/index.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Token } from '../../model/sentence.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { worldOf } from '../../model/world/index.ts';

/** A node of the name trie: the next words, and the names that end here. */
interface Node {
  readonly next: Map<string, Node>;
  readonly entries: NameEntry[];
}

/** The names of one language, ready to be matched over tokens. */
export interface Gazetteer {
  readonly root: Node;
  /** First words of the names of persons, folded: what a given name looks like. */
  readonly givenNames: ReadonlySet<string>;
  /** State names and adjectives, folded, to state id. */
  readonly states: ReadonlyMap<string, NameEntry>;
}

const made = new WeakMap<Knowledge, Map<string, Gazetteer>>();

/** The gazetteer of a language, built once per knowledge. English names are read in every language of Latin script. */
export const gazetteerOf = (knowledge: Knowledge, language: string): Gazetteer => {
  let byLanguage = made.get(knowledge);
  if (byLanguage === undefined) {
    byLanguage = new Map();
    made.set(knowledge, byLanguage);
  }
  let gazetteer = byLanguage.get(language);
  if (gazetteer === undefined) {
    gazetteer = build(knowledge, language);
    byLanguage.set(language, gazetteer);
  }
  return gazetteer;
};

const build = (knowledge: Knowledge, language: string): Gazetteer => {
  const root: Node = { next: new Map(), entries: [] };
  const givenNames = new Set<string>();
  const states = new Map<string, NameEntry>();
  for (const entry of worldOf(knowledge).names()) {
    if (entry.language !== language) continue;
    const tokens = tokenise(entry.text);
    if (tokens.length === 0) continue;
    insert(root, tokens, entry);
    const first = tokens[0];
    if (entry.type === 'PERSON' && tokens.length > 1 && first !== undefined && first.text.length > 2)
      givenNames.add(keyOf(first));
    if (entry.type === 'STATE' && tokens.length === 1 && first !== undefined && entry.kind !== 'metonym') {
      const key = keyOf(first);
      if (!states.has(key) || entry.kind === 'full') states.set(key, entry);
    }
  }
  return { root, givenNames, states };
};

const insert = (root: Node, tokens: readonly Token[], entry: NameEntry): void => {
  let node = root;
  for (const token of tokens) {
    const key = keyOf(token);
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), entries: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  node.entries.push(entry);
};

/** What tokens are compared by: lower case without accents, final stop or possessive. */
export const keyOf = (token: Token): string => {
  const lower = token.lower.replace(/'s$|'$/, '').replaceAll('.', '');
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
};

/** The longest name that begins at token `from`: how many tokens, and whose it may be. */
export const longestName = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  from: number,
): { readonly length: number; readonly entries: readonly NameEntry[] } | null => {
  let node: Node | undefined = gazetteer.root;
  let best: { readonly length: number; readonly entries: readonly NameEntry[] } | null = null;
  for (let i = from; i < tokens.length && i - from < 12; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    node = node.next.get(keyOf(token));
    if (node === undefined) break;
    const entries: readonly NameEntry[] = node.entries.filter((entry) =>
      suitsCase(entry, tokens, from, i + 1),
    );
    if (entries.length > 0) best = { length: i + 1 - from, entries };
    // A possessive ends a name: nothing is looked for behind `Voss's`.
    if (/['’]s?$/.test(token.text)) break;
  }
  return best;
};

/** A name with a capital needs one in the text; an acronym needs all of them. */
const suitsCase = (entry: NameEntry, tokens: readonly Token[], from: number, to: number): boolean => {
  const first = tokens[from];
  if (first === undefined) return false;
  if (entry.kind === 'acronym' || (to - from === 1 && isShout(entry.text)))
    return to - from > 1 || first.text.replaceAll('.', '').startsWith(entry.text.replaceAll('.', ''));
  return !/^\p{Lu}/u.test(entry.text) || /^\p{Lu}/u.test(first.text);
};

const isShout = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
