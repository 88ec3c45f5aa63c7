import type { Diagnostic, StageResult } from '../../model/diagnostic.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { trimmed } from '../../model/span.ts';
import { blockOf } from '../block.ts';
import type { Draft } from '../draft.ts';
import { wordsOfKnowledge } from '../lexicon.ts';
import { readHtmlMeta } from '../meta/html-meta.ts';
import { outletsOf } from '../outlets.ts';
import { labelPage } from '../text/label-page.ts';
import type { HtmlBlock } from './html-block.ts';
import { labelHtml } from './label.ts';
import type { Kept } from './readable.ts';
import { readableText } from './readable.ts';
import type { HtmlLine } from './serialise.ts';
import { serialise } from './serialise.ts';
import { sourceMap } from './source-map.ts';
import type { ElementNode } from './tree.ts';
import { parseTree } from './tree.ts';

const MIN_WORDS = 25;
// Readability asks for the text of each ancestor in turn: beyond this much text it would take seconds.
const MAX_READABLE = 1_000_000;

/** Labels the blocks of an HTML page; null with a diagnostic when its mark-up must not be parsed. */
export const draftOfHtml = (html: string, knowledge: Knowledge): StageResult<Draft | null> => {
  const { root, poison } = parseTree(html);
  if (root === null)
    return {
      output: null,
      diagnostics: [
        {
          code: 'poison-fallback',
          severity: 'warning',
          message: `the mark-up has ${poison}; its text was read without it`,
        },
      ],
    };
  const words = wordsOfKnowledge(knowledge);
  const outlets = outletsOf(knowledge);
  const { text, lines } = serialise(root);
  const meta = readHtmlMeta(root, words);
  const kept = text.length > MAX_READABLE ? null : keep(root, meta.titles);
  const blocks = lines.map(
    (line): HtmlBlock => ({
      line,
      block: blockOf(text, trimmed(text, line.at), words),
      kept: isKept(line, kept),
    }),
  );
  const keptWords = blocks.reduce((sum, { block, kept: isIn }) => sum + (isIn ? block.words : 0), 0);
  const enough = keptWords >= MIN_WORDS;
  const labels = enough
    ? labelHtml(blocks, meta.titles, words, outlets)
    : labelPage(
        text,
        blocks.map(({ block }) => block),
        knowledge,
      );
  const pieces = blocks.flatMap(({ block }, i) => {
    const label = labels[i];
    return label === undefined ? [] : [{ ...label, at: block.at }];
  });
  const diagnostics: readonly Diagnostic[] = enough
    ? []
    : [
        {
          code: 'readability-empty',
          severity: 'info',
          message: `the article reader kept ${keptWords} words; the lines were labelled one by one`,
        },
      ];
  return { output: { text, pieces, pageSpan: sourceMap(lines), meta }, diagnostics };
};

/** Readability's answer, or null when it has none. It may overflow the stack on deep nesting: that is no answer either. */
const keep = (root: ElementNode, titles: readonly string[]): Kept | null => {
  try {
    return readableText(root, titles);
  } catch {
    return null;
  }
};

/** A line is kept when at least half of its characters are. Every part is asked once. */
const isKept = (line: HtmlLine, kept: Kept | null): boolean => {
  if (kept === null) return false;
  let all = 0;
  let found = 0;
  for (const part of line.parts) {
    all += part.length;
    if (kept.has(part.parent.index, part.key)) found += part.length;
  }
  return all > 0 && found * 2 >= all;
};
