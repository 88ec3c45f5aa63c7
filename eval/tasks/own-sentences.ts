import { loadLanguage } from '../../src/app/language.ts';
import { plainTools } from '../../src/language/index.ts';
import { splitParagraph } from '../../src/language/sentences.ts';
import type { Span } from '../../src/model/span.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { ownPassages, type Passage } from '../lib/own-sentences.ts';

type Cut = (text: string, within: Span) => readonly Span[];

const isRight = (cut: Cut, { text, sentences }: Passage): boolean => {
  const found = cut(text, { start: 0, end: text.length });
  return (
    found.length === sentences.length &&
    found.every(({ start, end }, i) => start === sentences[i]?.start && end === sentences[i]?.end)
  );
};

/** The rules that the annotators use; a line break is no end to them, so each line is a paragraph. */
const byRules: Cut = (text, { start, end }) => {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const at = text.indexOf('\n', from);
    const to = at < 0 ? end : at;
    spans.push(...splitParagraph(text, { start: from, end: to }));
    from = to + 1;
  }
  return spans;
};

/**
 * The share of passages of news style, written for this project, whose sentences are all found and nothing else, with what
 * the passage is hard in as the rule. Beside it the rules of the annotators, and `Intl.Segmenter`.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const { splitter } = await loadLanguage('en');
  const unicode = plainTools('en').splitter.sentences;
  return (['tuning', 'test'] as const).map((part): Metric => {
    const passages = ownPassages().filter((passage) => passage.part === part);
    const share = (cut: Cut): number =>
      passages.filter((passage) => isRight(cut, passage)).length / passages.length;
    const items = passages.map(
      (passage): Item => ({ id: passage.id, ok: isRight(splitter.sentences, passage), rule: passage.kind }),
    );
    return {
      metric: `language/own-sentences/${part}`,
      value: items.filter(({ ok }) => ok).length / items.length,
      n: items.length,
      items,
      baselines: [
        { name: "the annotators' rules", value: share(byRules) },
        { name: 'Intl.Segmenter', value: share(unicode) },
      ],
    };
  });
};
