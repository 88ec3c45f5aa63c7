import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { VerbGroup } from './clause.ts';
import { clauseEnd, clauseStart, isHard } from './clause.ts';
import type { Trigger } from './cues.ts';
import { BE, isOrdinal, PREPOSITIONS } from './english.ts';
import type { GrammarSets } from './stage.ts';

/** The realis of a verbal cue by its auxiliaries, the word that governs its infinitive, and an "if" before it. */
export const verbRealis = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  grammar: GrammarSets,
  headline: boolean,
  reported = false,
): Realis => {
  if (isDisbelieved(tokens, verb.first, grammar)) return 'negated';
  const asserted = assertedRealis(tokens, trigger, verb, grammar, headline);
  // "Voss, he said, would visit": "would" is "will" seen from then.
  const told = reported && asserted === 'hypothetical' && isWill(verb) ? 'planned' : asserted;
  if (told === 'actual' && isFuturePresent(tokens, trigger, verb)) return 'planned';
  const lies = told === 'planned' || told === 'actual';
  if (lies && tokens.slice(trigger.last + 1).some(({ text }) => text === '?')) return 'hypothetical';
  return told === 'planned' && hasCondition(tokens, trigger.last, grammar) ? 'hypothetical' : told;
};

const isWill = ({ words }: VerbGroup): boolean => words.has('would') && !words.has('have');

const COMING = new Set(['tomorrow', 'next']);
const COMING_REACH = 10;

/** "meets Voss [next] Thursday", "leaves [tomorrow]": a present before a day to come. */
const isFuturePresent = (tokens: readonly Token[], trigger: Trigger, verb: VerbGroup): boolean =>
  (trigger.form === 's' || trigger.form === 'base') &&
  verb.words.size === 0 &&
  tokens
    .slice(trigger.last + 1, Math.min(clauseEnd(tokens, trigger.last), trigger.last + COMING_REACH))
    .some(({ lower }) => COMING.has(lower));

const assertedRealis = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  grammar: GrammarSets,
  headline: boolean,
): Realis => {
  if (isConditional(tokens, verb.first, grammar)) return 'hypothetical';
  const modal = backshifted(tokens, verb, grammar) ?? modalRealis(verb, grammar);
  if (modal !== null) return modal;
  if (verb.infinitive) return infinitiveRealis(tokens, verb, grammar, headline);
  if (
    trigger.form === 'base' &&
    verb.words.size === 0 &&
    complementKind(tokens, verb.first, grammar) === 'proposed'
  )
    return 'proposed';
  if (verb.negated || isDenied(tokens, verb.first)) return 'negated';
  return trigger.form === 'ing' ? participleRealis(tokens, verb, grammar) : 'actual';
};

const modalRealis = (verb: VerbGroup, grammar: GrammarSets): Realis | null => {
  const any = (list: ReadonlySet<string>): boolean => [...verb.words].some((word) => list.has(word));
  const isModal = any(grammar.future) || any(grammar.possible);
  if (!isModal) return null;
  if (verb.negated || verb.words.has("won't")) return 'negated';
  if (any(grammar.future)) return 'planned';
  return verb.words.has('should') || verb.words.has('must') ? 'proposed' : 'hypothetical';
};

/** How far before the opener of a complement its governor may stand, in tokens. */
const COMPLEMENT_REACH = 14;

/** What governs the clause that holds `at`, when "that" opens it: "[agreed] in Lysa on Friday that Voss would visit". */
const complementKind = (
  tokens: readonly Token[],
  at: number,
  grammar: GrammarSets,
): 'planned' | 'proposed' | null => {
  const opener = clauseStart(tokens, at) - 1;
  if (tokens[opener]?.lower !== 'that') return null;
  for (let i = opener - 1; i >= Math.max(0, opener - COMPLEMENT_REACH) && !isHard(tokens, i); i--) {
    const lower = tokens[i]?.lower ?? '';
    if (grammar.reporting.has(lower)) return 'planned';
    const kind = kindOf(lower, grammar);
    if (kind === 'planned' || kind === 'proposed') return isNegatedAt(tokens, i, grammar) ? null : kind;
  }
  return null;
};

/** "promised that she would visit", "said he would visit": "would" is "will" seen from then, unless it stands on a condition. */
const backshifted = (tokens: readonly Token[], verb: VerbGroup, grammar: GrammarSets): Realis | null => {
  if (!verb.words.has('would') || verb.words.has('have')) return null;
  const start = clauseStart(tokens, verb.first);
  const isSaid = tokens
    .slice(Math.max(start, verb.first - 6), verb.first)
    .some(({ lower }) => grammar.reporting.has(lower) || lower === 'promised' || lower === 'pledged');
  const kind = complementKind(tokens, verb.first, grammar) ?? (isSaid ? 'planned' : null);
  if (kind === null) return null;
  return verb.negated ? 'negated' : kind;
};

