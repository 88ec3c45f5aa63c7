export { attributionAnnotator } from './annotator.ts';
