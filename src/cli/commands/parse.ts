import { readUtf8 } from '../../app/analysers/analyses.ts';
import { readArticle } from '../../app/extract.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import { pagesOf } from '../../app/pages.ts';
import {
  analyseText,
  formsOf,
  headOf,
  readConllu,
  readSentences,
  rewriteConllu,
  writeConllu,
} from '../../language/index.ts';
import type { AnalysedSentence, BatchAnalyser } from '../../model/analysis.ts';
import { DemarcheError } from '../../model/error.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { textOf } from '../given.ts';
import type { Io } from '../io.ts';
import { tellAnalyses, tellFaults } from '../outside-report.ts';
import { tellError } from '../page-report.ts';
import { chooseHere } from '../parse-analyser.ts';

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

/** Sentences that are analysed and written at a time. */
const BATCH = 64;
/** So many sentences tell the language of a file. */
const LOOKED_AT = 200;

function* batchesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}

const analysesOf = (io: Io, given: Given): ReturnType<typeof tellAnalyses> =>
  tellAnalyses(io, textOf(given, 'analysis'));

const parseConllu = async (io: Io, path: string, given: Given): Promise<number> => {
  const file = readConllu(await readUtf8(path));
  const { sentences, faults } = file;
  if (sentences.length === 0) tellEmpty(io, path);
  tellFaults(io, path, file);
  const looked = sentences.slice(0, LOOKED_AT).flatMap(formsOf).join(' ');
  const { analyser, language, tellUnmatched } = await chooseHere(
    io,
    { path, text: looked },
    given,
    await analysesOf(io, given),
  );
  if (analyser === null && sentences.length > 0)
    throw usage(
      `nobody analyses ${language}: there is nothing to add to these words`,
      'give analyses with --analysis or a model with --onnx, or cut running text with --text',
    );
  for (const batch of batchesOf(sentences)) {
    const found = (await analyser?.analyseAll(batch.map(formsOf))) ?? [];
    await io.out(batch.map((sentence, i) => rewriteConllu(sentence, found[i] ?? null)).join(''));
  }
  tellUnmatched();
  return faults.length > 0 ? EXIT.findings : EXIT.ok;
};

const tellEmpty = (io: Io, path: string): void => {
  if (!io.quiet) io.err(`${path === '-' ? 'standard input' : path} is empty: there is nothing to analyse\n`);
};

const analysed = async (
  sentences: readonly AnalysedSentence[],
  analyser: BatchAnalyser | null,
): Promise<readonly AnalysedSentence[]> => {
  if (analyser === null) return sentences;
  const found = await analyser.analyseAll(sentences.map(({ words }) => words.map(({ form }) => form)));
  return sentences.map((sentence, i) => ({ ...sentence, analysis: found[i] ?? null }));
};

/** Sentences of a text, and what the text is called. */
interface Cut {
  readonly name: string | null;
  readonly text: string;
  readonly sentences: readonly { readonly sentence: AnalysedSentence; readonly opensParagraph: boolean }[];
}

/** Analyses and prints sentences, some at a time. */
const print = async (
  io: Io,
  { name, text, sentences }: Cut,
  analyser: BatchAnalyser | null,
): Promise<void> => {
  let number = 0;
  for (const batch of batchesOf(sentences)) {
    const found = await analysed(
      batch.map(({ sentence }) => sentence),
      analyser,
    );
    for (const [i, sentence] of found.entries()) {
      number++;
      const head = number > 1 ? [] : headOf(name, `demarche ${analyser?.id ?? 'words'}`);
      const opensParagraph = batch[i]?.opensParagraph === true;
      await io.out(writeConllu(text, sentence, { id: String(number), opensParagraph, head }));
    }
  }
};

const parseText = async (io: Io, path: string, given: Given): Promise<number> => {
  const text = await readUtf8(path);
  const { language, splitter, analyser, tellUnmatched } = await chooseHere(
    io,
    { path, text },
    given,
    await analysesOf(io, given),
  );
  const sentences = analyseText({ language, splitter, analyser: null }, text).flatMap((paragraph) =>
    paragraph.sentences.map((sentence, i) => ({ sentence, opensParagraph: i === 0 })),
  );
  if (sentences.length === 0) tellEmpty(io, path);
  await print(io, { name: path === '-' ? null : path, text, sentences }, analyser);
  tellUnmatched();
  return EXIT.ok;
};

const parsePages = async (io: Io, path: string, given: Given): Promise<number> => {
  const knowledge = await loadKnowledge();
  const outside = await analysesOf(io, given);
  let failed = 0;
  for await (const acquired of pagesOf([path], { stdin: process.stdin })) {
    if (!acquired.ok) {
      failed++;
      tellError(io, acquired.path, acquired);
      continue;
    }
    const { capture } = acquired;
    const name = capture.page.path ?? capture.page.id;
    const article = readArticle(capture, knowledge, { language: textOf(given, 'language') ?? null });
    const { splitter, analyser, tellUnmatched } = await chooseHere(
      io,
      { path: name, text: article.text, language: article.language },
      given,
      outside,
    );
    const sentences = readSentences(article).map(({ start, end, paragraph }, i, all) => ({
      sentence: { start, end, words: splitter.words(article.text, { start, end }), analysis: null },
      opensParagraph: i === 0 || all[i - 1]?.paragraph !== paragraph,
    }));
    if (sentences.length === 0) tellEmpty(io, name);
    await print(io, { name, text: article.text, sentences }, analyser);
    tellUnmatched();
  }
  return failed > 0 ? EXIT.findings : EXIT.ok;
};

/** `demarche parse`: words, tags, lemmas and trees as CoNLL-U. */
export const run = async (io: Io, [file]: readonly unknown[], given: Given): Promise<number> => {
  const conllu = typeof file === 'string' ? file : undefined;
  const text = textOf(given, 'text');
  const page = textOf(given, 'page');
  if ([conllu, text, page].filter((path) => path !== undefined).length > 1)
    throw usage('give one of a file in CoNLL-U, --text and --page', 'demarche parse --help');
  if (text !== undefined) return parseText(io, text, given);
  if (page !== undefined) return parsePages(io, page, given);
  if (conllu !== undefined) return parseConllu(io, conllu, given);
  throw usage('name a file in CoNLL-U, --text FILE or --page FILE', '- is standard input');
};
