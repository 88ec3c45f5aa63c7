import grammarFile from '../../../knowledge/en/event.json' with { type: 'json' };
import { operatorsOf } from '../../../src/annotate/event/operators.ts';
import type { Governed } from '../../../src/annotate/event/scope.ts';
import type { GrammarSets } from '../../../src/annotate/event/stage.ts';
import { viewOf } from '../../../src/annotate/event/tree-view.ts';
import type { EventLexicon } from '../../../src/model/knowledge/event-lexicon.ts';
import type { Token } from '../../../src/model/sentence.ts';

/** The word lists of English as sets. */
export const GRAMMAR = Object.fromEntries(
  Object.entries(grammarFile.grammar).map(([name, words]) => [name, new Set(words)]),
) as unknown as GrammarSets;

/** The tokens of a sentence whose words and marks stand apart by blanks. */
export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/\S+/g)].map(
    (match) =>
      ({
        text: match[0],
        lower: match[0].toLowerCase(),
        kind: /^[.,;:?!]$/.test(match[0]) ? 'mark' : 'word',
        start: match.index,
        end: match.index + match[0].length,
      }) as Token,
  );

/**
 * A tree in one line: `form/lemma/TAG/relation<head` with heads counted from 1, 0 the root; the tag is that of the Penn
 * Treebank, the universal one is told from it.
 */
export const governedBy = (line: string): Governed => {
  const cells = line.split(' ').map((cell) => {
    const [word = '', head = '0'] = cell.split('<');
    const [form = '', lemma = '', xpos = '', deprel = ''] = word.split('/');
    return { form, lemma, xpos, deprel, head: Number(head) - 1 };
  });
  let at = 0;
  const words = cells.map(({ form }) => {
    const start = at;
    at += form.length + 1;
    return { form, start, end: start + form.length };
  });
  const analysis = cells.map(({ lemma, xpos, deprel, head }) => ({
    lemma,
    upos: uposOf(xpos),
    xpos,
    feats: null,
    head,
    deprel,
  }));
  const tree = viewOf({ words, analysis });
  if (tree === null) throw new Error(`no tree: ${line}`);
  const operators = operatorsOf(grammarFile as unknown as EventLexicon);
  return { tree, operators, conditions: GRAMMAR.conditions };
};

const uposOf = (xpos: string): string => {
  if (xpos.startsWith('V')) return 'VERB';
  if (xpos === 'MD' || xpos === 'AUX') return 'AUX';
  if (xpos.startsWith('NNP')) return 'PROPN';
  if (xpos.startsWith('N')) return 'NOUN';
  return xpos.startsWith('J') ? 'ADJ' : 'X';
};

/** Which word of the line is the act: the one before `*`. */
export const actIn = (line: string): { readonly line: string; readonly at: number } => {
  const at = line.split(' ').findIndex((cell) => cell.startsWith('*'));
  return { line: line.replace('*', ''), at };
};
