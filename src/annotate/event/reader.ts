import type { EventLexicon } from '../../model/knowledge/event-lexicon.ts';
import type { Draft } from './draft.ts';
import type { Stage } from './stage.ts';

/** Codes the events of an article in one language, in text order. */
export type EventReader = (stage: Stage, lexicon: EventLexicon) => readonly Draft[];
