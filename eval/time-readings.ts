/**
 * Counts how often each reading of an expression that leaves several is the right one: the weights in
 * src/annotate/time/readings.ts are these shares. By what is not told (week, month, day, part of the year) and by where the
 * chosen reading lies to publication, on the news of the development sets.
 *
 * Usage: npx tsx eval/time-readings.ts [corpora]   (default ../shared/data)
 */
import { resolve } from 'node:path';
import { readLane } from '../src/annotate/time/lane.ts';
import { publicationOf } from '../src/annotate/time/publication.ts';
import type { Doubt } from '../src/annotate/time/readings.ts';
import { doubtOf } from '../src/annotate/time/readings.ts';
import { tellAll } from '../src/annotate/time/tell.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Row } from './lib/time-corpus.ts';
import { inputOfRow, knowledgeOfTime, readRows } from './lib/time-corpus.ts';

const SETS = ['timebank', 'aquaint', 'meantime'] as const;
const COLUMNS = ['chosen', 'earlier', 'later', 'other'] as const;
type Column = (typeof COLUMNS)[number];

const columnOf = (doubt: Doubt, value: string): Column => {
  if (doubt.chosen.value === value) return 'chosen';
  if (doubt.earlier?.value === value) return 'earlier';
  return doubt.later?.value === value ? 'later' : 'other';
};

const doubtsOf = (row: Row, knowledge: Knowledge): readonly (readonly [string, Column])[] => {
  const input = inputOfRow(row, 'en', knowledge);
  const lexicon = knowledge.languages.en?.time ?? null;
  const published = publicationOf(input.article);
  if (lexicon === null || published === null) return [];
  const { told } = tellAll(input, lexicon, published);
  return readLane(told, published.last).flatMap(({ frame, resolution }, index) => {
    const found = told[index]?.found;
    if (resolution === 'impossible' || found === undefined) return [];
    const doubt = doubtOf({ node: found.node, frame, resolution });
    const gold = row.timexes.find(({ start, end }) => start < found.span.end && found.span.start < end);
    return doubt === null || gold === undefined
      ? []
      : [[`${doubt.kind} ${doubt.side}`, columnOf(doubt, gold.value)] as const];
  });
};

const corpora = resolve(process.argv[2] ?? '../shared/data');
const knowledge = knowledgeOfTime(resolve(import.meta.dirname, '..'));
const tally = new Map<string, Record<Column, number>>();
for (const set of SETS)
  for (const row of readRows(corpora, set) ?? [])
    for (const [key, column] of doubtsOf(row, knowledge)) {
      const counts = tally.get(key) ?? { chosen: 0, earlier: 0, later: 0, other: 0 };
      counts[column]++;
      tally.set(key, counts);
    }
console.log(`${'not told, chosen lies'.padEnd(24)}${COLUMNS.map((name) => name.padStart(9)).join('')}`);
for (const [key, counts] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${key.padEnd(24)}${COLUMNS.map((name) => String(counts[name]).padStart(9)).join('')}`);
