import type { Token } from '../model/sentence.ts';

// Titles and initials with their stop ("Mr.", "J."), abbreviations ("U.S."), and letters and digits with single inner joints:
// "Afghan-led", "don’t", "1,000", "3.5". No nested quantifier can match the same characters twice, so the scan is linear.
const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Messrs|St|Jr|Sr|\p{Lu})\.(?![\p{L}\p{N}])|(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑–][\p{L}\p{N}\p{M}]+)*|[^\s]/uy;
const NUMBER = /^\p{N}[\p{N}.,]*$/u;
const WORD = /^[\p{L}\p{N}]/u;

/** No title that keeps its stop is longer. */
const LONGEST_TITLE = 6;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isAlphanumeric = (code: number): boolean => isLetter(code) || isDigit(code);

/** Whether a character of ASCII neither is part of a word nor joins two parts of one. */
const isBreak = (code: number): boolean =>
  code < 128 && !isAlphanumeric(code) && code !== 0x27 && code !== 0x2c && code !== 0x2d && code !== 0x2e;

/**
 * The end of the word at `at` where it is plain to see: letters and digits of ASCII with white space, a mark that joins
 * nothing, or a comma or stop before such behind them. Else -1, and the pattern is asked; it would say the same.
 */
const plainEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isAlphanumeric(text.charCodeAt(end))) end++;
  if (end === at) return -1;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (isBreak(next)) return end;
  const joins = next === 0x2c || (next === 0x2e && end - at > LONGEST_TITLE);
  return joins && (end + 1 === text.length || isBreak(text.charCodeAt(end + 1))) ? end : -1;
};

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Splits `text` in `[start, end)` into tokens with offsets into the whole text. Linear; text is never changed. */
export const tokenise = (
  text: string,
  start = 0,
  end: number = text.length,
  most: number = Number.POSITIVE_INFINITY,
): readonly Token[] => {
  const tokens: Token[] = [];
  const part = text.slice(start, end);
  let at = 0;
  while (at < part.length && tokens.length < most) {
    if (isBlank(part.charCodeAt(at))) {
      at++;
      continue;
    }
    const to = plainEnd(part, at);
    const form = to < 0 ? formAt(part, at) : part.slice(at, to);
    if (form !== null) tokens.push(to < 0 ? tokenOf(form, start + at) : plainToken(form, start + at));
    at += form?.length ?? 1;
  }
  return tokens;
};

/** The first token of `text`; undefined when there is none. */
export const firstToken = (text: string): Token | undefined => tokenise(text, 0, text.length, 1)[0];

/** What the pattern finds at a place; null for white space. */
const formAt = (part: string, at: number): string | null => {
  TOKEN.lastIndex = at;
  return TOKEN.exec(part)?.[0] ?? null;
};

const plainToken = (text: string, start: number): Token => ({
  start,
  end: start + text.length,
  text,
  lower: text.toLowerCase(),
  kind: isDigit(text.charCodeAt(0)) && NUMBER.test(text) ? 'number' : 'word',
});

const tokenOf = (text: string, start: number): Token => ({
  start,
  end: start + text.length,
  text,
  lower: lowered(text),
  kind: NUMBER.test(text) ? 'number' : WORD.test(text) ? 'word' : 'mark',
});

/** Lower case with curly apostrophes straightened, of the same length; a form whose lower case is longer stays as it is. */
const lowered = (form: string): string => {
  const lower = form.toLowerCase().replaceAll('’', "'");
  return lower.length === form.length ? lower : form;
};
