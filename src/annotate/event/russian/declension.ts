import type { Case } from './words.ts';

const ALL: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'];

type Endings = Readonly<Record<string, readonly Case[]>>;

const HARD: Endings = {
  а: ['Gen', 'Acc'],
  я: ['Gen', 'Acc'],
  у: ['Dat'],
  ю: ['Dat'],
  ом: ['Ins'],
  ем: ['Ins'],
  ым: ['Ins'],
  е: ['Loc'],
};

const SOFT: Endings = {
  ы: ['Gen'],
  и: ['Gen', 'Dat', 'Loc'],
  е: ['Dat', 'Loc'],
  у: ['Acc'],
  ю: ['Acc'],
  ой: ['Gen', 'Dat', 'Ins', 'Loc'],
  ей: ['Ins'],
};

/** The cases that one word of a name stands in, by its form in the dictionary; null when its ending tells nothing. */
const wordCases = (base: string, word: string): readonly Case[] | null => {
  if (word === base) return unchanged(base);
  const isOpen = /[аяьй]$/.test(base);
  const stem = isOpen ? base.slice(0, -1) : base;
  if (!word.startsWith(stem)) return null;
  const endings = /[ая]$/.test(base) ? SOFT : HARD;
  return endings[word.slice(stem.length)] ?? null;
};

const unchanged = (base: string): readonly Case[] => {
  if (/[ая]$/.test(base)) return ['Nom'];
  return /[оеиуюэы]$/.test(base) ? ALL : ['Nom', 'Acc'];
};

/**
 * The cases that a name can stand in, by its words in the dictionary and in the text, lower case. A word that changed decides.
 * `indeclinable`: a surname that ends in a consonant does not change (a woman's); then it stands in any.
 */
export const nameCases = (
  base: readonly string[],
  words: readonly string[],
  indeclinable: boolean,
): readonly Case[] | null => {
  let same: readonly Case[] | null = null;
  for (const [i, word] of words.entries()) {
    const own = base[i];
    if (own === undefined) return same;
    const cases = wordCases(own, word);
    if (cases === null) return null;
    if (own !== word) return cases;
    same = same === null || same.length > cases.length ? cases : same;
  }
  return indeclinable && words.length === 1 && !/[ая]$/.test(words[0] ?? '') ? ALL : same;
};
