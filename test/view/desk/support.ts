import type { Extraction } from '../../../src/model/extraction.ts';
import type { DeskLabels } from '../../../src/view/desk/labels.ts';
import { sourceRow } from '../../../src/view/desk/source.ts';
import type { SourceRow } from '../../../src/view/desk/types.ts';

/** Labels of an invented dispute. */
export const LABELS: DeskLabels = {
  parties: [
    { id: 'orl', name: 'Republic of Orland', tag: 'OR', slot: 0 },
    { id: 'sou', name: 'Southmark', tag: 'SO', slot: 1 },
  ],
  issues: { passage: 'Free passage', tolls: 'Tolls in the straits' },
  eventTypes: { meet: 'meets with', host_multilateral: 'holds a multilateral gathering' },
};

/** A page as a row of the list of sources. */
export const rowOfPage = (
  { page, article, error }: Extraction,
  given: Partial<SourceRow> = {},
  counts = { statements: 1, events: 0 },
): SourceRow => ({ ...sourceRow({ page, article, error }, counts), ...given });
