/**
 * What the desk (`demarche serve`) shows, as plain data: the shapes that the HTTP interface sends and the web application
 * draws. Days are `YYYY-MM-DD`; spans are half-open, in UTF-16 units of the text they stand beside.
 */
export * from './claim-types.ts';
export * from './page-types.ts';
export type * from './record-types.ts';
