import type { LanguageTools } from '../../language/index.ts';
import { batchOf, plainTools } from '../../language/index.ts';
import type { BatchAnalyser, TextSplitter } from '../../model/analysis.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { DemarcheError } from '../../model/error.ts';
import { isParsedLanguage, loadLanguage, PARSED_LANGUAGES } from '../language.ts';
import { LINDERA, loadLindera } from './lindera.ts';
import { loadOnnx } from './onnx.ts';
import { installedAt, installHint, missingMessage } from './optional-package.ts';

/** Who analyses: the weights that ship, the optional Japanese package, a model of the user's, or nobody. */
export const ANALYSERS = ['own', 'lindera', 'onnx', 'none'] as const;

/** One of {@link ANALYSERS}. */
export type AnalyserName = (typeof ANALYSERS)[number];

/** Whether a string names an analyser. */
export const isAnalyserName = (name: string): name is AnalyserName =>
  ANALYSERS.some((known) => known === name);

/** What is asked for. */
export interface AnalyserRequest {
  /** BCP 47 primary tag; `und` for a language that is not known. */
  readonly language: string;
  /** Null: the best that is there. */
  readonly name: AnalyserName | null;
  /** The path of a model, for `onnx`. */
  readonly onnx: string | null;
}

/** How text of a language is cut, and who analyses its sentences; null for nobody. */
export interface Chosen {
  readonly language: string;
  readonly splitter: TextSplitter;
  readonly analyser: BatchAnalyser | null;
  /** What the user does not get, and how to get it. */
  readonly diagnostics: readonly Diagnostic[];
}

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

const chosen = (
  { language, splitter, analyser }: LanguageTools,
  diagnostics: readonly Diagnostic[] = [],
): Chosen => ({ language, splitter, analyser: analyser === null ? null : batchOf(analyser), diagnostics });

const notice = (code: 'analyser-fallback' | 'language-unsupported', message: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
});

const ONLY_CUT = 'sentences and words by the rules of Unicode only, nothing is said of the words';

const noWeights = (language: string): Diagnostic =>
  notice(
    'language-unsupported',
    `${language === 'und' ? 'the language is none that is known here' : `there are no weights for ${language}`}: ${ONLY_CUT}; --language names another language, --analysis or --onnx another analyser`,
  );

/** Japanese by the optional package when it is there, else by the rules of Unicode, and says what is missing. */
const bestJapanese = async (): Promise<Chosen> => {
  if (installedAt(LINDERA.name) !== null) return chosen(await loadLindera());
  const message = `${missingMessage(LINDERA)}: ${ONLY_CUT}; ${installHint(LINDERA)}`;
  return chosen(plainTools('ja'), [notice('analyser-fallback', message)]);
};

const best = async (language: string): Promise<Chosen> => {
  if (language === 'ja') return bestJapanese();
  if (isParsedLanguage(language)) return chosen(await loadLanguage(language));
  return chosen(plainTools(language), [noWeights(language)]);
};

const own = async (language: string): Promise<Chosen> => {
  const tools = isParsedLanguage(language) ? await loadLanguage(language) : plainTools(language);
  return chosen(tools, tools.analyser === null ? [noWeights(language)] : []);
};

const lindera = async (language: string): Promise<Chosen> => {
  if (language !== 'ja')
    throw usage(`lindera reads Japanese, not ${language}`, 'give --language ja, or another --analyser');
  return chosen(await loadLindera());
};

const cutter = async (language: string): Promise<TextSplitter> =>
  (isParsedLanguage(language) ? await loadLanguage(language) : plainTools(language)).splitter;

const onnx = async ({ language, onnx: path }: AnalyserRequest): Promise<Chosen> => {
  if (path === null) throw usage('--analyser onnx needs a model', 'give its path: --onnx MODEL.onnx');
  const analyser = await loadOnnx(path, language);
  return { language, splitter: await cutter(language), analyser, diagnostics: [] };
};

const isKnownToUnicode = (language: string): boolean => {
  try {
    return language === 'und' || Intl.Segmenter.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
};

/**
 * Chooses who cuts and analyses. Without a name: the weights that ship, for Japanese the optional package when it is there,
 * and else the rules of Unicode with a diagnostic that says so. What is asked for by name and missing is an error.
 * @throws DemarcheError `usage`, `analyser-missing`, `analyser-failed`, `not-found`, `unsupported-format`
 */
export const chooseAnalyser = async (request: AnalyserRequest): Promise<Chosen> => {
  const { language, onnx: path } = request;
  const name = request.name ?? (path === null ? null : 'onnx');
  if (!isKnownToUnicode(language))
    throw usage(
      `no such language: ${language}`,
      `${PARSED_LANGUAGES.join(', ')} are read best; any other tag of BCP 47 is cut into words: de, uk, ar`,
    );
  if (path !== null && name !== 'onnx')
    throw usage(`--onnx goes with --analyser onnx, not ${name}`, 'leave one of them out');
  switch (name) {
    case null:
      return best(language);
    case 'own':
      return own(language);
    case 'lindera':
      return lindera(language);
    case 'onnx':
      return onnx(request);
    case 'none':
      return { language, splitter: await cutter(language), analyser: null, diagnostics: [] };
  }
};
