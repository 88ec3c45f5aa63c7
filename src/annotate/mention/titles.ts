import type { Token } from '../../model/sentence.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { type Gazetteer, keyOf } from './gazetteer.ts';
import type { MentionWords } from './words.ts';

/** The title that stands before a name: where it begins, its words, and the state it names. */
export interface Title {
  readonly from: number;
  readonly words: string;
  readonly state: NameEntry | null;
}

const MAX_WORDS = 8;

/**
 * Reads the title before the name that begins at token `name`, leftwards: `[Russian President] Vladimir Putin`,
 * `[Kremlin spokesman] …`, `[Mr.] …`. Null when no word of a title stands there.
 */
export const titleBefore = (
  tokens: readonly Token[],
  name: number,
  floor: number,
  words: MentionWords,
  gazetteer: Gazetteer,
): Title | null => {
  let from = name;
  const title: string[] = [];
  while (from > floor && name - from < MAX_WORDS) {
    const token = tokens[from - 1];
    if (token === undefined || !words.titles.has(token.lower)) break;
    title.unshift(token.lower);
    from--;
  }
  if (title.length === 0) return null;
  const owner = stateBefore(tokens, from, floor, gazetteer);
  return { from: owner?.from ?? from, words: title.join(' '), state: owner?.entry ?? null };
};

const stateBefore = (
  tokens: readonly Token[],
  end: number,
  floor: number,
  gazetteer: Gazetteer,
): { readonly from: number; readonly entry: NameEntry } | null => {
  const token = tokens[end - 1];
  if (end <= floor || token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  const entry = gazetteer.states.get(keyOf(token)) ?? metonym(gazetteer, token);
  return entry === undefined ? null : { from: end - 1, entry };
};

/** `Kremlin spokesman`, `White House adviser`: a one-word metonym of a state. */
const metonym = (gazetteer: Gazetteer, token: Token): NameEntry | undefined =>
  gazetteer.root.next
    .get(keyOf(token))
    ?.entries.find((entry) => entry.type === 'STATE' && entry.kind === 'metonym');
