import {
  ANALYSERS,
  type AnalyserName,
  type Chosen,
  chooseAnalyser,
  isAnalyserName,
} from '../app/analysers/choose.ts';
import { counting } from '../app/analysers/counting.ts';
import type { OutsideAnalyses } from '../app/analysers/outside.ts';
import { batchOf, firstOf, tellLanguage } from '../language/index.ts';
import { DemarcheError } from '../model/error.ts';
import type { Given } from './given.ts';
import { textOf } from './given.ts';
import type { Io } from './io.ts';
import { warn } from './page-report.ts';

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

const nameOf = (given: Given): AnalyserName | null => {
  const name = textOf(given, 'analyser');
  if (name !== undefined && !isAnalyserName(name))
    throw usage(`no such analyser: ${name}`, `the analysers are ${ANALYSERS.join(', ')}`);
  return name ?? null;
};

/** Who analyses, and what is told at the end. */
export interface ChosenHere extends Chosen {
  /** Tells how many sentences the analyses given do not know. */
  readonly tellUnmatched: () => void;
}

/** What a text is analysed for: what it is called, the words that tell its language, and that language where it is known. */
interface Asked {
  readonly path: string;
  readonly text: string;
  readonly language?: string;
}

/** Who analyses, by what the call says and what is installed; analyses of another program first. */
export const chooseHere = async (
  io: Io,
  { path, text, language }: Asked,
  given: Given,
  outside: OutsideAnalyses | null,
): Promise<ChosenHere> => {
  const chosen = await chooseAnalyser({
    language: language ?? textOf(given, 'language') ?? tellLanguage(text),
    name: nameOf(given),
    onnx: textOf(given, 'onnx') ?? null,
  });
  if (outside === null) {
    for (const diagnostic of chosen.diagnostics) warn(io, path, diagnostic);
    return { ...chosen, tellUnmatched: () => undefined };
  }
  const known = counting({ ...outside.analyser, id: `conllu/${outside.path}` }, outside.path);
  const first = batchOf(known);
  return {
    ...chosen,
    analyser: firstOf(chosen.analyser === null ? [first] : [first, chosen.analyser]),
    tellUnmatched: () => {
      const unmatched = known.noticed();
      if (unmatched !== null) warn(io, path, unmatched);
    },
  };
};
