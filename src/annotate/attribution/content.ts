import type { Clause } from './clause.ts';
import { isComma, isNominal, isPlain, low } from './clause.ts';
import { complementOf, opensFor } from './complement.ts';
import type { CueAt } from './cues.ts';
import { takes } from './cues.ts';
import { analysisAt, isFiniteAt } from './grammar.ts';
import { nounPhraseAfter } from './noun-phrase.ts';

/** What follows a cue: where the content begins (token), and the tokens of a hearer named on the way. */
export interface Opening {
  readonly start: number;
  readonly hearer: readonly [number, number] | null;
  /** How sure the frame is: `that` and a quotation are, a bare noun phrase is not. */
  readonly by: 'that' | 'quote' | 'clause' | 'noun' | 'infinitive' | 'preposition' | 'gap';
}

const MAX_ADVERBIAL = 18;

/**
 * Finds where the content begins behind a cue: at "that", at a quotation, after the hearer of "told", after adverbials
 * ("said on Thursday in a statement that"), at the object of a verb that takes one, or at a to-infinitive. Null when
 * nothing behind the cue can be its content.
 */
export const openContent = (clause: Clause, cue: CueAt, limit: number): Opening | null =>
  byTreeInstead(clause, cue, limit, openByWords(clause, cue, limit)) ?? openByTree(clause, cue, limit);

/** A "that" farther on is no opening when the tree hangs another clause on the cue: `said Monday [the trouble is that …]`. */
const byTreeInstead = (
  clause: Clause,
  cue: CueAt,
  limit: number,
  byWords: Opening | null,
): Opening | null => {
  if (byWords === null || byWords.by !== 'that' || byWords.start <= cue.to) return byWords;
  return opensFor(clause, cue, byWords.start) ? byWords : openByTree(clause, cue, limit);
};

/** The clause that the tree gives to a verb of speech that takes one: `suggested [they should go]`, `asked [how it went]`. */
const openByTree = (clause: Clause, cue: CueAt, limit: number): Opening | null => {
  const grammar = clause.grammar();
  if (grammar === null || !['c', 't', 'q', 'v'].some((frame) => takes(cue, frame))) return null;
  const found = complementOf(clause, grammar, cue);
  if (found === null || found.start >= limit) return null;
  return { start: found.start, hearer: found.hearer, by: found.by };
};

const openByWords = (clause: Clause, cue: CueAt, limit: number): Opening | null => {
  let i = cue.to;
  let hearer: readonly [number, number] | null = null;
  if (takes(cue, 'h+') || takes(cue, 'h')) {
    hearer = hearerAt(clause, cue, i, takes(cue, 'h+'));
    if (hearer !== null) i = hearer[1];
  }
  const direct = openHere(clause, cue, i, limit, hearer);
  if (direct !== null) return direct;
  const past = skipAdverbials(clause, cue, i, limit);
  if (past === i) return clauseOpening(clause, cue, i, limit, hearer);
  return openHere(clause, cue, past, limit, hearer) ?? clauseOpening(clause, cue, past, limit, hearer);
};

const openHere = (
  clause: Clause,
  cue: CueAt,
  i: number,
  limit: number,
  hearer: readonly [number, number] | null,
): Opening | null => {
  if (i >= limit) return null;
  const mark = isComma(clause, i) || low(clause, i) === ':' ? i + 1 : i;
  if (!isPlain(clause, mark) && takes(cue, 'q')) return { start: mark, hearer, by: 'quote' };
  const by = openedBy(clause, cue, i);
  if (by === null) return null;
  return { start: by === 'preposition' ? i + 1 : i, hearer, by };
};

