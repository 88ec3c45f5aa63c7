import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleId } from '../../../src/model/brand.ts';
import type { SegmentKind } from '../../../src/model/page.ts';
import { blocksOf, stretchesOf } from '../../../web/src/reader/blocks.ts';

const RULE = ruleId('clean/text/body-run@1');
const segment = (start: number, end: number, kind: SegmentKind) => ({
  start,
  end,
  kind,
  rule: RULE,
  why: 'why',
});

describe('blocksOf', () => {
  it('makes a paragraph of the segments on one line, read when any of it is', () => {
    const text = 'HARBOUR (Northern Wire) The pier stays.\nMenu';
    const blocks = blocksOf(text, [
      segment(0, 23, 'credit'),
      segment(24, 39, 'body'),
      segment(40, 44, 'navigation'),
    ]);
    expect(blocks.map(({ start, end, kind, isRead }) => [text.slice(start, end), kind, isRead])).toEqual([
      ['HARBOUR (Northern Wire) The pier stays.', 'body', true],
      ['Menu', 'navigation', false],
    ]);
  });

  it('cuts a text without labels at its lines', () => {
    const text = 'One.\n\n Two.\n';
    expect(blocksOf(text, []).map(({ start, end }) => text.slice(start, end))).toEqual(['One.', ' Two.']);
  });

  it('cuts a line of a million characters without loss, and never inside a character', () => {
    const text = '🛟'.repeat(500_000);
    const blocks = blocksOf(text, [segment(0, text.length, 'body')]);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { start } of blocks) expect(text.charCodeAt(start)).toBe(0xd83d);
    expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(20_000);
  });

  it('holds every character that is not white space', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('pier', ' ', '\n', '🛟', '.'), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const shown = blocksOf(text, [])
          .map(({ start, end }) => text.slice(start, end))
          .join('');
        expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('stretchesOf', () => {
  const kinds: readonly SegmentKind[] = ['navigation', 'clock', 'headline', 'body', 'caption', 'legal'];
  const text = kinds.map((kind) => kind).join('\n');
  const segments = kinds.map((kind) => {
    const start = text.indexOf(kind);
    return segment(start, start + kind.length, kind);
  });
  const blocks = blocksOf(text, segments);

  it('folds runs of furniture and leaves what belongs to the article', () => {
    expect(stretchesOf(blocks, true)).toEqual([
      { isFolded: true, from: 0, to: 2, kinds: ['navigation', 'clock'] },
      { isFolded: false, from: 2, to: 5, kinds: ['headline', 'body', 'caption'] },
      { isFolded: true, from: 5, to: 6, kinds: ['legal'] },
    ]);
  });

  it('covers every paragraph once, in chunks', () => {
    const many = Array.from({ length: 100 }, (_, n) => blocks[n % 2 === 0 ? 3 : 2]).flatMap(
      (block) => block ?? [],
    );
    const stretches = stretchesOf(many, false);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 30],
      [30, 60],
      [60, 90],
      [90, 100],
    ]);
  });
});
