import type { Clause } from './clause.ts';
import { isPlain, low } from './clause.ts';
import type { CueAt } from './cues.ts';
import { takes } from './cues.ts';
import { dependentsBy, type Grammar, subtreeOf } from './grammar.ts';

/** Whether the "that" at a token opens a clause that hangs on the cue: not `said on Monday the trouble is [that] …`. */
export const opensFor = (clause: Clause, cue: CueAt, token: number): boolean => {
  const grammar = clause.grammar();
  const verb = grammar?.wordOf[cue.from] ?? -1;
  const that = grammar?.wordOf[token] ?? -1;
  if (grammar === null || verb < 0 || that < 0) return true;
  const { analysis } = grammar.tagged;
  const head = analysis[that]?.head ?? -1;
  return head < 0 || analysis[head]?.head === verb || !complementOf(clause, grammar, cue);
};

/** A clause that hangs on a cue verb as what was said: its tokens, and those of a hearer before it. */
export interface Complement {
  readonly start: number;
  readonly end: number;
  readonly hearer: readonly [number, number] | null;
  readonly by: 'clause' | 'infinitive';
}

const SUBJECT = ['nsubj', 'csubj', 'expl'];

/**
 * The clause that the tree hangs on the cue behind it: `said [they would stay]`, `asked the envoy [how she felt]`. Only a clause
 * with a subject of its own is one.
 */
export const complementOf = (clause: Clause, grammar: Grammar, cue: CueAt): Complement | null => {
  const verb = grammar.wordOf[cue.from] ?? -1;
  if (verb < 0) return null;
  const last = grammar.wordOf[cue.to - 1] ?? verb;
  for (const head of dependentsBy(grammar, verb, ['ccomp', 'xcomp'])) {
    const [first, end] = subtreeOf(grammar, head);
    const start = Math.max(first, last + 1);
    const by = complementKind(grammar, cue, head, start);
    if (head <= last || by === null) continue;
    const [from, to] = [grammar.tokenOf[start] ?? -1, grammar.tokenOf[end] ?? -1];
    if (from < cue.to || to < from || !isPlain(clause, from)) continue;
    return { start: from, end: to + 1, hearer: hearerBefore(grammar, cue, verb, start), by };
  }
  return null;
};

/** A clause with a subject for verbs that take one, "to" and a verb for those that take that. */
const complementKind = (
  grammar: Grammar,
  cue: CueAt,
  head: number,
  start: number,
): Complement['by'] | null => {
  const { words, analysis } = grammar.tagged;
  const clausal = ['c', 't', 'q'].some((frame) => takes(cue, frame));
  if (analysis[head]?.deprel === 'ccomp')
    return clausal && dependentsBy(grammar, head, SUBJECT).length > 0 ? 'clause' : null;
  return takes(cue, 'v') && words[start]?.form === 'to' ? 'infinitive' : null;
};

const hearerBefore = (
  grammar: Grammar,
  cue: CueAt,
  verb: number,
  before: number,
): readonly [number, number] | null => {
  if (!takes(cue, 'h') && !takes(cue, 'h+')) return null;
  const [hearer] = dependentsBy(grammar, verb, ['obj', 'iobj']).filter(
    (word) => word > verb && word < before,
  );
  if (hearer === undefined) return null;
  const [first, last] = subtreeOf(grammar, hearer);
  const [from, to] = [grammar.tokenOf[first] ?? -1, grammar.tokenOf[Math.min(last, before - 1)] ?? -1];
  return from < cue.to || to < from ? null : [from, to + 1];
};

/**
 * The token where something else that hangs on the cue begins behind its content: a joined verb of the same speaker, a clause or
 * an adverbial of the teller (`praised the crew [at a meeting]`, `said it was safe, [but did not say why]`). Null when nothing does.
 */
export const behindContent = (clause: Clause, cue: CueAt, start: number, by: string): number | null => {
  const grammar = clause.grammar();
  const verb = grammar?.wordOf[cue.from] ?? -1;
  const content = grammar?.wordOf[start] ?? -1;
  if (grammar === null || verb < 0 || content < 0) return null;
  let found: number | null = null;
  for (const word of grammar.dependents[verb] ?? []) {
    const [first] = subtreeOf(grammar, word);
    const token = grammar.tokenOf[first] ?? -1;
    if (first <= content || token <= start || !isPlain(clause, token)) continue;
    if (endsContent(clause, grammar, word, token, by) && (found === null || token < found)) found = token;
  }
  return found;
};

