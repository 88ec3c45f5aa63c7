import type { Span } from '../../model/span.ts';
import { trimmed } from '../../model/span.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases } from './phrases.ts';

const CLOSING = /["”»]/;
const CLAUSE_END = /[,;:.!?…。、；」』]|["”»](?=\s|$|[,.;])/gu;

/** Markers of a condition, and the words after which `if` means whether. */
export interface ConditionWords {
  readonly markers: PhraseTable<true>;
  readonly whether: ReadonlySet<string>;
}

/** Compiles the markers of one language. */
export const compileConditions = (
  markers: readonly string[],
  whether: readonly string[],
  language: string,
): ConditionWords => ({
  markers: compilePhrases(
    markers.map((marker) => [marker, true] as const),
    language,
  ),
  whether: new Set(whether),
});

/**
 * The first condition in `text` within `at`, marker included, as far as its clause goes:
 * "a deal could be signed [if both houses agree], she said". Null when there is none.
 */
export const findCondition = (words: ConditionWords, text: string, at: Span): Span | null => {
  for (const hit of findPhrases(words.markers, text, at)) {
    if (isWhether(words, text, at, hit.start)) continue;
    // In languages without blanks the marker closes the clause of the condition instead of opening it.
    if (words.markers.solid !== null)
      return trimmed(text, { start: clauseStart(text, at, hit.start), end: hit.end });
    return trimmed(text, { start: hit.start, end: clauseEnd(text, hit.end, at.end) });
  }
  return null;
};

const isWhether = (words: ConditionWords, text: string, at: Span, marker: number): boolean => {
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(at.start, marker - 40), marker));
  return before?.[1] !== undefined && words.whether.has(before[1].toLowerCase());
};

const clauseEnd = (text: string, from: number, limit: number): number => {
  const rest = text.slice(from, limit);
  for (const match of rest.matchAll(CLAUSE_END)) {
    const after = rest[match.index + 1] ?? '';
    if (/\d/.test(rest[match.index - 1] ?? '') && /\d/.test(after)) continue;
    if (CLOSING.test(match[0])) {
      // The mark that closes a term quoted within the condition does not end the condition.
      if (/[\s(]["“«]/.test(rest.slice(0, match.index))) continue;
      return from + match.index;
    }
    // A stop inside a quotation mark ("full trust.") stays with it.
    return from + match.index + (CLOSING.test(after) ? 2 : 0);
  }
  return limit;
};

const clauseStart = (text: string, at: Span, to: number): number => {
  for (let i = to - 1; i >= at.start; i--) if (/[、。「『]/u.test(text[i] ?? '')) return i + 1;
  return at.start;
};
