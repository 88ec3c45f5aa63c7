export {
  analyseText,
  type LanguageTools,
  languageByScript,
  plainTools,
  toolsOf,
} from './analyse-text.ts';
export { conlluAnalyser, firstOf } from './conllu/analyser.ts';
export { formsOf, readConllu } from './conllu/read.ts';
export { rewriteConllu, writeConllu } from './conllu/write.ts';
export { type NameModel, readNameModel, recogniseNames } from './names/index.ts';
export { quotedRegions } from './quotes.ts';
export { MAX_SENTENCE, readSentences } from './sentences.ts';
export { tokenise } from './tokens.ts';
export type { TaggedSentence } from './tree/items.ts';
export { type SpeechSubject, speechSubjectOf } from './tree/speech-subject.ts';
export { subjectOf } from './tree/subject.ts';
export { readModel } from './weights/model-file.ts';