/** What is joined behind a clause is as often part of it as not; only objects, infinitives and quotations end there. */
const endsContent = (clause: Clause, grammar: Grammar, word: number, token: number, by: string): boolean => {
  if (by === 'that' || by === 'clause' || by === 'gap') return false;
  const relation = grammar.tagged.analysis[word]?.deprel ?? '';
  const first = low(clause, token) === ',' ? low(clause, token + 1) : low(clause, token);
  if (relation === 'conj' || relation === 'parataxis') return true;
  if (relation.startsWith('advcl'))
    return (
      clause.words.clauseOpeners.has(first) ||
      ((by === 'noun' || (by === 'infinitive' && low(clause, token) === ',')) && /ing$/.test(first))
    );
  const isObject = by === 'noun' || by === 'preposition';
  return isObject && relation.startsWith('obl') && endsObject(clause, grammar, word, token, relation, first);
};

const endsObject = (
  clause: Clause,
  grammar: Grammar,
  word: number,
  token: number,
  relation: string,
  first: string,
): boolean =>
  relation === 'obl:tmod' ||
  relation === 'obl:unmarked' ||
  clause.words.occasionOpeners.has(first) ||
  (clause.words.placeOpeners.has(first) && tellsOccasion(clause, grammar, word, token));

/** `at a meeting`, `on Monday`, `in Sylvania`: when, where or in what something was said. */
const tellsOccasion = (clause: Clause, grammar: Grammar, word: number, token: number): boolean => {
  const head = grammar.tokenOf[word] ?? -1;
  if (clause.timed[head] === 1 || clause.timed[token + 1] === 1) return true;
  if (clause.words.quoteNouns.has(low(clause, head))) return true;
  return clause.mentions[clause.mention[head] ?? -1]?.type === 'PLACE';
};

/**
 * The token where the sentence goes on around a cue that stands in a clause inside it: `While [Voss] says the pier is safe, [nobody
 * goes there]`; `[Voss], who said he had seen it, [left]`. Null when nothing goes on behind the content.
 */
export const behindClause = (clause: Clause, cue: CueAt, start: number): number | null => {
  const grammar = clause.grammar();
  const content = grammar?.wordOf[start] ?? -1;
  let word = grammar?.wordOf[cue.from] ?? -1;
  if (grammar === null || word < 0 || content < 0) return null;
  const { analysis } = grammar.tagged;
  let described = false;
  for (let n = 0; n < 6; n++) {
    const above = analysis[word]?.head ?? -1;
    if (above < 0) return null;
    if (above > content)
      return (
        resumeOf(clause, grammar, above, word, content) ??
        (described ? predicateOf(clause, grammar, above, word, content) : null)
      );
    described = analysis[word]?.deprel === 'acl' && cue.entry.form === 'ing' && above < word;
    word = above;
  }
  return null;
};

/** `Those [questioning] the count [can] look at it`: the verb whose subject the participle describes, with its auxiliaries. */
const predicateOf = (
  clause: Clause,
  grammar: Grammar,
  above: number,
  subject: number,
  content: number,
): number | null => {
  const { analysis } = grammar.tagged;
  if (!/^nsubj/.test(analysis[subject]?.deprel ?? '') || analysis[above]?.upos !== 'VERB') return null;
  const parts = dependentsBy(grammar, above, ['aux', 'advmod']).filter((word) => word > content);
  const token = grammar.tokenOf[Math.min(above, ...parts)] ?? -1;
  return token > 0 && isPlain(clause, token) ? token : null;
};

/** First token behind the content that belongs to `above` and not to its dependent `inside`; only behind a comma or dash. */
const resumeOf = (
  clause: Clause,
  grammar: Grammar,
  above: number,
  inside: number,
  content: number,
): number | null => {
  let first = above;
  for (const word of grammar.dependents[above] ?? []) {
    if (word === inside || grammar.tagged.analysis[word]?.upos === 'PUNCT') continue;
    const [from] = subtreeOf(grammar, word);
    if (from > content && from < first) first = from;
  }
  const token = grammar.tokenOf[first] ?? -1;
  if (token <= 0 || !isPlain(clause, token)) return null;
  const closed = !isPlain(clause, token - 1) && low(clause, token - 2) === ',';
  return closed || /^[,—–-]/.test(low(clause, token - 1)) ? token : null;
};
