export { type NameModel, readNameModel, recogniseNames } from './names/index.ts';
export { quotedRegions } from './quotes.ts';
export { MAX_SENTENCE, readSentences } from './sentences.ts';
export { tokenise } from './tokens.ts';
