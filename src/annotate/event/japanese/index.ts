import type { EventReader } from '../reader.ts';

/** Codes the events of a Japanese article. */
export const readJapanese: EventReader = () => [];
