/** A row of `knowledge/ja/ipadic.json`: which morphemes have this universal part of speech, with an example. */
export interface IpadicRow {
  readonly tags: readonly string[];
  readonly base?: string;
  readonly upos: string;
  readonly example: string;
}

/** Tags of IPADIC before its forms: part of speech, three finer ones, conjugation and its form. */
const TAGS = 4;
/** Where IPADIC has the dictionary form. */
const BASE = 6;

/** The dictionary form of a morpheme; null where there is none. */
export const baseOf = (details: readonly string[]): string | null => {
  const base = details[BASE];
  return base === undefined || base === '*' ? null : base;
};

const MARKS = /^[\p{P}\p{S}]+$/u;
const PUNCTUATION = /^\p{P}+$/u;

/** What a string that stands in no dictionary is, by its signs alone: a word of letters is most likely a name. */
const unknownUpos = (form: string): string => {
  if (PUNCTUATION.test(form)) return 'PUNCT';
  if (/\p{L}/u.test(form)) return 'PROPN';
  return /\p{N}/u.test(form) ? 'NUM' : 'SYM';
};

/** Whether a noun is one that `する` makes a verb of. */
const isVerbal = (details: readonly string[]): boolean => details[0] === '名詞' && details[1] === 'サ変接続';
const isSuru = (details: readonly string[]): boolean =>
  details[0] === '動詞' && (baseOf(details) === 'する' || baseOf(details) === 'できる');

/** What stands beside a morpheme; null at the ends. */
export interface Neighbours {
  readonly before: readonly string[] | null;
  readonly behind: readonly string[] | null;
}

/**
 * The universal part of speech of a morpheme by the first row that suits it. `する` behind a noun of its kind is an auxiliary
 * and the noun the verb (`[帰国]VERB [し]AUX た`), as UD has it; `する` alone is a verb.
 */
export const uposOf = (
  rows: readonly IpadicRow[],
  form: string,
  details: readonly string[],
  { before, behind }: Neighbours,
): string => {
  if (details.length < TAGS || (MARKS.test(form) && details[0] !== '記号')) return unknownUpos(form);
  if (isVerbal(details) && behind !== null && isSuru(behind)) return 'VERB';
  if (isSuru(details)) return before !== null && isVerbal(before) ? 'AUX' : 'VERB';
  const base = baseOf(details) ?? form;
  const row = rows.find(
    (one) => one.tags.every((tag, i) => details[i] === tag) && (one.base === undefined || one.base === base),
  );
  return row?.upos ?? 'X';
};

/** The tags of a morpheme in one string, `名詞-固有名詞-地域`; null when it stands in no dictionary. */
export const xposOf = (details: readonly string[]): string | null => {
  const tags = details.slice(0, TAGS).filter((tag) => tag !== '*');
  return details.length < TAGS || tags.length === 0 ? null : tags.join('-');
};
