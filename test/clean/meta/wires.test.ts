import { expect, test } from 'vitest';
import { cover } from '../../../src/model/span.ts';
import { cleanText, STORY } from '../support.ts';

const wires = (sentence: string): readonly (readonly [string, string | null])[] => {
  const article = cleanText([STORY[0], sentence, STORY[2]].join('\n'));
  return article.wires.map(({ id, at }) => [id, at && cover(article.text, at)] as const);
};

test.each([
  ['The ministers will meet again in April, reports Tidewire…', 'tidewire', 'Tidewire'],
  [
    'The ministers will meet again in April, the Merrow Agency reported on Friday.',
    'merrow-agency',
    'Merrow Agency',
  ],
  ['According to Merrow, the ministers will meet again in April or in May.', 'merrow-agency', 'Merrow'],
  ['Министры встретятся снова в апреле, сообщает Tidewire со ссылкой на источник.', 'tidewire', 'Tidewire'],
])('%s', (sentence, id, sign) => expect(wires(sentence)).toEqual([[id, sign]]));

test.each([
  'The Merrow Agency published letters that had been secret until that day.',
  'The minister spoke to Tidewire and to two papers of the capital on Friday.',
])('only named: %s', (sentence) => expect(wires(sentence)).toEqual([]));

test('every agency of a credit line, once', () => {
  const article = cleanText(`${STORY.join('\n')}\nWith reporting by Merrow and TDW`);
  expect(article.wires.map(({ id }) => id)).toEqual(['merrow-agency', 'tidewire']);
});
