import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framingAnnotator } from '../../../src/annotate/framing/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../../src/model/annotation.ts';
import { articleId, digest, ruleId } from '../../../src/model/brand.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import type { Article, SegmentKind } from '../../../src/model/page.ts';
import { cover } from '../../../src/model/span.ts';

const knowledge = {
  framing: [
    {
      id: 'territory-changed-hands',
      neutral: 'passed to',
      wordings: {
        en: ['seized', 'took control of', 'took', 'illegally occupied'],
        ru: ['захватили'],
        ja: ['不法占拠'],
      },
    },
  ],
  pack: {
    places: [
      {
        id: 'long-reef',
        disputed: true,
        names: {
          fre: { en: ['Long Reef', 'the Shallows'], ru: ['Длинный риф'] },
          syl: { en: ['Saint Orla Bank', 'the Shallows'] },
          other: { en: ['Outer Reef'] },
        },
      },
      { id: 'port', disputed: false, names: { fre: { en: ['Port Voss'] } } },
    ],
  },
} as unknown as Knowledge;

const article = (text: string, kind: SegmentKind = 'body', language = 'en'): Article => ({
  id: articleId('0'.repeat(16)),
  page: '0'.repeat(64) as Article['page'],
  text,
  revision: digest('0'.repeat(64)),
  language,
  segments: [{ kind, article: { start: 0, end: text.length }, page: null, rule: ruleId('clean/any/test@1') }],
  title: null,
  byline: null,
  outlet: null,
  wires: [],
  dateline: null,
  published: [],
  updated: null,
  url: null,
});

const find = (text: string, kind: SegmentKind = 'body', language = 'en') => {
  const read = article(text, kind, language);
  const { output } = framingAnnotator.run({
    article: read,
    sentences: readSentences(read),
    annotations: NO_ANNOTATIONS,
    knowledge,
  });
  return output.map((framing) => [cover(text, framing.span), framing.concept, framing.wording]);
};

describe('framing', () => {
  test.each([
    ['a loaded verb', 'Sylvania seized it.', [['seized', 'territory-changed-hands', 'seized']]],
    [
      'the longest wording',
      'They took control of it.',
      [['took control of', 'territory-changed-hands', 'took control of']],
    ],
    ['whole words only', 'An unseized bank.', []],
    ['the name one side uses', 'Ships left Long Reef.', [['Long Reef', 'name-of:long-reef', 'Long Reef']]],
    [
      'a possessive is not part of it',
      'Saint Orla Bank’s ships.',
      [['Saint Orla Bank', 'name-of:long-reef', 'Saint Orla Bank']],
    ],
    ['no name both sides use', 'Ships left the Shallows.', []],
    ['no neutral name', 'Ships left Outer Reef.', []],
    ['no undisputed place', 'Ships left Port Voss.', []],
    [
      'over a no-break space and behind an astral letter',
      '😀 Ships left Long\u00a0Reef.',
      [['Long\u00a0Reef', 'name-of:long-reef', 'Long Reef']],
    ],
  ])('%s', (_name, text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test('headline and body, never a caption or a related headline', () => {
    expect(find('Sylvania seized it', 'headline')).toHaveLength(1);
    expect(find('Sylvania seized it', 'caption')).toEqual([]);
    expect(find('Sylvania seized it', 'related')).toEqual([]);
  });

  test('Russian names in any case, Japanese without blanks', () => {
    expect(find('Корабли покинули район Длинного рифа.', 'body', 'ru')).toEqual([
      ['Длинного рифа', 'name-of:long-reef', 'Длинный риф'],
    ]);
    expect(find('島は不法占拠されている。', 'body', 'ja')).toEqual([
      ['不法占拠', 'territory-changed-hands', '不法占拠'],
    ]);
  });

  test('spans lie in the text and do not overlap, whatever the text', () => {
    const word = fc.constantFrom('seized', 'took', 'control', 'of', 'Long', 'Reef', '𝕏', '.', ',', '"', ' ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const read = article(text);
        const { output } = framingAnnotator.run({
          article: read,
          sentences: readSentences(read),
          annotations: NO_ANNOTATIONS,
          knowledge,
        });
        let last = 0;
        for (const { span } of output) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.end;
        }
      }),
    );
  });
});
