import { variantOf } from '../../lib/name-variant.ts';
import { slug } from '../../lib/slug.ts';
import type { EntityId } from '../../model/brand.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Token } from '../../model/sentence.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { type Gazetteer, keyOf, longestName } from './gazetteer.ts';
import { type LocalNames, localEntry, teach } from './local.ts';
import { nameText } from './token-text.ts';

/** Two to eight capitals, with digits and marks between: `FEC`, `U.N.`, `G-20`. */
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,7}$/u;
/** How many words back the long form may begin. */
const REACH = 12;

/** A long form `[from, to)` and its acronym. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/**
 * Takes up the acronyms that a sentence introduces in brackets, `the [Far Eastern Council] ([FEC])` or `[FEC] ([Far Eastern
 * Council])`: from there on both mean the same body, that of knowledge when one of them is known, else a new one.
 */
export const teachAcronyms = (tokens: readonly Token[], gazetteer: Gazetteer, local: LocalNames): void => {
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i]?.text !== '(') continue;
    const pair = longBefore(tokens, i) ?? longInside(tokens, i);
    if (pair !== null) teachPair(tokens, pair, gazetteer, local);
  }
};

const longBefore = (tokens: readonly Token[], open: number): Pair | null => {
  const at = open + 1;
  if (tokens[at + 1]?.text !== ')' || !ACRONYM.test(tokens[at]?.text ?? '')) return null;
  const from = spelledFrom(tokens, open, lettersOf(tokens[at]));
  return from === null ? null : { from, to: open, at };
};

const longInside = (tokens: readonly Token[], open: number): Pair | null => {
  const at = open - 1;
  if (!ACRONYM.test(tokens[at]?.text ?? '')) return null;
  let shut = open + 1;
  while (shut < tokens.length && shut - open <= REACH && tokens[shut]?.text !== ')') shut++;
  if (tokens[shut]?.text !== ')') return null;
  const from = spelledFrom(tokens, shut, lettersOf(tokens[at]));
  const first = tokens[open + 1]?.lower === 'the' ? open + 2 : open + 1;
  return from === first ? { from, to: shut, at } : null;
};

const lettersOf = (token: Token | undefined): string =>
  (token?.text ?? '').replace(/[^\p{Lu}]/gu, '').toLowerCase();

/**
 * Where the words that end before `end` and begin with these letters begin. A small word may give its letter or be passed over
 * (`Ministry [o]f Coastal Affairs (MOCA)`), a word with hyphens all its letters or the first (`Co-operation`). At most one
 * more way a word, over twelve words and eight letters: each pair is tried once.
 */
const spelledFrom = (tokens: readonly Token[], end: number, letters: string): number | null => {
  if (letters.length < 2) return null;
  const tried = new Set<number>();
  const from = (i: number, left: number): number | null => {
    const token = tokens[i];
    const isTried = tried.has(i * REACH + left);
    if (token === undefined || end - i > REACH || token.kind !== 'word' || isTried) return null;
    tried.add(i * REACH + left);
    const rests = waysOf(token)
      .filter((initials) => letters.slice(0, left).endsWith(initials))
      .map((initials) => left - initials.length);
    if (rests.includes(0)) return isCapital(token) ? i : null;
    for (const rest of rests) {
      const start = from(i - 1, rest);
      if (start !== null) return start;
    }
    return null;
  };
  return from(end - 1, letters.length);
};

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

/** The letters that a word may give to an acronym, in the order they are tried. */
const waysOf = (token: Token): readonly string[] => {
  const first = keyStart(token.text);
  if (!isCapital(token)) return token.text.length <= SMALL ? ['', first] : [];
  const all = initialsOf(token.text);
  return all === first ? [first] : [all, first];
};

/** The longest word in small letters that an acronym passes over: `of`, `the`, `and`. */
const SMALL = 3;

/** `Asia-Pacific` gives two letters. */
const initialsOf = (word: string): string => word.split(/[-‐–]/).map(keyStart).join('');

const keyStart = (word: string): string => word.normalize('NFD').slice(0, 1).toLowerCase();

const teachPair = (
  tokens: readonly Token[],
  { from, to, at }: Pair,
  gazetteer: Gazetteer,
  local: LocalNames,
): void => {
  const short = tokens[at];
  if (short === undefined) return;
  const text = nameText(tokens, from, to);
  const known = wholeName(gazetteer, tokens, from, to) ?? asAcronym(gazetteer, tokens, at, text);
  const entity: EntityRef = known?.entity ?? { id: slug(text, 80) as EntityId, name: text };
  const type = known?.type ?? 'ORG';
  teach(local, tokens.slice(from, to).map(keyOf), localEntry(text, entity, type, 'full'), 'acronym');
  teach(local, [keyOf(short)], localEntry(short.text, entity, type, 'acronym'), 'acronym');
};

/** What knowledge has under exactly these words. */
const wholeName = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  from: number,
  to: number,
): NameEntry | null => {
  const match = longestName(gazetteer, tokens, from);
  if (match === null || match.length !== to - from) return null;
  return match.entries.find(({ type, kind }) => type !== 'PERSON' && kind !== 'demonym') ?? null;
};

/** The body that knowledge has under the acronym, when its full name is like the one the text gives. */
const asAcronym = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  at: number,
  text: string,
): NameEntry | null => {
  const match = longestName(gazetteer, tokens, at);
  if (match === null || match.length !== 1) return null;
  const words = soundsOf(text);
  return (
    match.entries.find(({ kind, entity }) => {
      if (kind === 'surname' || kind === 'demonym') return false;
      const own = soundsOf(entity.name);
      const shared = [...words].filter((word) => own.has(word)).length;
      return 2 * shared > Math.max(words.size, own.size);
    }) ?? null
  );
};

const soundsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .split(/[\s-]+/)
      .filter((word) => word.length > 3)
      .map(variantOf),
  );
