import type { OfficeTerm } from '../knowledge.ts';
import { foldName } from './fold.ts';

/** Words of titles that change whose office it is: a deputy prime minister is not a prime minister. */
const QUALIFIERS: ReadonlySet<string> = new Set([
  'vice',
  'deputy',
  'assistant',
  'former',
  'ex',
  'parliamentary',
]);

/** Other words for one office. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/\bstate minister (?:of|for) (\w+)|\bminister of state for (\w+)/g, 'deputy minister for $1$2'],
  [/\bpremier\b/g, 'prime minister'],
  [/\bdefense\b/g, 'defence'],
  [/\bspokes(?:man|woman)\b/g, 'spokesperson'],
  [
    /\bforeign affairs minister\b|\bminister (?:of|for) foreign affairs\b|\btop diplomat\b/g,
    'foreign minister',
  ],
  [/\bdefence chief\b|\bminister (?:of|for) defence\b/g, 'defence minister'],
  [/\bchief of state\b/g, 'head of state'],
];

const OFFICES_BY_WORDS: Readonly<Record<string, string>> = {
  'head of state': 'head_of_state',
  'head of government': 'head_of_government',
  'prime minister': 'head_of_government',
  'foreign minister': 'foreign_minister',
  'defence minister': 'defence_minister',
};

/** Titles that are remembered; those of the knowledge are some hundreds, and are asked for again and again. */
const MOST_REMEMBERED = 4_096;
const foldedTitles = new Map<string, string>();

/** The words of a title with the usual synonyms levelled. */
const foldTitle = (title: string): string => {
  const held = foldedTitles.get(title);
  if (held !== undefined) return held;
  const made = SYNONYMS.reduce(
    (words, [pattern, word]) => words.replace(pattern, word),
    foldName(title).replaceAll('_', ' '),
  );
  if (foldedTitles.size >= MOST_REMEMBERED) foldedTitles.clear();
  foldedTitles.set(title, made);
  return made;
};

const holdsWords = (title: string, words: string): boolean => ` ${title} `.includes(` ${words} `);

const qualifiersOf = (words: string): readonly string[] => words.split(' ').filter((w) => QUALIFIERS.has(w));

/**
 * Tells the terms that words of a title mean. The words must stand in the term's title together, and what makes it a
 * lesser office (`deputy`, `vice`) must stand in both or in neither. `foreign minister` also means those who hold the
 * office under another title, as a Secretary of State does.
 */
export const titleTest = (office: string): ((term: OfficeTerm) => boolean) => {
  if (office.includes('_')) return (term) => term.office === office;
  const words = foldTitle(office);
  const plain = OFFICES_BY_WORDS[words];
  const lesser = qualifiersOf(words).join(' ');
  return (term) => {
    const title = foldTitle(term.title);
    if (qualifiersOf(title).join(' ') !== lesser) return false;
    if (holdsWords(title, words) || term.office.replaceAll('_', ' ') === words) return true;
    return plain !== undefined && plain !== 'head_of_government' && term.office === plain;
  };
};
