import { extentAfter } from './extent.ts';
import type { Found, SubjectWay } from './found.ts';
import { clauseAround, type TaggedSentence } from './items.ts';
import {
  asideStart,
  commaBefore,
  firstNamed,
  overQuotation,
  ownerBeforeComma,
  subjectBefore,
} from './owner.ts';
import { type Chunk, chunkAfter } from './phrases.ts';
import { capitalAt, groupStart, hasAuxiliary, kind, low, type Reading } from './reading.ts';
import { ownSubjectOf } from './subject.ts';
import { partnerOf, treeWins } from './vote.ts';

/** Verbs joined to verbs are followed so far. */
const MOST_STEPS = 6;
/** So many commas behind a participle are tried for the clause that it stands beside. */
const MOST_TRIES = 8;
const NONE: Found = { chunk: null, way: 'none', to: 0 };
/** Nobody, whatever the tree says: an empty "it", "without naming". */
const SURELY_NONE: Found = { chunk: null, way: 'none', to: -1 };
const NEITHER_PREPOSITION: ReadonlySet<string> = new Set([
  'while',
  'when',
  'if',
  'once',
  'though',
  'although',
]);

/** -ing and participles without an auxiliary, whatever else the tagger makes of the form. */
const isOpenForm = (reading: Reading, group: number, verb: number): 'ing' | 'participle' | null => {
  if (hasAuxiliary(reading, group, verb)) return null;
  const own = kind(reading, verb);
  if (own === 'ing' || (own !== 'finite' && low(reading, verb).endsWith('ing'))) return 'ing';
  const isAgent = low(reading, verb + 1) === 'by';
  return own === 'participle' || isAgent ? 'participle' : null;
};

/** The nearest verb before item `i` that can share its subject with one behind it. */
const verbBefore = (reading: Reading, i: number): number | null => {
  for (let at = i; at >= 0; at--) {
    const here = kind(reading, at);
    if (here === 'stop' && low(reading, at) !== ':') return null;
    const isVerb = here === 'finite' || here === 'participle' || here === 'bare' || here === 'auxiliary';
    if (!isVerb || kind(reading, at - 1) === 'to') continue;
    if (here === 'participle' && isInside(reading, at)) continue;
    return at;
  }
  return null;
};

/** "posted on the website", "retired officers": a participle beside a noun. */
const isInside = (reading: Reading, at: number): boolean => {
  const before = kind(reading, at - 1);
  const next = kind(reading, at + 1);
  if (next !== 'noun' && next !== 'adjective') return false;
  return before === 'determiner' || before === 'adjective' || before === 'preposition';
};

const verbAfter = (reading: Reading, from: number): number | null => {
  for (let i = from; i < reading.items.length; i++) {
    const here = kind(reading, i);
    if (here === 'stop') return null;
    if (
      here === 'finite' ||
      here === 'auxiliary' ||
      (here === 'participle' && kind(reading, i - 1) === 'noun')
    )
      return i;
  }
  return null;
};

/** The subject of the clause that a participle stands beside. */
const beside = (reading: Reading, group: number, verb: number, steps: number): Found => {
  const earlier = verbBefore(reading, group - 1);
  if (earlier !== null) return { ...subjectFrom(reading, earlier, steps + 1), way: 'beside' };
  let tries = steps === 0 ? MOST_TRIES : 1;
  for (let i = verb + 1; i < reading.items.length && tries > 0; i++) {
    if (kind(reading, i) !== 'comma' && kind(reading, i) !== 'quotation') continue;
    tries--;
    const later = verbAfter(reading, i + 1);
    if (later === null) return NONE;
    if (groupStart(reading, later) === i + 1) return inverted(reading, later, 'beside') ?? NONE;
    const found = subjectFrom(reading, later, steps + 1);
    if (found.chunk !== null && found.chunk.from > i) return { ...found, way: 'beside' };
  }
  return NONE;
};

/** "chimed in her husband", "shot back the envoy" */
const PARTICLES: ReadonlySet<string> = new Set(['in', 'out', 'back', 'up', 'off']);

