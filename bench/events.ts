/**
 * Speed of the coder of events on the sample coverage, the layers before it and the trees being made already.
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
const speeds: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const before = process.cpuUsage();
  for (const input of inputs) eventAnnotator.run(input);
  const { user, system } = process.cpuUsage(before);
  speeds.push(count / ((user + system) / 1e6));
}
const median = speeds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
process.stdout.write(
  `events on parsed text: ${Math.round(median)} sentences a second of processor time (${count} sentences of ${inputs.length} articles, median of ${ROUNDS} rounds)\n`,
);
