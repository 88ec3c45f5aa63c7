import { firstToken, tokenise } from '../../language/index.ts';
import { isCapitalised } from '../../lib/capital.ts';
import { variantOf } from '../../lib/name-variant.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Token } from '../../model/sentence.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { worldOf } from '../../model/world/index.ts';

/** A node of a trie of names: the next words, and the names that end here. */
export interface Node {
  readonly next: Map<string, Node>;
  readonly entries: NameEntry[];
}

/** The root of a trie. Knowledge has twenty thousand names, a text some hundred words of them: each branch grows when it is asked for. */
export interface Root {
  readonly next: { readonly get: (key: string) => Node | undefined };
  readonly entries: readonly NameEntry[];
}

/** The names of one language, ready to be matched over tokens. */
export interface Gazetteer {
  readonly root: Root;
  /** Full names of persons and longer names of places by how they sound: see `variantOf`. */
  readonly variants: Root;
  /** Sounds of words worked out before; emptied when it grows too large. */
  readonly sounds: Map<string, string>;
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

/** An empty trie. */
export const emptyNode = (): Node => ({ next: new Map(), entries: [] });

const build = (knowledge: Knowledge, language: string): Gazetteer => {
  const names: Waiting = new Map();
  const sounding: Waiting = new Map();
  const sounds = new Map<string, string>();
  const givenNames = new Set<string>();
  const states = new Map<string, NameEntry>();
  const sound = soundIn(sounds);
  for (const entry of worldOf(knowledge).names()) {
    const first = entry.language === language ? firstToken(entry.text) : undefined;
    if (first === undefined) continue;
    const key = keyOf(first);
    const isOne = !/\S/.test(entry.text.slice(first.end));
    wait(names, key, entry);
    if (hasVariants(entry, isOne)) wait(sounding, sound(first), entry);
    if (entry.type === 'PERSON' && !isOne && first.text.length > 2) givenNames.add(key);
    if (entry.type === 'STATE' && isOne && entry.kind !== 'metonym') addState(states, key, entry);
  }
  return { root: growing(names, keyOf), variants: growing(sounding, sound), sounds, givenNames, states };
};

/** Names by the key of their first word, in the order of knowledge; then the branch that they have become. */
type Waiting = Map<string, NameEntry[] | Node>;

const wait = (waiting: Waiting, key: string, entry: NameEntry): void => {
  const held = waiting.get(key);
  if (Array.isArray(held)) held.push(entry);
  else waiting.set(key, [entry]);
};

/** A trie whose branches are made when they are first asked for, each token of a name under its key. */
const growing = (waiting: Waiting, key: (token: Token) => string): Root => ({
  entries: [],
  next: {
    get: (first) => {
      const held = waiting.get(first);
      if (!Array.isArray(held)) return held;
      const branch = emptyNode();
      for (const entry of held) insert(branch, tokenise(entry.text).slice(1).map(key), entry);
      waiting.set(first, branch);
      return branch;
    },
  },
});

const addState = (states: Map<string, NameEntry>, key: string, entry: NameEntry): void => {
  if (!states.has(key) || entry.kind === 'full') states.set(key, entry);
};

/** Adds a name under its keys. */
export const insert = (root: Node, keys: readonly string[], entry: NameEntry): void => {
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) {
      next = emptyNode();
      node.next.set(key, next);
    }
    node = next;
  }
  node.entries.push(entry);
};

/** The shortest name of one word that is also known by its sound: shorter ones sound like too much else. */
const MIN_VARIANT = 6;

/** Whether a name may be met in another spelling: full names of persons, and names of places that are long enough. */
const hasVariants = (entry: NameEntry, isOne: boolean): boolean => {
  if (entry.kind !== 'full' && entry.kind !== 'alias') return false;
  if (entry.type === 'PERSON') return !isOne;
  return entry.type === 'PLACE' && tokenise(entry.text).some(({ text }) => text.length >= MIN_VARIANT);
};

/** What tokens are compared by: lower case without accents, final stop or possessive. */
export const keyOf = (token: Token): string => (isPlain(token.lower) ? token.lower : foldedKey(token.lower));

/** Whether a word is in ASCII without stops and apostrophes, as most are: then it is its own key. */
const isPlain = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === 0x27 || code === 0x2e) return false;
  }
  return true;
};

const foldedKey = (word: string): string => {
  const lower = word.replace(/'s$|'$/, '').replaceAll('.', '');
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
};

const soundOf = (token: Token): string => variantOf(keyOf(token));

/** The most sounds that are remembered. */
const REMEMBERED = 20_000;

const soundIn =
  (sounds: Map<string, string>) =>
  (token: Token): string => {
    const known = sounds.get(token.lower);
    if (known !== undefined) return known;
    if (sounds.size > REMEMBERED) sounds.clear();
    const sound = soundOf(token);
    sounds.set(token.lower, sound);
    return sound;
  };

/** A name met in the text: how many tokens, and whose it may be. */
export interface Match {
  readonly length: number;
  readonly entries: readonly NameEntry[];
}

/** The longest name that begins at token `from`. */
export const longestName = (
  { root }: Pick<Gazetteer, 'root'>,
  tokens: readonly Token[],
  from: number,
): Match | null => longestIn(root, tokens, from, keyOf);

/** The longest name that begins at token `from` in another spelling than knowledge has: `Sergey Lavrov`, `Kunashiri Island`. */
export const longestVariant = (
  { variants, sounds }: Gazetteer,
  tokens: readonly Token[],
  from: number,
): Match | null => {
  const first = tokens[from];
  if (first === undefined || first.kind !== 'word' || !isCapitalised(first.text)) return null;
  const match = longestIn(variants, tokens, from, soundIn(sounds));
  if (match === null) return null;
  const words = tokens.slice(from, from + match.length);
  return words.some(({ text }) => text.length >= MIN_VARIANT - 1) ? match : null;
};

const longestIn = (
  root: Root,
  tokens: readonly Token[],
  from: number,
  key: (token: Token) => string,
): Match | null => {
  let node: Root | undefined = root;
  let best: Match | null = null;
  for (let i = from; i < tokens.length && i - from < 12; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    node = node.next.get(key(token));
    if (node === undefined) break;
    if (node.entries.length > 0) {
      const entries = node.entries.filter((entry) => suitsCase(entry, tokens, from, i + 1));
      if (entries.length > 0) best = { length: i + 1 - from, entries };
    }
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
  return !isCapitalised(entry.text) || isCapitalised(first.text);
};

const isShout = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
