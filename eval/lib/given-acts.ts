import { compileCues } from '../../src/annotate/event/cues.ts';
import { type GivenAct, rankActs } from '../../src/annotate/event/root.ts';
import type { GrammarSets } from '../../src/annotate/event/stage.ts';
import { viewOf } from '../../src/annotate/event/tree-view.ts';
import { knownTools, tokenise } from '../../src/language/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Span } from '../../src/model/span.ts';

/** A sentence and who acts on whom in it. */
export interface MarkedSentence {
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

const MARK = /<(\/?)([st])>/g;

/** Reads `<s>source</s>` and `<t>target</t>` out of a sentence. */
export const readMarked = (marked: string): MarkedSentence => {
  const spans: Record<'s' | 't', Span[]> = { s: [], t: [] };
  let text = '';
  let last = 0;
  let open = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    if (match[1] === '') open = text.length;
    else spans[match[2] === 's' ? 's' : 't'].push({ start: open, end: text.length });
  }
  return { text: text + marked.slice(last), source: spans.s, target: spans.t };
};

/** The finder of acts between given parties, with the English weights and both lists of cues. */
export const actFinder = (knowledge: Knowledge): ((sentence: MarkedSentence) => readonly GivenAct[]) => {
  const tools = knownTools(knowledge, 'en');
  const lexicon = knowledge.languages['en']?.event;
  if (tools?.analyser == null || lexicon?.grammar == null) throw new Error('no English weights or cues');
  const { analyser, splitter } = tools;
  // Rows for acts of which only one party is known, or none, add nothing where it is known who acts on whom.
  const between = lexicon.cues.filter((cue) => (cue.official ?? cue.alone ?? cue.refused) === undefined);
  const cues = compileCues({ ...lexicon, cues: [...(lexicon.broad ?? []), ...between] });
  const types = new Map(knowledge.eventTypes.map((type) => [type.id, type]));
  const grammar = Object.fromEntries(
    Object.entries(lexicon.grammar).map(([name, words]) => [name, new Set(words as readonly string[])]),
  ) as unknown as GrammarSets;
  return ({ text, source, target }) => {
    const words = splitter.words(text, { start: 0, end: text.length });
    const analysis = analyser.analyse(words.map(({ form }) => form));
    const tree = analysis === null ? null : viewOf({ words, analysis });
    return tree === null
      ? []
      : rankActs({ tokens: tokenise(text), tree, source, target, cues, grammar, types });
  };
};
