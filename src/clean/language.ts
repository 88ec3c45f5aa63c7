import {
  countOf,
  ENGLISH_WORDS,
  LANGUAGE_SAMPLE,
  LETTERS,
  languageOfScript,
  MIN_ENGLISH,
} from '../language/tell-language.ts';
import type { Words } from './lexicon.ts';

const LATIN_WORD = /[a-z][a-z'’]*/gi;

const TOLD: readonly string[] = ['en', 'ru', 'ja'];
// So few letters tell a script and hardly a language.
const FEW_LETTERS = 40;

/**
 * `en`, `ru`, `ja`, or `und`, told from scripts and little words of the first 20,000 characters. `declared` is what the
 * mark-up calls itself: believed of a text too short to tell, and for languages that are not told here. A long text that
 * does not look like English is not English because a template says so.
 */
export const detectLanguage = (text: string, words: Words, declared: string | null = null): string => {
  const told = tellPage(text, words);
  const tag = /^[a-z]{2,3}(?=$|[-_])/i.exec(declared ?? '')?.[0].toLowerCase() ?? null;
  if (told !== 'und' || tag === null) return told;
  return !TOLD.includes(tag) || countOf(text.slice(0, LANGUAGE_SAMPLE), LETTERS) < FEW_LETTERS ? tag : told;
};

/** Stricter than for a text that somebody wants analysed: a few Latin words are English only when one is a little word of it. */
const tellPage = (text: string, words: Words): string => {
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const byScript = languageOfScript(sample);
  if (byScript !== null) return byScript;
  const latin = sample.match(LATIN_WORD) ?? [];
  const english = latin.filter((word) => ENGLISH_WORDS.has(word.toLowerCase())).length;
  if (latin.length < 8)
    return english > 0 || latin.some((word) => words.stopwords.has(word.toLowerCase())) ? 'en' : 'und';
  return english >= latin.length * MIN_ENGLISH ? 'en' : 'und';
};
