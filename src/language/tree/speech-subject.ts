import type { Item, Stretch, TaggedSentence } from './items.ts';
import { clauseAround } from './items.ts';
import { type Chunk, chunkAfter, chunkBefore, isTime } from './phrases.ts';
import { ownSubjectOf } from './subject.ts';

/** How the subject of a verb of speech was found. */
export type SubjectWay =
  | 'before'
  | 'behind-aside'
  | 'relative'
  | 'inverted'
  | 'joined'
  | 'beside'
  | 'described'
  | 'none'
  | 'tree';

/** The subject of a verb: its head word, its whole extent, and how it was found. */
export interface SpeechSubject {
  /** Index of the head word; of a person with a title that of the name. Null when the verb has no subject. */
  readonly head: number | null;
  /** The words of the whole phrase with what describes it; null with `head`. */
  readonly extent: Stretch | null;
  readonly way: SubjectWay;
}

/** What is being read. */
interface Reading {
  readonly items: readonly Item[];
  /** The item of the verb before it that the verb is joined to by the tree, or null. */
  readonly partner: number | null;
}

interface Found {
  readonly chunk: Chunk | null;
  readonly way: SubjectWay;
  /** Item behind the last one of the extent. */
  readonly to: number;
}

/** Verbs joined to verbs are followed so far. */
const MOST_STEPS = 6;
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

const kind = ({ items }: Reading, i: number): Item['kind'] | undefined => items[i]?.kind;
const low = ({ items }: Reading, i: number): string => items[i]?.low ?? '';

/** First item of the verb group: auxiliaries and adverbs before the verb belong to it. */
const groupStart = (reading: Reading, verb: number): number => {
  let i = verb;
  while (kind(reading, i - 1) === 'auxiliary' || kind(reading, i - 1) === 'adverb') i--;
  return i;
};

const hasAuxiliary = (reading: Reading, group: number, verb: number): boolean => {
  for (let i = group; i < verb; i++) if (kind(reading, i) === 'auxiliary') return true;
  return false;
};

/** -ing and participles without an auxiliary, whatever else the tagger makes of the form. */
const isOpenForm = (reading: Reading, group: number, verb: number): 'ing' | 'participle' | null => {
  if (hasAuxiliary(reading, group, verb)) return null;
  const own = kind(reading, verb);
  if (own === 'ing' || (own !== 'finite' && low(reading, verb).endsWith('ing'))) return 'ing';
  const isAgent = low(reading, verb + 1) === 'by';
  return own === 'participle' || isAgent ? 'participle' : null;
};

/** Nothing describes them and nothing is joined before them: "… had an impact and [she] said". */
const NOMINATIVES: ReadonlySet<string> = new Set(['i', 'he', 'she', 'it', 'we', 'they', 'you']);

/**
 * Walks from a phrase that ends before the verb to the noun that it describes: "a [statement] posted on the website of the
 * ministry". Each step leads over a preposition, a participle or a relative clause.
 */
const ownerOf = (reading: Reading, chunk: Chunk): Chunk => {
  if (NOMINATIVES.has(low(reading, chunk.head))) return chunk;
  let own = chunk;
  for (let n = 0; n < 12; n++) {
    const next = describedBy(reading, own.from - 1);
    if (next === null) return joinedFirst(reading, own);
    own = next;
  }
  return own;
};

/** Words that lead from a noun to one that describes it, some of them also openers of clauses. */
const LINKS: ReadonlySet<string> = new Set(['as', 'since', 'than', 'until', 'like']);

/** "of [more] than forty" */
const MEASURES: ReadonlySet<string> = new Set(['more', 'less', 'fewer']);

const isLink = (reading: Reading, i: number): boolean =>
  kind(reading, i) === 'preposition' || LINKS.has(low(reading, i));

/** The phrase before a preposition, participle or relative clause that ends in item `i`. */
const describedBy = (reading: Reading, i: number): Chunk | null => {
  const { items } = reading;
  let at = i;
  if (isLink(reading, at)) {
    while (
      isLink(reading, at) ||
      kind(reading, at) === 'adverb' ||
      (at < i && MEASURES.has(low(reading, at)))
    )
      at--;
    if (kind(reading, at) === 'adjective' && chunkBefore(items, at - 1) !== null)
      return chunkBefore(items, at - 1);
    const noun = chunkBefore(items, at) ?? (kind(reading, at) === 'finite' ? capitalAt(reading, at) : null);
    if (noun !== null) return noun;
  }
  return overClause(reading, at);
};

