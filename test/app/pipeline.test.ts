import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/app/pipeline.ts';
import { composePipeline, runPipeline, stepsFor } from '../../src/app/pipeline.ts';
import type { Framing, Layer } from '../../src/model/annotation.ts';
import { LAYERS, NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { AnnotatorInput } from '../../src/model/annotator.ts';
import { isDemarcheError } from '../../src/model/error.ts';

const step = (id: string, needs: readonly Layer[], gives: Layer, run?: Step['run']): Step => ({
  id,
  needs,
  gives,
  run: run ?? (() => ({ output: [], diagnostics: [] })),
});

const input = { annotations: NO_ANNOTATIONS } as unknown as AnnotatorInput;
const framing = { kind: 'framing', concept: 'colour' } as unknown as Framing;

describe('composePipeline', () => {
  test.each<[string, Step[], RegExp]>([
    ['a need that nothing gives', [step('event', ['time'], 'event')], /event needs the layer time/],
    [
      'a need that is given too late',
      [step('event', ['time'], 'event'), step('time', [], 'time')],
      /event needs the layer time/,
    ],
    [
      'a layer given twice by makers',
      [step('time', [], 'time'), step('clock', [], 'time')],
      /clock gives the layer time again without reading it/,
    ],
    ['one step twice', [step('time', [], 'time'), step('time', ['time'], 'time')], /time stands in it twice/],
  ])('refuses %s', (_, steps, message) => {
    let thrown: unknown;
    try {
      composePipeline(steps);
    } catch (error) {
      thrown = error;
    }
    expect(isDemarcheError(thrown) && thrown.code).toBe('internal');
    expect(String(thrown)).toMatch(message);
  });

  test('takes a refiner after the layer it refines', () => {
    const steps = [step('mention', [], 'mention'), step('resolve', ['mention'], 'mention')];
    expect(composePipeline(steps).steps).toEqual(steps);
  });
});

describe('stepsFor', () => {
  const pipeline = composePipeline([
    step('time', [], 'time'),
    step('mention', ['time'], 'mention'),
    step('resolve', ['mention'], 'mention'),
    step('event', ['mention'], 'event'),
    step('framing', [], 'framing'),
  ]);
  test.each<[readonly Layer[], string[]]>([
    [['framing'], ['framing']],
    [['event'], ['time', 'mention', 'resolve', 'event']],
    [['mention'], ['time', 'mention', 'resolve']],
    [[], []],
    [LAYERS, ['time', 'mention', 'resolve', 'event', 'framing']],
  ])('%j rests on %j', (layers, ids) => {
    expect(stepsFor(pipeline, layers).map(({ id }) => id)).toEqual(ids);
  });
});

describe('runPipeline', () => {
  test('a step that throws leaves its layer empty and the others whole', () => {
    const pipeline = composePipeline([
      step('time', [], 'time', () => {
        throw new Error('a fault');
      }),
      step('framing', [], 'framing', () => ({ output: [framing], diagnostics: [] })),
    ]);
    const { annotations, failed } = runPipeline(pipeline, input, LAYERS);
    expect(failed).toEqual([{ step: 'time', message: 'a fault' }]);
    expect(annotations).toEqual({ ...NO_ANNOTATIONS, framing: [framing] });
  });

  test('a layer that was needed but not asked for is made and left out', () => {
    let seen = -1;
    const pipeline = composePipeline([
      step('framing', [], 'framing', () => ({ output: [framing], diagnostics: [] })),
      step('event', ['framing'], 'event', ({ annotations }) => {
        seen = annotations.framing.length;
        return { output: [], diagnostics: [] };
      }),
    ]);
    expect(runPipeline(pipeline, input, ['event']).annotations).toEqual(NO_ANNOTATIONS);
    expect(seen).toBe(1);
  });
});