/** What the word at `i` opens for this cue, or null. */
const openedBy = (clause: Clause, cue: CueAt, i: number): Opening['by'] | null => {
  const word = low(clause, i);
  if (word === 'that' && (takes(cue, 'c') || takes(cue, 't'))) return pointsAt(clause, i) ? 'noun' : 'that';
  if (word === 'whether' && takes(cue, 't')) return 'that';
  if (cue.entry.act === 'asked' && takes(cue, 't') && clause.words.asking.has(word)) return 'that';
  if ((word === 'to' || (word === 'not' && low(clause, i + 1) === 'to')) && takes(cue, 'v'))
    return 'infinitive';
  return clause.words.prepositions.has(word) && takes(cue, word) ? 'preposition' : null;
};

/** `confirmed [that observation]`: a "that" that points at the noun behind it, with no verb behind that. */
const pointsAt = (clause: Clause, i: number): boolean => {
  const grammar = clause.grammar();
  if (grammar === null || analysisAt(grammar, i)?.xpos !== 'DT') return false;
  const after = nounPhraseAfter(clause, i + 1)?.to ?? i + 1;
  return after > i + 1 && (isComma(clause, after) || clause.words.prepositions.has(low(clause, after)));
};

/** A clause without "that", or the object of a verb that takes one. */
const clauseOpening = (
  clause: Clause,
  cue: CueAt,
  i: number,
  limit: number,
  hearer: readonly [number, number] | null,
): Opening | null => {
  if (i >= limit || isComma(clause, i) || clause.tokens[i]?.kind === 'mark') return null;
  const by = bareOpening(clause, cue, i, limit, hearer !== null);
  return by === null ? null : { start: i, hearer, by };
};

/** What a word that neither "that" nor a mark introduces opens for the cue. */
const bareOpening = (
  clause: Clause,
  cue: CueAt,
  i: number,
  limit: number,
  heard: boolean,
): Opening['by'] | null => {
  if (!heard && takes(cue, 'c') && isFiniteAt(clause.grammar(), i)) return 'gap';
  if (!isPlain(clause, i)) return ['n', 'c', 'as', 'b'].some((frame) => takes(cue, frame)) ? 'noun' : null;
  if (isClauseOf(clause, cue, i) && !takes(cue, 'as') && !takes(cue, 'b')) return 'clause';
  return isObjectOf(clause, cue, i, limit) ? 'noun' : null;
};

/** Whether a phrase at `i` is what the cue tells: its object, a thing with what it is called, more than a topic. */
const isObjectOf = (clause: Clause, cue: CueAt, i: number, limit: number): boolean => {
  if (takes(cue, 'b')) return isMoreThanTopic(clause, cue, i, limit);
  if (takes(cue, 'as')) return isThing(clause, i) && isNamed(clause, i, limit);
  // `Trade [declined] 40 percent`
  if (cue.entry.act === 'declined' && /^\d/.test(low(clause, i))) return false;
  return takes(cue, 'n') && (isThing(clause, i) || /ing$/.test(low(clause, i)));
};

const MAX_TOPIC = 16;

/** `discussed [why it fell]`, `spoke of [a “lost” year]`, `referred to [him as a fool]`: more is told than what the talk was about. */
const isMoreThanTopic = (clause: Clause, cue: CueAt, i: number, limit: number): boolean => {
  // `did not respond to [a request]` tells of silence.
  if (clause.words.asking.has(low(clause, i)) || (cue.negated && cue.entry.act === 'answered')) return true;
  for (let k = i; k < Math.min(limit, i + MAX_TOPIC); k++) {
    if (!isPlain(clause, k) || (k > i && low(clause, k) === 'as')) return true;
    if (isComma(clause, k) || low(clause, k) === ';') return false;
  }
  return false;
};

/** Behind a verb that takes one, a phrase opens a clause; behind one that wants "that", a pronoun that must be a subject does. */
const isClauseOf = (clause: Clause, cue: CueAt, i: number): boolean =>
  takes(cue, 'c')
    ? opensPhrase(clause, i) || opensClause(clause, i)
    : takes(cue, 't') && (opensClause(clause, i) || isSubject(clause, i));

