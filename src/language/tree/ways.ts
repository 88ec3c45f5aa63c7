import type { Item, Kind } from './items.ts';

const LETTERS: Readonly<Record<Kind, string>> = {
  noun: 'N',
  pronoun: 'H',
  determiner: 'N',
  possessive: 'N',
  adjective: 'N',
  joint: 'N',
  preposition: 'P',
  to: 'T',
  and: '&',
  opener: 'S',
  relative: 'R',
  auxiliary: 'X',
  finite: 'F',
  bare: 'B',
  ing: 'G',
  participle: 'D',
  adverb: 'A',
  comma: ',',
  stop: '.',
  quotation: 'Q',
  other: 'O',
};

/** The letter of an item; `#` beyond either end. */
export const letterAt = (items: readonly Item[], i: number): string => {
  const item = items[i];
  if (item === undefined) return '#';
  if (item.low === 'of') return 'o';
  if (item.low === ':') return ':';
  return LETTERS[item.kind];
};

/** Kinds of the items `[from, to)` in letters: runs of a noun phrase as one, adverbs left out, the middle of a long way cut out. */
export const wayBetween = (items: readonly Item[], from: number, to: number): string => {
  let way = '';
  for (let i = from; i < to; i++) {
    const letter = letterAt(items, i);
    if (letter === 'A' || (letter === 'N' && way.endsWith('N'))) continue;
    way += letter;
    if (way.length > 40) way = `${way.slice(0, 4)}~${way.slice(-8)}`;
  }
  return way.length > 9 ? `${way.slice(0, 4)}~${way.slice(-4)}` : way;
};

/** What may stand between two commas, by its letters, the first that fits: a noun phrase, a relative clause, a participle, … */
const SEGMENTS: readonly (readonly [RegExp, string])[] = [
  [/^$/, ''],
  [/^[NH]$/, 'n'],
  [/^L$/, 'l'],
  [/^P?R/, 'r'],
  [/[.:Q]/, 'q'],
  [/^[NHL]?[GD].*[FX]/, 'd'],
  [/^[NHL]?[GD]/, 'g'],
  [/^S.*[FX]/, 's'],
  [/^S/, 't'],
  [/^&.*[FX]/, 'e'],
  [/^&/, '&'],
  [/^[NHL].*R/, 'w'],
  [/^[NHL].*[FX]/, 'v'],
  [/^[NHL]/, 'm'],
  [/[FX]/, 'x'],
];

const sortOfSegment = (segment: string): string => SEGMENTS.find(([form]) => form.test(segment))?.[1] ?? 'o';

/** The same way told by its commas: phrases with "of" and other prepositions count as one. */
export const outlineOf = (items: readonly Item[], from: number, to: number): string => {
  let way = '';
  for (let i = Math.max(from, to - 80); i < to; i++) {
    const letter = letterAt(items, i);
    if (letter !== 'A' && !(letter === 'N' && way.endsWith('N'))) way += letter;
  }
  return outlineOfWay(way);
};

/** Outlines by their letters; the same ways come again and again. Emptied when it grows too large. */
const outlines = new Map<string, string>();
const MOST_OUTLINES = 4_096;

const outlineOfWay = (way: string): string => {
  const known = outlines.get(way);
  if (known !== undefined) return known;
  const parts = way
    .replace(/[Po]N/g, '')
    .replace(/N(?:&N)+/g, 'L')
    .split(',')
    .map(sortOfSegment);
  const outline =
    parts.length > 6 ? `${parts.slice(0, 3).join(',')}~${parts.slice(-3).join(',')}` : parts.join(',');
  if (outlines.size >= MOST_OUTLINES) outlines.clear();
  outlines.set(way, outline);
  return outline;
};

/** Letters of what opens a clause or aside. */
const OPENING = ',.:QSRFXBGD&T';

/** The first item of the clause or aside in which item `i` stands, and what opens it. */
export const openingOf = (items: readonly Item[], i: number): string => {
  for (let at = i - 1; at >= 0 && at > i - 40; at--) {
    const letter = letterAt(items, at);
    if (OPENING.includes(letter)) return `${letter}${i - at === 1 ? '' : '-'}`;
  }
  return i === 0 ? '#' : '#-';
};
