import { firstAbove } from '../../../lib/sorted.ts';
import type { Mention } from '../../../model/annotation.ts';
import type { Span } from '../../../model/span.ts';
import { overlaps } from '../../../model/span.ts';
import type { JapaneseLexicon } from './lexicon.ts';

/** A sentence, or one that stands inside a quotation, by its characters. */
export interface Clause extends Span {
  readonly text: string;
  readonly regions: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly times: readonly Span[];
  readonly words: JapaneseLexicon;
}

/** The quotation that character `i` stands in, marks included, or null. */
export const regionAt = ({ regions }: Clause, i: number): Span | null => {
  const region = regions[firstAbove(regions, i, ({ end }) => end)];
  return region !== undefined && region.start <= i ? region : null;
};

/** The characters `[start, end)`. */
export const slice = ({ text }: Clause, start: number, end: number): string => text.slice(start, end);

/** Whether a mention of somebody or some body overlaps the span. */
export const namesSpeaker = ({ mentions }: Clause, at: Span): boolean =>
  mentions.some(
    ({ span, type }) => (type === 'PERSON' || type === 'ORG' || type === 'STATE') && overlaps(span, at),
  );
