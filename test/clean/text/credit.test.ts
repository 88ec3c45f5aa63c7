import { describe, expect, test } from 'vitest';
import { cover } from '../../../src/model/span.ts';
import { cleanText, kindOf, labelled, STORY } from '../support.ts';

const foot = (line: string, gap: string): string =>
  ['Ministers end talks 𝕏 on strait', ...STORY, line].join(gap);

describe('credit lines below a story', () => {
  const lines = [
    '(Reporting by Ruth Calder; editing by Sam Ostrow)',
    '[Additional reporting by Ruth Calder]',
    '— Reporting by Ruth Calder in Selby',
    'reports Merrow Agency',
    '— Tidewire',
    'Tidewire, Merrow and staff',
    'With contributions from Tidewire',
    'Port Ana Post with agencies',
    'Information from Tidewire was used in this report.',
    'По материалам Tidewire',
  ];
  test.each(lines.flatMap((line) => ['\n', '\n\n'].map((gap) => [line, gap] as const)))(
    '%s (lines parted by %j)',
    (line, gap) => {
      expect(kindOf(cleanText(foot(line, gap)), line)).toBe('credit');
    },
  );

  test.each([
    [
      'a sentence with an agency in it',
      'Tidewire shut its office in Selby last week, and nobody knows why it did so.',
    ],
    ['a title with an agency in it', 'Tidewire wins prize for its coverage of storms'],
    ['agencies of another sort', 'Travel agencies hope for better weather'],
  ])('%s is none', (_, line) => {
    expect(kindOf(cleanText(foot(line, '\n\n')), line)).not.toBe('credit');
  });
});

describe('datelines on a line of their own', () => {
  const lines: readonly (readonly [line: string, place: string])[] = [
    ['PORT ANA, March 4 (Tidewire)', 'Port Ana'],
    ['PORT ANA, March 4', 'Port Ana'],
    ['SELBY (TDW) —', 'Selby'],
    ['PORT ANA, March 4. /TDW/.', 'Port Ana'],
  ];
  test.each(lines)('%s', (line, place) => {
    const article = cleanText(['Ministers end talks 𝕏 on strait', line, ...STORY].join('\n\n'));
    expect(kindOf(article, line)).toBe('dateline');
    expect(article.dateline?.place).toBe(place);
    expect(article.dateline === null ? '' : cover(article.text, article.dateline.at)).toContain(
      line.slice(0, 5),
    );
  });

  test.each([['SPORT AND CULTURE'], ['FERRY/STRAIT (UPDATE 2)'], ['Port Ana, March 4']])(
    '%s is none',
    (line) => {
      const article = cleanText(['Ministers end talks on strait', line, ...STORY].join('\n\n'));
      expect(kindOf(article, line)).not.toBe('dateline');
    },
  );
});

describe('captions told by what stands behind them', () => {
  test.each([
    ['The harbour of Port Ana on Monday. (Tidewire)'],
    ['The harbour of Port Ana on Monday. Photo: Noor Haddon'],
    ['The harbour of Port Ana on Monday. © Tidewire / Noor Haddon'],
  ])('%s', (line) => {
    expect(kindOf(cleanText(['Ministers end talks on strait', line, ...STORY].join('\n\n')), line)).toBe(
      'caption',
    );
  });
});

test('names right below the headline are the byline', () => {
  for (const line of ['Ruth Calder and Sam Ostrow', 'RUTH CALDER', 'Ruth Calder | Port Ana Post']) {
    const article = cleanText(['Ministers end talks on strait', line, ...STORY].join('\n\n'));
    expect(labelled(article)[1]).toBe(`byline: ${line}`);
  }
});
