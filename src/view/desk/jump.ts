import type { ClaimHead } from '../../model/store-port.ts';
import { whenOf } from '../certainty.ts';
import { clip } from '../timeline.ts';
import { foldText } from './fold.ts';
import type { DeskLabels } from './labels.ts';
import { labelOf, partiesOf } from './row.ts';
import type { JumpItem, SourceRow } from './types.ts';

/** Something one can jump to, as it is looked for. */
interface Entry extends JumpItem {
  readonly folded: string;
  /** How much rests on it: claims for a person, party, issue, place or page, pages for an outlet. */
  readonly weight: number;
}

/** Every name that one can jump to, that with most resting on it first. */
export interface JumpIndex {
  readonly entries: readonly Entry[];
}

/** What an index to jump by is made of. */
export interface JumpParts {
  readonly heads: Iterable<ClaimHead>;
  readonly sources: readonly SourceRow[];
  readonly labels: DeskLabels;
}

/** Longest label in UTF-16 units. */
const LABEL_WIDTH = 160;

/** Reads persons, parties, outlets, issues, places and pages once; claims are found by the words of their full text instead. */
export const jumpIndex = ({ heads, sources, labels }: JumpParts): JumpIndex => {
  const counts = createCounts();
  for (const head of heads) counts.add(head);
  const names = [...counts.entries(labels), ...outletEntries(sources), ...sources.map(sourceEntry)];
  return { entries: names.sort(byWeight) };
};

const byWeight = (x: Entry, y: Entry): number => y.weight - x.weight || compareText(x.folded, y.folded);

/** Each item once, with the number of claims it is in. */
type Counted = Map<string, { name: string; claims: number }>;

const count = (into: Counted, id: string, name: string): void => {
  const entry = into.get(id);
  if (entry === undefined) into.set(id, { name, claims: 1 });
  else entry.claims++;
};

interface Counts {
  readonly add: (head: ClaimHead) => void;
  readonly entries: (labels: DeskLabels) => readonly Entry[];
}

const createCounts = (): Counts => {
  const [persons, parties, issues, places]: [Counted, Counted, Counted, Counted] = [
    new Map(),
    new Map(),
    new Map(),
    new Map(),
  ];
  const add: Counts['add'] = (head) => {
    for (const { id, name } of partiesOf(head)) count(parties, id, name);
    if (head.kind === 'event') {
      if (head.place !== null) count(places, head.place, head.place);
      return;
    }
    if (head.speaker !== null) count(persons, head.speaker.id, head.speaker.name);
    for (const { id } of head.issues) count(issues, id, id);
  };
  const entries: Counts['entries'] = (labels) => {
    // Parties and issues of the pack are there even before a page tells of them.
    for (const { id, name } of labels.parties)
      parties.set(id, { name, claims: parties.get(id)?.claims ?? 0 });
    for (const [id, name] of Object.entries(labels.issues))
      issues.set(id, { name, claims: issues.get(id)?.claims ?? 0 });
    const tags = new Map(labels.parties.map(({ id, tag }) => [id, tag]));
    return [
      ...entriesOf('person', persons, ['statement', 'statements']),
      ...entriesOf('party', parties, ['claim', 'claims'], tags),
      ...entriesOf('issue', issues, ['statement', 'statements']),
      ...entriesOf('place', places, ['event', 'events']),
    ];
  };
  return { add, entries };
};

const entriesOf = (
  what: JumpItem['what'],
  counted: Counted,
  units: readonly [string, string],
  tags: ReadonlyMap<string, string> = new Map(),
): readonly Entry[] =>
  [...counted].map(([id, { name, claims }]) =>
    entryOf({ what, id, label: name, detail: counting(claims, units) }, claims, tags.get(id)),
  );

const counting = (n: number, [one, many]: readonly [string, string]): string =>
  `${n} ${n === 1 ? one : many}`;

/** `other` is another name under which it is found. */
const entryOf = (item: JumpItem, weight: number, other = ''): Entry => ({
  ...item,
  folded: foldText(other === '' ? item.label : `${item.label} ${other}`),
  weight,
});

/** A claim as something to jump to. */
export const jumpClaim = (head: ClaimHead): JumpItem => ({
  what: head.kind,
  id: head.id,
  label: labelOf(head, LABEL_WIDTH),
  detail: whenOf(head),
});

const sourceEntry = (source: SourceRow): Entry => {
  const { id, title, path, url, outlet, published } = source;
  const label = clip((title ?? path ?? url ?? id).replace(/\s+/g, ' '), LABEL_WIDTH);
  const detail = `${outlet?.name ?? 'unnamed outlet'}, ${published?.text ?? 'undated'}`;
  return entryOf({ what: 'source', id, label, detail }, source.statements + source.events);
};

const outletEntries = (sources: readonly SourceRow[]): readonly Entry[] => {
  const outlets: Counted = new Map();
  for (const { outlet } of sources) if (outlet !== null) count(outlets, outlet.id, outlet.name);
  return entriesOf('outlet', outlets, ['page', 'pages']);
};

/**
 * What one may mean by `q`, at most `limit`: names that begin with it, then those with a word that begins with it, then those
 * that hold it inside, then those that have all its words; among equals that with most resting on it.
 */
export const jumpItems = (q: string, { entries }: JumpIndex, limit: number): readonly JumpItem[] => {
  const asked = foldText(q);
  if (asked === '' || limit < 1) return [];
  const words = asked.split(' ');
  const ranks: readonly JumpItem[][] = [[], [], [], []];
  for (const entry of entries) {
    const found = ranks[rankOf(entry.folded, asked, words)];
    if (found === undefined || found.length >= limit) continue;
    const { what, id, label, detail } = entry;
    found.push({ what, id, label, detail });
    if ((ranks[0]?.length ?? 0) >= limit) break;
  }
  return ranks.flat().slice(0, limit);
};

/** 0 begins with it, 1 a word begins with it, 2 inside, 3 all words somewhere, -1 not at all. */
const rankOf = (folded: string, asked: string, words: readonly string[]): number => {
  let at = folded.indexOf(asked);
  if (at < 0) return words.length > 1 && words.every((word) => folded.includes(word)) ? 3 : -1;
  if (at === 0) return 0;
  for (let n = 0; at >= 0 && n < MAX_LOOKS; n++) {
    if (!/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return 1;
    at = folded.indexOf(asked, at + 1);
  }
  return 2;
};

/** Places in one name at which a word is looked for. */
const MAX_LOOKS = 20;

const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