const CONDITION_REACH = 20;

/** "is to hand them over [once] a treaty is concluded", "will meet Voss [if] she comes". */
const hasCondition = (tokens: readonly Token[], last: number, grammar: GrammarSets): boolean => {
  for (let at = last + 1; at <= last + CONDITION_REACH && at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') return false;
    if (token.lower === 'once' || (grammar.conditions.has(token.lower) && token.lower !== 'whether'))
      return true;
    if (isHard(tokens, at)) return false;
  }
  return false;
};

const BELIEF = new Set('believe think expect suppose say see'.split(' '));

/** "I do not believe that we should suspend it" denies what follows "that". */
const isDisbelieved = (tokens: readonly Token[], at: number, grammar: GrammarSets): boolean => {
  const opener = clauseStart(tokens, at) - 1;
  if (tokens[opener]?.lower !== 'that' || !BELIEF.has(tokens[opener - 1]?.lower ?? '')) return false;
  return isNegatedAt(tokens, opener - 1, grammar);
};

const isConditional = (tokens: readonly Token[], at: number, grammar: GrammarSets): boolean => {
  const opener = clauseStart(tokens, at) - 1;
  const isOpened = (i: number): boolean => grammar.conditions.has(tokens[i]?.lower ?? '');
  // "on condition that", "provided that".
  if (tokens[opener]?.lower === 'that')
    return isOpened(opener - 1) || tokens[opener - 1]?.lower === 'condition';
  return isOpened(opener);
};

/** "never … nor signed": a negation at the head of the clause reaches a verb that is joined on. */
const isDenied = (tokens: readonly Token[], first: number): boolean =>
  ['neither', 'nor', 'without', 'never'].includes(tokens[first - 1]?.lower ?? '') ||
  hasNoSubject(tokens, first);

