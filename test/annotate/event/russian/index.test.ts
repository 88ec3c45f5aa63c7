import { describe, expect, test } from 'vitest';
import { eventsInLanguage } from '../../../../eval/lib/extract.ts';
import { briefsIn, invented } from '../languages-support.ts';

describe('who does what to whom', () => {
  test.each([
    [
      'с and the instrumental',
      'Паво Ленц встретился с Петрой Холлис.',
      ['meet actual [встретился] joint:pavo-lenz joint:petra-hollis'],
    ],
    [
      'the passive',
      'Катер Орланда был обстрелян пограничниками Вальдории.',
      ['incident actual [обстрелян] initiator:valdoria target:orland'],
    ],
    [
      'the object before the verb',
      'Предложение Орланда Вальдория отвергла.',
      ['reject actual [отвергла] initiator:valdoria target:orland'],
    ],
    [
      'a noun with its genitive',
      'Визит Петры Холлис в Вальдорию завершился.',
      ['visit actual [Визит] visitor:petra-hollis host:valdoria'],
    ],
    [
      'adjectives of two states',
      'Вальдорско-орландские переговоры завершились.',
      ['negotiate actual [переговоры] joint:valdoria joint:orland'],
    ],
    [
      'a light verb',
      'Орланд выразил Вальдории протест.',
      ['protest_dip actual [выразил Вальдории протест] initiator:orland target:valdoria'],
    ],
    [
      'both sides',
      'Паво Ленц и Петра Холлис устали. Лидия Корр пригласила обе стороны на обед.',
      ['invite actual [пригласила] initiator:lidia-korr target:orland target:valdoria'],
    ],
    [
      'what is asked for is another event',
      'Орланд потребовал от Вальдории вывести войска.',
      [
        'demand actual [потребовал] initiator:orland target:valdoria',
        'withdraw proposed [вывести войска] initiator:valdoria target:orland',
      ],
    ],
    [
      'what is refused is none',
      'Вальдория отказалась от переговоров с Орландом.',
      ['reject actual [отказалась] initiator:valdoria target:orland'],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(briefsIn('ru', text)).toEqual(wanted);
  });
});

describe('whether it happened', () => {
  test.each([
    ['Вальдория подписала договор с Орландом.', 'sign actual'],
    ['Вальдория не подписала договор с Орландом.', 'sign negated'],
    ['Вальдория подпишет договор с Орландом.', 'sign planned'],
    ['Вальдория намерена подписать договор с Орландом.', 'sign planned'],
    ['Вальдория может подписать договор с Орландом.', 'sign hypothetical'],
    ['Если Вальдория подпишет договор с Орландом, пролив откроют.', 'sign hypothetical'],
    ['Если бы Вальдория подписала договор с Орландом, пролив открыли бы.', 'sign hypothetical'],
    ['Встреча Ленца и Холлис отменена.', 'meet planned:cancelled'],
    ['Встреча Ленца и Холлис отложена.', 'meet planned:postponed'],
    ['Вальдория и Орланд ведут переговоры.', 'negotiate ongoing'],
  ])('%s', (text, wanted) => {
    expect(briefsIn('ru', text).map((brief) => brief.replace(/ \[.*/, ''))).toEqual([wanted]);
  });
});

describe('what is no event', () => {
  test.each([
    ['somebody else is the subject', 'Компания из Орланда предложила Вальдории скидку.'],
    ['a comment is refused', 'Паво Ленц отказался комментировать слова Холлис.'],
    ['nobody is named', 'Переговоры начались.'],
    ['a participle', 'Подписанный договор хранится в Вальдории и Орланде.'],
  ])('%s', (_name, text) => {
    expect(briefsIn('ru', text)).toEqual([]);
  });
});

describe('noise', () => {
  test('spans are right behind astral letters', () => {
    const text = '😀𝕏 Орланд отверг предложение Вальдории в среду.';
    const [event] = eventsInLanguage(text, 'ru', invented);
    expect(text.slice(event?.trigger.start, event?.trigger.end)).toBe('отверг');
    expect(event?.time?.edtf).toBe('2021-09-15');
  });

  test.each([
    '',
    '«»',
    ', что который',
    'не '.repeat(50),
    'Вальдория и '.repeat(60),
    'встреча с '.repeat(60),
  ])('never throws: %j', (text) => {
    expect(() => briefsIn('ru', text)).not.toThrow();
  });
});
