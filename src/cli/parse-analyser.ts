import { analysesAt } from '../app/analysers/analyses.ts';
import {
  ANALYSERS,
  type AnalyserName,
  type Chosen,
  chooseAnalyser,
  isAnalyserName,
} from '../app/analysers/choose.ts';
import { unmatched } from '../app/analysers/counting.ts';
import { notConllu } from '../app/analysers/outside.ts';
import {
  batchOf,
  type ConlluFault,
  type ConlluSentence,
  conlluAnalyser,
  firstOf,
  tellLanguage,
} from '../language/index.ts';
import type { BatchAnalyser } from '../model/analysis.ts';
import { DemarcheError } from '../model/error.ts';
import type { Given } from './given.ts';
import { textOf } from './given.ts';
import type { Io } from './io.ts';
import { brokenLine } from './outside-report.ts';
import { warn } from './page-report.ts';

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

const nameOf = (given: Given): AnalyserName | null => {
  const name = textOf(given, 'analyser');
  if (name !== undefined && !isAnalyserName(name))
    throw usage(`no such analyser: ${name}`, `the analysers are ${ANALYSERS.join(', ')}`);
  return name ?? null;
};

/** Tells of every line that cannot be read. When no sentence can be, the file is something else. */
export const tellFaults = (
  io: Io,
  path: string,
  sentences: readonly ConlluSentence[],
  faults: readonly ConlluFault[],
): void => {
  const [first] = faults;
  if (first !== undefined && sentences.every((sentence) => sentence.broken !== null))
    throw notConllu(path, first);
  for (const fault of faults) warn(io, path, brokenLine(fault));
};

/** Who analyses, and what is told at the end. */
export interface ChosenHere extends Chosen {
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

/** Who analyses, by what the call says and what is installed. `text` tells the language when the call does not. */
export const chooseHere = async (io: Io, path: string, given: Given, text: string): Promise<ChosenHere> => {
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
      if (missed.count > 0) warn(io, path, unmatched(analyses, missed.count, missed.of));
    },
  };
};
