import { slug } from '../lib/slug.ts';
import type { Day, EntityId } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import type { World } from '../model/world/index.ts';

/** Bodies of a state that speak as it: `interior ministry`, `embassy`, `coast guard`. */
const ORGAN =
  /(?:^|\s)(?:ministry|department|government|cabinet|office|embassy|navy|army|military|coast guard|administration|authorities|treasury|delegation|side|team|camp)$/;
/** Those of them that are the government itself. */
const PLAIN =
  /^(?:(?:own|new|central|federal) )*(?:government|cabinet|administration|authorities|side|office|team|camp|delegation)$/;
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^foreign (?:affairs )?ministry$/, 'foreign-ministry'],
  [/^defen[cs]e ministry$/, 'defence-ministry'],
];

/** Whether the words name a body that speaks for its state. */
export const isOrgan = (role: string): boolean => ORGAN.test(role);

/**
 * The body of a state that the words name: the government, a ministry that knowledge has, else one made from the state and the
 * words (`Valdorian [trade ministry]`).
 */
export const organOf = (state: EntityRef, role: string, world: World): EntityRef => {
  const government = world.entity(`${state.id}-government`) ?? state;
  if (PLAIN.test(role) || /office$/.test(role)) return government;
  const known = KNOWN.find(([words]) => words.test(role))?.[1];
  if (known !== undefined) return world.entity(`${state.id}-${known}`) ?? government;
  const adjective = world.state(state.id)?.demonyms[0] ?? state.name;
  return { id: `${state.id}-${slug(role, 40)}` as EntityId, name: `${adjective} ${role}` };
};

/** The state or group a body made by `organOf` speaks for. */
export const stateOfOrgan = (id: string, world: World): EntityRef | null => {
  const parts = id.split('-');
  for (let n = parts.length - 1; n > 0; n--) {
    const state = world.state(parts.slice(0, n).join('-'));
    if (state !== null) return { id: state.id, name: state.name };
  }
  return null;
};

const SPOKESMAN =
  /^(?:own |chief |official |foreign ministry |government |presidential )*(?:spokes(?:man|woman|person)|press secretary|press officer)$/;

/** Whether the words name somebody who speaks for another. */
export const isSpokesman = (role: string): boolean => SPOKESMAN.test(role);

/** Who holds an office of a state on a day: `prime minister`, `energy minister`, `leader`. Null when nobody is known to. */
export const officerOf = (
  state: EntityRef,
  role: string,
  world: World,
  day: Day | null,
): EntityRef | null => {
  const country = state.id.toUpperCase();
  if (/^(?:leader|ruler|strongman)$/.test(role)) return world.leader(country, day)?.person ?? null;
  const words = role
    .replace(/^(?:own|new|current|outgoing|incoming|long-serving|veteran) /, '')
    .replace(/^(?:premier|pm)$/, 'prime minister')
    .replace(/^head of (?:the )?government$/, 'head_of_government')
    .replace(/^head of (?:the )?state$/, 'head_of_state')
    .replace(/^defense/, 'defence');
  if (words === '') return null;
  return world.holders(country, words, day)[0]?.person ?? null;
};

/** The term that makes somebody a colleague of others: that of the day, else the last one. */
const termOn = (world: World, person: string, day: Day | null) => {
  const terms = world.terms(person);
  const now = terms.filter(
    ({ from, to }) => day === null || ((from ?? '') <= day && day <= (to ?? '9999-12-31')),
  );
  return now.at(-1) ?? terms.at(-1) ?? null;
};

/** Who holds in another state the office that somebody holds in his: `his Orlandic [counterpart]`. */
export const counterpartOf = (
  person: EntityRef,
  state: EntityRef,
  world: World,
  day: Day | null,
): EntityRef | null => {
  const term = termOn(world, person.id, day);
  if (term === null) return null;
  const country = state.id.toUpperCase();
  if (/^head_of_/.test(term.office)) return world.leader(country, day)?.person ?? null;
  const office = term.office === 'minister' ? term.title : term.office;
  return world.holders(country, office, day)[0]?.person ?? null;
};
