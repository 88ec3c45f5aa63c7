import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { VerbGroup } from './clause.ts';
import type { Trigger } from './cues.ts';
import { isOrdinalHead } from './realis.ts';
import type { Governed } from './scope.ts';
import { describedRealis, governedRealis, isInForce, isKeptUp, isNone } from './scope.ts';
import type { GrammarSets } from './stage.ts';

/** What the words above a cue say of it in the tree; null where there is no tree or nothing above it says anything. */
export const realisAbove = (
  governed: Governed | null,
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  grammar: GrammarSets,
): Realis | null => {
  const at = wordOf(governed, tokens, trigger);
  if (governed === null || at === null || isOrdinalHead(tokens, verb.first)) return null;
  const told = governedRealis(governed, at);
  const isMooded = [...verb.words].some((word) => grammar.future.has(word) || grammar.possible.has(word));
  return told !== 'hypothetical' && (verb.negated || isMooded) ? null : told;
};

/** Measures that last once they are taken. */
const KEPT: ReadonlySet<string> = new Set(['sanction', 'restrict']);

/** What the words around a nominal cue say of it in the tree. */
export const nounRealisAbove = (
  governed: Governed | null,
  tokens: readonly Token[],
  trigger: Trigger,
): Realis | null => {
  const at = wordOf(governed, tokens, trigger);
  if (governed === null || at === null || governed.tree.word(at).upos === 'VERB') return null;
  if (isInForce(governed.tree, at) || (KEPT.has(trigger.cue.type) && isKeptUp(governed.tree, at)))
    return 'standing';
  return isNone(governed.tree, at)
    ? 'negated'
    : (governedRealis(governed, at) ?? describedRealis(governed, at));
};

const TOLD_BY: ReadonlySet<string> = new Set(['ccomp', 'parataxis']);

/** Whether the clause of a verb is what somebody said at a time past: "Voss, Orlan [said], would visit"; "…, Orlan [said]". */
export const isReportedAt = (
  governed: Governed | null,
  tokens: readonly Token[],
  trigger: Trigger,
  grammar: GrammarSets,
): boolean => {
  const at = wordOf(governed, tokens, trigger);
  if (governed === null || at === null) return false;
  const { tree } = governed;
  const isSaying = (word: number): boolean =>
    grammar.reporting.has(tokens.find(({ start }) => start === tree.startOf(word))?.lower ?? '');
  const { deprel, head } = tree.word(at);
  if (TOLD_BY.has(deprel) && head >= 0 && isSaying(head)) return true;
  return tree.kids(at).some((kid) => tree.word(kid).deprel === 'parataxis' && isSaying(kid));
};

const wordOf = (governed: Governed | null, tokens: readonly Token[], trigger: Trigger): number | null =>
  governed?.tree.at(tokens[trigger.first]?.start ?? 0) ?? null;
