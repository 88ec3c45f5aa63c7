import { slug } from '../../lib/slug.ts';
import type { EntityId } from '../../model/brand.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Token } from '../../model/sentence.ts';
import { apposedRole } from './apposition.ts';
import type { Found } from './found.ts';
import { keyOf } from './gazetteer.ts';
import type { NameReader, Step } from './reader.ts';
import { type Title, titleBefore } from './titles.ts';
import { endOf, isNameWord, nameText } from './token-text.ts';

/** Surnames of the persons whom the article has named and nobody else knows, by key. */
export type Acquaintances = Map<string, EntityRef>;

/**
 * A person whom no gazetteer knows: two to four capitalised words behind a title, a given name, or before a description of
 * an office (`[Orla Venn], the Valdorian envoy,`); and later the surname alone. The id is made from the name, so that the
 * same person in another article is the same.
 */
export const newPerson = (
  tokens: readonly Token[],
  from: number,
  floor: number,
  reader: NameReader,
  met: Acquaintances,
): Step | null => {
  const first = tokens[from];
  if (first === undefined || !isNameWord(first, reader.words) || isRole(first, reader)) return null;
  const to = endOfName(tokens, from, reader);
  const again = met.get(keyOf(first));
  if (again !== undefined && to - from <= 1)
    return { found: [person(tokens, from, from + 1, again, 'surname-again')], to: from + 1 };
  const title = titleBefore(tokens, from, floor, reader.words, reader.gazetteer);
  const rule = ruleFor(tokens, from, to, title, reader);
  if (rule === null || reader.gazetteer.states.has(keyOf(first))) return null;
  const entity = acquaint(tokens, from, to, met);
  return { found: [person(tokens, title?.from ?? from, to, entity, rule)], to };
};

/** `Foreign [Ministers]` are no person of that name. */
const isRole = ({ lower }: Token, { words }: NameReader): boolean =>
  words.titles.has(lower) || words.groups.has(lower);

/** By what the words `[from, to)` are taken as a person's name, or null. */
const ruleFor = (
  tokens: readonly Token[],
  from: number,
  to: number,
  title: Title | null,
  reader: NameReader,
): string | null => {
  if (title !== null && title.words !== 'former') return 'new-person';
  if (to - from < 2) return null;
  const first = tokens[from];
  if (title !== null || (first !== undefined && reader.gazetteer.givenNames.has(keyOf(first))))
    return 'new-person';
  return apposedRole(tokens, to, reader) ? 'apposed-person' : null;
};

/** The entity of a new person, whose surname is known from here on. */
export const acquaint = (
  tokens: readonly Token[],
  from: number,
  to: number,
  met: Acquaintances,
): EntityRef => {
  const name = nameText(tokens, from, to);
  const entity = { id: slug(name, 80) as EntityId, name };
  const last = tokens[to - 1];
  if (last !== undefined && to - from > 1) met.set(keyOf(last), entity);
  return entity;
};

const endOfName = (tokens: readonly Token[], from: number, reader: NameReader): number => {
  let to = from;
  while (to < tokens.length && to - from < 4 && isPartOfName(tokens, to, from, reader)) to++;
  return to;
};

const isPartOfName = (tokens: readonly Token[], at: number, from: number, reader: NameReader): boolean => {
  const token = tokens[at];
  if (token === undefined || !isNameWord(token, reader.words)) return false;
  if (at > from && /['’]s$/.test(tokens[at - 1]?.text ?? '')) return false;
  return at === from || !reader.gazetteer.states.has(keyOf(token));
};

/** A mention of a person. */
export const person = (
  tokens: readonly Token[],
  from: number,
  to: number,
  entity: EntityRef | null,
  rule: string,
): Found => ({
  start: tokens[from]?.start ?? 0,
  end: endOf(tokens[to - 1]),
  form: 'name',
  type: 'PERSON',
  refersTo: entity,
  rule,
  confidence: 0.7,
});
