import { daysInMonth, pad2 } from '../../lib/calendar.ts';
import type { Day, Instant } from '../../model/brand.ts';
import { boundsOf, compareDays } from '../../model/edtf/index.ts';
import type { EntityRef } from '../../model/page.ts';
import type { ClaimHead, RecordInfo } from '../../model/store-port.ts';
import type { DeskLabels } from './labels.ts';
import { placesOf } from './placed.ts';
import { factualSlots, partiesOf } from './row.ts';
import { textOf } from './source-list.ts';
import type { DeskState, Overview, SourceRow } from './types.ts';

/** What an overview is made of. */
export interface OverviewParts {
  readonly info: RecordInfo;
  readonly heads: Iterable<ClaimHead>;
  /** Every page, copies not folded. */
  readonly sources: readonly SourceRow[];
  readonly labels: DeskLabels;
  /** Pages that could not be read at all. */
  readonly failures: number;
  /** When the record last changed. */
  readonly changed: Instant | null;
  readonly state: DeskState;
  readonly version: string;
}

/** What the record holds: counts of pages and claims, and how much of it is undated, unresolved or told differently. */
export const overviewOf = (parts: OverviewParts): Overview => ({
  state: parts.state,
  version: parts.version,
  dispute: parts.info.dispute,
  title: parts.info.title,
  pack: parts.info.pack,
  failures: parts.failures,
  changed: parts.changed,
  ...countClaims(parts.heads, parts.labels),
  ...countPages(parts.sources),
});

type Period = { readonly from: Day; readonly to: Day } | null;

const widen = (period: Period, earliest: Day | null, latest: Day | null): Period => {
  if (earliest === null || latest === null) return period;
  return {
    from: period === null || compareDays(earliest, period.from) < 0 ? earliest : period.from,
    to: period === null || compareDays(latest, period.to) > 0 ? latest : period.to,
  };
};

type ClaimCounts = Pick<
  Overview,
  | 'statements'
  | 'events'
  | 'span'
  | 'boundedClaims'
  | 'undatedClaims'
  | 'unresolved'
  | 'differing'
  | 'planned'
  | 'parties'
>;

const countClaims = (heads: Iterable<ClaimHead>, labels: DeskLabels): ClaimCounts => {
  const kinds = { statement: 0, event: 0 };
  const certainty = { dated: 0, bounded: 0, undated: 0 };
  const parties = new Map<string, number>();
  let [unresolved, differing, planned] = [0, 0, 0];
  let span: Period = null;
  for (const head of heads) {
    kinds[head.kind]++;
    const { happened } = placesOf(head);
    certainty[happened?.certainty ?? 'undated']++;
    if (happened?.certainty === 'dated') span = widen(span, happened.earliest, happened.latest);
    if (isUnresolved(head)) unresolved++;
    if (isPlanned(head)) planned++;
    if (factualSlots(head).length > 0) differing++;
    for (const { id } of partiesOf(head)) parties.set(id, (parties.get(id) ?? 0) + 1);
  }
  return {
    statements: kinds.statement,
    events: kinds.event,
    span,
    boundedClaims: certainty.bounded,
    undatedClaims: certainty.undated,
    unresolved,
    differing,
    planned,
    parties: labels.parties.map(({ id, name, tag, slot }) => ({
      id: id as EntityRef['id'],
      name,
      tag,
      slot,
      claims: parties.get(id) ?? 0,
    })),
  };
};

const isUnresolved = (head: ClaimHead): boolean => head.kind === 'statement' && head.speaker === null;

/** Planned or proposed and nothing told of what became of it: the rows that these two statuses give. */
const isPlanned = (head: ClaimHead): boolean =>
  head.kind === 'event' && (head.realis === 'planned' || head.realis === 'proposed') && head.fate === null;

type PageCounts = Pick<
  Overview,
  | 'pages'
  | 'texts'
  | 'outlets'
  | 'publishedSpan'
  | 'boundedPages'
  | 'undatedPages'
  | 'caught'
  | 'languages'
  | 'byOutlet'
  | 'coverage'
>;

const countPages = (sources: readonly SourceRow[]): PageCounts => {
  const byOutlet = outletsOf(sources);
  return {
    pages: sources.length,
    texts: new Set(sources.map(textOf)).size,
    outlets: byOutlet.length,
    publishedSpan: sources.reduce<Period>((period, source) => {
      const { earliest, latest } = boundsOfDated(source);
      return widen(period, earliest, latest);
    }, null),
    boundedPages: sources.filter(({ dated }) => dated === 'bounded').length,
    undatedPages: sources.filter(({ dated }) => dated === 'undated').length,
    caught: caughtOf(sources),
    languages: tally(sources.map(({ language }) => language)).map(([language, pages]) => ({
      language,
      pages,
    })),
    byOutlet,
    coverage: coverageOf(sources),
  };
};

const boundsOfDated = ({ dated, published }: SourceRow): ReturnType<typeof boundsOf> =>
  dated === 'dated' && published !== null ? boundsOf(published.edtf) : { earliest: null, latest: null };

/** How often each value is there, the commonest first. */
const tally = (values: Iterable<string>): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
};

/** The reasons for which dates were passed over; that a day was read twice is none. */
const caughtOf = (sources: readonly SourceRow[]): Overview['caught'] => {
  const words = new Map<string, string>();
  const reasons = sources.flatMap(({ rejected }) => {
    const here = rejected.flatMap((reading) => reading.rejected ?? []);
    for (const one of here) words.set(one.reason, one.words);
    return [...new Set(here.map(({ reason }) => reason))];
  });
  return tally(reasons.filter((reason) => reason !== 'same-day')).map(([reason, pages]) => ({
    reason,
    words: words.get(reason) ?? reason,
    pages,
  }));
};

const outletsOf = (sources: readonly SourceRow[]): Overview['byOutlet'] => {
  const found = new Map<string, { outlet: EntityRef; pages: number; texts: Set<string> }>();
  for (const source of sources) {
    if (source.outlet === null) continue;
    const entry = found.get(source.outlet.id) ?? { outlet: source.outlet, pages: 0, texts: new Set() };
    entry.pages++;
    entry.texts.add(textOf(source));
    found.set(source.outlet.id, entry);
  }
  return [...found.values()]
    .map(({ outlet, pages, texts }) => ({ outlet, pages, texts: texts.size }))
    .sort((x, y) => y.pages - x.pages || (x.outlet.name < y.outlet.name ? -1 : 1));
};

/** Months with pages of a known month, oldest first. */
const coverageOf = (sources: readonly SourceRow[]): Overview['coverage'] => {
  const months = new Map<string, number>();
  for (const source of sources) {
    const { earliest, latest } = boundsOfDated(source);
    const month = earliest?.slice(0, -3);
    if (month === undefined || latest?.slice(0, -3) !== month) continue;
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return [...months]
    .map(([month, pages]) => ({ from: `${month}-01` as Day, to: lastOf(month), pages }))
    .sort((x, y) => compareDays(x.from, y.from));
};

const lastOf = (month: string): Day =>
  `${month}-${pad2(daysInMonth(Number(month.slice(0, -3)), Number(month.slice(-2))))}` as Day;
