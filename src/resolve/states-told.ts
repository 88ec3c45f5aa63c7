import type { Day } from '../model/brand.ts';
import type { World } from '../model/world/index.ts';
import type { Placed } from './scene.ts';

/** Ids of the states that the article names, and of those whose officers it names; read when first asked for. */
export const statesTold = (
  placed: readonly Placed[],
  world: World,
  day: Day | null,
): (() => ReadonlySet<string>) => {
  let told: ReadonlySet<string> | null = null;
  return () => {
    told ??= new Set(
      placed.flatMap(({ mention }) => {
        const to = mention.refersTo;
        const tells = mention.type === 'STATE' || mention.type === 'PERSON';
        return to !== null && tells ? (world.partyOf(to.id, day)?.id ?? []) : [];
      }),
    );
    return told;
  };
};
