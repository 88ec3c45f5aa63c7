import { ruleId } from '../../model/brand.ts';
import type { PeriodKind, PeriodPart, PeriodWords } from '../../model/knowledge/period-words.ts';
import type { PeriodEntry } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';
import { periodNames } from './period-names.ts';
import { edtfOfPart } from './period-part.ts';
import type { Found } from './scan.ts';

/** A period by its name: "The base was built during [the Second Harbour War]." */
const NAME = ruleId('time/world/period@1');
/** A part of a period: "The pier changed hands at [the end of the Second Harbour War]." */
const PART = ruleId('time/world/period-part@1');
/** The period named last, by its noun: "The Second Harbour War was long. After [the war] the pier was rebuilt." */
const AGAIN = ruleId('time/world/period-again@1');

const CONFIDENCE = { era: 0.7, name: 0.6, part: 0.6, end: 0.7, again: 0.4 } as const;

interface Phrase {
  readonly keys: readonly string[];
  readonly part: PeriodPart | null;
}

interface CompiledWords {
  readonly articles: ReadonlySet<string>;
  readonly parts: readonly Phrase[];
  readonly partsBehind: readonly Phrase[];
  readonly within: readonly Phrase[];
  readonly around: readonly Phrase[];
  readonly behind: readonly Phrase[];
  readonly again: ReadonlyMap<string, PeriodKind>;
  readonly notAgain: ReadonlySet<string>;
}

const phrases = (words: Readonly<Record<string, PeriodPart | null>>): readonly Phrase[] =>
  Object.entries(words)
    .map(([text, part]) => ({ keys: atomise(text).map(({ key }) => key), part }))
    .sort((a, b) => b.keys.length - a.keys.length);

const plain = (words: readonly string[]): readonly Phrase[] =>
  phrases(Object.fromEntries(words.map((word) => [word, null])));

const compiled = new WeakMap<PeriodWords, CompiledWords>();

const compile = (words: PeriodWords): CompiledWords => {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const made: CompiledWords = {
    articles: new Set(words.articles),
    parts: phrases(words.parts),
    partsBehind: phrases(words.partsBehind),
    within: plain(words.within),
    around: plain(words.around),
    behind: plain(words.behind),
    again: new Map(Object.entries(words.again)),
    notAgain: new Set(words.notAgain),
  };
  compiled.set(words, made);
  return made;
};

/** The phrase whose last word is the atom before `at`. */
const phraseBefore = (list: readonly Phrase[], atoms: readonly Atom[], at: number): Phrase | undefined =>
  list.find(({ keys }) => keys.every((key, k) => atoms[at - keys.length + k]?.key === key));

const phraseBehind = (list: readonly Phrase[], atoms: readonly Atom[], at: number): Phrase | undefined =>
  list.find(({ keys }) => keys.every((key, k) => atoms[at + k]?.key === key));

/** A period that stands at atoms `[from, end)`, its article included. */
interface Named {
  readonly period: PeriodEntry;
  readonly from: number;
  readonly end: number;
  readonly isAgain: boolean;
}

/** Whether the words around a name make it a time. */
const isTime = ({ period, from, end }: Named, atoms: readonly Atom[], words: CompiledWords): boolean =>
  period.kind === 'era' ||
  phraseBefore(words.around, atoms, from) !== undefined ||
  (period.kind !== 'event' && phraseBefore(words.within, atoms, from) !== undefined) ||
  phraseBehind(words.behind, atoms, end) !== undefined;

const partOf = (
  { from, end }: Named,
  atoms: readonly Atom[],
  words: CompiledWords,
): { readonly part: PeriodPart; readonly from: number; readonly end: number } | null => {
  const before = phraseBefore(words.parts, atoms, from);
  if (before?.part != null) return { part: before.part, from: from - before.keys.length, end };
  const behind = phraseBehind(words.partsBehind, atoms, end);
  return behind?.part == null ? null : { part: behind.part, from, end: end + behind.keys.length };
};

const spanOf = (atoms: readonly Atom[], from: number, end: number): Span => ({
  start: atoms[from]?.start ?? 0,
  end: atoms[end - 1]?.end ?? 0,
});

const confidenceOf = ({ period, isAgain }: Named, part: PeriodPart | null): number => {
  if (isAgain) return CONFIDENCE.again;
  if (part !== null) return part === 'end' || part === 'start' ? CONFIDENCE.end : CONFIDENCE.part;
  return period.kind === 'era' ? CONFIDENCE.era : CONFIDENCE.name;
};

const toFound = (named: Named, atoms: readonly Atom[], words: CompiledWords): Found | null => {
  const part = partOf(named, atoms, words);
  const { from, end } = part ?? named;
  if (part === null && !isTime(named, atoms, words)) return null;
  const edtf = part === null ? named.period.edtf : edtfOfPart(named.period, part.part);
  if (edtf === null) return null;
  return {
    span: spanOf(atoms, from, end),
    node: { kind: 'named', edtf, period: named.period.id },
    rule: named.isAgain ? AGAIN : part === null ? NAME : PART,
    confidence: confidenceOf(named, part?.part ?? null),
    at: from,
  };
};

/** What a sentence is searched for periods with. */
export interface PeriodSearch {
  readonly periods: readonly PeriodEntry[];
  readonly words: PeriodWords;
  readonly language: string;
}

/** The periods that a text has named so far, the last of each kind. */
export type LastNamed = Map<PeriodKind, PeriodEntry>;

/** What a sentence says of periods. */
export interface PeriodsFound {
  readonly found: readonly Found[];
  /** Names that tell no time here: what seems a time inside them ("six-day" in a name of a war) is none. */
  readonly names: readonly Span[];
}

const againAt = (atoms: readonly Atom[], at: number, words: CompiledWords, last: LastNamed): Named | null => {
  const kind = words.again.get(atoms[at]?.key ?? '');
  const period = kind === undefined ? undefined : last.get(kind);
  if (period === undefined || words.notAgain.has(atoms[at + 1]?.key ?? '')) return null;
  const hasArticle = words.articles.has(atoms[at - 1]?.key ?? '');
  if (words.articles.size > 0 && !hasArticle) return null;
  return { period, from: hasArticle ? at - 1 : at, end: at + 1, isAgain: true };
};

/**
 * Periods that a sentence names, as expressions of their days. The word that makes a name a time ("during", "since") is
 * not part of the expression, as in TIMEX3; the article is. `last` is carried from sentence to sentence.
 */
export const periodsIn = (
  atoms: readonly Atom[],
  { periods, words: source, language }: PeriodSearch,
  last: LastNamed,
): PeriodsFound => {
  const nameAt = periodNames(periods, language);
  const words = compile(source);
  const [found, names]: [Found[], Span[]] = [[], []];
  for (let at = 0; at < atoms.length; at++) {
    const name = nameAt(atoms, at);
    const from = name !== null && words.articles.has(atoms[at - 1]?.key ?? '') ? at - 1 : at;
    const named = name === null ? againAt(atoms, at, words, last) : { ...name, from, isAgain: false };
    if (named === null) continue;
    if (!named.isAgain) last.set(named.period.kind, named.period);
    const each = toFound(named, atoms, words);
    if (each !== null) found.push(each);
    else if (!named.isAgain) names.push(spanOf(atoms, at, named.end));
    at = named.end - 1;
  }
  return { found, names };
};
