import { describe, expect, test } from 'vitest';
import { pickEntity } from '../../src/cli/entities.ts';
import { isDemarcheError } from '../../src/model/error.ts';

const ENTITIES = new Map([
  ['ada-voss', 'Ada Voss'],
  ['bela-voss', 'Béla Voss'],
  ['fre', 'Freedonia'],
  ['fre-foreign-ministry', 'Freedonian Foreign Ministry'],
  ['syl', 'Sylvania'],
]);

describe('pickEntity', () => {
  test.each<[string, string]>([
    ['ada-voss', 'ada-voss'],
    ['Ada Voss', 'ada-voss'],
    ['ada', 'ada-voss'],
    ['bela', 'bela-voss'],
    ['freedonia', 'fre'],
    ['foreign', 'fre-foreign-ministry'],
    ['SYLV', 'syl'],
  ])('%s is %s', (asked, id) => {
    expect(pickEntity(asked, ENTITIES, 'speaker')).toBe(id);
  });

  const hintOf = (asked: string, entities = ENTITIES): string => {
    try {
      return pickEntity(asked, entities, 'speaker');
    } catch (error) {
      return isDemarcheError(error) ? `${error.code}: ${error.hint}` : String(error);
    }
  };

  test('one that fits several names them all', () => {
    expect(hintOf('voss')).toBe('usage: give the id of one: Ada Voss (ada-voss), Béla Voss (bela-voss)');
  });

  test('one that fits none names the nearest first', () => {
    expect(hintOf('Silvania')).toMatch(/^usage: the nearest: Sylvania \(syl\), /);
    expect(hintOf('anybody', new Map())).toBe('usage: the record names no speaker');
  });
});
