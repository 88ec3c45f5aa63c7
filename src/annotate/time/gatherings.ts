import { civilOf } from '../../lib/calendar.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { GatheringEntry } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';
import type { EditionCues } from './editions.ts';
import { editionsMeant } from './editions.ts';
import { numberIn, wordIn } from './frame.ts';
import type { OrdinalWords, TenseCues } from './grammar.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';
import { tenseAround } from './tense.ts';

interface NamedSeries {
  readonly keys: readonly string[];
  readonly editions: readonly GatheringEntry[];
}

type SeriesTable = ReadonlyMap<string, readonly NamedSeries[]>;

/** An edition of a gathering by its name: "They spoke on the sidelines of [the Harbour Forum] in Port Liss." */
const RULE = ruleId('time/world/gathering@2');
const CONFIDENCE = 0.6;
const tables = new WeakMap<readonly GatheringEntry[], SeriesTable>();

const namesOf = (gatherings: readonly GatheringEntry[]): ReadonlyMap<string, GatheringEntry[]> => {
  const byName = new Map<string, GatheringEntry[]>();
  for (const edition of gatherings)
    for (const name of new Set([edition.name, ...edition.aliases])) {
      const key = atomise(name)
        .map((atom) => atom.key)
        .join(' ');
      byName.set(key, [...(byName.get(key) ?? []), edition]);
    }
  return byName;
};

const tableOf = (gatherings: readonly GatheringEntry[]): SeriesTable => {
  const known = tables.get(gatherings);
  if (known !== undefined) return known;
  const table = new Map<string, NamedSeries[]>();
  for (const [name, editions] of namesOf(gatherings)) {
    const keys = name.split(' ');
    const first = keys[0] ?? '';
    const list = [...(table.get(first) ?? []), { keys, editions }];
    table.set(
      first,
      list.sort((a, b) => b.keys.length - a.keys.length),
    );
  }
  tables.set(gatherings, table);
  return table;
};

/** A year written right before the name or within three words behind it ("the 2016 forum", "the forum in 2016"). */
export const writtenYearNear = (atoms: readonly Atom[], from: number, to: number): number | null => {
  for (const at of [from - 1, to, to + 1, to + 2]) {
    const atom = atoms[at];
    if (atom?.kind === 'digits' && /^(?:19|20)\d\d$/.test(atom.key)) return Number(atom.key);
  }
  return null;
};

const isLowerCase = (atom: Atom | undefined): boolean => atom?.kind === 'letters' && !atom.capital;

const NEAR = 4;

/** The year by an expression right before or behind the name ("next year's forum", "the forum next year"), or null. */
const shiftedYearNear = (others: readonly Found[], name: Span, published: Published): number | null => {
  if (published === null) return null;
  const beside = others.find(({ span, node }) => {
    const gap = span.end <= name.start ? name.start - span.end : span.start - name.end;
    return gap >= 0 && gap <= NEAR && wordIn(node, 'kind') === 'shift' && wordIn(node, 'unit') === 'Y';
  });
  return beside === undefined ? null : civilOf(published.last).year + (numberIn(beside.node, 'sign') ?? 0);
};

/** Whether the name, or the word behind it, says that it is a gathering and not the body that gathers ("the G7 summit"). */
const isGathering = (keys: readonly string[], next: Atom | undefined, words: readonly string[]): boolean => {
  const phrase = ` ${keys.join(' ')} ${next?.key ?? ''} `;
  return words.some((word) => phrase.includes(word));
};

const keysOf = (text: string): readonly string[] => atomise(text).map(({ key }) => key);

const standAt = (atoms: readonly Atom[], at: number, keys: readonly string[]): boolean =>
  at >= 0 && keys.length > 0 && keys.every((key, k) => atoms[at + k]?.key === key);

/** How far behind a name its place may stand: "the Harbour Forum summit in Port Liss". */
const REACH_OF_PLACE = 3;

