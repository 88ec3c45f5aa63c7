import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LanguageTools, plainTools, readModel, toolsOf } from '../language/index.ts';
import { DemarcheError } from '../model/error.ts';
import { isMissing, packageRoot } from './package-reader.ts';

/** The languages whose text can be cut; those with weights are analysed, too. */
export const PARSED_LANGUAGES = ['en', 'ru', 'ja'] as const;

/** One of {@link PARSED_LANGUAGES}. */
export type ParsedLanguage = (typeof PARSED_LANGUAGES)[number];

/** Whether a language is one of {@link PARSED_LANGUAGES}. */
export const isParsedLanguage = (language: string): language is ParsedLanguage =>
  PARSED_LANGUAGES.some((known) => known === language);

const WITH_WEIGHTS: ReadonlySet<string> = new Set(['en', 'ru']);

const readTools = async (language: ParsedLanguage, root: string): Promise<LanguageTools> => {
  if (!WITH_WEIGHTS.has(language)) return plainTools(language);
  const path = `knowledge/models/${language}.bin`;
  try {
    return toolsOf(readModel(await readFile(join(root, path))));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new DemarcheError('not-found', `${path} is missing`, {
      hint: 'the installed package is damaged: install it again',
      cause: error,
    });
  }
};

const loaded = new Map<string, Promise<LanguageTools>>();

/**
 * The tools of a language: reads its weights when they are first asked for, and keeps them.
 * @throws DemarcheError `not-found` or `unsupported-format` when the file of weights is missing or broken
 */
export const loadLanguage = (
  language: ParsedLanguage,
  root: string = packageRoot(),
): Promise<LanguageTools> => {
  const key = `${root}\0${language}`;
  const tools = loaded.get(key) ?? readTools(language, root);
  loaded.set(key, tools);
  return tools;
};
