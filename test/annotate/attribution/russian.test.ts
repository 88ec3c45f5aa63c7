import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/app/knowledge.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { told } from './told.ts';

// The states, persons and outlets of these sentences are invented; they are those of the pack of the evaluation.
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge({ pack: 'eval/corpora/statements/pack.json' });
});

const russian = (text: string): readonly string[] => told(text, 'ru', knowledge);

describe('Russian statements: [source] cue {content} = speaker', () => {
  test.each([
    [
      'a clause behind the verb',
      'Глава МИД Орланда Айрис Уэйд в понедельник заявила, что переговоры продолжатся.',
      'cue-that [Глава МИД Орланда Айрис Уэйд] заявила {что переговоры продолжатся} = iris-wade',
    ],
    [
      'a quotation before the verb, the subject behind it',
      '«Мы готовы к диалогу», — сказала Петра Холлис журналистам.',
      'quote-cue [Петра Холлис] сказала {«Мы готовы к диалогу»,} = petra-hollis',
    ],
    [
      'the narrator inside the marks',
      '«Мы готовы к диалогу, — сказал президент Вальдории Паво Ленц. — Но не любой ценой».',
      'quote-aside [президент Вальдории Паво Ленц] сказал {«Мы готовы к диалогу, | Но не любой ценой»} = pavo-lenz',
    ],
    [
      'a quotation behind a colon',
      'Официальный представитель МИД Вальдории Ника Доре в четверг заявила: «Обвинения безосновательны».',
      'cue-colon [Официальный представитель МИД Вальдории Ника Доре] заявила {«Обвинения безосновательны»} = nika-dore',
    ],
    [
      'by the words of somebody',
      'По словам Оскара Пелля, встреча отложена.',
      'by-words-of [Оскара Пелля] По словам {встреча отложена} = oskar-pell',
    ],
    [
      'as an agency reports',
      'Как сообщает агентство «Кестрел», судно задержали у скалы.',
      'as-cue [агентство «Кестрел»] сообщает {судно задержали у скалы} = kestrel',
    ],
    [
      'an infinitive behind the hearer',
      'Холлис призвала Бренн вернуть задержанное судно.',
      'cue-infinitive [Холлис] призвала {вернуть задержанное судно} = petra-hollis',
    ],
    [
      'a place that speaks',
      'В пресс-службе правительства Орланда подчеркнули, что решение ещё не принято.',
      'cue-that [В пресс-службе правительства Орланда] подчеркнули {что решение ещё не принято} = orland-government',
    ],
    [
      'a subject behind what opens the sentence',
      'В интервью газете «Теск пост» Таль рассказал, что готов к встрече.',
      'cue-that [Таль] рассказал {что готов к встрече} = ruben-tal',
    ],
    [
      'a source that nobody names is not its ministry',
      'Источник в правительстве Вальдории сообщил, что визит отложен.',
      'cue-that [Источник в правительстве Вальдории] сообщил {что визит отложен} = unnamed-источник-в-правительстве-вальдории',
    ],
    [
      'an object before the verb',
      'Рубен Таль от комментариев воздержался.',
      'object-cue [Рубен Таль] воздержался {от комментариев} = ruben-tal',
    ],
    [
      'what is summed up',
      'Судно отпущено. Об этом сообщил журналистам министр обороны Карл Весс.',
      'about-this [министр обороны Карл Весс] сообщил {Судно отпущено.} = karl-vess',
    ],
  ])('%s', (_, text, expected) => {
    expect(russian(text)).toContain(expected);
  });

  test('two who speak together are two speakers', () => {
    const text =
      'Президент Паво Ленц и премьер Петра Холлис заявили, что договор близок. Оба лидера поблагодарили хозяев за терпение.';
    expect(russian(text).map((line) => line.split(' = ')[1])).toEqual([
      'pavo-lenz',
      'petra-hollis',
      'pavo-lenz',
      'petra-hollis',
    ]);
  });

  test('answers of a dialogue are those of the person interviewed, questions nobody’s', () => {
    const text =
      'Рубен Таль: «Времени мало»\n\n– Вы готовы к встрече?\n\n– Готов всегда. Я сказал им: приезжайте.\n\n– А паром?\n\n– Паром будет, – говорит министр.';
    const lines = russian(text);
    expect(lines.some((line) => line.includes('Вы готовы'))).toBe(false);
    expect(
      lines.filter((line) => line.startsWith('dialogue-turn')).map((line) => line.split(' = ')[1]),
    ).toEqual(['ruben-tal', 'ruben-tal']);
    expect(lines.find((line) => line.includes('[Я]'))).toContain('= ruben-tal');
  });

  test('hostile text costs time in proportion and raises nothing', () => {
    const time = (text: string): number => {
      const before = process.cpuUsage();
      told(text, 'ru', knowledge);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    for (const piece of ['«', 'сказал он, ', '– Да, – сказал. ', 'По словам, ', '😀 заявил: «']) {
      time(piece.repeat(250));
      const small = time(piece.repeat(250));
      const large = time(piece.repeat(1_000));
      expect(large, piece).toBeLessThan(40 * small + 400_000);
    }
  });
});
