import { PIPELINE, readArticle } from '../../src/app/extract.ts';
import { LAYER_KEYS } from '../../src/app/pipeline.ts';
import { readSentences } from '../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Capture } from '../../src/model/page.ts';

/** The stages in which a page is read, by name, and the milliseconds that each has taken. */
export type StageTimes = ReadonlyMap<string, number>;

/** Reads pages over and over for `forMs` and adds up what each stage takes. Trees count for the step that first asks for them. */
export const stageTimes = (captures: readonly Capture[], knowledge: Knowledge, forMs: number): StageTimes => {
  const times = new Map<string, number>();
  let before = 0;
  const add = (stage: string): void => {
    const now = performance.now();
    times.set(stage, (times.get(stage) ?? 0) + now - before);
    before = now;
  };
  const readOne = (capture: Capture): void => {
    before = performance.now();
    const article = readArticle(capture, knowledge);
    add('cleaning');
    const sentences = readSentences(article);
    add('sentences');
    let annotations = NO_ANNOTATIONS;
    for (const step of PIPELINE.steps) {
      const { output } = step.run({ article, sentences, annotations, knowledge });
      annotations = { ...annotations, [LAYER_KEYS[step.gives]]: output };
      add(step.id);
    }
  };
  for (const capture of captures) readOne(capture);
  times.clear();
  const started = performance.now();
  while (performance.now() - started < forMs) for (const capture of captures) readOne(capture);
  return times;
};
