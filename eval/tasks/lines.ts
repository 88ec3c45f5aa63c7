import { readFileSync } from 'node:fs';
import { acquireText } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import type { EntityId } from '../../src/model/brand.ts';
import type { Knowledge, OutletEntry } from '../../src/model/knowledge.ts';
import type { Article, Segment, SegmentKind } from '../../src/model/page.ts';
import { SEGMENT_KINDS } from '../../src/model/page.ts';
import type { Item, Metric } from '../lib/metric.ts';

interface Dump {
  readonly id: string;
  readonly gap: string;
  readonly lines: readonly (readonly [kind: SegmentKind, text: string])[];
}

interface Line {
  readonly id: string;
  readonly gold: SegmentKind;
  readonly found: SegmentKind;
  readonly rule: string;
}

/** The invented outlets of the corpus; see its guidelines. */
const OUTLETS: readonly (readonly [
  id: string,
  name: string,
  kind: 'agency' | 'newspaper',
  signs: readonly string[],
])[] = [
  ['merrow', 'Merrow Agency', 'agency', ['Merrow', 'MRW']],
  ['tidewire', 'Tidewire', 'agency', ['Tidewire', 'TDW']],
  ['halden-wire', 'Halden Wire', 'agency', ['Halden Wire', 'HDW']],
  ['port-ana-post', 'Port Ana Post', 'newspaper', []],
  ['selby-courier', 'Selby Courier', 'newspaper', []],
];

/** A credit or dateline line that bears none of these is lost: nothing below would look for an agency in it. */
const KEPT: readonly SegmentKind[] = ['credit', 'dateline', 'body'];
const KINDS: readonly SegmentKind[] = SEGMENT_KINDS.filter((kind) => kind !== 'other');

/** Kinds of the lines of sixty dumps of our own, a half to mend rules with and a half that is only measured on. */
export const run = async (): Promise<readonly Metric[]> => {
  const base = await loadKnowledge();
  const outlets = OUTLETS.map(
    ([id, name, kind, signs]): OutletEntry => ({
      id: id as EntityId,
      name,
      aliases: [...signs],
      domains: [],
      country: null,
      kind,
      wire: [...signs],
    }),
  );
  const knowledge: Knowledge = { ...base, outlets: [...base.outlets, ...outlets] };
  return (['fix', 'test'] as const).flatMap((part) => metricsOf(part, readPart(part, knowledge)));
};

const readPart = (part: string, knowledge: Knowledge): readonly Line[] =>
  readFileSync(new URL(`../corpora/lines/${part}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((row) => readDump(JSON.parse(row) as Dump, knowledge));

const readDump = (dump: Dump, knowledge: Knowledge): readonly Line[] => {
  const acquired = acquireText({
    text: dump.lines.map(([, text]) => text).join(dump.gap),
    url: null,
    id: dump.id,
  });
  if (!acquired.ok) throw new Error(acquired.message);
  const article = cleanPage(acquired.capture, knowledge).output;
  let start = 0;
  return dump.lines.map(([gold, text], i) => {
    const segment = segmentAt(article, start, start + text.length, gold);
    start += text.length + dump.gap.length;
    return { id: `${dump.id}:${i}`, gold, found: segment?.kind ?? 'other', rule: segment?.rule ?? '' };
  });
};

/** The segment that holds most of a line; of a paragraph that opens with a dateline, the one that holds its opening. */
const segmentAt = (article: Article, start: number, end: number, gold: SegmentKind): Segment | undefined => {
  const within = article.segments.filter(
    (segment) => segment.article.start < end && segment.article.end > start,
  );
  const length = ({ article: at }: Segment): number => Math.min(at.end, end) - Math.max(at.start, start);
  return gold === 'dateline' ? within[0] : [...within].sort((a, b) => length(b) - length(a))[0];
};

const metricsOf = (part: string, lines: readonly Line[]): readonly Metric[] => {
  const signed = lines.filter(({ gold }) => gold === 'credit' || gold === 'dateline');
  const kinds = KINDS.flatMap((kind) => {
    const gold = lines.filter((line) => line.gold === kind);
    const found = lines.filter((line) => line.found === kind);
    return [
      share(`lines/${part}/${kind}-recall`, gold, (line) => line.found === kind),
      share(`lines/${part}/${kind}-precision`, found, (line) => line.gold === kind),
    ];
  });
  return [
    share(`lines/${part}/credit-and-dateline-kept`, signed, (line) => KEPT.includes(line.found)),
    ...kinds,
  ];
};

const share = (metric: string, lines: readonly Line[], ok: (line: Line) => boolean): Metric => {
  const items = lines.map((line): Item => ({ id: line.id, ok: ok(line), rule: line.rule }));
  return {
    metric,
    value: items.filter((item) => item.ok).length / Math.max(1, items.length),
    n: items.length,
    items,
  };
};
