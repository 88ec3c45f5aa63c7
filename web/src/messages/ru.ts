import type { Catalogue } from './index.ts';

/** Russian: prepared, not yet translated. */
export const ru: Catalogue = {};
