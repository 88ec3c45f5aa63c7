import { hasPlainLetters } from '../../lib/letters.ts';
import { countWords } from '../../lib/words.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { OutletEntry } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Outlets } from '../outlets.ts';

/** The line that opens a wire story. */
export interface Dateline {
  /** Place in usual spelling; several joined by `/` as written; null when only an agency signs. */
  readonly place: string | null;
  /** The whole of it with its separator, without white space at its ends. */
  readonly at: Span;
  /** The sign as written, e.g. `Reuters`, with its place. */
  readonly sign: { readonly text: string; readonly at: Span; readonly outlet: OutletEntry | null } | null;
  /** The day as written, e.g. `Dec. 16`. */
  readonly day: Span | null;
  readonly rule: RuleId;
}

/** `[VALDORIA, Dec. 16 (Kestrel) --] The two ministers …` */
export const SIGNED: RuleId = ruleId('clean/marks/signed-dateline@1');
/** `[VALDORIA, December 16. /KESTREL/.] The two ministers …` */
export const SLASHED: RuleId = ruleId('clean/marks/slashed-dateline@1');
/** `[VALDORIA:] The two ministers …`, `[VALDORIA —] The two ministers …` */
export const BARE: RuleId = ruleId('clean/marks/bare-dateline@1');
/** `[VALDORIA, 16 дек — Kestrel.] …` */
export const DASHED_SIGN: RuleId = ruleId('clean/marks/dashed-dateline@1');
/** `[【ヴァルドリア時事】]…` */
export const BRACKETED: RuleId = ruleId('clean/marks/bracketed-dateline@1');

/** The forms of a dateline. */
interface Forms {
  readonly signed: RegExp;
  readonly slashed: RegExp;
  readonly dashed: RegExp;
  readonly bare: RegExp;
  /** A line that is nothing else. */
  readonly dated: RegExp;
}

/** The forms over a class of capitals, and the members of classes of letters and of marks. */
const formsOf = (capital: string, letter: string, mark: string, flags: string): Forms => {
  const WORD = `${capital}[${letter}${mark}.'’-]{0,24}`;
  const PLACE = `${WORD}(?:[ \\u00a0/](?:${WORD}|de|da|del|di|la|el|al|am|upon|on)){0,4}`;
  const REGION = `(?:, ?${WORD}(?:[ \\u00a0]${WORD}){0,2}(?![${letter}.])(?![ \\u00a0]\\d))?`;
  const DAY = `(?:(?:, ?| )([${letter}]{3,12}\\.?[ \\u00a0]\\d{1,2}(?:,? \\d{4})?|\\d{1,2}[ \\u00a0][${letter}]{3,12}\\.?(?: \\d{4})?))?`;
  const DASH = '(?:--|[-–—―])';
  return {
    signed: new RegExp(
      `^(${PLACE}${REGION})?${DAY}[\\s]{0,3}\\(([^()\\n]{2,40})\\)[\\s.,:]{0,3}(${DASH})?`,
      flags,
    ),
    slashed: new RegExp(`^(${PLACE}${REGION})${DAY}\\.?[\\s]{0,3}/([^/\\n]{2,40})/\\.?\\s?${DASH}?`, flags),
    dashed: new RegExp(`^(${PLACE}${REGION})${DAY}[\\s]{0,3}${DASH}[\\s]{0,3}(${PLACE})\\.(?=\\s)`, flags),
    bare: new RegExp(`^(${PLACE}${REGION})${DAY}[\\s]{0,3}(:(?=\\s)|${DASH}(?=\\s))`, flags),
    dated: new RegExp(`^(${PLACE}${REGION})${DAY}[\\s.:,]*${DASH}?[\\s]*$`, flags),
  };
};

const ALL_FORMS = formsOf('\\p{Lu}', '\\p{L}', '\\p{M}', 'du');
const PLAIN_FORMS = formsOf('[A-Z]', 'A-Za-z', '', 'd');

const formsFor = (head: string): Forms => (hasPlainLetters(head) ? PLAIN_FORMS : ALL_FORMS);

const BRACKET_FORM = /^([【［[])([^】］\]\n]{2,30})[】］\]]/d;
const HEAD = 200;

/** The dateline that opens the paragraph under `at`, or null. Only its first 200 characters are looked at. */
export const readDateline = (text: string, at: Span, words: Words, outlets: Outlets): Dateline | null => {
  const head = text.slice(at.start, Math.min(at.end, at.start + HEAD));
  const found =
    signed(head, outlets) ??
    slashed(head, outlets) ??
    dashedSign(head, outlets) ??
    bare(head, words) ??
    bracketed(head, outlets);
  if (found === null || countWords(text.slice(at.start + found.at.end, at.end)) < 3) return null;
  return moved(found, at.start);
};

/** The dateline that the line under `at` is and nothing else, or null. A place with a day alone must be in capitals. */
export const readDatelineLine = (text: string, at: Span, words: Words, outlets: Outlets): Dateline | null => {
  if (at.end - at.start > HEAD) return null;
  // The forms want a blank behind their dash.
  const head = `${text.slice(at.start, at.end)} `;
  const found =
    dated(head, words) ?? signed(head, outlets) ?? slashed(head, outlets) ?? dashedSign(head, outlets);
  if (found === null || found.place === null || found.at.end < head.trimEnd().length) return null;
  // A slug such as "FERRY/STRAIT (UPDATE 2)" has the same shape: here the sign must be known, or a day be named.
  const isFiled =
    found.sign?.outlet != null || (found.day !== null && isDay(coverOf(head, found.day), words));
  return isFiled ? moved(found, at.start) : null;
};

const coverOf = (text: string, at: Span): string => text.slice(at.start, at.end);

