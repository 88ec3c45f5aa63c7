import type { Mention } from '../model/annotation.ts';
import type { Day } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { contains } from '../model/span.ts';
import type { World } from '../model/world/index.ts';

/** Bodies that speak for whoever owns them: `[her] office`, `[Wade]'s ministry`. */
const ORGAN =
  /^(?:own |foreign |defence |defense |private )*(?:office|ministry|government|cabinet|administration|department|team|camp|embassy|navy|coast guard|delegation)\b/i;
const SPOKESMAN =
  /^(?:own |chief |official )*(?:spokes(?:man|woman|person)|press secretary|press officer)\b/i;
const STATEMENT = /^(?:own |joint )*(?:statement|communiqu[eé]|press release|note|letter)\b/i;

/**
 * Who speaks when a possessor stands before a body or an office: the state of the possessor for `Wade's ministry`, his
 * spokesman for `his press secretary` when knowledge has one, the possessor's own for `the union's statement`. Null otherwise.
 */
export const ownedBy = (
  mentions: readonly Mention[],
  source: Span,
  text: string,
  world: World,
  day: Day | null,
): EntityRef | null => {
  for (const mention of mentions) {
    const owned = contains(source, mention.span) ? wordsOwned(mention, source, text) : null;
    const speaker = owned === null ? null : speakerFor(mention, owned, world, day);
    if (speaker !== null) return speaker;
  }
  return null;
};

const speakerFor = (
  { refersTo, type }: Mention,
  owned: string,
  world: World,
  day: Day | null,
): EntityRef | null => {
  if (refersTo === null) return null;
  const party = world.partyOf(refersTo.id, day);
  if (STATEMENT.test(owned)) return type === 'PERSON' ? refersTo : (party ?? refersTo);
  if (party === null) return null;
  if (ORGAN.test(owned)) return world.entity(`${party.id}-government`) ?? party;
  return SPOKESMAN.test(owned) ? spokesmanOf(party, refersTo, world, day) : null;
};

/** The words behind a possessive: `[Wade]'s ministry`, `[her] office`. */
const wordsOwned = ({ span, form }: Mention, source: Span, text: string): string | null => {
  const tail = text.slice(span.end, source.end);
  if (form === 'pronoun') {
    const own = /^(?:his|her|its|their)$/i.test(text.slice(span.start, span.end));
    return own && span.start === source.start ? tail.trimStart() : null;
  }
  const match = /^['’]s?\s+/.exec(tail);
  return match === null ? null : tail.slice(match[0].length);
};

/** A president's spokesman is the president's; a government's speaks for its head. */
const spokesmanOf = (party: EntityRef, owner: EntityRef, world: World, day: Day | null): EntityRef | null => {
  const country = party.id.toUpperCase();
  const presides = world.terms(owner.id).some(({ office }) => office === 'head_of_state');
  const kinds = presides
    ? ['presidential_spokesperson', 'government_spokesperson']
    : ['government_spokesperson', 'presidential_spokesperson'];
  for (const kind of kinds) {
    const holder = world.holders(country, kind, day)[0];
    if (holder !== undefined) return holder.person;
  }
  return null;
};
