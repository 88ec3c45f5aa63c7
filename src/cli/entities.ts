import type { Claim } from '../model/claim.ts';
import { DemarcheError } from '../model/error.ts';

/** The entities that a record names in one part, id to name. */
export type Entities = ReadonlyMap<string, string>;

/** What an entity is asked for as. */
export type Part = 'speaker' | 'party' | 'outlet';

interface Ref {
  readonly id: string;
  readonly name: string;
}

const refsOf = (claim: Claim, part: Part): readonly (Ref | null)[] => {
  if (part === 'outlet') return claim.tellings.map(({ outlet }) => outlet);
  if (claim.kind === 'statement') return part === 'speaker' ? [claim.speaker] : [claim.behalf];
  if (part === 'speaker') return claim.participants;
  return claim.participants.map(({ party }) => party);
};

/** The entities that stand in the given part of the claims. */
export const entitiesOf = (claims: readonly Claim[], part: Part): Entities => {
  const entities = new Map<string, string>();
  for (const claim of claims)
    for (const ref of refsOf(claim, part)) if (ref !== null) entities.set(ref.id, ref.name);
  return entities;
};

const MARKS = /\p{M}/gu;
const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase().trim();

/** The least number of single-character edits between the two. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const SHOWN = 5;
const LONGEST_NAME = 60;

/** The names nearest to what was asked for: by the best matching word of each. */
const nearest = (asked: string, entities: Entities): readonly string[] => {
  const wanted = fold(asked).slice(0, LONGEST_NAME);
  const distance = (name: string): number =>
    Math.min(
      ...[name, ...name.split(/\s+/u)].map((part) => editDistance(wanted, fold(part).slice(0, LONGEST_NAME))),
    );
  return [...entities]
    .map(([id, name]) => ({ text: `${name} (${id})`, far: distance(name) }))
    .toSorted((a, b) => a.far - b.far || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ text }) => text);
};

const matching = (asked: string, entities: Entities): readonly string[] => {
  if (entities.has(asked)) return [asked];
  const wanted = fold(asked);
  const all = [...entities];
  const by = (test: (folded: string) => boolean): readonly string[] =>
    all.filter(([id, name]) => test(fold(id)) || test(fold(name))).map(([id]) => id);
  const exact = by((folded) => folded === wanted);
  if (exact.length > 0 || wanted === '') return exact;
  const whole = by((folded) => folded.split(/[\s-]+/u).includes(wanted));
  return whole.length > 0 ? whole : by((folded) => folded.includes(wanted));
};

/**
 * The id of the entity that `asked` means: an id, a name, or a part of one that fits no other; case and accents do not count.
 * @throws DemarcheError `usage` when it fits none (with the nearest) or several (with all of them).
 */
export const pickEntity = (asked: string, entities: Entities, part: Part): string => {
  const [only, ...others] = matching(asked, entities);
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) {
    const near = nearest(asked, entities);
    throw new DemarcheError('usage', `no ${part} of this record is called ${JSON.stringify(asked)}`, {
      hint: near.length === 0 ? `the record names no ${part}` : `the nearest: ${near.join(', ')}`,
    });
  }
  const all = [only, ...others].map((id) => `${entities.get(id) ?? id} (${id})`);
  throw new DemarcheError('usage', `${JSON.stringify(asked)} fits more than one ${part}`, {
    hint: `give the id of one: ${all.join(', ')}`,
  });
};
