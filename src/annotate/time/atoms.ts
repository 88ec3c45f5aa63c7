import { allMatches } from '../../lib/matches.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';

/** The smallest piece the grammar reads: a run of digits, a run of letters, one East Asian character, or one mark. */
export interface Atom extends Span {
  /** Lower case; apostrophes straightened, hyphens and dashes as `-`, digits of any width as ASCII. */
  readonly key: string;
  readonly kind: 'digits' | 'letters' | 'character' | 'mark';
  /** Whether no white space stands before it. */
  readonly joined: boolean;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

const PIECE =
  /\p{Nd}+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])[\p{L}\p{M}])+|[^\s]/gu;
const DIGITS = /^\p{Nd}/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
const LETTERS = /^\p{L}/u;
const DASH = /^[-‐‑‒–—―−]$/u;
const APOSTROPHE = /^[’‘`´]$/u;
const PLAIN_WORD = /^[A-Za-z]+$/;
const UPPER = /^\p{Lu}/u;

/** The atoms of a sentence, in order. Linear. */
export const atomsOf = (sentence: Sentence): readonly Atom[] => {
  const atoms: Atom[] = [];
  let end = -1;
  for (const token of sentence.tokens) {
    if (PLAIN_WORD.test(token.text)) atoms.push(plainAtom(token, token.start === end));
    else atomiseInto(atoms, token.text, token.start, token.start === end);
    end = token.end;
  }
  return atoms;
};

/** The atoms of a word or phrase of a lexicon. */
export const atomise = (text: string): readonly Atom[] => {
  const atoms: Atom[] = [];
  atomiseInto(atoms, text, 0, false);
  return atoms;
};

const plainAtom = (token: Token, joined: boolean): Atom => ({
  start: token.start,
  end: token.end,
  key: token.lower,
  kind: 'letters',
  joined,
  capital: token.text.charCodeAt(0) < 97,
});

const atomiseInto = (atoms: Atom[], text: string, offset: number, joined: boolean): void => {
  let end = joined ? 0 : -1;
  for (const match of allMatches(text, PIECE)) {
    const form = match[0];
    const start = match.index;
    atoms.push({
      start: offset + start,
      end: offset + start + form.length,
      ...keyOf(form),
      joined: start === end,
      capital: UPPER.test(form),
    });
    end = start + form.length;
  }
};

const keyOf = (form: string): Pick<Atom, 'key' | 'kind'> => {
  if (DIGITS.test(form)) return { key: asciiDigits(form), kind: 'digits' };
  if (EAST_ASIAN.test(form)) return { key: form, kind: 'character' };
  if (LETTERS.test(form)) return { key: form.toLowerCase().replaceAll('ё', 'е'), kind: 'letters' };
  if (DASH.test(form)) return { key: '-', kind: 'mark' };
  return { key: APOSTROPHE.test(form) ? "'" : form, kind: 'mark' };
};

// Every block of decimal digits begins at a multiple of ten from its zero; these are the zeros met in news text.
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10] as const;

const asciiDigits = (form: string): string => {
  if (/^[0-9]+$/.test(form)) return form;
  let out = '';
  for (const character of form) {
    const point = character.codePointAt(0) ?? 0;
    const zero = ZEROS.find((from) => point >= from && point < from + 10);
    out += zero === undefined ? character : String(point - zero);
  }
  return out;
};
