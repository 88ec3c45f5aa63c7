import { slug } from '../lib/slug.ts';
import type { EntityId } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { cover } from '../model/span.ts';
import type { Spoken } from './inner.ts';

const PRONOUN =
  /^(?:he|she|they|it|we|i|you|who|his|her|their|both|one|two|three|some|others|all|him|them|another|many|most|few)$/i;

/** Somebody whom nobody names, under an id made from the words; null for a pronoun and for what is too long for a name. */
export const unnamedBy = (words: string): EntityRef | null => {
  const name = words.replace(/\s+/g, ' ').replace(/^(?:the|a|an|his|her|its|their)\s+/i, '');
  if (name === '' || PRONOUN.test(name) || name.length > 80) return null;
  const id = slug(name, 60);
  return id === '' ? null : { id: `unnamed-${id}` as EntityId, name };
};

/** Whether an id was made by `unnamedBy`. */
export const isUnnamed = ({ id }: EntityRef): boolean => id.startsWith('unnamed-');

/** Bodies, papers and counts: what `it` takes up and `he` does not. */
const BODY =
  /\b(?:ministry|department|office|embassy|bank|company|firm|group|union|association|council|committee|board|court|tribunal|police|army|navy|government|agency|newspaper|paper|institute|centre|center|party|league|commission|report|statement|document|study|survey|poll|petition|letter|note|memo|papers|per cent|percent)\b/i;
/** Several persons. */
const SEVERAL =
  /^(?:\S+ ){0,3}?(?:people|men|women|staff|\p{Ll}{3,}s)\b|^(?:two|three|four|five|six|several|some|many) /iu;

const wordsOf = ({ attribution }: Spoken, text: string): string => {
  const at: Span | undefined = attribution.source[0];
  return at === undefined ? '' : cover(text, at);
};

/** Whether an unnamed speaker is one person: `a senior diplomat`, not `the bank`, not `analysts`. */
export const isOnePerson = (entity: EntityRef): boolean =>
  isUnnamed(entity) && !BODY.test(entity.name) && !SEVERAL.test(entity.name);

/** How many statements back an unnamed group or body may be taken up. */
const WINDOW = 4;

const lastWhere = (
  before: readonly Spoken[],
  fits: (entity: EntityRef, words: string) => boolean,
  text: string,
): EntityRef | null => {
  for (let i = before.length - 1; i >= Math.max(0, before.length - WINDOW); i--) {
    const other = before[i];
    const entity = other?.speakers[0];
    if (other === undefined || entity === undefined || other.speakers.length !== 1) continue;
    if (fits(entity, wordsOf(other, text))) return entity;
  }
  return null;
};

/** `One of them`, `another`, `the third`: one of the unnamed who spoke last. `Insiders said so. "…," [one] confided.` */
export const oneOfThem = (words: string, before: readonly Spoken[], text: string): EntityRef | null => {
  if (!/^(?:one|another|(?:the )?(?:first|second|third|fourth|other))(?: of (?:them|these))?$/i.test(words))
    return null;
  const group = lastWhere(
    before,
    (entity, own) => isUnnamed(entity) && (SEVERAL.test(entity.name) || /^one\b|^another\b/i.test(own)),
    text,
  );
  if (group === null) return null;
  const name = group.name.replace(/^one of /, '');
  return { id: `unnamed-${slug(`one of ${name}`, 60)}` as EntityId, name: `one of ${name}` };
};

/** `they`: the unnamed group that spoke last; `it`: the unnamed body. */
export const groupOrBody = (words: string, before: readonly Spoken[], text: string): EntityRef | null => {
  if (/^they$/i.test(words))
    return lastWhere(before, (entity) => isUnnamed(entity) && SEVERAL.test(entity.name), text);
  return /^it$/i.test(words) ? lastWhere(before, (entity) => BODY.test(entity.name), text) : null;
};
