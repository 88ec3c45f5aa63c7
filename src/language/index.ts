export {
  analyseText,
  type LanguageTools,
  plainTools,
  toolsOf,
} from './analyse-text.ts';
export { batchOf, conlluAnalyser, firstOf } from './conllu/analyser.ts';
export {
  type ConlluFault,
  type ConlluFile,
  type ConlluSentence,
  formsOf,
  readConllu,
} from './conllu/read.ts';
export { headOf, rewriteConllu, writeConllu } from './conllu/write.ts';
export type { IpadicRow } from './japanese/ipadic.ts';
export type { Morpheme, MorphemeReader } from './japanese/morphemes.ts';
export { japaneseTools } from './japanese/tools.ts';
export { type NameModel, readNameModel, recogniseNames } from './names/index.ts';
export {
  type LemmaOf,
  type ModelRunner,
  modelAnalyser,
  type Tensor,
} from './onnx/analyser.ts';
export { readContract } from './onnx/contract.ts';
export { quotedRegions } from './quotes.ts';
export { MAX_SENTENCE, readSentences } from './sentences.ts';
export { tellLanguage } from './tell-language.ts';
export { firstToken, tokenise } from './tokens.ts';
export type { TaggedSentence } from './tree/items.ts';
export { speechSubjectOf } from './tree/speech-subject.ts';
export { subjectOf } from './tree/subject.ts';
export { knownTools, treesOf } from './trees.ts';
export { readModel } from './weights/model-file.ts';
