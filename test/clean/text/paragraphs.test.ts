import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../../src/clean/text/paragraphs.ts';
import { cover } from '../../../src/model/span.ts';

const WRAPPED = [
  'The foreign ministers of Valdoria and Orrland 𝕏 ended two days of talks',
  'on the Merrin strait without an agreement on Friday, officials of both',
  'delegations said after the last session in the old customs house at the',
  'harbour.',
];
const SECOND = [
  '"We have come a little closer to each other, and we will meet again in',
  'the spring," the Orrish minister said before his departure from the air-',
  'port of the Valdorian capital, where reporters had waited for the better',
  'part of the day and were about to leave for their hotels in the suburbs.',
];

/** Both paragraphs with `prefix` before each line, `end` behind it, and `between` between the paragraphs. */
const textOf = (end: string, between: string, prefix = ''): string =>
  [WRAPPED, SECOND].map((lines) => lines.map((line) => `${prefix}${line}`).join(end)).join(between);

const paragraphs = (text: string): readonly string[] => paragraphsOf(text).map((at) => cover(text, at));

const cases: readonly [name: string, text: string, end: string][] = [
  ['hard-wrapped lines', textOf('\n', '\n\n'), '\n'],
  ['the same with CR LF', textOf('\r\n', '\r\n\r\n'), '\r\n'],
  ['double-spaced lines', textOf('\n\n', '\n\n\n\n'), '\n\n'],
  ['double-spaced lines with CR LF', textOf('\r\n\r\n', '\r\n\r\n\r\n\r\n'), '\r\n\r\n'],
];

describe('wrapped text', () => {
  test.each(cases)('%s make their two paragraphs, each as it stands', (_, text, end) => {
    expect(paragraphs(text)).toEqual([WRAPPED.join(end), SECOND.join(end)]);
  });

  test('quoted as in e-mail, the first mark of each paragraph stays outside', () => {
    const text = `${textOf('\n', '\n>\n', '> ')}\n`;
    expect(paragraphs(text)).toEqual([WRAPPED.join('\n> '), SECOND.join('\n> ')]);
  });

  test('a hyphen at the end of a line stays, and the word goes on behind the break', () => {
    expect(paragraphs(textOf('\n', '\n\n'))[1]).toContain('air-\nport');
  });

  test('a quotation that runs over lines is one paragraph with its marks', () => {
    expect(paragraphs(textOf('\n', '\n\n'))[1]).toMatch(/^"We have .* in\nthe spring," the/);
  });
});

describe('text that is not wrapped', () => {
  const STORY = [
    'The ministers ended their talks on Friday.',
    'They will meet again in the spring, officials of both delegations told reporters at the harbour of the capital.',
    'Nobody was ready to say what had been achieved.',
    'The strait stays closed.',
    'Fishermen on both shores have waited for eleven years for it to be opened to their boats again.',
    'A spokesman would not comment.',
    'The islands were not on the agenda.',
  ];

  test.each([['\n'], ['\n\n'], ['\r\n\r\n']])('one line a paragraph, lines parted by %j', (gap) => {
    expect(paragraphs(STORY.join(gap))).toEqual(STORY);
  });

  test('a few marks of quotation at line beginnings are no e-mail', () => {
    const lines = ['> See also', ...STORY];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });
});
