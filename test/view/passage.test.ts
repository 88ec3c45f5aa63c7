import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/model/claim.ts';
import type { Passage } from '../../src/view/passage.ts';
import { passage } from '../../src/view/passage.ts';
import { aCitation, anExtraction } from '../support/builders.ts';
import { mark } from '../support/mark.ts';

const ROLES = ['content', 'cue', 'source', 'clause', 'trigger'] as const;

/** A passage of a marked-up text, its marks drawn back in. */
const drawn = (marked: string, width: number): string => {
  const { text, spans } = mark(marked);
  const extraction = anExtraction({ text, attributions: [], events: [] });
  const citations = ROLES.flatMap((role) =>
    (spans[role] ?? []).map((span) => aCitation(extraction, span, role)),
  );
  return draw(passage(citations, text, width));
};

const draw = ({ text, marks }: Passage): string => {
  const edges = marks.flatMap(({ start, end, role }) => [
    { at: start, sign: '[', order: 1 },
    { at: end, sign: `]${role}`, order: 0 },
  ]);
  const sorted = edges.sort((x, y) => y.at - x.at || y.order - x.order);
  return sorted.reduce((out, { at, sign }) => `${out.slice(0, at)}${sign}${out.slice(at)}`, text);
};

const AROUND =
  'The ferry was late. “[We trade]content,” [Orla Venn]source [said]cue 𝕏 in Port Halm. It rained.';

describe('passage', () => {
  test.each([
    [
      'the whole sentence around it',
      AROUND,
      200,
      '“[We trade]content,” [Orla Venn]source [said]cue 𝕏 in Port Halm.',
    ],
    [
      'as much of it as fits',
      'It was on a cold and windy day in the old harbour office that [Orla Venn]source [said]cue [no]content to all of the proposals from across the water.',
      60,
      '… office that [Orla Venn]source [said]cue [no]content to all of the …',
    ],
    [
      'white space folded to blanks one to one',
      '“[We\u00a0trade\nin lamps]content,” [said]cue Venn.',
      200,
      '“[We trade in lamps]content,” [said]cue Venn.',
    ],
    [
      'pieces far apart, with an ellipsis between',
      `[We trade]content, ${'and so on and on '.repeat(20)}[said]cue Venn.`,
      60,
      '[We trade]content, and so … on and on [said]cue Venn.',
    ],
    [
      'a long citation cut at a word, the cue kept',
      `[${'We trade in lamps and in oil and '.repeat(9)}rope]content, [said]cue [Venn]source.`,
      70,
      '[We trade in lamps and in oil and We trade in lamps]content … [said]cue [Venn]source.',
    ],
    [
      'two paragraphs',
      '[Orla Venn]source spoke.\n“[We trade]content.”',
      200,
      '[Orla Venn]source spoke. “[We trade]content.”',
    ],
  ])('%s', (_, marked, width, expected) => {
    expect(drawn(marked, width)).toBe(expected);
  });

  test('of nothing is empty', () => {
    expect(passage([], 'text', 80)).toEqual({ text: '', marks: [], at: null });
  });

  test('a citation that lies outside the text is left out', () => {
    const extraction = anExtraction({ text: 'A text.' });
    const citation: Citation = {
      ...aCitation(extraction, { start: 0, end: 1 }),
      span: { start: 5, end: 99 },
    };
    expect(passage([citation], 'A text.', 80).marks).toEqual([]);
  });

  const piece = fc.constantFrom(
    'harbour ',
    'of ',
    '。',
    '島の灯台',
    '😀',
    '𝕏 ',
    '\n',
    '. ',
    'A',
    '“lamp” ',
    '\u00a0',
  );

  test('marks show the cited characters, every citation is marked, the width is kept', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 80 }),
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 40, max: 160 }),
        (pieces, spots, width) => {
          const text = pieces.join('');
          const extraction = anExtraction({ text, attributions: [], events: [] });
          const citations = spots
            .map(([start, length]) => ({
              start: start % text.length,
              end: Math.min(text.length, (start % text.length) + length),
            }))
            .filter(({ start, end }) => start < end)
            .map((span) => aCitation(extraction, span));
          const shown = passage(citations, text, width);
          const cited = citations.map(({ exact }) => exact.replace(/\s/g, ' '));
          for (const { start, end } of shown.marks) {
            expect(start).toBeLessThan(end);
            expect(cited.some((exact) => exact.includes(shown.text.slice(start, end)))).toBe(true);
          }
          expect(shown.marks.length > 0).toBe(citations.length > 0);
          expect(shown.text.length).toBeLessThanOrEqual(width + 60);
          expect(shown.text).not.toMatch(/\n/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a text of one long line is read around the citation only', () => {
    const text = `${'a lamp '.repeat(700_000)}here ${'a lamp '.repeat(100)}`;
    const extraction = anExtraction({ text, attributions: [], events: [] });
    const start = text.indexOf('here');
    const shown = passage([aCitation(extraction, { start, end: start + 4 })], text, 80);
    expect(shown.text).toMatch(/^… .* here .* …$/);
  });
});
