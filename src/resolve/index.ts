export { resolveAttributions } from './attributions.ts';
export { resolveMentions } from './mentions.ts';
