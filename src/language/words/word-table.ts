import { hashText, spread } from './hash.ts';
import { caseOf, shapeOf } from './shape.ts';

/** Columns of a word in the table. */
export const WORD = {
  lower: 0,
  form: 1,
  prefix1: 2,
  prefix2: 3,
  prefix3: 4,
  suffix1: 5,
  suffix2: 6,
  suffix3: 7,
  suffix4: 8,
  suffix5: 9,
  shape: 10,
  /** As {@link caseOf}. */
  case: 11,
  /** The tags that training saw on the word, as one number. */
  kind: 12,
  /** Number of the set of tags that the word may have, as {@link Lexicon.sets}. */
  set: 13,
  /** 1 with a hyphen inside, 2 with a digit, 0 else. */
  inner: 14,
  /** Number of the fine tags that the word may have, as {@link Lexicon.fine}. */
  fine: 15,
  /** The first letters, which stay while the ending changes. */
  stem: 16,
} as const;

/** Numbers a word in {@link WordTable.columns}. */
export const WORD_COLUMNS = 17;

/** Words of the training text. */
export interface Lexicon {
  /** By lower case: which tags were seen on a word, the frequent first, as one number for features. */
  readonly kinds: ReadonlyMap<string, number>;
  /** By exact form: the set of tags of a frequent word, which may have no other; 0, all tags, for the rest. */
  readonly sets: ReadonlyMap<string, number>;
  /** By exact form: which fine tags a frequent word may have; 0, all, for the rest. */
  readonly fine: ReadonlyMap<string, number>;
}

/** A cache of what is read off a form, so that it is done once a word and not once a token. */
export interface WordTable {
  /** The number of a form; stays valid until the next {@link WordTable.refresh}. */
  readonly idOf: (form: string) => number;
  /** Columns of all words, {@link WORD_COLUMNS} each. */
  readonly columns: () => Int32Array;
  /** Forgets everything when too many words are held; to be called between sentences. */
  readonly refresh: () => void;
}

/** Code units of a stem. */
const STEM = 5;
const MOST_WORDS = 1 << 15;
/** Only so many code units of a form are looked at, so that a token of megabytes costs no more than a long word. */
const LONGEST_FORM = 64;
const NUMBER = /^[\d.,:/-]*\d[\d.,:/-]*$/;

const describe = (form: string, lexicon: Lexicon, out: Int32Array, at: number): void => {
  const whole = form.length > LONGEST_FORM ? form.slice(0, LONGEST_FORM) : form;
  const lower = whole.toLowerCase();
  const n = lower.length;
  const isNumber = NUMBER.test(whole);
  out[at + WORD.lower] = isNumber ? spread(n > 3 ? 4 : n, 91) : hashText(lower);
  out[at + WORD.form] = hashText(whole);
  for (let k = 1; k <= 3; k++) out[at + WORD.prefix1 + k - 1] = hashText(lower, 0, Math.min(k, n));
  for (let k = 1; k <= 5; k++) out[at + WORD.suffix1 + k - 1] = hashText(lower, Math.max(0, n - k), n);
  out[at + WORD.shape] = shapeOf(whole);
  out[at + WORD.case] = caseOf(whole);
  out[at + WORD.kind] = lexicon.kinds.get(lower) ?? (isNumber ? 7 : 0);
  out[at + WORD.set] = lexicon.sets.get(whole) ?? 0;
  out[at + WORD.fine] = lexicon.fine.get(whole) ?? 0;
  out[at + WORD.stem] = isNumber ? (out[at + WORD.lower] as number) : hashText(lower, 0, Math.min(STEM, n));
  out[at + WORD.inner] = /[-‑]/.test(whole.slice(1, -1)) ? 1 : /\d/.test(whole) ? 2 : 0;
};

/** Makes a table over a lexicon. */
export const createWordTable = (lexicon: Lexicon): WordTable => {
  let ids = new Map<string, number>();
  let columns = new Int32Array(4_096 * WORD_COLUMNS);
  return {
    idOf: (form) => {
      const known = ids.get(form);
      if (known !== undefined) return known;
      const id = ids.size;
      if ((id + 1) * WORD_COLUMNS > columns.length) {
        const larger = new Int32Array(columns.length * 2);
        larger.set(columns);
        columns = larger;
      }
      describe(form, lexicon, columns, id * WORD_COLUMNS);
      ids.set(form, id);
      return id;
    },
    columns: () => columns,
    refresh: () => {
      if (ids.size > MOST_WORDS) ids = new Map();
    },
  };
};