/** Over "who gave", "posted", "to rebuild" to the noun before. */
const overClause = (reading: Reading, i: number): Chunk | null => {
  const { items } = reading;
  const verb = kind(reading, i);
  if (verb === 'participle' || verb === 'ing' || verb === 'finite' || verb === 'bare') {
    const group = groupStart(reading, i);
    if (kind(reading, group - 1) === 'relative' && low(reading, group - 1) !== 'what') {
      const end = kind(reading, group - 2) === 'preposition' ? group - 3 : group - 2;
      return chunkBefore(items, end);
    }
    if (kind(reading, group - 1) === 'to') return chunkBefore(items, group - 2);
    if ((verb === 'participle' || verb === 'ing') && group === i) return chunkBefore(items, i - 1);
  }
  return null;
};

/** Of "Redic and Vance", "lawmakers, officers and bishops" the first; what a verb or preposition governs stays apart. */
const joinedFirst = (reading: Reading, chunk: Chunk): Chunk => {
  if (kind(reading, chunk.from - 1) !== 'and') return chunk;
  let first = beforeJoin(reading, chunk.from - 2);
  if (first === null) return chunk;
  for (let n = 0; n < 8 && kind(reading, first.from - 1) === 'comma'; n++) {
    const more = beforeJoin(reading, first.from - 2);
    if (more === null) break;
    first = more;
  }
  const before = kind(reading, first.from - 1) ?? 'stop';
  const isApart = before === 'stop' || before === 'quotation' || before === 'opener' || before === 'comma';
  if (isApart) return first;
  return isLink(reading, first.from - 1) && describedBy(reading, first.from - 1) !== null
    ? ownerOf(reading, first)
    : chunk;
};

const beforeJoin = (reading: Reading, last: number): Chunk | null => {
  let chunk = chunkBefore(reading.items, last) ?? capitalAt(reading, last);
  if (chunk !== null && NOMINATIVES.has(low(reading, chunk.head))) return null;
  for (let n = 0; n < 4 && chunk !== null && low(reading, chunk.from - 1) === 'of'; n++)
    chunk = chunkBefore(reading.items, chunk.from - 2);
  if (chunk !== null && isMereModifier(reading, chunk.from - 1)) return { ...chunk, from: chunk.from - 1 };
  if (chunk !== null || kind(reading, last) !== 'comma') return chunk;
  const aside = asideStart(reading, last);
  return aside === null ? null : chunkBefore(reading.items, aside - 1);
};

/** "retired officers": a past form at the head of a phrase in a list, whatever the tagger says. */
const isMereModifier = (reading: Reading, i: number): boolean =>
  low(reading, i).endsWith('ed') &&
  (kind(reading, i) === 'finite' || kind(reading, i) === 'participle') &&
  kind(reading, i + 1) === 'noun' &&
  kind(reading, i - 1) === 'comma';

/** A name that the tagger took for something else, at the start of a sentence. */
const capitalAt = (reading: Reading, i: number): Chunk | null =>
  i === 0 && reading.items[i]?.capital === true ? { from: i, to: i + 1, head: i } : null;

/** No aside of prose is longer, in words. */
const MAX_ASIDE = 60;

/** The comma that opens the aside closed by the comma at `close`, or null when what stands between is no aside. */
const asideStart = (reading: Reading, close: number): number | null => {
  for (let i = close - 1; i > 0 && close - i < MAX_ASIDE; i--) {
    const here = kind(reading, i);
    if (here === 'stop' || here === 'quotation') return null;
    if (here === 'comma' && isAside(reading, i + 1, close) && isOwner(reading, i - 1)) return i;
  }
  return null;
};

const isOwner = (reading: Reading, last: number): boolean =>
  kind(reading, last) !== 'comma' && (chunkBefore(reading.items, last) ?? capitalAt(reading, last)) !== null;

