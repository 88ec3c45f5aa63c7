import type { Realis } from './annotation.ts';
import type { EventRoot, EventType } from './knowledge.ts';

const AHEAD: ReadonlySet<Realis> = new Set<Realis>(['planned', 'proposed', 'hypothetical']);

/** The root that an event counts as, by its type and realis; null for types without one, and for what did not come about. */
export const rootOf = (
  { type, realis }: { readonly type: string; readonly realis: Realis },
  types: ReadonlyMap<string, EventType>,
  roots: readonly EventRoot[],
): string | null => {
  const root = roots.find(({ id }) => id === types.get(type)?.root);
  if (root === undefined) return null;
  if (realis === 'negated') return root.negated;
  return AHEAD.has(realis) ? root.planned : root.id;
};
