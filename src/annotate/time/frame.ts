import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Span } from '../../model/span.ts';
import type { Period } from './period.ts';
import type { Tense } from './tense-kind.ts';

/** An earlier expression of the text that later ones are counted from. */
export interface Anchor {
  readonly period: Period;
  readonly span: Span;
  /** Whether its year stands in the text. */
  readonly isDated?: boolean;
}

/** What the text has said so far. */
export interface Carried {
  /** The last year that was written out or could be told. */
  readonly year: number | null;
  /** The last date of any unit, and the last quarter. */
  readonly date: Anchor | null;
  readonly quarter: Anchor | null;
  /** The last date of the same sentence. */
  readonly here: Anchor | null;
  /** The last date of the sentence before. */
  readonly before: Anchor | null;
}

/** Nothing said yet. */
export const NOTHING_CARRIED: Carried = { year: null, date: null, quarter: null, here: null, before: null };

/** What an expression is resolved against. */
export interface Frame {
  /** The day of publication as a day number; null when it is not known. */
  readonly now: number | null;
  readonly tense: Tense;
  /** Whether the text tells of long ago, so that the year is carried from date to date. */
  readonly isNarrative: boolean;
  readonly carried: Carried;
}

/** A value with what it was counted from. */
export interface Resolution {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  /** EDTF, unchecked; null when there is none. */
  readonly edtf: string | null;
  /** First and last day, as day numbers. */
  readonly days: readonly [number, number] | null;
  readonly anchor: 'calendar' | 'published' | 'none' | Anchor;
  /** What later expressions may be counted from. */
  readonly period: Period | null;
}

/** The number in a field of a filled template, or null. */
export const numberIn = (node: TimeTemplate, field: string): number | null => {
  const value = node[field];
  return typeof value === 'number' ? value : null;
};

/** The word in a field of a filled template, or null. */
export const wordIn = (node: TimeTemplate, field: string): string | null => {
  const value = node[field];
  return typeof value === 'string' ? value : null;
};

/** A value that is not tied to days. */
export const plain = (type: Resolution['type'], value: string): Resolution => ({
  type,
  value,
  edtf: null,
  days: null,
  anchor: 'none',
  period: null,
});
