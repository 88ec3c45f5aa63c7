import { acquireText } from '../../../src/acquire/index.ts';
import { extractCapture } from '../../../src/app/extract.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import type { Span } from '../../../src/model/span.ts';

/** The statements of a text, one a line: `rule [source] cue {content} = speaker`. */
export const told = (text: string, language: string, knowledge: Knowledge): readonly string[] => {
  const acquired = acquireText({ text, url: null, id: 'told' });
  if (!acquired.ok) throw new Error(acquired.message);
  const { annotations, error } = extractCapture(acquired.capture, knowledge, {
    published: '2022-05-12',
    language,
    asIs: true,
  });
  if (error !== null) throw new Error(error.message);
  const cover = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' | ');
  return annotations.attributions.map(
    ({ rule, source, cue, content, speaker }) =>
      `${rule.split('/').at(-1)?.split('@')[0]} [${cover(source)}] ${cover(cue)} {${cover(content)}} = ${speaker?.id ?? '?'}`,
  );
};
