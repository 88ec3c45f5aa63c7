import type { Names, Pack } from '../../model/pack.ts';
import { foldName } from '../../model/world/fold.ts';
import { type PackFinding, warning } from './finding.ts';

interface Named {
  /** What the name is of; two names of one thing do not collide. */
  readonly owner: string;
  readonly path: string;
  readonly texts: readonly string[];
}

const flat = (names: Names): readonly string[] => Object.values(names).flat();

const collisions = (list: readonly Named[]): readonly PackFinding[] => {
  const owners = new Map<string, string>();
  return list.flatMap(({ owner, path, texts }) =>
    texts.flatMap((text) => {
      const key = foldName(text);
      const first = owners.get(key) ?? owner;
      owners.set(key, first);
      return first === owner ? [] : [warning(path, 'alias-collision', `${text} is also a name of ${first}`)];
    }),
  );
};

/** Names that two things of one kind share: every mention of them will be ambiguous. */
export const lintNames = (pack: Pack): readonly PackFinding[] =>
  [
    pack.parties.map((p, i) => ({
      owner: p.id,
      path: `parties.${i}`,
      texts: [...flat(p.names), ...flat(p.metonyms), ...flat(p.adjectives)],
    })),
    pack.persons.map((p, i) => ({ owner: p.id, path: `persons.${i}`, texts: [p.name, ...p.aliases] })),
    pack.places.map((p, i) => ({
      owner: p.id,
      path: `places.${i}`,
      texts: Object.values(p.names).flatMap(flat),
    })),
    pack.instruments.map((p, i) => ({
      owner: p.id,
      path: `instruments.${i}`,
      texts: [p.name, ...p.aliases],
    })),
    pack.gatherings.map((p, i) => ({
      owner: p.series,
      path: `gatherings.${i}`,
      texts: [p.name, ...p.aliases],
    })),
    (pack.periods ?? []).map((p, i) => ({ owner: p.id, path: `periods.${i}`, texts: flat(p.names) })),
    pack.outlets.map((p, i) => ({ owner: p.id, path: `outlets.${i}`, texts: [p.name, ...p.aliases] })),
  ].flatMap(collisions);
