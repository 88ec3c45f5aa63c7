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

/** `en`, `ru`, `ja`, or `und`, told from scripts and little words of the first 20,000 characters. */
export const detectLanguage = (text: string, words: Words): string => {
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
