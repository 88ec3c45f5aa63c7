import type { Token } from '../../model/sentence.ts';
import type { VerbGroup } from './clause.ts';
import { clauseEnd, clauseStart, isCoordinated, isHard, verbGroup } from './clause.ts';
import type { Trigger } from './cues.ts';
import { DETERMINERS, isAdverb, PREPOSITIONS, RELATIVES, TITLES } from './english.ts';
import type { GrammarSets, Group, Scene } from './stage.ts';

/** Who stands where around a cue. */
export interface Arguments {
  /** Before the verb, or the possessor of the noun. */
  readonly subject: Group | null;
  /** Straight after the verb without a preposition. */
  readonly object: Group | null;
  /** Groups after the cue by their prepositions, nearest first. */
  readonly led: ReadonlyMap<string, readonly Group[]>;
  /** Adjectives of nation that describe the noun: "Freedonian-Sylvanian talks". */
  readonly modifiers: readonly Group[];
  /** A party within the object: "condemned the raid by [Marlish forces]". */
  readonly inner?: Group | null;
  /** Prepositions that belong to the cue itself: "criticism of". */
  readonly own: ReadonlySet<string>;
}

const ownLeads = (tokens: readonly Token[], trigger: Trigger): ReadonlySet<string> =>
  new Set(
    trigger.matched
      .slice(1)
      .map((at) => tokens[at]?.lower ?? '')
      .filter((lower) => PREPOSITIONS.has(lower)),
  );

/** How far to the right of a cue its arguments are sought, in tokens. */
const REACH = 24;
const NOUN_REACH = 12;

/** The arguments of a verbal cue. `limit` is the first token of the next verbal cue. */
export const verbArguments = (scene: Scene, trigger: Trigger, verb: VerbGroup, limit: number): Arguments => {
  const subject = findSubject(scene, verb);
  // What follows the "that" of a cue ("suggested that the two sides meet") has parts in its own act only.
  const isClosed = scene.tokens[trigger.last]?.lower === 'that';
  const end = isClosed
    ? trigger.last
    : Math.min(clauseEnd(scene.tokens, trigger.last), limit, trigger.last + REACH);
  const after = seatable(scene, trigger).filter((group) => group.first > trigger.first && group.first < end);
  const objects = after.filter((group) => group.lead === '' && !group.modifier);
  return {
    subject,
    object: objects.find((group) => isObject(scene.tokens, trigger, group)) ?? null,
    led: byLead(after),
    modifiers: after.filter((group) => group.modifier && group.first - trigger.last <= 4).slice(0, 1),
    own: ownLeads(scene.tokens, trigger),
  };
};

/** A visit is to a place as much as to a state. */
const seatable = (scene: Scene, trigger: Trigger): readonly Group[] =>
  trigger.cue.frame === 'visit'
    ? [...scene.groups, ...scene.places].sort((a, b) => a.first - b.first)
    : scene.groups;

/** Only determiners, adverbs and titles may stand between a verb and its object, or the words of the cue itself. */
const isObject = (tokens: readonly Token[], trigger: Trigger, group: Group): boolean => {
  for (let at = trigger.first + 1; at < group.first; at++) {
    if (trigger.matched.includes(at)) continue;
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || PREPOSITIONS.has(token.lower)) return false;
  }
  return group.first - trigger.last <= 5;
};

const byLead = (groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> => {
  const led = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.lead === '' || group.modifier) continue;
    led.set(group.lead, [...(led.get(group.lead) ?? []), group]);
  }
  return led;
};

/** The subject of the verb at token `at`, by the order of words. */
export const subjectOfVerb = (scene: Scene, at: number, grammar: GrammarSets): Group | null =>
  findSubject(scene, verbGroup(scene.tokens, at, grammar));

/** "from [Sylvania], which accepted": whoever the relative before a verb stands for, though it stands behind a preposition. */
const meantByRelative = (scene: Scene, verb: number): Group | null => {
  const { tokens } = scene;
  if (!RELATIVES.has(tokens[verb - 1]?.lower ?? '') || !isHard(tokens, verb - 1)) return null;
  return tokens[verb - 2]?.text === ',' ? antecedentOf(scene, verb - 1) : null;
};

