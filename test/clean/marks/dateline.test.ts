import { describe, expect, test } from 'vitest';
import { wordsOfKnowledge } from '../../../src/clean/lexicon.ts';
import { readDateline } from '../../../src/clean/marks/dateline.ts';
import { outletsOf } from '../../../src/clean/outlets.ts';
import { cover } from '../../../src/model/span.ts';
import { cleanText, KNOWLEDGE, labelled, STORY } from '../support.ts';

const words = wordsOfKnowledge(KNOWLEDGE);
const outlets = outletsOf(KNOWLEDGE);
const read = (text: string): ReturnType<typeof readDateline> =>
  readDateline(text, { start: 0, end: text.length }, words, outlets);

describe('datelines', () => {
  const cases: readonly [text: string, whole: string, place: string | null, sign: string | null][] = [
    ['PORT ANA (Merrow) – The two ministers met.', 'PORT ANA (Merrow) –', 'Port Ana', 'Merrow'],
    ['PORT ANA (Merrow)\u00a0— The two ministers met.', 'PORT ANA (Merrow)\u00a0—', 'Port Ana', 'Merrow'],
    ['PORT ANA, Dec. 16 (TDW) -- The two ministers met.', 'PORT ANA, Dec. 16 (TDW) --', 'Port Ana', 'TDW'],
    [
      'Port Ana, Dec 16 (Tidewire) - The two ministers met.',
      'Port Ana, Dec 16 (Tidewire) -',
      'Port Ana',
      'Tidewire',
    ],
    ['(Tidewire) - The two ministers met.', '(Tidewire) -', null, 'Tidewire'],
    [
      'PORT ANA, December 16. /MRW/. The two ministers met.',
      'PORT ANA, December 16. /MRW/.',
      'Port Ana',
      'MRW',
    ],
    [
      'ПОРТ-АНА, 16 декабря. /МРВ/. Министры встретились в порту.',
      'ПОРТ-АНА, 16 декабря. /МРВ/.',
      'Порт-Ана',
      'МРВ',
    ],
    [
      'ПОРТ-АНА, 16 дек — Tidewire. Министры встретились в порту.',
      'ПОРТ-АНА, 16 дек — Tidewire.',
      'Порт-Ана',
      'Tidewire',
    ],
    ['PORT ANA: The two ministers met.', 'PORT ANA:', 'Port Ana', null],
    ['PORT ANA — The two ministers met.', 'PORT ANA —', 'Port Ana', null],
    [
      'PORT ANA/ORRVILLE (Merrow) - The two ministers met.',
      'PORT ANA/ORRVILLE (Merrow) -',
      'Port Ana/Orrville',
      'Merrow',
    ],
    [
      'PORT ANA, Valdoria (Merrow) — The two ministers met.',
      'PORT ANA, Valdoria (Merrow) —',
      'Port Ana, Valdoria',
      'Merrow',
    ],
    ['【アナ港潮騒】両外相が会談した。', '【アナ港潮騒】', 'アナ港', '潮騒'],
  ];
  test.each(cases)('%s', (text, whole, place, sign) => {
    const found = read(text);
    expect(found && cover(text, found.at)).toBe(whole);
    expect(found?.place).toBe(place);
    expect(found?.sign?.text ?? null).toBe(sign);
    if (found?.sign) expect(cover(text, found.sign.at)).toBe(sign);
  });

  test.each([
    'UPDATE: The two ministers met in the port.',
    'WATCH: The two ministers met in the port.',
    'Ministers met: the talks went on for two days.',
    'The Orrish Foreign Ministry (MFA) said that the talks went on.',
    'Ivo Marsh – who came by boat – met the minister.',
    'He said: the talks will go on for two more days.',
    'PORT ANA: no',
    '【特集】両外相が会談した。',
  ])('none in: %s', (text) => expect(read(text)).toBeNull());
});

test('the dateline is a segment of its own and the body goes on behind it', () => {
  const text = `${STORY[1]}\n\nPORT ANA (Merrow) – ${STORY[0]}\n\n${STORY[2]}`;
  const article = cleanText(text);
  expect(labelled(article)).toEqual([
    `body: ${STORY[1]}`,
    'dateline: PORT ANA (Merrow) –',
    `body: ${STORY[0]}`,
    `body: ${STORY[2]}`,
  ]);
  expect(article.dateline?.place).toBe('Port Ana');
  expect(article.outlet).toEqual({ id: 'merrow-agency', name: 'Merrow Agency' });
  expect(article.wires).toEqual([]);
});

test('an agency is the wire when another outlet prints it', () => {
  const article = cleanText(`PORT ANA (Merrow) – ${STORY.join('\n')}`, {
    url: 'https://www.portanapost.example/a',
  });
  expect(article.outlet?.id).toBe('port-ana-post');
  expect(article.wires.map(({ id, at }) => [id, at && cover(article.text, at)])).toEqual([
    ['merrow-agency', 'Merrow'],
  ]);
});

test('a credit in brackets at the end of a paragraph is cut off', () => {
  const article = cleanText(`${STORY.join('\n')} (Reporting by Ana Marsh; editing by Ivo Reed)`);
  expect(labelled(article).at(-1)).toBe('credit: (Reporting by Ana Marsh; editing by Ivo Reed)');
});