/** The subject behind the verb: said [Foreign Minister Ana Kestrel]. */
const inverted = (reading: Reading, verb: number, way: SubjectWay = 'inverted'): Found | null => {
  let from = verb + 1;
  while (kind(reading, from) === 'adverb' || PARTICLES.has(low(reading, from))) from++;
  const chunk = chunkAfter(reading.items, from);
  return chunk === null ? null : { chunk, way, to: extentAfter(reading, chunk) };
};

/** "It was announced in Sorrel that …": the word stands for the clause. */
const isEmptyIt = (reading: Reading, chunk: Chunk, group: number, verb: number): boolean => {
  if (low(reading, chunk.head) !== 'it' || !isPassive(reading, group, verb)) return false;
  for (let i = verb + 1; i < reading.items.length && i < verb + 12; i++) {
    const next = low(reading, i);
    if (next === 'as' || next === 'by' || kind(reading, i) === 'to') return false;
    if (next === 'that' || kind(reading, i) === 'relative') return true;
  }
  return false;
};

const BE: ReadonlySet<string> = new Set(['is', 'was', 'been', 'being', 'be']);

const isPassive = (reading: Reading, group: number, verb: number): boolean => {
  for (let i = group; i < verb; i++) if (BE.has(low(reading, i))) return !low(reading, verb).endsWith('ing');
  return false;
};

/** A participle or -ing without an auxiliary. */
const subjectOfOpen = (
  reading: Reading,
  form: 'ing' | 'participle',
  group: number,
  verb: number,
  steps: number,
): Found => {
  const before = kind(reading, group - 1) ?? 'stop';
  if (form === 'ing' && (before === 'preposition' || before === 'opener')) {
    if (!NEITHER_PREPOSITION.has(low(reading, group - 1))) return SURELY_NONE;
  }
  if (before === 'relative' && NEITHER_PREPOSITION.has(low(reading, group - 1)))
    return beside(reading, group, verb, steps);
  if (form === 'participle' && before === 'comma' && low(reading, verb + 1) === 'by') {
    const owner = ownerBeforeComma(reading, group - 1);
    if (owner !== null) return { chunk: owner, way: 'described', to: group - 1 };
  }
  const noun = subjectBefore(reading, group - 1);
  if (noun !== null) return { chunk: noun, way: 'described', to: group };
  return beside(reading, group, verb, steps);
};

const subjectFrom = (reading: Reading, verb: number, steps: number): Found => {
  if (steps > MOST_STEPS) return NONE;
  const group = groupStart(reading, verb);
  const before = kind(reading, group - 1) ?? 'stop';
  if (before === 'to') return NONE;
  const open = isOpenForm(reading, group, verb);
  const isHidden = open === 'participle' && isHiddenPast(reading, group, verb, steps);
  if (open !== null && !isHidden) return subjectOfOpen(reading, open, group, verb, steps);
  if (before === 'relative' && !ASKING.test(low(reading, group - 1))) {
    const at = group - 1;
    return { chunk: { from: at, to: at + 1, head: at }, way: 'relative', to: at + 1 };
  }
  return subjectBeside(reading, group, verb) ?? subjectElsewhere(reading, group, verb, steps);
};

const ASKING = /^(?:how|where|why|what|when)$/;

/** A phrase right before the verb group, or before an aside and an adverbial. */
const subjectBeside = (reading: Reading, group: number, verb: number): Found | null => {
  const direct = subjectBefore(reading, group - 1);
  const comma = direct === null ? null : commaBefore(reading, direct);
  const aside = comma === null ? null : asideOwner(reading, comma + 1);
  if (aside !== null) return { ...aside, to: group };
  if (direct === null) return null;
  return isEmptyIt(reading, direct, group, verb) ? SURELY_NONE : { chunk: direct, way: 'before', to: group };
};

/** A past tense that the tagger took for a participle: at the head of its clause behind a quotation or joined by "and". */
const isHiddenPast = (reading: Reading, group: number, verb: number, steps: number): boolean => {
  const before = kind(reading, group - 1) ?? 'stop';
  if (low(reading, verb + 1) === 'by') return false;
  if (before === 'quotation' || before === 'and' || before === 'noun' || before === 'pronoun') return true;
  if (before === 'stop') return steps === 0 && group > 0 && inverted(reading, verb) !== null;
  return before === 'comma' && verbAfter(reading, verb + 1) === null;
};

