import type { Annotation, Annotations, Layer } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import { DemarcheError } from '../model/error.ts';

/**
 * One step of the pipeline. An annotator makes a layer; a refiner (it gives a layer that it also needs) replaces one. Both
 * are pure functions of the article, its sentences, the layers made so far, and knowledge.
 */
export interface Step {
  readonly id: string;
  readonly needs: readonly Layer[];
  readonly gives: Layer;
  readonly run: (input: AnnotatorInput) => StageResult<readonly Annotation[]>;
}

/** Steps in an order that was checked: every step finds what it needs. */
export interface Pipeline {
  readonly steps: readonly Step[];
}

/** What a pipeline made of one article. `failed` names the steps that threw, which is always a bug of ours. */
export interface PipelineResult {
  readonly annotations: Annotations;
  readonly diagnostics: readonly Diagnostic[];
  readonly failed: readonly { readonly step: string; readonly message: string }[];
}

/** Where the output of a step that gives a layer stands among the annotations. */
export const LAYER_KEYS: Readonly<Record<Layer, keyof Annotations>> = {
  time: 'times',
  mention: 'mentions',
  attribution: 'attributions',
  event: 'events',
  framing: 'framing',
};

const wrongOrder = (step: Step, why: string): DemarcheError =>
  new DemarcheError('internal', `the pipeline is composed in a wrong order: step ${step.id} ${why}`, {
    context: { step: step.id },
  });

const checkStep = (step: Step, given: ReadonlySet<Layer>, ids: ReadonlySet<string>): void => {
  if (ids.has(step.id)) throw wrongOrder(step, 'stands in it twice');
  for (const need of step.needs)
    if (!given.has(need)) throw wrongOrder(step, `needs the layer ${need}, which no earlier step gives`);
  if (given.has(step.gives) && !step.needs.includes(step.gives))
    throw wrongOrder(step, `gives the layer ${step.gives} again without reading it`);
};

/**
 * Checks an order of steps and makes a pipeline of it.
 * @throws DemarcheError `internal` when a step needs a layer that no earlier step gives, gives a layer a second time
 * without needing it, or stands in the list twice.
 */
export const composePipeline = (steps: readonly Step[]): Pipeline => {
  const given = new Set<Layer>();
  const ids = new Set<string>();
  for (const step of steps) {
    checkStep(step, given, ids);
    given.add(step.gives);
    ids.add(step.id);
  }
  return { steps };
};

/** The steps that the layers asked for rest on, in order. */
export const stepsFor = (pipeline: Pipeline, layers: readonly Layer[]): readonly Step[] => {
  const wanted = new Set<Layer>(layers);
  for (const step of pipeline.steps.toReversed())
    if (wanted.has(step.gives)) for (const need of step.needs) wanted.add(need);
  return pipeline.steps.filter((step) => wanted.has(step.gives));
};

/** Runs the steps that `layers` rest on and hands out those layers only. A step that throws leaves its layer as it was. */
export const runPipeline = (
  pipeline: Pipeline,
  input: AnnotatorInput,
  layers: readonly Layer[],
): PipelineResult => {
  const diagnostics: Diagnostic[] = [];
  const failed: { step: string; message: string }[] = [];
  let annotations = input.annotations;
  for (const step of stepsFor(pipeline, layers)) {
    try {
      const { output, diagnostics: noticed } = step.run({ ...input, annotations });
      annotations = { ...annotations, [LAYER_KEYS[step.gives]]: output };
      diagnostics.push(...noticed);
    } catch (error) {
      failed.push({ step: step.id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { annotations: only(annotations, layers), diagnostics, failed };
};

const only = (annotations: Annotations, layers: readonly Layer[]): Annotations => ({
  times: layers.includes('time') ? annotations.times : [],
  mentions: layers.includes('mention') ? annotations.mentions : [],
  attributions: layers.includes('attribution') ? annotations.attributions : [],
  events: layers.includes('event') ? annotations.events : [],
  framing: layers.includes('framing') ? annotations.framing : [],
});
