import { describe, expect, test } from 'vitest';
import { mentionAnnotator } from '../../src/annotate/mention/index.ts';
import {
  analyseText,
  japaneseTools,
  plainTools,
  readConllu,
  readSentences,
  tellLanguage,
} from '../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import { growthOf } from '../support/pace.ts';
import { anArticle, theWorld } from '../support/read.ts';
import { toolsFor } from './support/tools.ts';

/** Japanese by a reader that has no dictionary: a morpheme a sign. */
const japanese = japaneseTools(
  {
    id: 'signs',
    read: (text) => {
      let byteStart = 0;
      return [...text].map((sign) => {
        const from = byteStart;
        byteStart += Buffer.byteLength(sign);
        return { byteStart: from, byteEnd: byteStart, details: ['UNK'] };
      });
    },
  },
  [],
);

const tools = [toolsFor('en'), toolsFor('ru'), plainTools('ja'), japanese] as const;

const HOSTILE: readonly (readonly [name: string, make: (n: number) => string])[] = [
  ['one token', (n) => 'a'.repeat(n)],
  ['quotation marks', (n) => '"'.repeat(n)],
  ['quotation marks with spaces', (n) => '" '.repeat(n / 2)],
  ['curly marks', (n) => '“’'.repeat(n / 2)],
  ['stops', (n) => '.'.repeat(n)],
  ['stops with spaces', (n) => '. '.repeat(n / 2)],
  ['commas and letters', (n) => 'a,'.repeat(n / 2)],
  ['hyphens', (n) => 'a-'.repeat(n / 2)],
  ['apostrophes', (n) => "n't".repeat(n / 3)],
  ['line breaks', (n) => '\n'.repeat(n)],
  ['blanks and line breaks', (n) => ' \n'.repeat(n / 2)],
  ['blanks', (n) => ' '.repeat(n)],
  ['emoji', (n) => '😀👩‍👩‍👧'.repeat(n / 10)],
  ['lone halves of pairs', (n) => '\ud83d'.repeat(n)],
  ['mixed scripts', (n) => 'Ωaяあ漢ع '.repeat(n / 7)],
  ['capitals', (n) => 'A. '.repeat(n / 3)],
  ['no stop', (n) => 'word '.repeat(n / 5)],
  ['joiners', (n) => 'a\u200d'.repeat(n / 2)],
  ['joined emoji without an end', (n) => '👩\u200d'.repeat(n / 3)],
  ['right to left', (n) => '\u202eعربي עברית\u202c '.repeat(n / 14)],
  ['marks over one letter', (n) => `a${'\u0301'.repeat(n - 1)}`],
  ['Japanese without a stop', (n) => '島'.repeat(n)],
  ['opening brackets', (n) => '(A '.repeat(n / 3)],
  ['names', (n) => 'Ana Venn of Valdoria (AV), '.repeat(n / 27)],
  ['control characters', (n) => '\u0000\u0007'.repeat(n / 2)],
];

/** Texts of 4,000 signs beside 16,000: what is quadratic grows 16 times, what is linear 4. */
const SIZE = 4_000;
const LINEAR = 9;

describe.each(HOSTILE)('%s', (_, make) => {
  test('every word lies in its sentence, in order, and no sign is lost', () => {
    const text = make(2_000);
    for (const language of tools) {
      let last = 0;
      for (const { sentences } of analyseText(language, text))
        for (const { start, end, words } of sentences)
          for (const word of words) {
            expect(text.slice(last, word.start).trim()).toBe('');
            expect(word.form).toBe(text.slice(word.start, word.end));
            expect(word.start >= start && word.end <= end && word.start < word.end).toBe(true);
            last = word.end;
          }
      expect(text.slice(last).replace(/[\s\u200b\ufeff]+/g, '')).toBe('');
    }
  });

  test('costs time in proportion to its length', () => {
    for (const language of tools)
      expect(growthOf(SIZE, (size) => analyseText(language, make(size)), LINEAR)).toBeLessThan(LINEAR);
  });

  test('its names, its language, and its lines as CoNLL-U, too', async () => {
    const knowledge = await theWorld();
    const namesIn = (text: string) => {
      const article = anArticle(text);
      return mentionAnnotator.run({
        article,
        sentences: readSentences(article),
        annotations: NO_ANNOTATIONS,
        knowledge,
      });
    };
    for (const work of [namesIn, tellLanguage, readConllu])
      expect(growthOf(SIZE, (size) => work(make(size)), LINEAR)).toBeLessThan(LINEAR);
  });
});

test('one token of five megabytes', () => {
  const text = 'x'.repeat(5_000_000);
  const [paragraph] = analyseText(toolsFor('en'), text);
  expect(paragraph?.sentences[0]?.words.map(({ end }) => end)).toEqual([5_000_000]);
});

test('a sentence of a hundred thousand words is parsed, every word with a head', () => {
  const forms = Array.from({ length: 100_000 }, (_, i) => ['the', 'ship', 'left', ','][i % 4] ?? '');
  const analysis = toolsFor('en').analyser?.analyse(forms) ?? [];
  expect(analysis).toHaveLength(forms.length);
  expect(analysis.filter(({ head }) => head === -1)).toHaveLength(1);
});

test('no words, and words that are empty or hold white space', () => {
  for (const { analyser } of tools) {
    expect(analyser?.analyse([]) ?? []).toEqual([]);
    expect(analyser?.analyse(['', ' ', '\t']) ?? [1, 2, 3]).toHaveLength(3);
  }
});
