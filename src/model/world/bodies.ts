import type { EntityId } from '../brand.ts';
import type { Knowledge, PlaceEntry } from '../knowledge.ts';
import type { EntityRef } from '../page.ts';

/** A government, ministry or parliament of a state. */
export interface Body {
  readonly entity: EntityRef;
  /** Id of the state. */
  readonly state: EntityId;
  /** Its names in English, without articles; the first is that of `entity`. */
  readonly names: readonly string[];
}

interface Form {
  /** What stands behind the id of the state. */
  readonly suffix: string;
  /** Behind the adjective or the possessive: `Russian …`, `Russia's …`. */
  readonly nouns: readonly string[];
  /** Before `of` and the name: `… of Russia`. */
  readonly heads: readonly string[];
}

const FORMS: readonly Form[] = [
  {
    suffix: 'government',
    nouns: ['government', 'authorities', 'cabinet'],
    heads: ['government', 'Government'],
  },
  {
    suffix: 'foreign-ministry',
    nouns: ['Foreign Ministry', 'Foreign Affairs Ministry', 'Ministry of Foreign Affairs', 'MFA'],
    heads: ['Foreign Ministry', 'Ministry of Foreign Affairs'],
  },
  {
    suffix: 'defence-ministry',
    nouns: ['Defence Ministry', 'Defense Ministry', 'Ministry of Defence', 'Ministry of Defense'],
    heads: ['Defence Ministry', 'Defense Ministry', 'Ministry of Defence', 'Ministry of Defense'],
  },
  { suffix: 'parliament', nouns: ['parliament'], heads: ['parliament'] },
];

const STATES: ReadonlySet<string> = new Set(['country', 'historical', 'de-facto']);

/** `Russia's`, and `United States'` after an s. */
const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);

const bodyOf = (state: PlaceEntry, form: Form, own: EntityRef | undefined): Body => {
  const id = `${state.id}-${form.suffix}` as EntityId;
  const adjectives = state.demonyms.length > 0 ? state.demonyms : [state.name];
  const names = [
    ...adjectives.flatMap((adjective) => form.nouns.map((noun) => `${adjective} ${noun}`)),
    ...form.nouns.map((noun) => `${possessive(state.name)} ${noun}`),
    ...form.heads.map((head) => `${head} of ${state.name}`),
  ];
  // A government is called by its adjective also where its site has a name of its own ("Government of …").
  const first = (form.suffix === 'government' ? names[0] : (own?.name ?? names[0])) ?? id;
  return {
    entity: { id: own?.id ?? id, name: first },
    state: state.id,
    names: [...new Set([first, ...(own === undefined ? [] : [own.name]), ...names])],
  };
};

/**
 * The government, foreign ministry, defence ministry and parliament of every state, under ids such as
 * `rus-foreign-ministry`. Where an outlet has that id, the body is that outlet and bears its name.
 */
export const bodiesOf = (knowledge: Knowledge): readonly Body[] => {
  const outlets = new Map(knowledge.outlets.map((outlet) => [outlet.id as string, outlet]));
  return knowledge.places
    .filter((place) => STATES.has(place.kind))
    .flatMap((state) =>
      FORMS.map((form) => {
        const own = outlets.get(`${state.id}-${form.suffix}`);
        return bodyOf(state, form, own && { id: own.id, name: own.name });
      }),
    );
};
