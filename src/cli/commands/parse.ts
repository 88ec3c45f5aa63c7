import { readFile } from 'node:fs/promises';
import { loadLanguage, PARSED_LANGUAGES, type ParsedLanguage } from '../../app/language.ts';
import {
  analyseText,
  conlluAnalyser,
  firstOf,
  formsOf,
  type LanguageTools,
  languageByScript,
  readConllu,
  rewriteConllu,
  writeConllu,
} from '../../language/index.ts';
import type { SentenceAnalyser } from '../../model/analysis.ts';
import { DemarcheError } from '../../model/error.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { textOf } from '../given.ts';
import type { Io } from '../io.ts';

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

const READ_FAILURES: Readonly<Record<string, 'not-found' | 'permission' | 'usage'>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'permission',
  EISDIR: 'usage',
};

const readStdin = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
};

const readInput = async (path: string): Promise<string> => {
  try {
    const bytes = path === '-' ? await readStdin() : await readFile(path);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError)
      throw new DemarcheError('unsupported-format', `${path} is not UTF-8`, {
        hint: 'parse reads UTF-8 only; `demarche extract` reads other character sets',
        cause: error,
      });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = READ_FAILURES[code];
    if (known === undefined) throw error;
    const what = known === 'usage' ? `${path} is a folder; parse reads one file` : `cannot read ${path}`;
    throw new DemarcheError(known, what, { hint: 'check the path; - is standard input', cause: error });
  }
};

const isParsed = (language: string): language is ParsedLanguage =>
  PARSED_LANGUAGES.some((known) => known === language);

const toolsFor = async (given: Given, text: string): Promise<LanguageTools> => {
  const language = textOf(given, 'language') ?? languageByScript(text);
  if (!isParsed(language))
    throw usage(`no such language: ${language}`, `the languages are ${PARSED_LANGUAGES.join(', ')}`);
  return loadLanguage(language);
};

const analyserOf = async ({ analyser }: LanguageTools, given: Given): Promise<SentenceAnalyser | null> => {
  const path = textOf(given, 'analysis');
  if (path === undefined) return analyser;
  const outside = conlluAnalyser(await readInput(path), `conllu/${path}`);
  return firstOf(analyser === null ? [outside] : [outside, analyser]);
};

const parseConllu = async (io: Io, path: string, given: Given): Promise<void> => {
  const sentences = readConllu(await readInput(path));
  const tools = await toolsFor(given, sentences.slice(0, 100).flatMap(formsOf).join(' '));
  const analyser = await analyserOf(tools, given);
  if (analyser === null)
    throw usage(
      `there are no weights for ${tools.language}: nothing to add to these words`,
      'give analyses with --analysis, or cut running text with --text',
    );
  for (const sentence of sentences)
    await io.out(rewriteConllu(sentence, analyser.analyse(formsOf(sentence))));
};

const parseText = async (io: Io, path: string, given: Given): Promise<void> => {
  const text = await readInput(path);
  const tools = await toolsFor(given, text);
  const analyser = await analyserOf(tools, given);
  if (analyser === null && !io.quiet)
    io.err(`there are no weights for ${tools.language}: sentences and words only\n`);
  let number = 0;
  for (const { sentences } of analyseText({ ...tools, analyser }, text))
    for (const [i, sentence] of sentences.entries())
      await io.out(writeConllu(text, sentence, { id: String(++number), opensParagraph: i === 0 }));
};

/** `demarche parse`: words, tags, lemmas and trees as CoNLL-U. */
export const run = async (io: Io, [file]: readonly unknown[], given: Given): Promise<number> => {
  const text = textOf(given, 'text');
  if (typeof file === 'string' && text !== undefined)
    throw usage('give a file in CoNLL-U or --text, not both', 'demarche parse --help');
  if (text !== undefined) await parseText(io, text, given);
  else if (typeof file === 'string') await parseConllu(io, file, given);
  else throw usage('name a file in CoNLL-U, or --text FILE', '- is standard input');
  return EXIT.ok;
};
