import type { TimeMod } from '../../model/annotation.ts';
import { TIME_MODS } from '../../model/annotation.ts';
import type { ModWords, TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { numberIn, wordIn } from './frame.ts';
import type { Phrases } from './phrases.ts';
import { atomsUpTo, phraseAt, phraseBefore, phrasesOf } from './phrases.ts';
import type { Found } from './scan.ts';

interface Compiled {
  readonly dates: Phrases<TimeMod>;
  readonly lengths: Phrases<TimeMod>;
  readonly behind: Phrases<TimeMod>;
}

const compiled = new WeakMap<ModWords, Compiled>();

const compile = (words: ModWords): Compiled => {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const made = {
    dates: phrasesOf(Object.entries(words.dates)),
    lengths: phrasesOf(Object.entries(words.lengths)),
    behind: phrasesOf(Object.entries(words.behind)),
  };
  compiled.set(words, made);
  return made;
};

const isMod = (word: string): word is TimeMod => TIME_MODS.some((mod) => mod === word);

/** "earlier this year" is its start and "later this year" its end, as the corpora of news mark them. */
const OF_TEMPLATE: Readonly<Record<string, TimeMod>> = { BEFORE: 'START', AFTER: 'END' };

/** More than two years ago is before that time, less than two years ago after it. */
const AGO: Readonly<Partial<Record<TimeMod, TimeMod>>> = {
  MORE_THAN: 'BEFORE',
  LESS_THAN: 'AFTER',
  EQUAL_OR_MORE: 'ON_OR_BEFORE',
  EQUAL_OR_LESS: 'ON_OR_AFTER',
};

/** Whether the expression counts units ("two years ago") and does not only point ("last year"). */
const isCounted = (node: TimeTemplate): boolean =>
  wordIn(node, 'kind') === 'shift' && node.count !== undefined && node.count !== 1;

/** "get around Wednesday's ruling": what stands before a day is rather a preposition. */
const isPreposed = (node: TimeTemplate): boolean =>
  numberIn(node, 'weekday') !== null || (wordIn(node, 'kind') === 'shift' && wordIn(node, 'unit') === 'D');

const NO_WORDS: Phrases<TimeMod> = phrasesOf([]);

const besideOf = (found: Found, atoms: readonly Atom[], words: Compiled): TimeMod | null => {
  const { node, at, span } = found;
  const isLength = wordIn(node, 'kind') === 'duration' || isCounted(node);
  const end = atomsUpTo(atoms, at, span.end);
  const lengths = isLength ? words.lengths : NO_WORDS;
  // "over the past two weeks" lasts no longer than they do.
  const isOpen = wordIn(node, 'toward') === null;
  return (
    phraseAt(words.dates, atoms, at) ??
    phraseAt(lengths, atoms, at) ??
    phraseBefore(words.behind, atoms, end) ??
    phraseAt(words.behind, atoms, end) ??
    (isPreposed(node) ? null : phraseBefore(words.dates, atoms, at)) ??
    (isOpen ? phraseBefore(lengths, atoms, at) : null)
  );
};

/** The TIMEX3 modifier of an expression: what its rule has read, else by the words at its ends and beside it. */
export const modOf = (found: Found, atoms: readonly Atom[], words: ModWords | null): TimeMod | null => {
  const own = wordIn(found.node, 'mod') ?? '';
  const told = OF_TEMPLATE[own] ?? (isMod(own) ? own : null);
  if (told !== null || words === null) return told;
  const kind = wordIn(found.node, 'kind');
  if (kind !== 'date' && kind !== 'shift' && kind !== 'duration') return null;
  const beside = besideOf(found, atoms, compile(words));
  return beside !== null && isCounted(found.node) ? (AGO[beside] ?? beside) : beside;
};