/**
 * The subject of a verb group: the free-standing group nearest before it in its clause; after "and" the first of the
 * clause, since the nearer one is an object; after "who" or "which" the group just before; else that of the clause before.
 */
const findSubject = (scene: Scene, verb: VerbGroup): Group | null =>
  meantByRelative(scene, verb.first) ?? beforeAside(scene, verb.first) ?? subjectOverClauses(scene, verb);

const subjectOverClauses = (scene: Scene, verb: VerbGroup): Group | null => {
  const { tokens } = scene;
  const isJoined = isCoordinated(tokens, verb.first);
  let end = verb.first;
  for (let hops = 0; hops < 4 && end > 0; hops++) {
    const start = clauseStart(tokens, end - 1);
    const found = subjectBetween(scene, verb, start, end, hops > 0 || isJoined);
    if (found !== null) return hops > 0 || isJoined ? found : freeSubject(scene, verb, found);
    const opener = tokens[start - 1]?.lower ?? '';
    if (RELATIVES.has(opener) && opener !== 'that') return antecedentOf(scene, start - 1);
    if (!mayReachBack(tokens, verb, hops, start)) return null;
    end = start - 1;
  }
  return null;
};

const freeSubject = (scene: Scene, verb: VerbGroup, found: Group): Group | null =>
  verb.infinitive ? found : nearSubject(scene, verb, found);

const ASIDE = 14;

/** The comma that opens an aside just before the verb: "Sylvania's envoy[,] in remarks on Monday, rejected". */
const asideBefore = (tokens: readonly Token[], verb: number): number | null => {
  if (tokens[verb - 1]?.text !== ',') return null;
  for (let at = verb - 2; at > Math.max(0, verb - ASIDE); at--) {
    if (tokens[at]?.text === ',') return PREPOSITIONS.has(tokens[at + 1]?.lower ?? '') ? at : null;
    if (isHard(tokens, at)) return null;
  }
  return null;
};

const beforeAside = (scene: Scene, verb: number): Group | null => {
  const comma = asideBefore(scene.tokens, verb);
  if (comma === null) return null;
  const start = clauseStart(scene.tokens, comma - 1);
  const inside = scene.groups.filter(
    (group) => group.first >= start && group.last < comma && !group.modifier,
  );
  return representedBy(scene.tokens, inside, comma);
};

const subjectBetween = (
  scene: Scene,
  verb: VerbGroup,
  start: number,
  end: number,
  takesFirst: boolean,
): Group | null => {
  const inside = scene.groups.filter((g) => g.first >= start && g.last < end && !g.modifier);
  const free = inside.filter(
    (group) => !group.possessive && (group.lead === '' || opensClause(scene, verb, group)),
  );
  const found = takesFirst ? free[0] : free.at(-1);
  if (found !== undefined) return found;
  const owners = verb.infinitive ? inside.filter((group) => group.lead === 'of' || group.lead === 'for') : [];
  return owners.at(-1) ?? representedBy(scene.tokens, inside, verb.first);
};

const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'as']);

/** "protested after [Voss] visited": the preposition is a conjunction, since the verb follows its group at once. */
const opensClause = ({ tokens }: Scene, verb: VerbGroup, group: Group): boolean =>
  CONJUNCTIONS.has(group.lead) &&
  !verb.infinitive &&
  tokens.slice(group.last + 1, verb.first).every((token) => token.kind === 'word' && isAdverb(token.lower));

/** "Sylvania's envoy rejected": a possessor stands for its unnamed representative. */
const representedBy = (tokens: readonly Token[], groups: readonly Group[], verb: number): Group | null => {
  const owner = groups.findLast((group) => group.possessive);
  if (owner === undefined || verb - owner.last > 4 || verb - owner.last < 2) return null;
  return TITLES.has(tokens[verb - 1]?.lower ?? '') ? owner : null;
};

/** Between the subject and its verb no other noun phrase may stand free: "Voss, as [the paper] notes, …". */
const nearSubject = (scene: Scene, verb: VerbGroup, found: Group): Group | null => {
  const { tokens, groups } = scene;
  for (let at = verb.first - 1; at > found.last; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || PREPOSITIONS.has(token.lower)) return found;
    if (scene.timed.has(at)) continue;
    if (groups.some((group) => group.first <= at && at <= group.last)) return found;
    const isOwned = token.lower.endsWith("'s");
    if ((DETERMINERS.has(token.lower) && token.lower !== 'all' && token.lower !== 'both') || isOwned)
      return representedBy(
        tokens,
        groups.filter((group) => group.last < verb.first),
        verb.first,
      );
  }
  return found;
};

