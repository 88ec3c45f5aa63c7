import { describe, expect, test } from 'vitest';
import { briefsIn } from '../languages-support.ts';

describe('how an act is told', () => {
  test.each([
    ['a gerund', 'Встретившись с Ленцем, Холлис вылетела.', 'meet actual'],
    ['an active participle', 'Побывавший в Бренне Хью Ларкин доволен.', 'visit actual'],
    [
      'a passive participle with who did it',
      'Подписанный Ленцем и Холлис документ опубликован.',
      'sign actual',
    ],
    ['nobody named but the place', 'В Хейле отвергли обвинения Вальдории.', 'reject actual'],
    ['nobody named at all', 'От Вальдории потребовали объяснений.', 'demand actual'],
    ['a light verb behind its noun', 'Протест Вальдории Орланд выразил в среду.', 'protest_dip actual'],
    ['a verb in -ся', 'Договор между Вальдорией и Орландом подписывается.', 'sign ongoing'],
    ['a refusal by negation', 'Вальдория не согласилась с планом Орланда.', 'reject actual'],
    ['what will not be done', 'Вальдория не подпишет договор с Орландом.', 'reject actual'],
    ['a noun with its object', 'Высылка орландских дипломатов завершена.', 'expel actual'],
    ['a noun with its doer', 'Захват острова Вальдорией осудили.', 'seize_territory actual'],
    ['what somebody is blamed for', 'Хейл обвинил Бренн в нарушении договора.', 'breach actual'],
    ['names that look alike', 'Хейл обвинил Бренн.', 'accuse actual'],
    [
      'what waits for a condition',
      'Если сбор вырастет, Орланд пойдёт в трибунал.',
      'adjudicate hypothetical',
    ],
    ['a word of doubt', 'Бренн, возможно, вышлет орландского консула.', 'expel hypothetical'],
    ['a court', 'Вальдория ждёт. Трибунал постановил отложить слушания.', 'adjudicate actual'],
    ['an occasion with somebody', 'Вальдория готовится к переговорам с Орландом.', 'negotiate planned'],
    [
      'several heads and whose they are',
      'Лидеры Вальдории и Орланда могут встретиться.',
      'meet hypothetical',
    ],
  ])('%s', (_name, text, wanted) => {
    expect(briefsIn('ru', text).map((brief) => brief.replace(/ \[.*/, ''))).toContain(wanted);
  });
});

describe('who it is told of', () => {
  test.each([
    [
      'the name before the verb does it',
      'Хейл обвинил Бренн.',
      'accuse actual [обвинил] initiator:orland target:valdoria',
    ],
    [
      'the instrumental does what the genitive suffers',
      'Задержание орландского траулера вальдорскими пограничниками вызвало протест.',
      'incident actual [Задержание орландского траулера] initiator:valdoria target:orland',
    ],
  ])('%s', (_name, text, wanted) => {
    expect(briefsIn('ru', text)).toContain(wanted);
  });
});

describe('what tells no act', () => {
  test.each([
    ['sport', 'Нападающий сборной Орланда атаковал ворота Вальдории.'],
    ['an adjective before its noun', 'Вальдория говорит о задержанном траулере.'],
    ['readiness for a season', 'Хейл готов к зиме.'],
    ['a court over its own', 'Суд Бренна рассмотрит спор соседей о заборе.'],
  ])('%s', (_name, text) => {
    expect(briefsIn('ru', text)).toEqual([]);
  });
});
