export { readSentences } from './sentences.ts';
export { tokenise } from './tokens.ts';