/** Neither a phrase nor a relative word stands before the verb group. */
const subjectElsewhere = (reading: Reading, group: number, verb: number, steps: number): Found => {
  const before = kind(reading, group - 1) ?? 'stop';
  if (before === 'and') return joined(reading, group, steps);
  if (before === 'comma') return behindComma(reading, group, verb, steps);
  if (before === 'quotation' || before === 'stop') {
    const behind = steps === 0 ? invertedAt(reading, group, verb) : null;
    if (behind !== null) return behind;
    if (group === 0) return beside(reading, group, verb, steps);
  }
  if (before === 'quotation') {
    const over = overQuotation(reading, group - 1);
    if (over !== null) return { chunk: over, way: 'before', to: group - 1 };
  }
  return joined(reading, group, steps);
};

/** A subject behind a verb that opens its clause; at the start of a sentence only before a colon, quotation or comma. */
const invertedAt = (reading: Reading, group: number, verb: number): Found | null => {
  const behind = hasAuxiliary(reading, group, verb) ? null : inverted(reading, verb);
  return behind !== null && (group > 0 || isBeforeSpeech(reading, behind.to)) ? behind : null;
};

/** "Added the spokesman: …" */
const isBeforeSpeech = (reading: Reading, to: number): boolean =>
  kind(reading, to) === 'stop' || kind(reading, to) === 'quotation' || kind(reading, to) === 'comma';

const joined = (reading: Reading, group: number, steps: number): Found => {
  const partner = steps === 0 ? reading.partner : null;
  const earlier = partner ?? verbBefore(reading, group - 1);
  if (earlier === null) return NONE;
  return { ...subjectFrom(reading, earlier, steps + 1), way: 'joined' };
};

/** The phrase before an aside that ends right before item `group`. */
const asideOwner = (reading: Reading, group: number): Found | null => {
  const aside = asideStart(reading, group - 1);
  if (aside === null) return null;
  const owner = subjectBefore(reading, aside - 1) ?? capitalAt(reading, aside - 1);
  return owner === null ? null : { chunk: firstNamed(reading, owner), way: 'behind-aside', to: group };
};

const behindComma = (reading: Reading, group: number, verb: number, steps: number): Found => {
  const aside = asideOwner(reading, group);
  if (aside !== null) return aside;
  const behind = steps === 0 ? inverted(reading, verb) : null;
  if (behind !== null && endsClause(reading, behind.to)) return behind;
  const earlier = joined(reading, group, steps);
  return earlier.chunk === null && behind !== null ? behind : earlier;
};

const endsClause = (reading: Reading, to: number): boolean => {
  const next = kind(reading, to) ?? 'stop';
  return (
    next === 'stop' || next === 'comma' || next === 'quotation' || next === 'adverb' || next === 'preposition'
  );
};

/** What the rules say of a verb, the tree as one vote among them. */
export interface Answer {
  readonly reading: Reading;
  /** Item of the verb. */
  readonly verb: number;
  /** Word of the head; null when the verb has no subject. */
  readonly head: number | null;
  readonly way: SubjectWay;
}

/** What the rules say by themselves; null where the verb is no word of the clause. */
export const answerByRules = (sentence: TaggedSentence, verb: number): Answer | null => {
  const { items, verb: at } = clauseAround(sentence, verb);
  if (at < 0) return null;
  const reading = { items, partner: partnerOf(sentence, items, verb) };
  const found = subjectFrom(reading, at, 0);
  const head = found.chunk === null ? null : (items[found.chunk.head]?.word ?? null);
  const tree = ownSubjectOf(sentence, verb);
  if (tree !== null && tree !== head && treeWins(reading, found, at, tree))
    return { reading, verb: at, head: tree, way: 'tree' };
  return { reading, verb: at, head, way: head === null ? 'none' : found.way };
};
