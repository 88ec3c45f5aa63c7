import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { acquireText } from '../../src/acquire/index.ts';
import { extractCapture, extractSafely, PIPELINE, plainOrUnread } from '../../src/app/extract.ts';
import { toErrorLine, toLine } from '../../src/app/extract-line.ts';
import { extractLineSchema } from '../../src/app/extract-schema.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { DEFAULT_OPTIONS, extractorOf } from '../../src/app/options.ts';
import { LAYERS } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Capture } from '../../src/model/page.ts';

const TEXT = `Ferry talks go on 😀

4 March 2015

President Ada Voss met Premier Otto Brandt in Lakeport on Tuesday.

“We will not sell the lighthouse 𝕏,” President Ada Voss told reporters after the meeting.
`;

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const capture = (given: { text: string } | { html: string }): Capture => {
  const acquired = acquireText({ ...given, url: null, id: 'test' });
  if (!acquired.ok) throw new Error(acquired.message);
  return acquired.capture;
};

describe('the pipeline', () => {
  test('gives every layer', () => {
    expect(new Set(PIPELINE.steps.map(({ gives }) => gives))).toEqual(new Set(LAYERS));
  });
});

describe('extractCapture', () => {
  test('reads times, mentions, attributions and events with spans in the text', () => {
    const { annotations, article, error } = extractCapture(capture({ text: TEXT }), knowledge);
    expect(error).toBeNull();
    expect(article.text).toBe(TEXT);
    const [said] = annotations.attributions;
    const [content] = said?.content ?? [];
    expect(TEXT.slice(content?.start, content?.end)).toContain('We will not sell the lighthouse 𝕏');
    expect(said?.speaker?.name).toBe('Ada Voss');
    expect(annotations.events.map(({ type }) => type)).toContain('meet');
    expect(annotations.times.length).toBeGreaterThan(0);
    expect(annotations.mentions.length).toBeGreaterThan(2);
  });

  test('the same page, knowledge and options give the same line; other options another extractor', () => {
    const [one, two] = [0, 1].map(() => extractCapture(capture({ text: TEXT }), knowledge));
    expect(one).toEqual(two);
    const other = extractCapture(capture({ text: TEXT }), knowledge, { layers: ['time'] });
    expect(other.extractor).not.toBe(one?.extractor);
    expect(extractorOf(knowledge, { ...DEFAULT_OPTIONS, layers: LAYERS.toReversed() })).toBe(one?.extractor);
    expect(extractorOf({ version: 'other' }, DEFAULT_OPTIONS)).not.toBe(one?.extractor);
    expect(extractorOf(knowledge, { ...DEFAULT_OPTIONS, dating: 'strict' })).not.toBe(one?.extractor);
  });

  test('a strict dating takes no guess', () => {
    const html = `<html><head><meta name="last-modified" content="2020-03-03"></head><body><p>${TEXT}</p></body></html>`;
    const dayOf = (dating: 'usual' | 'strict'): unknown =>
      extractCapture(capture({ html }), knowledge, { dating, layers: [] }).article.published.find(
        ({ rejected }) => rejected === null,
      )?.rule;
    expect(dayOf('usual')).toBe('clean/published/guess-updated@1');
    expect(dayOf('strict')).not.toBe('clean/published/guess-updated@1');
  });

  test('mark-up that cannot be read safely is read as plain text with the error poison', () => {
    const html = `<html><body>${'<div>'.repeat(1_000)}President Ada Voss spoke for an hour.`;
    const { article, error, diagnostics } = extractCapture(capture({ html }), knowledge);
    expect(error?.code).toBe('poison');
    expect(article.text).toContain('President Ada Voss spoke for an hour.');
    expect(diagnostics.filter(({ code }) => code === 'poison-fallback')).toHaveLength(1);
  });

  test('only the first 1,000,000 characters are annotated, and the whole text is kept', () => {
    const text = `${'word '.repeat(200_000)}\nPresident Ada Voss said that the ferry would run.\n`;
    const { article, annotations, diagnostics } = extractCapture(capture({ text }), knowledge, {
      asIs: true,
    });
    expect(article.text).toBe(text);
    expect(annotations.attributions).toEqual([]);
    expect(diagnostics.find(({ code }) => code === 'text-windowed')?.span).toEqual({
      start: 1_000_000,
      end: text.length,
    });
  });

  test('the language given wins', () => {
    expect(extractCapture(capture({ text: TEXT }), knowledge, { language: 'ja' }).article.language).toBe(
      'ja',
    );
  });
});

describe('the last resorts', () => {
  const broken = (): Knowledge => ({
    ...knowledge,
    get outlets(): Knowledge['outlets'] {
      throw new Error('cannot be read');
    },
    get languages(): Knowledge['languages'] {
      throw new Error('cannot be read');
    },
  });

  test('a page that no stage can read is one segment with all the text, and never an exception', () => {
    const { article, error, annotations } = extractSafely(capture({ text: TEXT }), broken());
    expect(error?.code).toBe('poison');
    expect(article.text).toBe(TEXT);
    expect(article.segments.map(({ kind, article: at }) => [kind, at.start, at.end])).toEqual([
      ['other', 0, TEXT.length - 1],
    ]);
    expect(annotations.attributions).toEqual([]);
  });

  test('plain text first', () => {
    const { article, error } = plainOrUnread(
      capture({ html: '<p>Ada Voss spoke.' }),
      knowledge,
      {},
      'a reason',
    );
    expect([error?.code, article.text.trim()]).toEqual(['poison', 'Ada Voss spoke.']);
    expect(error?.message).toContain('a reason');
  });
});

describe('toLine', () => {
  test('fits the schema exactly, for a page, a poisoned page and one that could not be read', () => {
    const lines = [
      toLine(extractCapture(capture({ text: TEXT }), knowledge)),
      toLine(extractCapture(capture({ html: '<div>'.repeat(1_000) + TEXT }), knowledge), 7),
      toErrorLine({ id: null, page: null, path: 'gone.txt', code: 'not-found', message: 'gone' }),
    ];
    for (const line of lines) expect(extractLineSchema.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
    expect(lines.map(({ id }) => id)).toEqual([lines[0]?.page.id, 7, null]);
  });

  test('arbitrary text gives a line that fits the schema, with every span in the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        fc.boolean(),
        (text, isHtml) => {
          fc.pre(text.trim() !== '');
          const line = toLine(extractSafely(capture(isHtml ? { html: text } : { text }), knowledge));
          const parsed = extractLineSchema.parse(JSON.parse(JSON.stringify(line)));
          expect(parsed).not.toHaveProperty('error');
          const length = parsed.article?.text.length ?? 0;
          for (const { start, end } of [
            ...parsed.times,
            ...parsed.mentions,
            ...(parsed.article?.segments ?? []),
          ])
            expect(start < end && end <= length).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