/** Whether items `[from, to)` say something of the noun before them: no clause of their own. */
const isAside = (reading: Reading, from: number, to: number): boolean => {
  const first = kind(reading, kind(reading, from) === 'adverb' ? from + 1 : from);
  if (first === 'participle') return true;
  if (first === 'finite' && isMereModifier(reading, from)) return isAside(reading, from + 1, to);
  if (first === 'and' || first === 'finite' || first === 'bare' || first === 'auxiliary') return false;
  let relatives = 0;
  let finite = 0;
  for (let i = from; i < to; i++) {
    const here = kind(reading, i);
    if (here === 'relative' || here === 'opener') relatives++;
    if (here === 'finite' && low(reading, i) !== low(reading, i).toUpperCase()) finite++;
    if (here === 'auxiliary' && kind(reading, i + 1) !== 'auxiliary' && relatives === 0) finite++;
  }
  return finite === 0 || relatives > 0;
};

/** The subject before a verb group whose last item before it is `last`. */
const subjectBefore = (reading: Reading, last: number): Chunk | null => {
  const { items } = reading;
  const direct = chunkBefore(items, last);
  if (direct !== null) return ownerOf(reading, direct);
  // "none of the officials present"
  if (kind(reading, last) === 'adjective' || kind(reading, last) === 'possessive') {
    const noun = chunkBefore(items, last - 1);
    if (noun !== null) return ownerOf(reading, noun);
  }
  const owner = overRelative(reading, last);
  return owner === null ? null : ownerOf(reading, owner);
};

/** "The [director] of the museum in which the charts are kept": over a relative clause that ends in a verb. */
const overRelative = (reading: Reading, last: number): Chunk | null => {
  if (!/^(?:finite|participle)$/.test(kind(reading, last) ?? '')) return null;
  for (let i = last - 1; i > 0; i--) {
    const here = kind(reading, i);
    if (here === 'comma' || here === 'stop' || here === 'quotation' || here === 'opener') return null;
    if (here !== 'relative') continue;
    return chunkBefore(reading.items, kind(reading, i - 1) === 'preposition' ? i - 2 : i - 1);
  }
  return null;
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
  for (let i = verb + 1; i < reading.items.length; i++) {
    if (kind(reading, i) !== 'comma' && kind(reading, i) !== 'quotation') continue;
    const later = verbAfter(reading, i + 1);
    if (later === null) return NONE;
    if (groupStart(reading, later) === i + 1) return inverted(reading, later, 'beside') ?? NONE;
    const found = subjectFrom(reading, later, steps + 1);
    if (found.chunk !== null && found.chunk.from > i) return { ...found, way: 'beside' };
  }
  return NONE;
};

/** The subject behind the verb: said [Foreign Minister Ana Kestrel]. */
const inverted = (reading: Reading, verb: number, way: SubjectWay = 'inverted'): Found | null => {
  let from = verb + 1;
  while (kind(reading, from) === 'adverb') from++;
  const chunk = chunkAfter(reading.items, from);
  return chunk === null ? null : { chunk, way, to: extentAfter(reading, chunk) };
};

const DESCRIBING: ReadonlySet<string> = new Set(['of', 'for', 'from']);

