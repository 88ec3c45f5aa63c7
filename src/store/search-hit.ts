import type { Claim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { bySpan } from '../model/span.ts';
import type { SearchHit } from '../model/store-port.ts';
import type { SearchTerm } from './search-query.ts';
import type { SearchToken } from './tokens.ts';
import { readSearchTokens } from './tokens.ts';

/** The texts a claim is found by: its wording (or label), then every cited text once, in the order of the evidence. */
export const passagesOf = (claim: Claim): readonly string[] => [
  ...new Set([
    claim.kind === 'statement' ? claim.wording : claim.label,
    ...claim.evidence.map((citation) => citation.exact),
  ]),
];

const fits = (token: SearchToken | undefined, word: string, asBeginning: boolean): boolean =>
  token !== undefined && (asBeginning ? token.folded.startsWith(word) : token.folded === word);

const placesOf = (tokens: readonly SearchToken[], { words, prefix }: SearchTerm): readonly Span[] => {
  const last = words.length - 1;
  return tokens.flatMap((token, at) => {
    if (!words.every((word, n) => fits(tokens[at + n], word, prefix && n === last))) return [];
    return [{ start: token.start, end: (tokens[at + last] ?? token).end }];
  });
};

const merge = (spans: readonly Span[]): readonly Span[] => {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
};

/**
 * The hit of `terms` in a claim, or null when a term is in none of its passages. The passage with the most terms is
 * shown (the earlier one when equal), with every place where a term stands in it marked.
 */
export const hitOf = (claim: Claim, terms: readonly SearchTerm[]): SearchHit | null => {
  if (terms.length === 0) return null;
  const met = new Set<SearchTerm>();
  let best: { readonly text: string; readonly marks: readonly Span[]; readonly terms: number } | null = null;
  for (const text of passagesOf(claim)) {
    const tokens = readSearchTokens(text);
    const places = terms.map((term) => placesOf(tokens, term));
    for (const [n, term] of terms.entries()) if ((places[n] ?? []).length > 0) met.add(term);
    const count = places.filter((list) => list.length > 0).length;
    if (best === null || count > best.terms) best = { text, marks: merge(places.flat()), terms: count };
  }
  return best === null || met.size < terms.length ? null : { claim, text: best.text, marks: best.marks };
};
