/** So much of a text tells its language. */
export const LANGUAGE_SAMPLE = 20_000;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Every letter. */
export const LETTERS: RegExp = /\p{L}/gu;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}'’]*/gu;
/** Letters that Russian lacks and other languages of that script use. */
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќәғқңөұүһ]/giu;
/** Little words that running English is full of. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  'the of to and in a is that for on with as was by at he said will from has have not are'.split(' '),
);
/** The least share of those words in running English. */
export const MIN_ENGLISH = 0.12;
/** Fewer words tell a script and hardly a language. */
const FEW_WORDS = 12;

/** How often a pattern with the flag `g` is found. */
export const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** A character of Cyrillic, kana or Han, or of another script beyond Greek; signs of punctuation are none. Asked first: most pages have none. */
const FAR_SCRIPT = /[^\u0000-\u03ff\u2000-\u2bff]/;

/** The language of a sample when its script tells it: `ja`, `ru`, `und` for others of those scripts; null for other scripts. */
export const languageOfScript = (sample: string): 'ru' | 'ja' | 'und' | null => {
  if (!FAR_SCRIPT.test(sample)) return null;
  const letters = countOf(sample, LETTERS);
  const kana = countOf(sample, KANA);
  const cjk = kana + countOf(sample, HAN);
  if (cjk > letters * 0.3) return kana > cjk * 0.1 ? 'ja' : 'und';
  const cyrillic = countOf(sample, CYRILLIC);
  if (cyrillic <= letters * 0.5) return null;
  return countOf(sample, NOT_RUSSIAN) > cyrillic * 0.01 ? 'und' : 'ru';
};

/**
 * The language of a text by its scripts and little words: `en`, `ru`, `ja`, or `und` for any other. A few Latin words are
 * taken for English; no letters at all, too. Linear.
 */
export const tellLanguage = (text: string): 'en' | 'ru' | 'ja' | 'und' => {
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const byScript = languageOfScript(sample);
  if (byScript !== null) return byScript;
  if (countOf(sample, LATIN) < countOf(sample, LETTERS) * 0.5) return 'und';
  const words = sample.match(LATIN_WORD) ?? [];
  const english = words.filter((word) => ENGLISH_WORDS.has(word.toLowerCase())).length;
  return words.length < FEW_WORDS || english >= words.length * MIN_ENGLISH ? 'en' : 'und';
};