/** Where the phrase ends that begins with `chunk`: with its "of" phrases, and an aside that has no verb. */
const extentAfter = (reading: Reading, chunk: Chunk): number => {
  let to = chunk.to;
  for (let n = 0; n < 6 && DESCRIBING.has(low(reading, to)); n++) {
    const more = chunkAfter(reading.items, to + 1);
    if (more === null) break;
    to = more.to;
  }
  if (kind(reading, to) !== 'comma') return to;
  const aside = chunkAfter(reading.items, to + 1);
  if (aside === null || kind(reading, to + 1) === 'pronoun') return to;
  const end = extentAfter(reading, aside);
  const next = kind(reading, end) ?? 'stop';
  return next === 'comma' || next === 'stop' || next === 'quotation' || next === 'preposition' ? end : to;
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

/** "The [news] that the hotline had failed, first reported by": the noun that the clause before the comma describes. */
const ownerBeforeComma = (reading: Reading, comma: number): Chunk | null => {
  for (let i = comma - 1; i > 0; i--)
    if (low(reading, i) === 'that' && chunkBefore(reading.items, i - 1) !== null)
      return ownerOfChunk(reading, i - 1);
  return ownerOfChunk(reading, comma - 1);
};

const ownerOfChunk = (reading: Reading, last: number): Chunk | null => {
  const chunk = chunkBefore(reading.items, last);
  return chunk === null ? null : ownerOf(reading, chunk);
};

const subjectFrom = (reading: Reading, verb: number, steps: number): Found => {
  if (steps > MOST_STEPS) return NONE;
  const group = groupStart(reading, verb);
  const before = kind(reading, group - 1) ?? 'stop';
  if (before === 'to') return NONE;
  const open = isOpenForm(reading, group, verb);
  const isHidden = open === 'participle' && isHiddenPast(reading, group, verb, steps);
  if (open !== null && !isHidden) return subjectOfOpen(reading, open, group, verb, steps);
  if (before === 'relative' && low(reading, group - 1) !== 'when') {
    const at = group - 1;
    if (!/^(?:how|where|why|what)$/.test(low(reading, at)))
      return { chunk: { from: at, to: at + 1, head: at }, way: 'relative', to: at + 1 };
  }
  const direct = subjectBefore(reading, group - 1);
  const comma = direct === null ? null : commaBefore(reading, direct);
  const aside = comma === null ? null : asideOwner(reading, comma + 1);
  if (aside !== null) return { ...aside, to: group };
  if (direct !== null)
    return isEmptyIt(reading, direct, group, verb)
      ? SURELY_NONE
      : { chunk: direct, way: 'before', to: group };
  return subjectElsewhere(reading, group, verb, steps);
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
    const behind = steps === 0 && !hasAuxiliary(reading, group, verb) ? inverted(reading, verb) : null;
    if (behind !== null && (group > 0 || isBeforeSpeech(reading, behind.to))) return behind;
    if (group === 0) return beside(reading, group, verb, steps);
  }
  if (before === 'quotation') {
    const over = overQuotation(reading, group - 1);
    if (over !== null) return { chunk: over, way: 'before', to: group - 1 };
  }
  return joined(reading, group, steps);
};

