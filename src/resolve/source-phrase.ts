import { overlapping } from '../lib/sorted.ts';
import type { Mention } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { contains, cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import { readRole } from './roles.ts';

/** A source that is a description, taken apart: `[Orland]owner's [energy minister]role`, `the [Orlandic]state [side]role`. */
export interface SourcePhrase {
  /** The whole source, in one line. */
  readonly words: string;
  /** Who stands in the possessive before the role, as a mention; its reference may be unknown. */
  readonly owner: Mention | null;
  /** What the possessor is called when it is a pronoun: `his`, `its`. */
  readonly pronoun: string | null;
  /** The state named beside the role, by adjective, capital or name. */
  readonly state: EntityRef | null;
  /** The words of the role in lower case, without articles and states. */
  readonly role: string;
}

/** No mention is longer, in UTF-16 code units. */
const LONGEST_MENTION = 300;
/** Where the head of a phrase ends. */
const TAIL =
  /(?:,|\s[–—(-]|\s(?:who|which|that|whose|of|for|in|at|from|to|with|on|by|near|close|under|behind|involved|familiar|speaking|himself|herself|itself|themselves)\b).*$/s;

/** Takes the words of a source apart. */
export const readSource = (
  source: Span,
  { article, annotations, knowledge }: AnnotatorInput,
  world: World,
): SourcePhrase => {
  const text = cover(article.text, source);
  const inside = overlapping(annotations.mentions, source, ({ span }) => span, LONGEST_MENTION);
  const owner = ownerAt(inside, source, article.text);
  const from = owner === null ? source.start : owner.span.end;
  const rest = article.text.slice(from, source.end).replace(/^['’]s?\s+/, '');
  const core = rest.trim().replace(TAIL, '').replace(/\s+/g, ' ');
  const { country, role } = readRole(core, knowledge);
  const named = country === null ? statesIn(inside, source, owner, article.text) : null;
  return {
    words: text.replace(/\s+/g, ' ').trim(),
    owner,
    pronoun: owner?.form === 'pronoun' ? cover(article.text, owner.span).toLowerCase() : pronounAt(text),
    state: named ?? stateNamed(country, world),
    role: role.replace(/^(?:own|one of|a|an|the|my|our)\s+/, '').trim(),
  };
};

/** `its`, `their` stand in no mention of a person. */
const pronounAt = (text: string): string | null =>
  /^(its|their|his|her)\s/i.exec(text)?.[1]?.toLowerCase() ?? null;

/** The mention in the possessive that the source begins with. */
const ownerAt = (inside: readonly Mention[], source: Span, text: string): Mention | null =>
  inside.find(({ span, form }) => {
    if (!contains(source, span) || span.end >= source.end) return false;
    if (text.slice(source.start, span.start).trim().length > 3) return false;
    if (form === 'pronoun') return /^(?:his|her|their)$/i.test(text.slice(span.start, span.end));
    return /^['’]s?\s/.test(text.slice(span.end, span.end + 3));
  }) ?? null;

/** The state behind `in`, `of` or `for`: `the interior ministry in [Brenn]`. */
const statesIn = (
  inside: readonly Mention[],
  source: Span,
  owner: Mention | null,
  text: string,
): EntityRef | null => {
  const mention = inside.find(
    (one) =>
      one !== owner &&
      one.type === 'STATE' &&
      /\b(?:in|of|for) (?:the )?$/i.test(text.slice(source.start, one.span.start)),
  );
  return mention?.refersTo ?? null;
};

const stateNamed = (country: string | null, world: World): EntityRef | null => {
  const place = country === null ? null : world.state(country.toLowerCase());
  return place === null ? null : { id: place.id, name: place.name };
};

/** Prepositions behind which a name is not the one that speaks: `a spokesman for [Voss]`, `a source close to [Voss]`. */
const UNDER =
  /\b(?:of|for|from|in|at|to|with|by|near|under|around|behind|against|like|than|on)\s+(?:(?:the|a|an|his|her|their|its|former|then)\s+)?(?:\S{1,40}['’]s?\s+)?$/i;

/** Whether a name is what a source is about, and not a part of its description: `Counsel for the union, [Ada Voss]`. */
export const isHeadName = ({ span }: Mention, source: Span, text: string): boolean => {
  if (/^['’]s?\s/.test(text.slice(span.end, span.end + 3)) && span.end + 2 < source.end) return false;
  const before = text.slice(source.start, Math.max(source.start, span.start));
  return !UNDER.test(before.slice(before.lastIndexOf(',') + 1));
};
