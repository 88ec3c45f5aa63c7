import type { Day } from '../../model/brand.ts';
import type { Token } from '../../model/sentence.ts';
import type { NameEntry, World } from '../../model/world/index.ts';
import { keyOf } from './gazetteer.ts';
import type { Title } from './titles.ts';
import type { MentionWords } from './words.ts';

/** What is known when a name is decided: the words around it, and whom the article names in full. */
export interface NameContext {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly title: Title | null;
  /** Ids of persons whose full name stands somewhere in the article. */
  readonly inFull: ReadonlySet<string>;
  /** Ids of persons of the pack. */
  readonly ofPack: ReadonlySet<string>;
  readonly day: Day | null;
  readonly world: World;
  readonly words: MentionWords;
  /** Surnames to the person whom the text last named in full by it. */
  readonly recent?: ReadonlyMap<string, string>;
}

/** Decides whose name it is, or null when it is nobody's that we could stand for. */
export const chooseEntry = (entries: readonly NameEntry[], context: NameContext): NameEntry | null => {
  const persons = entries.filter((entry) => entry.type === 'PERSON');
  const others = entries.filter((entry) => entry.type !== 'PERSON' && entry.kind !== 'demonym');
  const person = choosePerson(persons, context);
  if (person !== null) return person;
  if (others.length === 0) return null;
  return chooseThing(others, context);
};

const choosePerson = (persons: readonly NameEntry[], context: NameContext): NameEntry | null => {
  const first = persons[0];
  if (first === undefined) return null;
  const full = persons.find((entry) => entry.kind !== 'surname');
  if (full !== undefined) return persons.find((entry) => context.ofPack.has(entry.entity.id)) ?? full;
  const named = ofText(persons, context);
  if (named !== null) return named;
  const titled = context.title === null ? null : byTitle(persons, context.title, context);
  if (titled !== null) return titled;
  const ofPack = persons.filter((entry) => context.ofPack.has(entry.entity.id));
  if (ofPack.length === 1) return ofPack[0] ?? null;
  const serving = (ofPack.length > 0 ? ofPack : context.title === null ? [] : persons).filter((entry) =>
    inOffice(entry, context),
  );
  return serving[0] ?? ofPack[0] ?? null;
};

/** Of those whom the article names in full the one of the title, else the one whom it named last. */
const ofText = (persons: readonly NameEntry[], context: NameContext): NameEntry | null => {
  const named = persons.filter((entry) => context.inFull.has(entry.entity.id));
  if (named.length < 2) return named[0] ?? null;
  const titled = context.title === null ? null : byTitle(named, context.title, context);
  const token = context.tokens[context.to - 1];
  const last = token === undefined ? undefined : context.recent?.get(keyOf(token));
  return titled ?? named.find((entry) => entry.entity.id === last) ?? named[0] ?? null;
};

/** Of persons of one surname the one who held the office of the title. */
const byTitle = (persons: readonly NameEntry[], title: Title, context: NameContext): NameEntry | null => {
  const country = title.state?.entity.id ?? null;
  if (country === null) return null;
  const holders = context.world.holders(country.toUpperCase(), title.words, context.day);
  const ever = context.world.holders(country.toUpperCase(), title.words, null);
  for (const list of [holders, ever]) {
    const found = persons.find((entry) => list.some((holder) => holder.person.id === entry.entity.id));
    if (found !== undefined) return found;
  }
  return null;
};

const inOffice = (entry: NameEntry, { world, day }: NameContext): boolean =>
  day !== null &&
  world
    .terms(entry.entity.id)
    .some((term) => (term.from === null || term.from <= day) && (term.to === null || day <= term.to));

/**
 * A word that is both a city and its government is the city behind "in" or "to" and the government elsewhere; of other
 * readings the pack's own (a disputed place) goes first, then the fuller name.
 */
const chooseThing = (others: readonly NameEntry[], context: NameContext): NameEntry | null => {
  const government = others.find((entry) => entry.kind === 'metonym');
  const place = others.find((entry) => entry.type === 'PLACE');
  if (government !== undefined && (place !== undefined || isCapital(government, context.world)))
    return inPlacePosition(context) ? (place ?? asPlace(government)) : government;
  return (
    others.find((entry) => entry.party !== undefined) ??
    others.find((entry) => entry.kind === 'full') ??
    others[0] ??
    null
  );
};

/** Whether a metonym is the capital of its state, and so a place too (`the Kremlin` is not). */
const isCapital = (entry: NameEntry, world: World): boolean =>
  world.state(entry.entity.id)?.capital === entry.text;

/** A capital that knowledge has only as a metonym, met where a place is meant. */
const asPlace = (entry: NameEntry): NameEntry => ({
  ...entry,
  type: 'PLACE',
  entity: { id: entry.text.toLowerCase() as NameEntry['entity']['id'], name: entry.text },
});

const inPlacePosition = ({ tokens, from, words }: NameContext): boolean => {
  const before = tokens[from - 1]?.lower ?? '';
  if (words.placePrepositions.has(before))
    return !before.startsWith('for') || !/^(?:to|and)$/.test(tokens[from + 1]?.lower ?? '');
  return (
    before === 'of' && /^(?:city|capital|resort|port|town|suburb|region)$/.test(tokens[from - 2]?.lower ?? '')
  );
};
