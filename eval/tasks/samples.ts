import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Attribution, EventMention } from '../../src/model/annotation.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { publishedOf } from '../../src/model/page.ts';
import { extractFile } from '../lib/extract.ts';
import { fold } from '../lib/fold.ts';
import type { Item, Metric } from '../lib/metric.ts';

interface Page {
  readonly file: string;
  readonly record: string | null;
  readonly outlet: { readonly id: string };
  readonly language: string;
  readonly published: string | null;
  readonly publishedReadable: 'day' | 'bounds';
  readonly publishedBounds:
    | readonly [string, string]
    | { readonly earliest: string; readonly latest: string }
    | null;
  readonly statements: readonly {
    readonly speaker: string;
    readonly contentBegins: string;
    readonly kind: string;
    readonly doubtful: boolean;
  }[];
  readonly events: readonly {
    readonly type: string;
    readonly clause: string;
    readonly realis: string;
    readonly doubtful: boolean;
  }[];
  readonly nothingFrom: readonly string[];
  readonly bodyFirst: string;
}

const ROOT = fileURLToPath(new URL('../../samples/kurils', import.meta.url));

/** The sample coverage against its own gold (`samples/kurils/expected.json`): the part of the gate that needs no outside data. */
export const run = async (): Promise<readonly Metric[]> => {
  const expected = JSON.parse(readFileSync(join(ROOT, 'expected.json'), 'utf8')) as {
    readonly pages: readonly Page[];
  };
  const pack = join(ROOT, 'pack.json');
  const knowledge = await loadKnowledge({ pack: existsSync(pack) ? pack : 'kurils' });
  const cache = new Map<string, readonly Extraction[]>();
  const items: Record<string, Item[]> = {
    quoted: [],
    indirect: [],
    events: [],
    precision: [],
    realis: [],
    mute: [],
    day: [],
    bounds: [],
    outlet: [],
  };
  for (const page of expected.pages) {
    const path = join(ROOT, 'pages', page.file);
    const extractions = cache.get(path) ?? (await extractFile(path, knowledge));
    cache.set(path, extractions);
    const extraction =
      extractions.find((x) => page.record === null || x.page.path?.endsWith(page.record)) ?? null;
    judge(page, extraction, items);
  }
  return Object.entries(items).map(([name, list]) => ({
    metric: `samples/${NAMES[name] ?? name}`,
    value: list.length === 0 ? 0 : list.filter(({ ok }) => ok).length / list.length,
    n: list.length,
    items: list,
  }));
};

const NAMES: Readonly<Record<string, string>> = {
  quoted: 'direct-and-mixed-with-speaker',
  indirect: 'indirect-with-speaker',
  events: 'event-recall',
  precision: 'event-precision',
  realis: 'realis-of-found-events',
  mute: 'nothing-from-outside-the-body',
  day: 'published-day',
  bounds: 'published-bounds',
  outlet: 'outlet',
};

const judge = (page: Page, extraction: Extraction | null, items: Record<string, Item[]>): void => {
  const id = `${page.file}${page.record ?? ''}`;
  const article = extraction?.article ?? null;
  items['outlet']?.push({ id, ok: article?.outlet?.id === page.outlet.id });
  judgeDate(page, id, extraction, items);
  if (page.language !== 'en') return;
  const text = fold(article?.text ?? '');
  const told = extraction?.annotations.attributions ?? [];
  const events = extraction?.annotations.events ?? [];
  for (const gold of page.statements.filter((s) => !s.doubtful)) {
    const at = text.indexOf(fold(gold.contentBegins));
    const found = told.find((a) => a.speaker !== null && sameName(a, gold.speaker) && beginsAt(a, at));
    const item = {
      id: `${id}:${gold.contentBegins.slice(0, 40)}`,
      ok: at >= 0 && found !== undefined,
      rule: found?.rule ?? 'none',
    };
    items[gold.kind === 'indirect' ? 'indirect' : 'quoted']?.push(item);
  }
  judgeEvents(page, id, text, events, items);
  const spans = [...told.flatMap((a) => a.content), ...events.map((e) => e.trigger)];
  for (const mute of page.nothingFrom) {
    const start = text.indexOf(fold(mute));
    const end = start + mute.length;
    const ok = !spans.some((s) => start >= 0 && s.start < end && start < s.end);
    items['mute']?.push({ id: `${id}:${mute.slice(0, 40)}`, ok });
  }
};

const judgeEvents = (
  page: Page,
  id: string,
  text: string,
  events: readonly EventMention[],
  items: Record<string, Item[]>,
): void => {
  for (const gold of page.events.filter((e) => !e.doubtful)) {
    const start = text.indexOf(fold(gold.clause));
    const found = events.find((e) => e.type === gold.type && isWithin(e, start, start + gold.clause.length));
    const name = `${id}:${gold.type}:${gold.clause.slice(0, 40)}`;
    items['events']?.push({ id: name, ok: start >= 0 && found !== undefined });
    if (found !== undefined) items['realis']?.push({ id: name, ok: found.realis === gold.realis });
  }
  judgeFound(page, id, text, events, items);
};

/** Events found in running text that the gold has neither under that type nor as doubtful. Headlines count neither way. */
const judgeFound = (
  page: Page,
  id: string,
  text: string,
  events: readonly EventMention[],
  items: Record<string, Item[]>,
): void => {
  const from = text.indexOf(fold(page.bodyFirst));
  const gold = page.events.map((e) => {
    const start = text.indexOf(fold(e.clause));
    return { ...e, start, end: start + e.clause.length };
  });
  for (const event of events.filter(({ span }) => span.start >= from)) {
    const near = gold.filter((e) => e.start >= 0 && isWithin(event, e.start, e.end));
    if (near.some((e) => e.doubtful) && !near.some((e) => e.type === event.type)) continue;
    items.precision?.push({
      id: `${id}:${event.type}:${event.trigger.start}`,
      ok: near.some((e) => e.type === event.type),
      rule: event.rule,
    });
  }
};

const sameName = ({ speaker, behalf }: Attribution, name: string): boolean =>
  speaker?.name === name || behalf?.name === name;

const beginsAt = (a: Attribution, at: number): boolean => a.content.some((c) => Math.abs(c.start - at) <= 6);

const isWithin = (event: EventMention, start: number, end: number): boolean =>
  event.span.start < end && start < event.span.end;

const judgeDate = (
  page: Page,
  id: string,
  extraction: Extraction | null,
  items: Record<string, Item[]>,
): void => {
  const value = extraction === null ? null : (publishedOf(extraction.article)?.value ?? null);
  if (page.publishedReadable === 'day') {
    items['day']?.push({
      id,
      ok: value !== null && value.earliest === page.published && value.latest === page.published,
    });
    return;
  }
  const day = page.published ?? '';
  items['bounds']?.push({
    id,
    ok:
      value !== null && (value.earliest ?? '0') <= day && day <= (value.latest ?? '9') && value.edtf !== day,
  });
};
