import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Atom } from './atoms.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from './filter-words.ts';
import { numberIn, wordIn } from './frame.ts';
import { isPageClock, isStampLine } from './page-clocks.ts';
import type { Found } from './scan.ts';

/** Says whether a candidate is no time. */
export interface Filter {
  readonly id: RuleId;
  /** What the number or line is instead, to end the sentence "X is …". */
  readonly what: string;
  readonly refuses: (candidate: Candidate, atoms: readonly Atom[], words: Words) => boolean;
}

/** Whether it is a year and nothing else, in digits: what a number of another kind may be taken for. */
const isBareYear = ({ found: { node }, from, end }: Candidate, atoms: readonly Atom[]): boolean =>
  end - from === 1 &&
  atoms[from]?.kind === 'digits' &&
  wordIn(node, 'kind') === 'date' &&
  (numberIn(node, 'year') ?? numberIn(node, 'year2')) !== null &&
  numberIn(node, 'month') === null &&
  wordIn(node, 'era') === null;

const endsInDigits = ({ end }: Candidate, atoms: readonly Atom[]): boolean =>
  atoms[end - 1]?.kind === 'digits';

/** The candidate itself, or the first of the two that a hyphen or slash joins. */
const headOfPair = (candidate: Candidate, atoms: readonly Atom[]): Candidate =>
  candidate.before !== null && isPair(candidate.before, candidate, atoms) ? candidate.before : candidate;

const isPair = (first: Candidate, second: Candidate, atoms: readonly Atom[]): boolean =>
  second.from - first.end === 1 &&
  ['-', '/'].includes(atoms[first.end]?.key ?? '') &&
  atoms[second.from]?.joined === true;

const isNumbered: Filter['refuses'] = (candidate, atoms, { numbered }) => {
  if (!isBareYear(candidate, atoms)) return false;
  const { from } = headOfPair(candidate, atoms);
  const mark = atoms[from - 1]?.key;
  const at = mark === '.' || mark === '(' ? from - 2 : from - 1;
  return numbered.has(atoms[at]?.key ?? '');
};

const isMeasured: Filter['refuses'] = (candidate, atoms, { measured }) =>
  endsInDigits(candidate, atoms) &&
  wordIn(candidate.found.node, 'kind') !== 'duration' &&
  measured.has(atoms[candidate.end]?.key ?? '');

const yearOf = ({ found: { node } }: Candidate): number | null => numberIn(node, 'year');

const isBackward: Filter['refuses'] = (candidate, atoms) => {
  const [first, second] =
    candidate.after !== null && isPair(candidate, candidate.after, atoms)
      ? [candidate, candidate.after]
      : [candidate.before, candidate];
  if (first === null || !isBareYear(first, atoms) || !isBareYear(second, atoms)) return false;
  if (!isPair(first, second, atoms)) return false;
  const [from, to] = [yearOf(first), yearOf(second)];
  return from !== null && to !== null && to <= from;
};

const MOST_WORDS_OF_STREET = 3;

const isAddress: Filter['refuses'] = (candidate, atoms, { streets, timeWords }) => {
  if (!isBareYear(candidate, atoms) || timeWords.has(atoms[candidate.from - 1]?.key ?? '')) return false;
  for (let at = candidate.end; at <= candidate.end + MOST_WORDS_OF_STREET; at++) {
    const atom = atoms[at];
    if (atom?.capital !== true) return false;
    if (at > candidate.end && streets.has(atom.key)) return true;
  }
  return false;
};

const LONGEST_RUN = 8;
const joinsNumbers = (atom: Atom | undefined): boolean =>
  atom?.kind === 'digits' || atom?.key === '-' || atom?.key === '(' || atom?.key === ')';

