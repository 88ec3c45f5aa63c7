import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cover } from '../../../src/model/span.ts';
import { formatAnchor, makeAnchor, parseAnchor, resolveAnchor } from '../../../src/view/desk/anchor.ts';
import { shareOfBound } from '../../support/pace.ts';

const TEXT = '😀 Orla Venn said: “The straits stay open.” It rained. She left. It rained again.';
const spanOf = (text: string, quote: string, nth = 0) => {
  let start = text.indexOf(quote);
  for (let n = 0; n < nth; n++) start = text.indexOf(quote, start + 1);
  return { start, end: start + quote.length };
};

/** A text and a span of it that holds something and splits no character. */
const spot = fc
  .array(
    fc.constantFrom('straits ', 'open ', '😀', '“', '”', '\n', '海峡', 'ё', '&', '=', '%', '+', '#', 'a'),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .chain((pieces) =>
    fc.tuple(fc.constant(pieces), fc.nat(pieces.length - 1), fc.nat(pieces.length)).map(([all, from, n]) => {
      const start = all.slice(0, from).join('').length;
      const quote = all.slice(from, from + n + 1).join('');
      return { text: all.join(''), span: { start, end: start + quote.length } };
    }),
  );

describe('anchor', () => {
  test('law: what was anchored is found in the same text at its place', () => {
    fc.assert(
      fc.property(spot, ({ text, span }) => {
        expect(resolveAnchor(text, makeAnchor(text, span))).toEqual({ span, how: 'position' });
      }),
    );
  });

  test('law: an anchor survives its address', () => {
    fc.assert(
      fc.property(spot, ({ text, span }) => {
        const anchor = makeAnchor(text, span);
        const hash = formatAnchor(anchor);
        expect(hash).toMatch(/^#t=\d+-\d+&q=[\x21-\x7e]+$/);
        expect(parseAnchor(hash)).toEqual(anchor);
        expect(parseAnchor(hash.slice(1))).toEqual(anchor);
      }),
    );
  });

  test('law: text put before or behind is no harm', () => {
    fc.assert(
      fc.property(spot, fc.string({ unit: 'grapheme', minLength: 1 }), ({ text, span }, more) => {
        const found = resolveAnchor(`${more}${text}${more}`, makeAnchor(text, span));
        expect(found).not.toBeNull();
        if (found !== null) expect(cover(`${more}${text}${more}`, found.span)).toBe(cover(text, span));
      }),
    );
  });

  test('law: whatever the text and the anchor, there comes a span inside it, or null', () => {
    const strings = fc.string({ unit: fc.constantFrom('a', ' ', '“', '"', '\ud83d', '\n'), maxLength: 20 });
    fc.assert(
      fc.property(strings, strings, strings, strings, fc.nat(30), (text, quote, prefix, suffix, start) => {
        const found = resolveAnchor(text, { start, end: start + quote.length, quote, prefix, suffix });
        if (found === null) return;
        expect(found.span.start).toBeLessThan(found.span.end);
        expect(found.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('among several, the words around decide; then the old place', () => {
    const second = spanOf(TEXT, 'It rained', 1);
    const moved = `A new opening. ${TEXT}`;
    expect(resolveAnchor(moved, makeAnchor(TEXT, second))).toEqual({
      span: { start: second.start + 15, end: second.end + 15 },
      how: 'quote',
    });
    const bare = { ...makeAnchor(TEXT, second), prefix: '', suffix: '' };
    expect(resolveAnchor(`A ${TEXT}`, bare)?.span.start).toBe(second.start + 2);
  });

  test('white space and quotation marks may change', () => {
    const anchor = makeAnchor(TEXT, spanOf(TEXT, '“The straits stay open.”'));
    const other = 'Menu\n\nOrla Venn said: "The straits\n  stay\u00a0open."\nIt rained.';
    const found = resolveAnchor(other, anchor);
    expect(found?.how).toBe('fuzzy');
    expect(found && cover(other, found.span)).toBe('"The straits\n  stay\u00a0open."');
  });

  test('words that are gone are not found', () => {
    const anchor = makeAnchor(TEXT, spanOf(TEXT, 'The straits stay open'));
    expect(resolveAnchor('The straits are closed. It rained.', anchor)).toBeNull();
    expect(resolveAnchor('', anchor)).toBeNull();
  });

  test('half a character in a text does not break its address', () => {
    const text = 'a\ud83d said b';
    const anchor = makeAnchor(text, { start: 1, end: 7 });
    expect(parseAnchor(formatAnchor(anchor))?.quote).toBe('\ufffd said');
  });

  test('an address that is no anchor gives null', () => {
    for (const hash of ['', '#', '#t=1-2', '#x=1', '#t=1-2&q=', '#t=1-2&q=%', '#constructor'])
      expect(parseAnchor(hash)).toBeNull();
    expect(parseAnchor('#q=open')).toEqual({ start: 0, end: 4, quote: 'open', prefix: '', suffix: '' });
    expect(parseAnchor('#t=5-9&q=stay+open')?.quote).toBe('stay open');
  });

  test('a quote met everywhere is found without long work', () => {
    const text = 'a'.repeat(200_000);
    const find = (): void => {
      expect(
        resolveAnchor(`${text}b`, { start: 3, end: 4, quote: 'ab', prefix: 'aaaa', suffix: '' })?.how,
      ).toBe('quote');
      expect(
        resolveAnchor(text, { start: 300_000, end: 300_001, quote: 'a', prefix: 'b', suffix: 'c' })?.how,
      ).toBe('quote');
    };
    expect(shareOfBound(2_000, find)).toBeLessThan(1);
  });
});
