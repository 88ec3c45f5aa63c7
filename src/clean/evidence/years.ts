import { allMatches } from '../../lib/matches.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Constraint, Days } from './constraint.ts';
import { USUAL, WEAK, yearDays } from './constraint.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';

/** A year and `next year` for one thing. Example: `asked for a lower quota for [next year]. The quota for [2020] is …` */
export const NEXT_YEAR: RuleId = ruleId('clean/evidence/next-year@1');
/** A year in apposition to `this year` or `last year`. Example: `[last year, in 2018], the catch fell` */
export const SAID_YEAR: RuleId = ruleId('clean/evidence/said-year@1');

const APPOSED =
  /\b(next|this|last) year(?:,? in|,| \(|,? -+)? ?((?:19|20)\d\d)\b|\bin ((?:19|20)\d\d)(?:,| \()?(?: when(?: [\p{L}'’-]+){1,3})? (next|this|last) year\b/gu;
const NEXT = /\b(for )?next year\b/;
const AHEAD = /\b(for|in|of) (?:\p{L}+ )?(20\d\d)\b/gu;
// `Not next year but in 2020`: two years, not one.
const CONTRAST = /\b(?:but|instead|only in|rather|not|later than|after|before|until|n't|already|and again)\b/;

const SHIFT: Readonly<Record<string, number>> = { next: -1, this: 0, last: 1 };

/** What `next year` beside a written year says of the publication. */
export const yearEvidence = (scene: Scene): readonly Constraint[] =>
  scene.sentences.flatMap((told, index) => [
    ...apposed(told),
    ...acrossSentences(told, scene.sentences[index - 1]),
    ...acrossSentences(told, scene.sentences[index + 1]),
  ]);

const apposed = (told: Told): readonly Constraint[] => {
  if (CONTRAST.test(told.folded)) return [];
  return allMatches(told.folded, APPOSED).flatMap((match) => {
    const word = match[1] ?? match[4] ?? '';
    const year = Number(match[2] ?? match[3]) + (SHIFT[word] ?? 0);
    const rule = word === 'next' ? NEXT_YEAR : SAID_YEAR;
    return [made(told, match.index, match[0].length, rule, year, USUAL, match[0])];
  });
};

/** `next year` in one sentence, the year in its neighbour, both to come and with the same word before them. */
const acrossSentences = (told: Told, other: Told | undefined): readonly Constraint[] => {
  if (other === undefined || other.paragraph - told.paragraph > 1 || told.paragraph - other.paragraph > 1)
    return [];
  const next = NEXT.exec(told.folded);
  if (next === null || CONTRAST.test(told.folded) || CONTRAST.test(other.folded)) return [];
  const wanted = next[1] === undefined ? 'in' : 'for';
  const years = allMatches(other.folded, AHEAD).filter(
    ([, word, year]) => word === wanted && other.years.includes(Number(year)),
  );
  const [only, second] = years;
  if (only === undefined || second !== undefined || !isToCome(other)) return [];
  const year = Number(only[2]);
  const words = `"next year" beside "${only[0]}"`;
  return [made(told, next.index, next[0].length, NEXT_YEAR, year - 1, WEAK, words)];
};

const TO_COME = /\b(?:promised to|agreed to|invited|plans?|hopes? to)\b/;
const isToCome = ({ folded, future }: Told): boolean => future || TO_COME.test(folded);

const made = (
  told: Told,
  start: number,
  length: number,
  rule: RuleId,
  year: number,
  weight: number,
  words: string,
): Constraint => ({
  at: within(told, start, length),
  raw: told.text.slice(start, start + length),
  rule,
  note: `${words} is said in ${year}`,
  days: [looseYear(year)],
  weight,
});

/** Some days more at both ends: what is written in the last days of a year is of the next one already. */
const EDGE = 15;
const looseYear = (year: number): Days => {
  const { from, to } = yearDays(year);
  return { from: from - EDGE, to: to + EDGE };
};
