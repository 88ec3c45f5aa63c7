import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LanguageTools } from '../../../src/language/index.ts';
import { readModel, toolsOf } from '../../../src/language/index.ts';

/** The bytes of the weights that ship for a language. */
export const weightsOf = (language: 'en' | 'ru'): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../../knowledge/models/${language}.bin`, import.meta.url)));

const made = new Map<string, LanguageTools>();

/** The tools of a language by the weights that ship, made once. */
export const toolsFor = (language: 'en' | 'ru'): LanguageTools => {
  const tools = made.get(language) ?? toolsOf(readModel(weightsOf(language)));
  made.set(language, tools);
  return tools;
};
