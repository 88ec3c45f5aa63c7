import { createHash } from 'node:crypto';
import { type ConlluFault, type ConlluFile, conlluAnalyser } from '../../language/index.ts';
import type { SentenceAnalyser } from '../../model/analysis.ts';
import { DemarcheError } from '../../model/error.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { type AnalysisFile, analysesAt } from './analyses.ts';

/** Analyses of sentences that another program wrote, and what tells this set from another. */
export interface OutsideAnalyses {
  /** The file or folder they were read from. */
  readonly path: string;
  readonly analyser: SentenceAnalyser;
  /** sha256 of the analyses, in hexadecimal digits. */
  readonly digest: string;
  readonly files: readonly AnalysisFile[];
}

/**
 * Reads a file of CoNLL-U or a folder of them, to be asked for sentences with the same words.
 * @throws DemarcheError `not-found`, `permission`, `unsupported-format` when it cannot be read or holds no sentence
 */
export const readOutside = async (path: string): Promise<OutsideAnalyses> => {
  const files = await analysesAt(path);
  for (const file of files) refuseOther(file.path, file);
  const sentences = files.flatMap((file) => file.sentences);
  const digest = createHash('sha256').update(JSON.stringify(sentences)).digest('hex');
  return { path, analyser: conlluAnalyser(sentences, path), digest, files };
};

/**
 * When no sentence of a file can be read, it is something else.
 * @throws DemarcheError `unsupported-format`
 */
export const refuseOther = (path: string, { sentences, faults }: ConlluFile): void => {
  const [first] = faults;
  if (first !== undefined && sentences.every((sentence) => sentence.broken !== null))
    throw notConllu(path, first);
};

const notConllu = (path: string, { line, message }: ConlluFault): DemarcheError =>
  new DemarcheError('unsupported-format', `${path}: line ${line} is no CoNLL-U: ${message}`, {
    hint: 'a word is a line of ten columns with tabs between them; for running text use --text',
    context: { line },
  });

/** Knowledge whose version counts the analyses given: what is read with others is another reading. */
export const knowledgeWith = (knowledge: Knowledge, outside: OutsideAnalyses | null): Knowledge =>
  outside === null
    ? knowledge
    : {
        ...knowledge,
        version: createHash('sha256').update(`${knowledge.version}\0${outside.digest}`).digest('hex'),
      };