/** "[no] peace treaty has been signed", "[neither] side signed": the denial stands in the subject. */
const hasNoSubject = (tokens: readonly Token[], first: number): boolean => {
  for (let at = first - 1; at >= Math.max(0, first - 6); at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || PREPOSITIONS.has(token.lower) || isHard(tokens, at))
      return false;
    if (token.lower === 'no' || token.lower === 'neither') return true;
    // "not a single envoy".
    if (token.lower === 'not' && /^(?:a|one)$/.test(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
};

/** How far before "to" its governor may stand: "promised [the envoy] to", "intentions of the leadership of … to". */
const GOVERNOR_REACH = 9;

const infinitiveRealis = (
  tokens: readonly Token[],
  verb: VerbGroup,
  grammar: GrammarSets,
  headline: boolean,
): Realis => {
  const isNegated = verb.negated || grammar.negators.has(tokens[verb.first - 1]?.lower ?? '');
  if (isOrdinalHead(tokens, verb.first)) return 'actual';
  const governor = governorOf(tokens, verb.first, grammar);
  if (isNegated && (governor === null || governor === 'be')) return 'negated';
  if (governor === 'be') return verb.negated ? 'negated' : 'planned';
  if (governor === null) return headline ? 'planned' : 'hypothetical';
  if (governor === 'refused') return 'negated';
  return verb.negated ? 'negated' : governor;
};

const LINKING = new Set([
  'was',
  'were',
  'is',
  'are',
  'became',
  'become',
  'becomes',
  'been',
  'remains',
  'remained',
]);

/** "became the first head of state to set foot there": what made them the first has happened. */
export const isOrdinalHead = (tokens: readonly Token[], to: number): boolean => {
  const start = Math.max(clauseStart(tokens, to), to - 12);
  const ordinal = tokens.findIndex(
    ({ lower }, i) => i >= start && i < to && (isOrdinal(lower) || lower === 'only'),
  );
  if (ordinal < 0 || tokens[ordinal - 1]?.lower !== 'the') return false;
  return LINKING.has(tokens[ordinal - 2]?.lower ?? '');
};

type Governor = 'planned' | 'proposed' | 'hypothetical' | 'refused' | 'be';

const governorOf = (tokens: readonly Token[], to: number, grammar: GrammarSets): Governor | null => {
  const stop = Math.max(clauseStart(tokens, to), to - GOVERNOR_REACH);
  for (let at = to - 1; at >= stop; at--) {
    const lower = tokens[at]?.lower ?? '';
    const kind = kindOf(lower, grammar);
    // "was ready to" offers, "will be ready to" promises.
    if (lower === 'ready' && tokens.slice(Math.max(0, at - 2), at).some((t) => grammar.future.has(t.lower)))
      return 'planned';
    if (kind !== null) return kind !== 'refused' && isNegatedAt(tokens, at, grammar) ? 'refused' : kind;
    if (BE.has(lower) && to - at <= 2) return 'be';
  }
  return null;
};

/** "is not about to", "never agreed to". */
const isNegatedAt = (tokens: readonly Token[], at: number, grammar: GrammarSets): boolean =>
  tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => grammar.negators.has(lower) || lower.endsWith("n't"));

const kindOf = (lower: string, grammar: GrammarSets): Exclude<Governor, 'be'> | null => {
  if (grammar.refused.has(lower)) return 'refused';
  if (grammar.planned.has(lower)) return 'planned';
  if (grammar.proposed.has(lower)) return 'proposed';
  if (grammar.hypothetical.has(lower)) return 'hypothetical';
  return null;
};

/** "is visiting" goes on; "in favour of continuing", "interested in building" propose; "by seizing" happened. */
const participleRealis = (tokens: readonly Token[], verb: VerbGroup, grammar: GrammarSets): Realis => {
  if (verb.progressive) return verb.words.has('had') ? 'actual' : 'ongoing';
  const going = goingOn(tokens, verb.first, grammar);
  if (going !== null) return going;
  const governor = nearest(tokens, verb.first, 5, grammar);
  if (governor === 'refused') return 'negated';
  if (governor !== null) return governor;
  const before = tokens[verb.first - 1]?.lower ?? '';
  if (before === 'without') return 'negated';
  return PROSPECTIVE.has(before) ? 'hypothetical' : 'actual';
};

const GOING_ON = /^(?:go(?:es|ing|ne)?|went|carr(?:y|ies|ied|ying))$/;

/** "will go [on] holding drills" plans, "goes on holding" goes on, "stopped [short of] holding" denies; null otherwise. */
const goingOn = (tokens: readonly Token[], first: number, grammar: GrammarSets): Realis | null => {
  const [verb, lead] = [tokens[first - 2]?.lower ?? '', tokens[first - 1]?.lower ?? ''];
  if (lead === 'of' && verb === 'short') return 'negated';
  if (lead !== 'on' || !GOING_ON.test(verb)) return null;
  const before = tokens.slice(Math.max(0, first - 5), first - 2).map(({ lower }) => lower);
  if (before.some((word) => grammar.future.has(word))) return 'planned';
  if (before.some((word) => grammar.possible.has(word))) return 'hypothetical';
  return verb === 'went' || verb.endsWith('ied') ? 'actual' : 'ongoing';
};

/** "talks on signing", "hopes of meeting": the act only lies in view. */
const PROSPECTIVE = new Set('on of for about toward towards before until'.split(' '));

const nearest = (
  tokens: readonly Token[],
  from: number,
  reach: number,
  grammar: GrammarSets,
): Exclude<Governor, 'be'> | null => {
  for (let at = from - 1; at >= Math.max(0, from - reach) && !isHard(tokens, at); at--) {
    if (tokens[at]?.text === ',') return null;
    // "asked about the demands": a matter; "about to visit" plans.
    if (tokens[at]?.lower === 'about' && tokens[at + 1]?.lower !== 'to') return null;
    const kind = kindOf(tokens[at]?.lower ?? '', grammar);
    if (kind !== null) return kind;
  }
  return null;
};

/** What a nominal cue's own clause says of it; null when nothing does. */
export const nounRealis = (
  tokens: readonly Token[],
  trigger: Trigger,
  grammar: GrammarSets,
): Realis | null => {
  const predicate = predicateRealis(tokens, afterAside(tokens, trigger.last), grammar);
  if (predicate !== null) return predicate;
  const governor = nearest(tokens, trigger.first, 6, grammar);
  if (governor === 'refused') return 'negated';
  if (governor !== null) return governor;
  const before = tokens[phraseLead(tokens, trigger.first)]?.lower ?? '';
  const lead = phraseLead(tokens, trigger.first);
  if (before === 'of' && AHEAD.has(tokens[lead - 1]?.lower ?? '')) return 'planned';
  if (SETTING_LEADS.has(before)) return 'actual';
  // "an atmosphere for talks", "flew in for talks": they lie ahead.
  if (before === 'for') return hasModal(tokens, trigger.first, grammar) ? 'hypothetical' : 'planned';
  return null;
};

/** Conjunctions of time that are followed by a clause. */
const TEMPORAL = new Set(['once', 'until', 'after', 'before', 'when']);
const TEMPORAL_REACH = 8;
const PRESENT_BE = new Set(['is', 'are', 'has', 'have', 'being']);

/**
 * "once a treaty [is concluded]", "until Voss [visits]": the present after a conjunction of time tells of no act at all,
 * only of the order of others; in the past ("after Voss visited") it tells one.
 */
export const isOnlyTimed = (tokens: readonly Token[], trigger: Trigger, verb: VerbGroup): boolean => {
  const isPresent =
    verb.words.size === 0
      ? trigger.form === 's' || trigger.form === 'base'
      : [...verb.words].some((word) => PRESENT_BE.has(word));
  const stop = Math.max(0, verb.first - TEMPORAL_REACH);
  for (let at = verb.first - 1; at >= stop; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') return false;
    const { lower } = token;
    if (lower === 'once' || lower === 'until') return !verb.infinitive;
    if (TEMPORAL.has(lower)) return isPresent && !verb.infinitive;
    if (isHard(tokens, at) || BE.has(lower)) return false;
  }
  return false;
};

/** "[ahead] of her visit", "on the [eve] of talks". */
const AHEAD: ReadonlySet<string> = new Set(['ahead', 'eve', 'advance']);
const SETTING_LEADS = new Set('during after following at since'.split(' '));

const hasModal = (tokens: readonly Token[], at: number, grammar: GrammarSets): boolean =>
  tokens
    .slice(clauseStart(tokens, at), at)
    .some(({ lower }) => grammar.possible.has(lower) || grammar.future.has(lower));

const phraseLead = (tokens: readonly Token[], first: number): number => {
  let at = first - 1;
  while (at > 0 && first - at < 6 && !PREPOSITIONS.has(tokens[at]?.lower ?? '') && !isHard(tokens, at)) at--;
  return at;
};

/** "That meeting, their last, was held": the verb stands after an aside of a few words. */
const afterAside = (tokens: readonly Token[], last: number): number => {
  if (tokens[last + 1]?.text !== ',') return last;
  const close = tokens.findIndex(({ text }, i) => i > last + 1 && text === ',');
  return close > 0 && close - last <= 6 ? close : last;
};

const PREDICATE_REACH = 12;

/** What the verb after a noun says: "talks … is ongoing", "a meeting that will take place", "the visit was cancelled". */
const predicateRealis = (tokens: readonly Token[], last: number, grammar: GrammarSets): Realis | null => {
  let crossed = 0;
  for (let at = last + 1; at <= last + PREDICATE_REACH && at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.text === ',') return null;
    if (isHard(tokens, at)) {
      const isRelative = token.lower === 'that' || token.lower === 'which';
      if (!isRelative || crossed++ > 0) return null;
      continue;
    }
    const told = predicateAt(tokens, at, grammar);
    if (told !== null) return told;
  }
  return null;
};

