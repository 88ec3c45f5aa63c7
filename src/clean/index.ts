export { cleanAsPlainText, cleanPage } from './clean-page.ts';
export { isPoison } from './html/poison.ts';
export type { CleanOptions, Dating } from './options.ts';
