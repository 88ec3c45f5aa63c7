import type { Clause } from './clause.ts';
import { isPlain, low } from './clause.ts';
import type { CueAt } from './cues.ts';
import { takes } from './cues.ts';
import { dependentsBy, type Grammar, subtreeOf } from './grammar.ts';

/** A clause that hangs on a cue verb as what was said: its tokens, and those of a hearer before it. */
export interface Complement {
  readonly start: number;
  readonly end: number;
  readonly hearer: readonly [number, number] | null;
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
  for (const head of dependentsBy(grammar, verb, ['ccomp'])) {
    const [first, end] = subtreeOf(grammar, head);
    const start = Math.max(first, last + 1);
    if (head <= last || dependentsBy(grammar, head, SUBJECT).length === 0) continue;
    const [from, to] = [grammar.tokenOf[start] ?? -1, grammar.tokenOf[end] ?? -1];
    if (from < cue.to || to < from || !isPlain(clause, from)) continue;
    return { start: from, end: to + 1, hearer: hearerBefore(grammar, cue, verb, start) };
  }
  return null;
};

const hearerBefore = (grammar: Grammar, cue: CueAt, verb: number, before: number): readonly [number, number] | null => {
  if (!takes(cue, 'h') && !takes(cue, 'h+')) return null;
  const [hearer] = dependentsBy(grammar, verb, ['obj', 'iobj']).filter((word) => word > verb && word < before);
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

const TELLER = new Set(['while', 'after', 'before', 'when', 'as', 'although', 'though', 'whereas', 'with']);
const OCCASION = new Set(['at', 'in', 'on', 'during', 'following', 'before', 'after', 'amid', 'despite', 'until', 'since']);

const endsContent = (clause: Clause, grammar: Grammar, word: number, token: number, by: string): boolean => {
  const relation = grammar.tagged.analysis[word]?.deprel ?? '';
  const first = low(clause, token) === ',' ? low(clause, token + 1) : low(clause, token);
  // What is joined behind a clause is as often part of it as not; only objects and quotations end there.
  if (by === 'that' || by === 'clause') return false;
  if (relation === 'conj' || relation === 'parataxis') return true;
  if (relation.startsWith('advcl')) return TELLER.has(first) || (by === 'noun' && /ing$/.test(first));
  if (by !== 'noun' && by !== 'preposition') return false;
  return (relation.startsWith('obl') && OCCASION.has(first)) || (relation === 'obl:tmod' || relation === 'obl:unmarked');
};
