import { analysesAt, readUtf8 } from '../../app/analysers/analyses.ts';
import {
  ANALYSERS,
  type AnalyserName,
  type Chosen,
  chooseAnalyser,
  isAnalyserName,
} from '../../app/analysers/choose.ts';
import {
  analyseText,
  batchOf,
  type ConlluFault,
  type ConlluSentence,
  conlluAnalyser,
  firstOf,
  formsOf,
  headOf,
  readConllu,
  rewriteConllu,
  tellLanguage,
  writeConllu,
} from '../../language/index.ts';
import type { AnalysedSentence, BatchAnalyser } from '../../model/analysis.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { DemarcheError } from '../../model/error.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { textOf } from '../given.ts';
import type { Io } from '../io.ts';
import { warn } from '../page-report.ts';

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

/** Sentences that are analysed and written at a time. */
const BATCH = 64;
/** So many sentences tell the language of a file. */
const LOOKED_AT = 200;

const nameOf = (given: Given): AnalyserName | null => {
  const name = textOf(given, 'analyser');
  if (name !== undefined && !isAnalyserName(name))
    throw usage(`no such analyser: ${name}`, `the analysers are ${ANALYSERS.join(', ')}`);
  return name ?? null;
};

const broken = ({ line, message }: ConlluFault): Diagnostic => ({
  code: 'analysis-broken',
  severity: 'warning',
  message: `line ${line} is no CoNLL-U: ${message}; its sentence stays as it is`,
});

/** Tells of every line that cannot be read. When no sentence can be, the file is something else. */
const tellFaults = (
  io: Io,
  path: string,
  sentences: readonly ConlluSentence[],
  faults: readonly ConlluFault[],
): void => {
  const [first] = faults;
  if (first !== undefined && sentences.every((sentence) => sentence.broken !== null))
    throw new DemarcheError('unsupported-format', `line ${first.line} is no CoNLL-U: ${first.message}`, {
      hint: 'a word is a line of ten columns with tabs between them; for running text use --text',
      context: { line: first.line },
    });
  for (const fault of faults) warn(io, path, broken(fault));
};

/** Who analyses, and what is told at the end. */
interface ChosenHere extends Chosen {
  /** Tells how many sentences the analyses given do not know. */
  readonly tellUnmatched: () => void;
}

/** Asks an analyser and counts what it knows nothing of. */
const counted = (
  { id, analyseAll }: BatchAnalyser,
  missed: { count: number; of: number },
): BatchAnalyser => ({
  id,
  analyseAll: async (sentences) => {
    const found = await analyseAll(sentences);
    missed.count += found.filter((one) => one === null).length;
    missed.of += found.length;
    return found;
  },
});

const unmatched = (path: string, missed: { readonly count: number; readonly of: number }): Diagnostic => ({
  code: 'analysis-unmatched',
  severity: 'warning',
  message: `${missed.count} of ${missed.of} sentences have no analysis in ${path} with the same words; cut the text with \`demarche parse --text\` and let the other program fill the columns of that`,
});

const choose = async (io: Io, path: string, given: Given, text: string): Promise<ChosenHere> => {
  const language = textOf(given, 'language') ?? tellLanguage(text);
  const chosen = await chooseAnalyser({
    language,
    name: nameOf(given),
    onnx: textOf(given, 'onnx') ?? null,
  });
  const analyses = textOf(given, 'analysis');
  if (analyses === undefined) {
    for (const diagnostic of chosen.diagnostics) warn(io, path, diagnostic);
    return { ...chosen, tellUnmatched: () => undefined };
  }
  const read = await analysesAt(analyses);
  for (const { path: where, faults, sentences } of read) tellFaults(io, where, sentences, faults);
  const known = conlluAnalyser(
    read.flatMap(({ sentences }) => sentences),
    `conllu/${analyses}`,
  );
  const missed = { count: 0, of: 0 };
  const outside = counted(batchOf(known), missed);
  return {
    ...chosen,
    analyser: firstOf(chosen.analyser === null ? [outside] : [outside, chosen.analyser]),
    tellUnmatched: () => {
      if (missed.count > 0) warn(io, path, unmatched(analyses, missed));
    },
  };
};

function* batchesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}

const parseConllu = async (io: Io, path: string, given: Given): Promise<number> => {
  const { sentences, faults } = readConllu(await readUtf8(path));
  if (sentences.length === 0) tellEmpty(io, path);
  tellFaults(io, path, sentences, faults);
  const looked = sentences.slice(0, LOOKED_AT).flatMap(formsOf).join(' ');
  const { analyser, language, tellUnmatched } = await choose(io, path, given, looked);
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

const parseText = async (io: Io, path: string, given: Given): Promise<number> => {
  const text = await readUtf8(path);
  const { language, splitter, analyser, tellUnmatched } = await choose(io, path, given, text);
  const paragraphs = analyseText({ language, splitter, analyser: null }, text);
  const all = paragraphs.flatMap(({ sentences }) =>
    sentences.map((sentence, i) => ({ sentence, opensParagraph: i === 0 })),
  );
  if (all.length === 0) tellEmpty(io, path);
  let number = 0;
  for (const batch of batchesOf(all)) {
    const found = await analysed(
      batch.map(({ sentence }) => sentence),
      analyser,
    );
    for (const [i, sentence] of found.entries()) {
      number++;
      const head =
        number > 1 ? [] : headOf(path === '-' ? null : path, `demarche ${analyser?.id ?? 'words'}`);
      const opensParagraph = batch[i]?.opensParagraph === true;
      await io.out(writeConllu(text, sentence, { id: String(number), opensParagraph, head }));
    }
  }
  tellUnmatched();
  return EXIT.ok;
};

/** `demarche parse`: words, tags, lemmas and trees as CoNLL-U. */
export const run = async (io: Io, [file]: readonly unknown[], given: Given): Promise<number> => {
  const text = textOf(given, 'text');
  if (typeof file === 'string' && text !== undefined)
    throw usage('give a file in CoNLL-U or --text, not both', 'demarche parse --help');
  if (text !== undefined) return parseText(io, text, given);
  if (typeof file === 'string') return parseConllu(io, file, given);
  throw usage('name a file in CoNLL-U, or --text FILE', '- is standard input');
};
