import { describe, expect, test } from 'vitest';
import { readWeights, writeWeights } from '../../../src/language/weights/container.ts';
import { readModel, writeModel } from '../../../src/language/weights/model-file.ts';
import { packCells, unpackCells } from '../../../src/language/weights/pack.ts';
import { weightsOf } from '../support/tools.ts';

const provenance = {
  language: 'xx',
  sources: ['a treebank of nobody'],
  licence: 'CC0',
  attribution: 'nobody',
  command: 'none',
  scores: { LAS: 12.5 },
};

describe('packed cells', () => {
  test.each([
    [[]],
    [[1]],
    [[0, 0, -127, 5, 0]],
    [[...new Array<number>(254).fill(0), 3]],
    [[...new Array<number>(255).fill(0), 3]],
    [[...new Array<number>(1_021).fill(0), -1, ...new Array<number>(600).fill(0)]],
  ])('come back as they were', (cells) => {
    const before = Int8Array.from(cells);
    expect(unpackCells(packCells(before), before.length)).toEqual(before);
  });

  test('damaged bytes stay within the cells', () => {
    expect(unpackCells(Uint8Array.of(9, 0, 0, 0, 255, 255, 7, 4), 3)).toHaveLength(3);
  });
});

describe('a file of weights', () => {
  const file = writeWeights({
    provenance,
    meta: { n: 3 },
    sections: new Map([
      ['a', Uint8Array.of(1, 2)],
      ['b', Uint8Array.of()],
    ]),
  });

  test('comes back as it was', () => {
    const { sections, ...rest } = readWeights(file);
    expect(rest).toEqual({ provenance, meta: { n: 3 } });
    expect([...sections].map(([name, bytes]) => [name, [...bytes]])).toEqual([
      ['a', [1, 2]],
      ['b', []],
    ]);
  });

  test.each<[string, Uint8Array]>([
    ['its first bytes are others', Uint8Array.of(1, 2, 3)],
    ['it is cut short', file.subarray(0, 40)],
    ['it is cut short', file.subarray(0, file.length - 1)],
    ['its layout is version 9', file.with(4, 9)],
    ['its header cannot be read', file.with(12, 0)],
  ])('%s', (message, bytes) => {
    expect(() => readWeights(bytes)).toThrow(message);
  });
});

describe.each(['en', 'ru'] as const)('the weights that ship for %s', (language) => {
  const bytes = weightsOf(language);

  test('are written as they were read', () => {
    expect(Buffer.from(writeModel(readModel(bytes))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('tell where they come from, under which licence, and how good they are', () => {
    const { provenance: told } = readWeights(bytes);
    expect(told.licence).toBe('CC BY-SA 4.0');
    expect(told.sources.join()).not.toMatch(/BY-NC/);
    expect(told.command).toBe(`npm run train -- ${language}`);
    expect(Object.keys(told.scores).join()).toMatch(/UPOS.*LAS/);
  });

  test('fit on eight megabytes', () => {
    expect(bytes.length).toBeLessThanOrEqual(8e6);
  });
});
