import type { EntityRef } from '../model/page.ts';
import type { Placed } from './scene.ts';

/** What stands behind a description before the mark that closes it: `the envoy [to the council],`. */
const TAIL = /^(?: (?:to|of|for|in|at) (?:(?!\b(?:and|or)\b)[^,.;:()–—\n]){1,60})?[,.;:)–—]/;

/**
 * The person whose name stands beside a description, only a comma or a bracket between them: `[Orla Venn], the Valdorian
 * envoy, said`, `the Valdorian envoy, [Orla Venn], said`. Null when none does, or when the two may be items of a list.
 */
export const apposedPerson = (
  here: Placed,
  placed: readonly Placed[],
  linked: readonly (EntityRef | null)[],
  text: string,
): EntityRef | null => {
  const { start, end } = here.mention.span;
  const before = neighbour(here, placed[here.index - 1]);
  if (before !== null && /^(?:, | \(|, then )$/.test(text.slice(before.mention.span.end, start)))
    return TAIL.test(text.slice(end, end + 80)) ? (linked[before.index] ?? null) : null;
  const after = neighbour(here, placed[here.index + 1]);
  if (after === null || text.slice(end, after.mention.span.start) !== ', ') return null;
  return /^[,.;)–—]/.test(text.slice(after.mention.span.end)) ? (linked[after.index] ?? null) : null;
};

/** A person named beside it in the same sentence. */
const neighbour = (here: Placed, other: Placed | undefined): Placed | null =>
  other !== undefined &&
  other.sentence === here.sentence &&
  other.mention.form === 'name' &&
  other.mention.type === 'PERSON'
    ? other
    : null;