/** The [warning] that "…" was echoed. */
const overQuotation = (reading: Reading, quotation: number): Chunk | null => {
  const before = kind(reading, quotation - 1);
  return subjectBefore(reading, before === 'comma' || before === 'opener' ? quotation - 2 : quotation - 1);
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

/** "The island's only [doctor], Maren Tolk, who …, described": of names beside each other the one that opens the clause. */
const firstNamed = (reading: Reading, owner: Chunk): Chunk => {
  if (kind(reading, owner.from - 1) !== 'comma' || low(reading, owner.from) === 'its') return owner;
  const earlier = subjectBefore(reading, owner.from - 2);
  if (earlier === null || isTime(reading.items[earlier.head])) return owner;
  const before = kind(reading, earlier.from - 1) ?? 'stop';
  return before === 'stop' || before === 'quotation' || before === 'opener' ? earlier : owner;
};

/** "The Meadow Party, which …, on Friday demanded": the comma before an adverbial that stands before the verb. */
const commaBefore = (reading: Reading, chunk: Chunk): number | null => {
  const at = chunk.from - 1;
  return isLink(reading, at) && kind(reading, at - 1) === 'comma' ? at - 1 : null;
};

const endsClause = (reading: Reading, to: number): boolean => {
  const next = kind(reading, to) ?? 'stop';
  return (
    next === 'stop' || next === 'comma' || next === 'quotation' || next === 'adverb' || next === 'preposition'
  );
};

/** Ways that read less than a phrase beside the verb: a subject that the tree gives the verb itself is better. */
const WEAK: ReadonlySet<SubjectWay> = new Set(['joined', 'beside', 'described', 'none']);

/**
 * Whether the tree's own subject of the verb is to be taken instead: where the clause gave only a far or no answer, and where the
 * tree looks farther back than the phrase beside the verb ("[Bos] and colleagues", "the [boy] seen by the police"). It is never
 * asked of what stands inside a quotation.
 */
const treeWins = ({ items }: Reading, { chunk, way, to }: Found, at: number, tree: number): boolean => {
  if (to < 0) return false;
  if (!items.some((item) => item.word === tree && item.kind !== 'quotation')) return false;
  const head = chunk === null ? undefined : items[chunk.head];
  if (head === undefined || WEAK.has(way)) return true;
  if (way !== 'before' || isInsertion(items, chunk as Chunk, at)) return false;
  const from = chunk === null ? undefined : items[chunk.from];
  const isFarther = tree < (from?.word ?? 0) && !NOMINATIVES.has(head.low) && from?.low !== 'whose';
  return isFarther || isBehindOpener(items, head, tree);
};

/** "The dispute, [analysts] in Sorrel say, is …": a clause of its own between commas. */
const isInsertion = (items: readonly Item[], chunk: Chunk, verb: number): boolean => {
  const before = items[chunk.from - 1]?.kind;
  const after = items[verb + 1]?.kind;
  return (before === 'comma' || before === 'quotation') && (after === 'comma' || after === 'stop');
};

/** "as other [students] ask": what stands behind a word that can open a clause is no mere description. */
const isBehindOpener = (items: readonly Item[], head: Item, tree: number): boolean => {
  const between = items.filter(({ word }) => head.word < word && word < tree);
  if (between.some(({ kind: here }) => here === 'relative')) return false;
  const link = between.findLast(({ kind: here, low: form }) => here === 'preposition' || LINKS.has(form));
  return link !== undefined && LINKS.has(link.low);
};

/**
 * The subject of a verb of speech in an English sentence, by tags, quotations and commas, with the tree's own subject of the
 * verb as one vote. Rule `language/tree/speech-subject@1`: "…," said Foreign Minister Ana [Kestrel]. Linear in the sentence
 * but for bounded walks.
 */
export const speechSubjectOf = (sentence: TaggedSentence, verb: number): SpeechSubject => {
  const { items, verb: at } = clauseAround(sentence, verb);
  if (at < 0) return NOBODY;
  const reading = { items, partner: partnerOf(sentence, items, verb) };
  const found = subjectFrom(reading, at, 0);
  const tree = ownSubjectOf(sentence, verb);
  if (tree !== null && tree !== headOf(reading, found) && treeWins(reading, found, at, tree))
    return { head: tree, extent: extentOf(reading, at, tree), way: 'tree' };
  const { chunk, way, to } = found;
  if (chunk === null) return NOBODY;
  return {
    head: headOf(reading, found),
    extent: stretchOf(reading, chunk.from, Math.max(to, chunk.to)),
    way,
  };
};

/** "[said] the bridge was safe and added": the earlier verb to which the tree joins the verb. */
const partnerOf = ({ analysis }: TaggedSentence, items: readonly Item[], verb: number): number | null => {
  const { head = -1, deprel = '' } = analysis[verb] ?? {};
  if (deprel !== 'conj' || head < 0 || head >= verb || analysis[head]?.upos !== 'VERB') return null;
  const at = items.findIndex(({ word, kind: own }) => word === head && own !== 'quotation');
  return at < 0 ? null : at;
};

const NOBODY: SpeechSubject = { head: null, extent: null, way: 'none' };

const headOf = ({ items }: Reading, { chunk }: Found): number | null =>
  chunk === null ? null : (items[chunk.head]?.word ?? null);

/** Items `[from, to)` as words, with a comma at the end left off. */
const stretchOf = ({ items }: Reading, from: number, to: number): Stretch | null => {
  let last = to - 1;
  while (last > from && items[last]?.kind === 'comma') last--;
  const [first, end] = [items[from], items[last]];
  return first === undefined || end === undefined ? null : { from: first.word, to: end.word + 1 };
};

/** The phrase around a head that the tree has found: up to the verb group when it stands before it. */
const extentOf = (reading: Reading, verb: number, head: number): Stretch | null => {
  const at = reading.items.findIndex(({ word }) => word === head);
  const chunk = chunkBefore(reading.items, at) ?? { from: at, to: at + 1, head: at };
  const to = at < verb ? groupStart(reading, verb) : extentAfter(reading, chunk);
  return stretchOf(reading, chunk.from, to);
};