const antecedentOf = (scene: Scene, opener: number): Group | null =>
  scene.groups.findLast((group) => !group.modifier && group.last < opener && opener - group.last <= 3) ??
  null;

/** Over which openers the subject may be sought: joined verbs, infinitives and -ing forms share the one before. */
const mayReachBack = (tokens: readonly Token[], verb: VerbGroup, hops: number, start: number): boolean => {
  if (hops > 2) return false;
  const isIng = (tokens[verb.first]?.lower ?? '').endsWith('ing');
  if (verb.infinitive || isIng || isCoordinated(tokens, verb.first)) return true;
  const opener = tokens[start - 1]?.text ?? '';
  return (
    opener === '"' || opener === '“' || opener === ')' || opener === '”' || opener === '–' || opener === '—'
  );
};

/** The arguments of a nominal cue: possessor, describing adjectives, and the prepositional phrases after it. */
export const nounArguments = (scene: Scene, trigger: Trigger, limit: number): Arguments => {
  const { tokens, groups } = scene;
  const start = phraseStart(tokens, trigger.first);
  const before = groups.filter((group) => group.last < trigger.first && group.last >= start - 1);
  const possessor =
    before.findLast((group) => group.possessive) ??
    before.findLast((group) => !group.modifier && group.last === trigger.first - 1) ??
    null;
  const own = ownLeads(tokens, trigger);
  const end = Math.min(nounEnd(tokens, trigger.last), limit, trigger.last + NOUN_REACH);
  const seated = seatable(scene, trigger);
  const after = seated.filter(
    (group) => group.first > trigger.last && group.first <= end && !isBeyondVisit(trigger, group),
  );
  const inner = seated.filter((group) => group.first > trigger.first && group.last <= trigger.last);
  return {
    subject: possessor,
    object: null,
    led: byLead([...inner, ...after].filter((group) => group.lead !== 'of' || isOwn(tokens, trigger, group))),
    // "the seizure of Sylvanian islands" is not done by Sylvania.
    modifiers: [...before, ...(own.has('of') ? [] : inner)].filter((group) => group.modifier),
    own,
  };
};

/** "a visit with Voss"; but in "trip chills ties with Sylvania" the "with" belongs to another noun. */
const isBeyondVisit = (trigger: Trigger, group: Group): boolean =>
  trigger.cue.frame === 'visit' && group.lead === 'with' && group.first - trigger.last > 3;

/** "of X" belongs to the noun only when it follows it at once, or is part of the cue. */
const isOwn = (tokens: readonly Token[], trigger: Trigger, group: Group): boolean =>
  tokens[trigger.last + 1]?.lower === 'of'
    ? group.first <= trigger.last + 6
    : tokens[trigger.last]?.lower === 'of' && group.first <= trigger.last + 5;

/** The first token of the noun phrase that the cue ends: back over adjectives to a preposition, verb or mark. */
const phraseStart = (tokens: readonly Token[], first: number): number => {
  let at = first;
  while (at > 0 && first - at < 4) {
    const token = tokens[at - 1];
    if (
      token === undefined ||
      token.kind === 'mark' ||
      PREPOSITIONS.has(token.lower) ||
      isHard(tokens, at - 1)
    )
      break;
    at--;
  }
  return at;
};

/** Where the phrases after a noun end: at a mark, an opener, or a word that begins a predicate. */
export const nounEnd = (tokens: readonly Token[], last: number): number => {
  let at = last + 1;
  while (at < tokens.length && !isHard(tokens, at)) {
    const token = tokens[at];
    if (token?.text === ',' || PREDICATE.has(token?.lower ?? '') || isAdverb(token?.lower ?? '')) break;
    at++;
  }
  return at;
};

const PREDICATE = new Set(
  'is are was were will would has have had could may might must can and or but marked failed fail fails fell ended began stopped remain remained we they he she it i'.split(
    ' ',
  ),
);
