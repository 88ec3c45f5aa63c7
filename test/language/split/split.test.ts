import { describe, expect, test } from 'vitest';
import { plainTools, tellLanguage } from '../../../src/language/index.ts';
import { paragraphsOf } from '../../../src/language/split/paragraphs.ts';
import { toolsFor } from '../support/tools.ts';

const whole = (text: string) => ({ start: 0, end: text.length });

const sentences = (language: 'en' | 'ru', text: string): readonly string[] =>
  toolsFor(language)
    .splitter.sentences(text, whole(text))
    .map(({ start, end }) => text.slice(start, end));

const words = (language: 'en' | 'ru', text: string): string =>
  toolsFor(language)
    .splitter.words(text, whole(text))
    .map(({ form }) => form)
    .join(' ');

describe('sentences: | marks where one ends', () => {
  test.each([
    ['Talks opened on Monday. | They ended without a word.'],
    ['Mr. Voss of the U.S. mission left. | He was late.'],
    ['Gen. A. B. Orland spoke at 5 p.m. on Friday. | Nobody answered.'],
    ['Valdoria, Inc. and Kestrel Ltd. signed. | Prices rose 3.5 percent.'],
    ['Why did they leave? | Nobody knows! | Talks go on.'],
    ['Why did they leave ? | Nobody knows . | Talks go on .'],
    ['Ministers Meet in Port Ana\n\n | The ministers met on Tuesday.'],
    ['“We agree,” she said. | “We sign tomorrow.”'],
    ['He paused ... and then went on. | It rained.'],
    ['ORLAND, March 3 (Kestrel) — The envoy 🙂 of Ulmira left. | He was late.'],
    ['Port Mirel, Feb. 28. (Kestrel) -- Boats went to sea. | No one was hurt.'],
    ['Storm closes port\n| Ferries to the islands were cancelled.'],
    ['- Open the port.\n| - Free the crew.\n| - Pay for the nets.'],
    [
      'The foreign ministers of the three states on the strait met in the\nPalace of Orland on Monday. | They did not agree.',
    ],
  ])('%s', (marked) => {
    const text = marked.replaceAll('| ', '');
    expect(sentences('en', text)).toEqual(marked.split(/\s*\| /));
  });

  test('Russian', () => {
    expect(sentences('ru', 'Посол уехал. Переговоры продолжаются в г. Орланд.')).toEqual([
      'Посол уехал.',
      'Переговоры продолжаются в г. Орланд.',
    ]);
  });
});

describe('words', () => {
  test.each([
    ['They don’t agree.', 'They do n’t agree .'],
    ["Valdoria's envoy can't come.", "Valdoria 's envoy ca n't come ."],
    ['“No,” he said.', '“ No , ” he said .'],
    ['It cost $1,000.50 (about 3%).', 'It cost $ 1,000.50 ( about 3 % ) .'],
    ['They cannot wait, I’m sure.', 'They can not wait , I ’m sure .'],
    ['A 15-year-old ship', 'A 15 - year - old ship'],
    ['Mr. Voss left.', 'Mr. Voss left .'],
    [
      'It ended at 5:30; see http://kestrel.example/a?b=1',
      'It ended at 5:30 ; see http://kestrel.example/a?b=1',
    ],
    ['The end 😀.', 'The end 😀 .'],
  ])('%s', (text, expected) => {
    expect(words('en', text)).toBe(expected);
  });

  test('Russian', () => {
    expect(words('ru', '«Нет», — сказал он.')).toBe('« Нет » , — сказал он .');
  });

  test('a chunk is cut the same when it is met again', () => {
    expect(words('en', 'don’t don’t don’t')).toBe('do n’t do n’t do n’t');
  });
});

describe('without weights', () => {
  test('Japanese sentences and words keep their places', () => {
    const text = '大使は帰国した。😀協議は続く。\n\n次の段落';
    const { splitter } = plainTools('ja');
    const found = splitter.sentences(text, whole(text));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '大使は帰国した。',
      '😀協議は続く。',
      '次の段落',
    ]);
    const [first] = found.flatMap((sentence) => splitter.words(text, sentence));
    expect(first).toEqual({ start: 0, end: 2, form: '大使' });
  });
});

test.each([
  ['The talks of Москва', 'en'],
  ['Переговоры о NATO', 'ru'],
  ['協議は続く NATO', 'ja'],
  ['12 !', 'en'],
  ['', 'en'],
  ['Переговори про острови тривають, і їх ніхто не зупинить.', 'und'],
  ['يتواصل الحوار بين الطرفين', 'und'],
  ['谈判继续进行', 'und'],
  ['Οι συνομιλίες συνεχίζονται', 'und'],
  ['Die Gespräche dauern an, und der Gesandte der Insel Skerrin reist erst nächste Woche wieder ab.', 'und'],
  ['The envoy of the island left on Friday, and the talks of the two sides will go on next week.', 'en'],
] as const)('the language of %j is %s', (text, language) => {
  expect(tellLanguage(text)).toBe(language);
});

test.each([
  ['a\nb', ['a\nb']],
  ['a\n\nb', ['a', 'b']],
  ['a\n \t\r\n\n\nb', ['a', 'b']],
  ['\n\n', []],
  ['', []],
])('paragraphs of %j', (text, expected) => {
  const found = paragraphsOf(text, whole(text)).map(({ start, end }) => text.slice(start, end));
  expect(found.filter((part) => part.trim() !== '')).toEqual(expected);
});
