import { describe, expect, test } from 'vitest';
import { conjugate, isInfinitive } from '../../../../src/annotate/event/russian/conjugate.ts';

const formOf = (infinitive: string, imperfective: boolean, word: string): string | null =>
  conjugate(infinitive, imperfective)
    .map(({ stem, endings }) => (word.startsWith(stem) ? endings.get(word.slice(stem.length)) : undefined))
    .find((form) => form !== undefined) ?? null;

describe('the forms of a verb', () => {
  test.each([
    ['подписать', false, 'подписали', 'past'],
    ['подписать', false, 'подпишет', 'fin'],
    ['подписать', false, 'подписан', 'passive'],
    ['подписать', false, 'подписанный', 'done'],
    ['подписать', false, 'подписав', 'gerund'],
    ['подписывать', true, 'подписывает', 'fin'],
    ['подписывать', true, 'подписывается', 'passive'],
    ['побывать', false, 'побывавший', 'acting'],
    ['встретиться', false, 'встретятся', 'fin'],
    ['встретиться', false, 'встретившись', 'gerund'],
    ['пригласить', false, 'приглашена', 'passive'],
    ['освободить', false, 'освобождены', 'passive'],
    ['запретить', false, 'запрещено', 'passive'],
    ['атаковать', true, 'атакуют', 'fin'],
    ['отвергнуть', false, 'отверг', 'past'],
    ['отвергнуть', false, 'отвергнута', 'passive'],
    ['провести', false, 'проведет', 'fin'],
    ['прийти', false, 'пришли', 'past'],
    ['разойтись', false, 'разошлись', 'past'],
    ['передать', false, 'передадут', 'fin'],
    ['прервать', false, 'прервет', 'fin'],
    ['напасть', false, 'напасть', 'infinitive'],
    ['осуждать', true, 'осуждает', 'fin'],
  ])('%s (%s): %s', (infinitive, imperfective, word, form) => {
    expect(formOf(infinitive, imperfective, word)).toBe(form);
  });

  test.each([
    ['захватить', 'захват'],
    ['запретить', 'запрета'],
    ['опросить', 'опросу'],
    ['обстрелять', 'обстрел'],
    ['заверить', 'завершена'],
    ['встретить', 'встретиться'],
  ])('%s: %s is none', (infinitive, word) => {
    expect(formOf(infinitive, false, word)).toBeNull();
  });

  test.each([
    ['подписать', true],
    ['разойтись', true],
    ['пресечь', true],
    ['готов', false],
    ['подписа*', false],
  ])('%s is an infinitive: %s', (word, is) => {
    expect(isInfinitive(word)).toBe(is);
  });
});