/** The place of one of the editions, right before the name or shortly behind it. */
const placeNear = (
  atoms: readonly Atom[],
  from: number,
  to: number,
  editions: readonly GatheringEntry[],
): { readonly place: string; readonly end: number } | null => {
  for (const place of new Set(editions.map((edition) => edition.place))) {
    if (place === null) continue;
    const keys = keysOf(place);
    if (standAt(atoms, from - keys.length, keys)) return { place, end: to };
    for (let at = to; at < to + REACH_OF_PLACE; at++)
      if (standAt(atoms, at, keys)) return { place, end: at + keys.length };
  }
  return null;
};

/** The number before a name: "the second", "the 2nd", "the second annual". */
const ordinalBefore = (
  atoms: readonly Atom[],
  from: number,
  { ordinals, fillers }: OrdinalWords,
): number | null => {
  const at = fillers.has(atoms[from - 1]?.key ?? '') ? from - 2 : from - 1;
  const [suffix, digits] = [atoms[at], atoms[at - 1]];
  const word = ordinals.get(suffix?.key ?? '');
  if (word !== undefined) return word;
  const isNumbered = suffix?.joined === true && digits?.kind === 'digits' && SUFFIX.test(suffix.key);
  return isNumbered ? Number(digits.key) : null;
};

const SUFFIX = /^(?:st|nd|rd|th|й|го|м)$/;

const toFound = (meant: readonly GatheringEntry[], span: Span, at: number, rule: RuleId): Found | null => {
  const [first] = meant;
  const final = meant.at(-1);
  if (first === undefined || final === undefined) return null;
  const [from] = first.edtf.split('/');
  const edtf = meant.length === 1 ? first.edtf : `${from}/${final.edtf.split('/').at(-1)}`;
  return {
    span,
    // Of several editions it is only known which series they are of.
    node: { kind: 'named', edtf, gathering: meant.length === 1 ? first.id : first.series },
    rule,
    confidence: meant.length === 1 ? CONFIDENCE : CONFIDENCE / meant.length,
    at,
  };
};

/** What a sentence is searched for gatherings with. */
export interface GatheringSearch {
  readonly gatherings: readonly GatheringEntry[];
  /** Words of the language for gatherings, as atom keys between blanks. */
  readonly words: readonly string[];
  readonly counted: OrdinalWords;
  readonly tense: TenseCues;
  readonly published: Published;
}

const cuesAround = (
  atoms: readonly Atom[],
  { from, to }: { readonly from: number; readonly to: number },
  {
    editions,
    search,
    others,
  }: {
    readonly editions: readonly GatheringEntry[];
    readonly search: GatheringSearch;
    readonly others: readonly Found[];
  },
): EditionCues => {
  const name = { start: atoms[from]?.start ?? 0, end: atoms[to - 1]?.end ?? 0 };
  const stand = placeNear(atoms, from, to, editions);
  const written = writtenYearNear(atoms, from, to) ?? writtenYearNear(atoms, from, stand?.end ?? to);
  return {
    year: written ?? shiftedYearNear(others, name, search.published),
    ordinal: ordinalBefore(atoms, from, search.counted),
    place: stand?.place ?? null,
    tense: tenseAround(atoms, { at: from, span: name }, search.tense),
  };
};

/**
 * Names of gatherings of which knowledge has the edition that is meant, as expressions of its days.
 */
export const gatheringsIn = (
  atoms: readonly Atom[],
  search: GatheringSearch,
  others: readonly Found[],
): readonly Found[] => {
  if (search.gatherings.length === 0) return [];
  const table = tableOf(search.gatherings);
  const found: Found[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const series = table.get(atoms[at]?.key ?? '')?.find(({ keys }) => standAt(atoms, at, keys));
    if (series === undefined || isLowerCase(atoms[at])) continue;
    const to = at + series.keys.length;
    if (!isGathering(series.keys, atoms[to], search.words)) continue;
    const { editions } = series;
    const cues = cuesAround(atoms, { from: at, to }, { editions, search, others });
    const span = { start: atoms[at]?.start ?? 0, end: atoms[to - 1]?.end ?? 0 };
    const each = toFound(editionsMeant(editions, cues, search.published), span, at, RULE);
    if (each !== null) found.push(each);
    at = to - 1;
  }
  return found;
};
