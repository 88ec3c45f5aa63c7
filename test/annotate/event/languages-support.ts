import { fileURLToPath } from 'node:url';
import { eventsInLanguage } from '../../../eval/lib/extract.ts';
import { loadKnowledge } from '../../../src/app/knowledge.ts';
import type { EventMention } from '../../../src/model/annotation.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';

/** The world of Valdoria, Orland and Ulmira; all of it is invented. */
export const invented: Knowledge = await loadKnowledge({
  pack: fileURLToPath(new URL('../../../eval/corpora/statements/pack.json', import.meta.url)),
});

const briefOf = (text: string, { type, realis, fate, trigger, participants }: EventMention): string =>
  [
    `${type} ${realis}${fate === null ? '' : `:${fate}`} [${text.slice(trigger.start, trigger.end)}]`,
    ...participants.map(({ role, id }) => `${role}:${id}`),
  ].join(' ');

/** The events of a text told briefly, in text order. */
export const briefsIn = (language: string, text: string): readonly string[] =>
  eventsInLanguage(text, language, invented).map((event) => briefOf(text, event));
