import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { VerbGroup } from './clause.ts';
import { isHard } from './clause.ts';
import type { Trigger } from './cues.ts';
import { BE, HAVE, isAdverb, JOINERS } from './english.ts';
import type { GrammarSets } from './stage.ts';

/** What a gerund behind "by" takes over from the verb whose manner it tells. */
export interface Manner {
  readonly realis: Realis;
  /** The plan is told in the past: when it was to be is not known from publication. */
  readonly past: boolean;
}

/** How far before "by" the word may stand that says how its clause is meant, in tokens. */
const REACH = 16;

/**
 * "[planned] to end the dispute by handing over two isles", "[would] end it by …": the means are as real as the end. Null
 * when the verb is no gerund behind "by", or when its clause tells of what was done.
 */
export const mannerOf = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  grammar: GrammarSets,
): Manner | null => {
  if (trigger.form !== 'ing' || verb.progressive) return null;
  const by = verb.first - 1;
  if (tokens[by]?.lower !== 'by') return null;
  for (let at = by - 1; at >= Math.max(0, by - REACH); at--) {
    if (isHard(tokens, at)) return null;
    const manner = mannerAt(tokens, at, grammar);
    if (manner !== null) return manner;
    if (isFiniteVerb(tokens, at)) return null;
  }
  return null;
};

const mannerAt = (tokens: readonly Token[], at: number, grammar: GrammarSets): Manner | null => {
  const lower = tokens[at]?.lower ?? '';
  const isDenied = tokens
    .slice(Math.max(0, at - 3), at + 2)
    .some((token) => grammar.negators.has(token.lower) || token.lower.endsWith("n't"));
  const as = (realis: Realis, past: boolean): Manner => ({ realis: isDenied ? 'negated' : realis, past });
  if (grammar.future.has(lower)) return as('planned', false);
  if (grammar.possible.has(lower))
    return as(lower === 'should' || lower === 'must' ? 'proposed' : 'hypothetical', false);
  if (!leadsInfinitive(tokens, at)) return null;
  if (BE.has(lower)) return as('planned', lower === 'was' || lower === 'were');
  const past = lower.endsWith('ed') || tokens.slice(Math.max(0, at - 3), at).some(isPastAuxiliary);
  if (grammar.refused.has(lower)) return { realis: 'negated', past };
  if (grammar.planned.has(lower)) return as('planned', past);
  if (grammar.proposed.has(lower)) return as('proposed', past);
  return grammar.hypothetical.has(lower) ? as('hypothetical', past) : null;
};

const isPastAuxiliary = ({ lower }: Token): boolean => ['was', 'were', 'had'].includes(lower);

/** "planned [to]", "plans now [to]"; "planned talks" leads none. */
const leadsInfinitive = (tokens: readonly Token[], at: number): boolean => {
  const next = isAdverb(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  return tokens[next]?.lower === 'to';
};

const NON_FINITE = new Set(['be', 'been', 'being', 'having', 'have']);

/** "planned to meet and [ended] it by …", "the dispute [was] ended by …": a verb of its own comes between. */
const isFiniteVerb = (tokens: readonly Token[], at: number): boolean => {
  const lower = tokens[at]?.lower ?? '';
  if (BE.has(lower) || HAVE.has(lower)) return !NON_FINITE.has(lower);
  return lower.endsWith('ed') && JOINERS.has(tokens[at - 1]?.lower ?? '');
};