const DUE = new Set(['to', 'due', 'set', 'scheduled', 'expected', 'planned']);

const predicateAt = (tokens: readonly Token[], at: number, grammar: GrammarSets): Realis | null => {
  const lower = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  const isNegated = grammar.negators.has(next);
  if (grammar.future.has(lower)) return isNegated ? 'negated' : 'planned';
  if (grammar.possible.has(lower)) return 'hypothetical';
  if (lower === 'ongoing' || lower === 'underway') return 'ongoing';
  if (BE.has(lower)) return beRealis(next, isNegated, grammar);
  return DID.has(lower) && isNegated ? 'negated' : null;
};

const beRealis = (next: string, isNegated: boolean, grammar: GrammarSets): Realis | null => {
  if (DUE.has(next)) return 'planned';
  if (next === 'taking' || next === 'being' || grammar.ongoing.has(next)) return 'ongoing';
  return isNegated ? 'negated' : null;
};

const DID = new Set(['did', 'does', 'do', 'has', 'have']);

/** How far after a noun the verb may stand that says whether the occasion came about. */
const HAPPENING_REACH = 9;

/** Whether the clause says of the occasion itself that it came about or did not: "the talks lasted", "that meeting was never held". */
export const isToldToHappen = (tokens: readonly Token[], last: number, grammar: GrammarSets): boolean => {
  let at = last + 1;
  if (tokens[at]?.text === ',') at = 1 + tokens.findIndex(({ text }, i) => i > at && text === ',');
  if (at === 0) return false;
  for (const end = at + HAPPENING_REACH; at < end && !isHard(tokens, at); at++) {
    const token = tokens[at];
    if (token === undefined || token.text === ',') return false;
    if (grammar.happens.has(token.lower)) return !isUndone(tokens, at, grammar);
  }
  return false;
};

/** "were not cancelled": what was not called off is not told to have come about either. */
const isUndone = (tokens: readonly Token[], at: number, grammar: GrammarSets): boolean => {
  const lower = tokens[at]?.lower ?? '';
  return (grammar.cancelled.has(lower) || grammar.postponed.has(lower)) && isNegatedAt(tokens, at, grammar);
};
