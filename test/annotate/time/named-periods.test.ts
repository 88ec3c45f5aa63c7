import { describe, expect, test } from 'vitest';
import { boundsOf, isEdtf } from '../../../src/model/edtf/index.ts';
import { annotate, PERIODS, unmark } from './support.ts';

// The Harbour wars, the Lantern Congress and Port Liss are invented.
const named = (marked: string, language = 'en', published = '2016-12-16'): readonly string[] => {
  const { text } = unmark(marked);
  return annotate(text, published, language).output.map(
    ({ span, edtf }) => `${text.slice(span.start, span.end)} ${edtf}`,
  );
};

const marks = (marked: string): readonly string[] => {
  const { text, spans } = unmark(marked);
  return spans.map(({ start, end }) => text.slice(start, end));
};

describe('a period by its name', () => {
  test.each([
    ['en', 'The base was built during [the Second Harbour War].', '1961-03-04/1963-10-20'],
    ['en', 'Nobody has lived there since [World War II].', '1939-09-01/1945-09-02'],
    ['en', 'It was drawn up before [the Cold War].', '1947~/1991'],
    ['en', 'They agreed on it at [the Yalta Conference].', '1945-02-04/1945-02-11'],
    ['en', 'Trade has shrunk since [Russia’s annexation of Crimea].', '2014-02-20/2014-03-26'],
    ['en', 'The charts of [the Meiji era] show the pier.', '1868-10-23/1912-07-30'],
    ['en', 'Few ferries ran in [the Six-Day Harbour War].', '1961-03-04/1963-10-20'],
    ['ru', 'Базу построили во время [холодной войны].', '1947~/1991'],
    ['ru', 'Посёлок опустел после [Второй мировой войны].', '1939-09-01/1945-09-02'],
    ['ru', 'Завод закрыли после [распада СССР].', '1991-12'],
    ['ru', 'Карты [эпохи Мэйдзи] хранятся в музее.', '1868-10-23/1912-07-30'],
    ['ja', '基地は[冷戦]中に建てられた。', '1947~/1991'],
    ['ja', '地図は[明治時代]のものだ。', '1868-10-23/1912-07-30'],
    ['ja', '[ソ連崩壊]後、工場は閉鎖された。', '1991-12'],
  ])('%s %s', (language, marked, edtf) => {
    expect(named(marked, language)).toEqual(marks(marked).map((name) => `${name} ${edtf}`));
  });

  test.each([
    'The Second Harbour War bunker is open to visitors.',
    'They condemned the annexation of Crimea.',
    'A veteran recalled the Six-Day Harbour War.',
    'He fought in a cold war of words.',
    'The crowd booed in the annexation of Crimea film.',
    'Перестройка здания завершена.',
  ])('no time is told by "%s"', (text) => {
    expect(named(text, /[а-я]/.test(text) ? 'ru' : 'en')).toEqual([]);
  });
});

describe('a part of a period', () => {
  test.each([
    ['en', '[the end of World War II]', '1945-08~/1945-09~'],
    ['en', '[the last days of World War II]', '1945-08~/1945-09~'],
    ['en', '[the end of the Cold War]', '1989~/1991'],
    ['en', '[the end of the Second Harbour War]', '1963-10~'],
    ['en', '[the last days of the Second Harbour War]', '1963-09~/1963-10~'],
    ['en', '[the final months of the Second Harbour War]', '1963-04~/1963-10~'],
    ['en', '[the outbreak of the Second Harbour War]', '1961-03~'],
    ['en', '[the early days of the Second Harbour War]', '1961-03~/1961-04~'],
    ['en', '[the height of the Second Harbour War]', '1962-01~/1962-12~'],
    ['en', '[the aftermath of the Second Harbour War]', '1963-10~/1965-10~'],
    ['en', '[the eve of the Second Harbour War]', '1961-02~/1961-03~'],
    ['en', '[the end of the Lantern Congress]', '1950-05-09'],
    ['en', '[the beginning of the Reiwa era]', '2019-05~'],
    ['ru', '[конце холодной войны]', '1989~/1991'],
    ['ru', '[начале Второй мировой войны]', '1939-09~'],
    ['ja', '[第二次世界大戦の終わり]', '1945-08~/1945-09~'],
  ])('%s %s is %s', (language, marked, edtf) => {
    const sentence = language === 'ja' ? `${marked}に変わった。` : `${marked}.`;
    expect(named(sentence, language)).toEqual(marks(marked).map((name) => `${name} ${edtf}`));
  });

  test('the end of what goes on is not told', () => {
    const text = 'They hope for the end of the occupation of Port Liss.';
    expect(named(text)).toEqual([]);
  });
});

describe('"the war"', () => {
  test('means the war named last', () => {
    expect(named('The Second Harbour War was long. The pier was rebuilt after [the war].')).toEqual([
      'the war 1961-03-04/1963-10-20',
    ]);
  });

  test.each([
    'The pier was rebuilt after the war.',
    'The Second Harbour War was long. They were tried for the war crimes.',
    'The Second Harbour War was long. He voted before the war on smugglers.',
  ])('and nothing in "%s"', (text) => {
    expect(named(text)).toEqual([]);
  });
});

test('each says by which rule it was read', () => {
  const text = 'During the Cold War and at the end of the Second Harbour War; after the war.';
  expect(annotate(text).output.map(({ rule }) => rule)).toEqual([
    'time/world/period@1',
    'time/world/period-part@1',
    'time/world/period-again@1',
  ]);
});

describe('the periods that are shipped', () => {
  test('have EDTF, a source and a name in each language', () => {
    for (const { id, edtf, start, end, names, source } of PERIODS) {
      for (const value of [edtf, start, end])
        expect([id, value === undefined || isEdtf(value)]).toEqual([id, true]);
      if (source === 'invented') continue;
      expect([id, Object.keys(names)]).toEqual([id, ['en', 'ru', 'ja']]);
      expect(source).toMatch(/^Wikipedia: ./);
    }
  });

  test('begin before they end, and each id is there once', () => {
    for (const { edtf } of PERIODS) {
      const { earliest, latest } = boundsOf(edtf);
      expect(latest === null || (earliest !== null && earliest <= latest)).toBe(true);
    }
    expect(new Set(PERIODS.map(({ id }) => id)).size).toBe(PERIODS.length);
  });
});
