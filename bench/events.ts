/**
 * Speed of the coder of events on the sample coverage, the layers before it and the trees being made already: of the first rounds,
 * in which Node compiles what it runs, and warm, as in a run of many articles.
 * Usage: npx tsx bench/events.ts
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquirePath } from '../src/acquire/index.ts';
import { eventAnnotator } from '../src/annotate/event/index.ts';
import { extractCapture } from '../src/app/extract.ts';
import { loadKnowledge } from '../src/app/knowledge.ts';
import { readSentences, treesOf } from '../src/language/index.ts';
import type { AnnotatorInput } from '../src/model/annotator.ts';

const PAGES = fileURLToPath(new URL('../samples/kurils/pages', import.meta.url));
const ROUNDS = 15;
/** Seconds of processor time for which events are read before they are measured warm. */
const WARM_SECONDS = 6;

const knowledge = await loadKnowledge({ pack: 'kurils' });
const inputs: AnnotatorInput[] = [];
for (const page of readdirSync(PAGES).toSorted())
  for await (const item of acquirePath(join(PAGES, page), {})) {
    if (!item.ok) continue;
    const { article, annotations } = extractCapture(item.capture, knowledge);
    if (article.language !== 'en') continue;
    const sentences = readSentences(article);
    const input = { article, sentences, annotations: { ...annotations, events: [] }, knowledge };
    for (const sentence of sentences) treesOf(input)(sentence);
    inputs.push(input);
  }
const count = inputs.reduce((sum, { sentences }) => sum + sentences.length, 0);

/** Seconds of processor time that a round over all articles takes. */
const round = (): number => {
  const before = process.cpuUsage();
  for (const input of inputs) eventAnnotator.run(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** Sentences a second, the median of some rounds. */
const speed = (rounds: number): number => {
  const speeds = Array.from({ length: rounds }, () => count / round());
  return Math.round(speeds.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
};

const cold = speed(ROUNDS);
let warmed = 0;
while (warmed < WARM_SECONDS) warmed += round();
const warm = speed(ROUNDS);
process.stdout.write(
  `events on parsed text, sentences a second of processor time (${count} sentences of ${inputs.length} articles, medians of ${ROUNDS} rounds): ${warm} warm, ${cold} in the first rounds\n`,
);
