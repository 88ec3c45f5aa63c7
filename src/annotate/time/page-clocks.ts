import type { Atom } from './atoms.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from './filter-words.ts';
import { numberIn } from './frame.ts';

/** A line of nothing but a stamp is no longer than this. */
const LONGEST_STAMP = 24;
const LEAST_DIGITS = 3;

/** Whether every word of a short line is one of a stamp: digits, names of months and what `stampWords` lists. */
export const isStampLine = (atoms: readonly Atom[], { stamps, stampWords }: Words): boolean => {
  if (atoms.length > LONGEST_STAMP || !atoms.some(({ key }) => stamps.has(key))) return false;
  const digits = atoms.filter(({ kind }) => kind === 'digits').length;
  const others = atoms.filter(
    ({ key, kind }) => kind !== 'digits' && !stamps.has(key) && !stampWords.has(key),
  );
  // What is left over may be a weekday, a month and a part of the day.
  return digits >= LEAST_DIGITS && others.length <= 2 && others.every(({ kind }) => kind !== 'mark');
};

const isFullDate = ({ found: { node } }: Candidate): boolean =>
  numberIn(node, 'year') !== null && numberIn(node, 'month') !== null && numberIn(node, 'day') !== null;

const isClock = ({ found: { node } }: Candidate): boolean =>
  numberIn(node, 'hour') !== null && numberIn(node, 'minute') !== null;

const CLOSEST = 3;

/** Whether only marks and an offset of a zone ("GMT+3", "+3hours") stand between two candidates. */
const areGlued = (first: Candidate, second: Candidate, atoms: readonly Atom[]): boolean =>
  second.from - first.end <= CLOSEST &&
  atoms
    .slice(first.end, second.from)
    .every(({ kind, joined }) => kind === 'mark' || kind === 'digits' || (kind === 'letters' && joined));

const hasOffset = ({ end }: Candidate, atoms: readonly Atom[]): boolean => {
  const [sign, digits] = [atoms[end], atoms[end + 1]];
  return (
    (sign?.key === '+' || (sign?.key === '-' && sign.joined)) &&
    digits?.joined === true &&
    digits.kind === 'digits'
  );
};

/**
 * A full date and a clock time side by side at the start of a line, which running text has not: a stamp, or the clock of
 * a crawler that was glued to the first line.
 */
export const isPageClock = (candidate: Candidate, atoms: readonly Atom[]): boolean => {
  const first = candidate.before?.from === 0 ? candidate.before : candidate;
  const second = first.after;
  if (first.from !== 0 || second === null || !areGlued(first, second, atoms)) return false;
  if (candidate !== first && candidate !== second) return false;
  const isStamp = (isFullDate(first) && isClock(second)) || (isClock(first) && isFullDate(second));
  const clock = isClock(first) ? first : second;
  const next = atoms[second.end];
  return isStamp && (hasOffset(clock, atoms) || next === undefined || next.capital || next.kind === 'mark');
};