/** How many tokens the subject of a clause without "that" may have. */
const MAX_SUBJECT = 10;

/** `conceded [the state of the pier] is grave`: a phrase with a finite verb behind it, nothing set off between. */
const isSubject = (clause: Clause, i: number): boolean => {
  const grammar = clause.grammar();
  if (grammar === null || !opensPhrase(clause, i)) return false;
  const from = nounPhraseAfter(clause, i)?.to ?? clause.tokens.length;
  for (let k = from; k < Math.min(clause.tokens.length, i + MAX_SUBJECT); k++) {
    if (isFiniteAt(grammar, k)) return true;
    const xpos = analysisAt(grammar, k)?.xpos ?? '';
    if (!/^(?:IN|DT|NNP?S?|JJ|PRP\$|POS|HYPH|CD)$/.test(xpos) || low(clause, k) === 'that') return false;
  }
  return false;
};

/** Whether a noun phrase or a pronoun as object begins there. */
const isThing = (clause: Clause, i: number): boolean =>
  opensPhrase(clause, i) || clause.words.objectPronouns.has(low(clause, i));

const opensPhrase = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  return clause.words.determiners.has(word) || clause.words.possessives.has(word) || isNominal(clause, i);
};

/** `suggested [he would], [there were], [she's]`: a pronoun that can only be a subject. */
const opensClause = (clause: Clause, i: number): boolean => {
  const [word = ''] = low(clause, i).split(/['’]/);
  return clause.words.subjectPronouns.has(word) || word === 'there';
};

/** `called [the Sylvanian reply] rash`, `called [it] “a farce”`: what a thing is called stands behind its name. */
const isNamed = (clause: Clause, i: number, limit: number): boolean => {
  const object = clause.words.objectPronouns.has(low(clause, i))
    ? i + 1
    : (nounPhraseAfter(clause, i)?.to ?? i);
  // Two places (`calls the islands the Northern Territories`) are two names for one thing and no opinion of it.
  for (let k = i; k < limit; k++) {
    const mention = clause.mentions[clause.mention[k] ?? -1];
    if (mention?.type === 'PLACE' && mention.refersTo !== null) return false;
  }
  for (let k = i; k < limit; k++) if (!isPlain(clause, k)) return true;
  return (
    object - i >= 4 ||
    (object < limit - 1 &&
      clause.tokens[object]?.kind === 'word' &&
      !clause.words.prepositions.has(low(clause, object)))
  );
};

const hearerAt = (
  clause: Clause,
  cue: CueAt,
  i: number,
  required: boolean,
): readonly [number, number] | null => {
  if (!isPlain(clause, i)) return null;
  const word = low(clause, i);
  if (word === 'that' || word === ':' || word === ',') return null;
  if (clause.words.objectPronouns.has(word)) return [i, i + 1];
  const phrase = nounPhraseAfter(clause, i);
  if (phrase === null) return null;
  if (required) return [phrase.from, phrase.to];
  const next = low(clause, phrase.to);
  const marked = pastMark(clause, phrase.to);
  const quoted = takes(cue, 'q') && marked < clause.tokens.length && !isPlain(clause, marked);
  const opens = quoted || ['that', 'to', 'not', 'whether'].includes(next);
  return opens || (cue.entry.act === 'asked' && (next === 'about' || clause.words.asking.has(next)))
    ? [phrase.from, phrase.to]
    : null;
};

/**
 * Skips time expressions, adverbs and prepositional or participial phrases up to "that" or a quotation; when none comes
 * within reach, skips only what surely is an adverbial (a time, an adverb, "in a statement").
 */
const skipAdverbials = (clause: Clause, cue: CueAt, start: number, limit: number): number => {
  const reach = Math.min(limit, start + MAX_ADVERBIAL);
  if (low(clause, start) !== 'to' && opensAdverbial(clause, start)) {
    const opened = firstOpening(clause, cue, start, reach);
    if (opened !== null) return opened;
  }
  let i = start;
  while (i < reach && isPlain(clause, i)) {
    const next = pastAdverbial(clause, i);
    if (next === i) break;
    i = next;
  }
  return skipOccasion(clause, i, reach);
};

/** The token behind an adverb, a time, or a time or place with its preposition that begins at `i`; else `i`. */
const pastAdverbial = (clause: Clause, i: number): number => {
  if (clause.words.adverbs.has(low(clause, i))) return i + 1;
  const at = clause.words.prepositions.has(low(clause, i)) ? i + 1 : i;
  let end = at;
  while (clause.timed[end] === 1 && isPlain(clause, end)) end++;
  // A bare year before a noun describes it (`a 1956 paper`, `1956 declaration`) and tells no time of speaking.
  if (end > at) return at === i && end === at + 1 && /^\d{4}$/.test(low(clause, at)) ? i : end;
  if (at === i) return i;
  const mention = clause.mentions[clause.mention[at] ?? -1];
  if (mention === undefined || (mention.type !== 'PLACE' && mention.type !== 'GATHERING')) return i;
  while (clause.mention[end] === clause.mention[at]) end++;
  return end;
};

/** The first "that", or comma or colon before a quotation, within reach; none behind a comma that opens another clause. */
const firstOpening = (clause: Clause, cue: CueAt, start: number, reach: number): number | null => {
  for (let i = start; i < reach; i++) {
    if (!isPlain(clause, i)) continue;
    if (introduces(clause, cue, i)) return i;
    if (!isComma(clause, i) && low(clause, i) !== ':') continue;
    if (!isPlain(clause, i + 1)) return i;
    if (turns(clause, start, i)) return null;
  }
  return null;
};

/** Whether the comma or colon at `i` leads away from what the cue tells: to another cue, or after too many words. */
const turns = (clause: Clause, start: number, i: number): boolean =>
  (isComma(clause, i) && isCueBy(clause, i + 1)) || (low(clause, i + 1) !== 'that' && i > start + 8);

const pastMark = (clause: Clause, i: number): number =>
  isComma(clause, i) || low(clause, i) === ':' ? i + 1 : i;

/** `…, noting that`, `…, adding, “…”`: a cue with a content of its own. */
const isCueBy = (clause: Clause, i: number): boolean =>
  (low(clause, i + 1) === 'that' || !isPlain(clause, pastMark(clause, i + 1))) &&
  (clause.words.cues.get(low(clause, i))?.some(({ words, form }) => words.length === 1 && form === 'ing') ??
    false);

/** `that`, and of somebody who `was asked` also `whether`, `how`, … */
const introduces = (clause: Clause, cue: CueAt, i: number): boolean =>
  (low(clause, i) === 'that' && !clause.words.determiners.has(low(clause, i - 1))) ||
  (cue.voice === 'passive' && cue.entry.act === 'asked' && clause.words.asking.has(low(clause, i)));

const opensAdverbial = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  return (
    isPlain(clause, i) &&
    (clause.timed[i] === 1 ||
      clause.words.prepositions.has(word) ||
      clause.words.adverbs.has(word) ||
      isComma(clause, i) ||
      (word.endsWith('ly') && word.length > 4))
  );
};

/** `in a statement`, `at a news conference in Sylvania`, `during an interview with the Herald`. */
const skipOccasion = (clause: Clause, start: number, reach: number): number => {
  if (!clause.words.prepositions.has(low(clause, start))) return start;
  const phrase = nounPhraseAfter(clause, start + 1);
  if (phrase === null || phrase.to > reach) return start;
  for (let i = phrase.from; i < phrase.to; i++) {
    if (!clause.words.quoteNouns.has(low(clause, i))) continue;
    const after = clause.timed[phrase.to] === 1 ? phrase.to + 1 : phrase.to;
    return isComma(clause, after) ? after + 1 : after;
  }
  return start;
};