/** Groups of digits with blanks, hyphens and brackets only between them, one of which no date or year has. */
const isPhone: Filter['refuses'] = (candidate, atoms) => {
  if (!isBareYear(candidate, atoms)) return false;
  let [from, to] = [candidate.from, candidate.end];
  while (candidate.from - from < LONGEST_RUN && joinsNumbers(atoms[from - 1])) from--;
  while (to - candidate.end < LONGEST_RUN && joinsNumbers(atoms[to])) to++;
  const groups = atoms.slice(from, to).filter(({ kind }) => kind === 'digits');
  const isDialled =
    atoms[from - 1]?.key === '+' || groups.some(({ key }) => key.length === 3 || /^0\d{2,}/.test(key));
  return groups.length > 1 && isDialled;
};

const isTeaser: Filter['refuses'] = (_, atoms, { teasers }) =>
  teasers.some((keys) => keys.every((key, k) => atoms[k]?.key === key) && atoms[keys.length]?.key === ':');

/** In order; the first that refuses is told. */
export const FILTERS: readonly Filter[] = [
  {
    /** A line that is nothing but a stamp of its page: "Updated: [3 May 2021] [10:32 GMT]" */
    id: ruleId('time/filter/stamp-line@1'),
    what: 'a stamp of the page',
    refuses: (_, atoms, words) => isStampLine(atoms, words),
  },
  {
    /** A stamp glued to the text behind it: "[15 May 2021] [04:12 GMT]+3 Talks open in Port Liss" */
    id: ruleId('time/filter/page-clock@1'),
    what: 'a clock of the page',
    refuses: isPageClock,
  },
  {
    /** A pointer at another story: "Read more: Ferry line closed in [2014]" */
    id: ruleId('time/filter/teaser@1'),
    what: 'part of a pointer at another story',
    refuses: isTeaser,
  },
  {
    /** A label: "Resolution [1999]", "Flight [2016]", "No. [1945]" */
    id: ruleId('time/filter/numbered@1'),
    what: 'a label, not a year',
    refuses: isNumbered,
  },
  {
    /** An amount: "[1999] seats", "[1950] MW" */
    id: ruleId('time/filter/measured@1'),
    what: 'an amount, not a year',
    refuses: isMeasured,
  },
  {
    /** A score or number in two parts: "[2016]-[1999]" */
    id: ruleId('time/filter/backward@1'),
    what: 'two numbers, not years',
    refuses: isBackward,
  },
  {
    /** A number of a house: "[1945] Harbour Street" */
    id: ruleId('time/filter/address@1'),
    what: 'part of an address',
    refuses: isAddress,
  },
  {
    /** A number to call: "+7 495 [2016] [1999]" */
    id: ruleId('time/filter/phone@1'),
    what: 'part of a number to call',
    refuses: isPhone,
  },
];

/** A candidate that is no time, with the filter that says so. */
export interface Refused {
  readonly found: Found;
  readonly filter: Filter;
}

const candidatesOf = (found: readonly Found[], atoms: readonly Atom[]): readonly Candidate[] => {
  const list: {
    found: Found;
    from: number;
    end: number;
    before: Candidate | null;
    after: Candidate | null;
  }[] = [];
  let at = 0;
  for (const each of found) {
    while (at < atoms.length && (atoms[at]?.start ?? 0) < each.span.start) at++;
    let end = at;
    while (end < atoms.length && (atoms[end]?.start ?? 0) < each.span.end) end++;
    const before = list.at(-1) ?? null;
    const candidate = { found: each, from: at, end, before, after: null };
    if (before !== null) list[list.length - 1] = Object.assign(before, { after: candidate });
    list.push(candidate);
    at = end;
  }
  return list;
};

/** Parts the expressions of a sentence into those that are kept and those that a filter refuses. */
export const sift = (
  found: readonly Found[],
  atoms: readonly Atom[],
  words: Words,
): { readonly kept: readonly Found[]; readonly refused: readonly Refused[] } => {
  if (found.length === 0) return { kept: found, refused: [] };
  const [kept, refused]: [Found[], Refused[]] = [[], []];
  for (const candidate of candidatesOf(found, atoms)) {
    const filter = FILTERS.find(({ refuses }) => refuses(candidate, atoms, words));
    if (filter === undefined) kept.push(candidate.found);
    else refused.push({ found: candidate.found, filter });
  }
  return { kept, refused };
};
