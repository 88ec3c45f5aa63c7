import type { EventReader } from '../reader.ts';

/** Codes the events of a Russian article. */
export const readRussian: EventReader = () => [];
