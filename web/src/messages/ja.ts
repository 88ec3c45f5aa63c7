import type { Catalogue } from './index.ts';

/** Japanese: prepared, not yet translated. */
export const ja: Catalogue = {};