const dated = (head: string, words: Words): Dateline | null => {
  const match = formsFor(head).dated.exec(head);
  const [whole, place = '', day] = match ?? [];
  if (match === null || whole === undefined || day === undefined) return null;
  return isCapitals(place) && isDay(day, words) ? make(match, BARE, whole, place, null, null) : null;
};

const moved = (found: Dateline, by: number): Dateline => {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return {
    ...found,
    at: move(found.at),
    sign: found.sign === null ? null : { ...found.sign, at: move(found.sign.at) },
    day: found.day === null ? null : move(found.day),
  };
};

const signed = (head: string, outlets: Outlets): Dateline | null => {
  const match = formsFor(head).signed.exec(head);
  if (match === null) return null;
  const [whole, place, , sign = '', dash] = match;
  const outlet = signOutlet(sign, outlets);
  // "Valdoria (Kestrel)" may open a sentence about somebody: without a dash the sign must be known or the place in capitals.
  if (dash === undefined && !(outlet !== null && place !== undefined) && !isCapitals(place ?? ''))
    return null;
  if (outlet === null && !/^[\p{L}\p{N} .&'’/-]+$/u.test(sign)) return null;
  if (outlet === null && place === undefined) return null;
  return make(match, SIGNED, whole, place, 3, outlet);
};

const slashed = (head: string, outlets: Outlets): Dateline | null => {
  const match = formsFor(head).slashed.exec(head);
  if (match === null) return null;
  const [whole, place, , sign = ''] = match;
  const outlet = signOutlet(sign, outlets);
  return outlet === null && sign !== sign.toUpperCase()
    ? null
    : make(match, SLASHED, whole, place, 3, outlet);
};

const dashedSign = (head: string, outlets: Outlets): Dateline | null => {
  const match = formsFor(head).dashed.exec(head);
  if (match === null) return null;
  const [whole, place, , sign = ''] = match;
  const outlet = signOutlet(sign, outlets);
  return outlet === null ? null : make(match, DASHED_SIGN, whole, place, 3, outlet);
};

const bare = (head: string, words: Words): Dateline | null => {
  const match = formsFor(head).bare.exec(head);
  if (match === null) return null;
  const [whole, place = '', day] = match;
  const folded = foldLine(place);
  if (!isCapitals(place) && !(day !== undefined && isDay(day, words))) return null;
  if (place.length < 3 || words.notPlaces.has(folded) || words.whole.has(folded)) return null;
  return make(match, BARE, whole, place, null, null);
};

const bracketed = (head: string, outlets: Outlets): Dateline | null => {
  const match = BRACKET_FORM.exec(head);
  if (match === null) return null;
  const inside = match[2] ?? '';
  const start = match[1]?.length ?? 1;
  const sign = outlets.agenciesIn(inside, 0, inside.length)[0] ?? lastAgency(inside, outlets);
  const byName = /^([^=＝\s]{1,12})[=＝]/.exec(inside);
  if (sign === undefined && byName === null) return null;
  const place = (byName?.[1] ?? inside.slice(0, sign?.at.start ?? 0))
    .replace(/[\s\d０-９日月]+$/u, '')
    .trim();
  const at = sign === undefined ? null : { start: start + sign.at.start, end: start + sign.at.end };
  return {
    place: place === '' ? null : place,
    at: { start: 0, end: match[0].length },
    sign:
      at === null || sign === undefined
        ? null
        : { text: head.slice(at.start, at.end), at, outlet: sign.outlet },
    day: null,
    rule: BRACKETED,
  };
};

/** In `【東京時事】` the agency's name is glued behind the place: look at each later beginning. */
const lastAgency = (
  inside: string,
  outlets: Outlets,
): ReturnType<Outlets['agenciesIn']>[number] | undefined => {
  for (let from = 1; from + 1 < inside.length; from++) {
    const found = outlets.agenciesIn(inside, from, inside.length)[0];
    if (found !== undefined && found.at.end === inside.trimEnd().length) return found;
  }
  return undefined;
};

const signOutlet = (sign: string, outlets: Outlets): OutletEntry | null => {
  const whole = outlets.named(sign);
  if (whole !== null) return whole;
  return outlets.named(sign.split(/[/,]| and /, 1)[0] ?? '');
};

const isDay = (day: string, words: Words): boolean =>
  (day.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => words.months.has(word));

const isCapitals = (place: string): boolean => {
  const letters = place.replace(/[^\p{L}]/gu, '');
  const first = place.split(/,/, 1)[0] ?? '';
  return letters.length >= 3 && first === first.toUpperCase() && first !== first.toLowerCase();
};

const make = (
  match: RegExpExecArray,
  rule: RuleId,
  whole: string,
  place: string | undefined,
  signGroup: number | null,
  outlet: OutletEntry | null,
): Dateline => {
  const signAt = signGroup === null ? undefined : match.indices?.[signGroup];
  const day = match.indices?.[2];
  return {
    place: place === undefined ? null : usualCase(place),
    at: { start: 0, end: whole.trimEnd().length },
    sign:
      signAt === undefined
        ? null
        : { text: match[signGroup ?? 0] ?? '', at: { start: signAt[0], end: signAt[1] }, outlet },
    day: day === undefined ? null : { start: day[0], end: day[1] },
    rule,
  };
};

/** `NEW VALDORIA` is written `New Valdoria`; what is not all in capitals stays. */
const usualCase = (place: string): string =>
  place
    .split(/([\s/,-]+)/)
    .map((word) =>
      word.length > 2 && word === word.toUpperCase() ? (word[0] ?? '') + word.slice(1).toLowerCase() : word,
    )
    .join('');
