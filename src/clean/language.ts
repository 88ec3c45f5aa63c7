import type { Words } from './lexicon.ts';

const SAMPLE = 20_000;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LETTERS = /\p{L}/gu;
const LATIN_WORD = /[a-z][a-z'’]*/gi;
// Letters that Russian lacks and Ukrainian, Belarusian, Serbian, Macedonian, Kazakh or Tatar use, and the other way round.
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќәғқңөұүһ]/giu;
const ENGLISH = new Set([
  'the',
  'of',
  'to',
  'and',
  'in',
  'a',
  'is',
  'that',
  'for',
  'on',
  'with',
  'as',
  'was',
  'by',
  'at',
  'he',
  'said',
  'will',
  'from',
  'has',
  'have',
  'not',
  'are',
]);
const MIN_ENGLISH = 0.12;

const TOLD: readonly string[] = ['en', 'ru', 'ja'];
// So few letters tell a script and hardly a language.
const FEW_LETTERS = 40;

/**
 * `en`, `ru`, `ja`, or `und`, told from scripts and little words of the first 20,000 characters. `declared` is what the
 * mark-up calls itself: believed of a text too short to tell, and for languages that are not told here. A long text that
 * does not look like English is not English because a template says so.
 */
export const detectLanguage = (text: string, words: Words, declared: string | null = null): string => {
  const told = tellLanguage(text, words);
  const tag = /^[a-z]{2,3}(?=$|[-_])/i.exec(declared ?? '')?.[0].toLowerCase() ?? null;
  if (told !== 'und' || tag === null) return told;
  return !TOLD.includes(tag) || count(text.slice(0, SAMPLE), LETTERS) < FEW_LETTERS ? tag : told;
};

const tellLanguage = (text: string, words: Words): string => {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, LETTERS);
  if (letters === 0) return 'und';
  const kana = count(sample, KANA);
  const cjk = kana + count(sample, HAN);
  if (cjk > letters * 0.3) return kana > cjk * 0.1 ? 'ja' : 'und';
  const cyrillic = count(sample, CYRILLIC);
  if (cyrillic > letters * 0.5) return count(sample, NOT_RUSSIAN) > cyrillic * 0.01 ? 'und' : 'ru';
  const latin = sample.match(LATIN_WORD) ?? [];
  const english = latin.filter((word) => ENGLISH.has(word.toLowerCase())).length;
  if (latin.length < 8)
    return english > 0 || latin.some((word) => words.stopwords.has(word.toLowerCase())) ? 'en' : 'und';
  return english >= latin.length * MIN_ENGLISH ? 'en' : 'und';
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
