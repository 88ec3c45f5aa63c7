import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CueIndex } from '../../src/annotate/event/cues.ts';
import { compileCues, findTriggers } from '../../src/annotate/event/cues.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { tokenise } from '../../src/language/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { alarmsPer100 } from '../lib/alarms.ts';
import { eventsIn } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { partOf } from '../lib/parts.ts';
import { readSections } from '../lib/sections.ts';

const OURS = fileURLToPath(new URL('../corpora/events-none/sentences.txt', import.meta.url));
const HARD = fileURLToPath(new URL('../corpora/events-none/hard.txt', import.meta.url));
const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

interface Row {
  readonly part: string;
  readonly item: Item;
  readonly alarms: number;
  /** Whether some cue stands in it, whoever does it to whom. */
  readonly cued: boolean;
}

/**
 * Events coded per 100 sentences that tell none, ours, each sentence alone. `hard-tuning` and
 * `hard-kept` are the harder set; the kept part only gives the figure. Beside it the share in which some cue of the
 * codebook stands, and that of a cue table on other sentences (the engineering note: 32 of 65).
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const lexicon = knowledge.languages['en']?.event;
  const cues = lexicon == null ? null : compileCues(lexicon);
  const rowOf = (part: string, text: string): Row => readRow(part, text, knowledge, cues);
  const plain = readFileSync(OURS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => rowOf(partOf(text) === 'a' ? 'tuning' : 'test', text));
  const hard = readSections(readFileSync(HARD, 'utf8')).map(({ part, line }) => rowOf(`hard-${part}`, line));
  const rows = [...plain, ...hard];
  return [...new Set(rows.map(({ part }) => part))].map((part) => {
    const here = rows.filter((row) => row.part === part);
    return {
      ...alarmsPer100(
        `events-none/alarms-per-100/${part}`,
        here.map(({ item, alarms }) => ({ id: item.id, alarms, rule: item.rule ?? null })),
      ),
      baselines: [
        { name: 'a cue alone, here', value: (100 * here.filter(({ cued }) => cued).length) / here.length },
        { name: 'a cue alone, 65 others', value: 49 },
      ],
    };
  });
};

const readRow = (part: string, text: string, knowledge: Knowledge, cues: CueIndex | null): Row => {
  const id = createHash('md5').update(text).digest('hex').slice(0, 12);
  const events = eventsIn(text, knowledge);
  const cued = cues !== null && findTriggers(cues, tokenise(text)).length > 0;
  return {
    part,
    item: { id, ok: events.length === 0, rule: events[0]?.rule ?? 'none' },
    alarms: events.length,
    cued,
  };
};
