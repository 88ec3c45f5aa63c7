import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Fate, Realis } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { type JudgedEvents, judgeEvents, type Reading, readingOfEvent, rootFinder } from './events-judge.ts';
import { castOfGold, type SideOf, sidesOf } from './events-sides.ts';
import { extractFile } from './extract.ts';
import { fold } from './fold.ts';

const ROOT = fileURLToPath(new URL('../../samples/kurils/', import.meta.url));

/** An event of `samples/kurils/expected.json`. */
interface SampleEvent {
  readonly type: string;
  readonly clause: string;
  readonly participants: readonly string[];
  readonly edtf: string | null;
  readonly realis: Realis;
  readonly fate: Fate | null;
  readonly background: boolean;
  readonly doubtful: boolean;
}

interface SamplePage {
  readonly file: string;
  readonly record: string | null;
  readonly language: string;
  readonly events: readonly SampleEvent[];
  readonly bodyFirst: string;
}

const worldOf = ({ pack, persons, outlets, offices }: Knowledge): SideOf =>
  sidesOf({ parties: pack?.parties ?? [], persons, outlets, offices });

/** Ids by the names that the expected record writes. */
const idsByName = ({ pack, persons, outlets }: Knowledge): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ...[...persons, ...outlets].map(({ id, name }) => [name, id] as const),
    ...(pack?.parties ?? []).flatMap(({ id, names, predecessor }) => [
      ...(names['en'] ?? []).map((name) => [name, id] as const),
      ...(predecessor?.names['en'] ?? []).map((name) => [name, id] as const),
    ]),
  ]);

/** The record has neither outcome nor stance: what is told of them is not judged here. */
const readingOf = (event: SampleEvent, id: string, text: string, cast: Reading['cast']): Reading => {
  const start = text.indexOf(fold(event.clause));
  return {
    ...event,
    id,
    rule: 'none',
    at: start < 0 ? { start: -2, end: -1 } : { start, end: start + event.clause.length },
    types: [event.type],
    cast,
    outcome: null,
    stance: 'asserts',
  };
};

const judgePage = async (page: SamplePage, knowledge: Knowledge): Promise<readonly JudgedEvents[]> => {
  const extractions = await extractFile(join(ROOT, 'pages', page.file), knowledge);
  const { record } = page;
  const extraction = extractions.find((x) => record === null || x.page.path?.endsWith(record));
  if (extraction === undefined) return [];
  const id = `${page.file}${record ?? ''}`;
  const text = fold(extraction.article.text);
  const [sideOf, ids] = [worldOf(knowledge), idsByName(knowledge)];
  const gold = page.events.map((event, at) => {
    const actors = event.participants.map((name) => ids.get(name) ?? name);
    const cast = castOfGold({ actors, targets: [], mediators: [], maybe: [] }, sideOf);
    return readingOf(event, `${id}:${at}`, text, cast);
  });
  const told = extraction.annotations.events.map((event) => readingOfEvent(event, id, sideOf));
  const rootOf = rootFinder(knowledge.eventTypes);
  return [judgeEvents(text, gold, told, rootOf, Math.max(0, text.indexOf(fold(page.bodyFirst))))];
};

/** The events of the English sample pages, judged as those of the own articles are; a clause stands for its anchor. */
export const judgeSamples = async (): Promise<readonly JudgedEvents[]> => {
  const { pages } = JSON.parse(readFileSync(join(ROOT, 'expected.json'), 'utf8')) as {
    readonly pages: readonly SamplePage[];
  };
  const knowledge = await loadKnowledge({ pack: join(ROOT, 'pack.json') });
  const judged: JudgedEvents[] = [];
  for (const page of pages.filter(({ language }) => language === 'en'))
    judged.push(...(await judgePage(page, knowledge)));
  return judged;
};
