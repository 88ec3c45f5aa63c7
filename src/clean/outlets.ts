import { allMatches } from '../lib/matches.ts';
import type { Knowledge, OutletEntry } from '../model/knowledge.ts';
import type { Span } from '../model/span.ts';

/** A name or sign of an outlet met in a text. */
export interface OutletMatch {
  readonly outlet: OutletEntry;
  readonly at: Span;
}

/** Outlets by the strings a page knows them by. Case counts: `AP`, `PA` and `Time` are words otherwise. */
export interface Outlets {
  /** The outlet that bears exactly this name, alias or wire sign. */
  readonly named: (name: string) => OutletEntry | null;
  /** The outlet of a host name, its parent domains tried in turn. */
  readonly ofHost: (host: string) => OutletEntry | null;
  /** The outlet whose whole name a line is, whatever the case. */
  readonly masthead: (line: string) => OutletEntry | null;
  /** Full names of outlets of any kind in `[start, end)` of `text`. Linear. */
  readonly fullNamesIn: (text: string, start: number, end: number) => readonly OutletMatch[];
  /** Names and signs of agencies in `[start, end)` of `text`, longest first at each place. Linear. */
  readonly agenciesIn: (text: string, start: number, end: number) => readonly OutletMatch[];
}

interface Name {
  readonly text: string;
  readonly outlet: OutletEntry;
}

const compiled = new WeakMap<object, Outlets>();

/** The index over the outlets of `knowledge` (a pack's first); made once for each knowledge. */
export const outletsOf = (knowledge: Knowledge): Outlets => {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const outlets = compile([...(knowledge.pack?.outlets ?? []), ...knowledge.outlets]);
  compiled.set(knowledge, outlets);
  return outlets;
};

const compile = (entries: readonly OutletEntry[]): Outlets => {
  const byName = new Map<string, OutletEntry>();
  const byHost = new Map<string, OutletEntry>();
  const agencies = new Map<string, Name[]>();
  const full = new Map<string, Name[]>();
  const folded = new Map<string, OutletEntry>();
  for (const outlet of entries) {
    for (const text of namesOf(outlet)) setFirst(byName, text, outlet);
    for (const text of distinctive(outlet)) {
      push(full, firstWord(text), { text, outlet });
      setFirst(folded, text.toLowerCase(), outlet);
    }
    for (const domain of outlet.domains) setFirst(byHost, domain, outlet);
    const signs = outlet.wire.length > 0 || outlet.kind === 'agency' ? namesOf(outlet) : [];
    for (const text of signs) push(agencies, firstWord(text), { text, outlet });
  }
  for (const names of [...agencies.values(), ...full.values()])
    names.sort((a, b) => b.text.length - a.text.length);
  return {
    masthead: (line) => folded.get(line.replace(/\s+/g, ' ').trim().toLowerCase()) ?? null,
    fullNamesIn: (text, start, end) => agenciesIn(full, text, start, end),
    named: (name) => byName.get(name.replace(/\s+/g, ' ').trim()) ?? null,
    ofHost: (host) => ofHost(byHost, host),
    agenciesIn: (text, start, end) => agenciesIn(agencies, text, start, end),
  };
};

/** Names that are no common word: of two words, or long, or not in Latin letters. `Time` and `AP` are none. */
const distinctive = (outlet: OutletEntry): readonly string[] =>
  [outlet.name, ...outlet.aliases].filter((name) => /\s|[^\x20-\x7e]|\//.test(name) || name.length >= 7);

const setFirst = (table: Map<string, OutletEntry>, key: string, outlet: OutletEntry): void => {
  if (!table.has(key)) table.set(key, outlet);
};

const namesOf = (outlet: OutletEntry): readonly string[] => [
  ...new Set([outlet.name, ...outlet.aliases, ...outlet.wire].filter((name) => name.length >= 2)),
];

const ofHost = (byHost: ReadonlyMap<string, OutletEntry>, host: string): OutletEntry | null => {
  for (
    let rest = host.toLowerCase().replace(/\.$/, '');
    rest.includes('.');
    rest = rest.slice(rest.indexOf('.') + 1)
  ) {
    const outlet = byHost.get(rest);
    if (outlet !== undefined) return outlet;
  }
  return null;
};

const push = (table: Map<string, Name[]>, key: string, name: Name): void => {
  const list = table.get(key);
  if (list === undefined) table.set(key, [name]);
  else list.push(name);
};

// Asked of every line of a page: most have a capital, those that have none are done.
const CAPITAL = /[A-Z]|[^\x00-\x7f]/;
const WORD = /[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}]*/gu;
const firstWord = (name: string): string => name.match(/[\p{L}\p{M}\p{N}]+/u)?.[0] ?? name;

const agenciesIn = (
  table: ReadonlyMap<string, readonly Name[]>,
  text: string,
  start: number,
  end: number,
): readonly OutletMatch[] => {
  const found: OutletMatch[] = [];
  let from = start;
  const part = text.slice(start, end);
  if (!CAPITAL.test(part)) return found;
  for (const match of allMatches(part, WORD)) {
    const at = start + match.index;
    if (at < from) continue;
    const name = candidates(table, match[0]).find((n) => startsWithName(text, at, n.text));
    if (name === undefined) continue;
    from = at + name.text.length;
    found.push({ outlet: name.outlet, at: { start: at, end: from } });
  }
  return found;
};

/** Japanese runs names and words together, so a shorter beginning of the run may be the name's first word. */
const candidates = (table: ReadonlyMap<string, readonly Name[]>, word: string): readonly Name[] => {
  const whole = table.get(word);
  if (whole !== undefined || !/^[\u3040-\u30ff\u3400-\u9fff]/.test(word)) return whole ?? [];
  for (let length = Math.min(word.length, 8); length >= 2; length--) {
    const part = table.get(word.slice(0, length));
    if (part !== undefined) return part;
  }
  return [];
};

/** Blanks of the name match any white space; a letter may not follow, unless the script has no blanks. */
const startsWithName = (text: string, at: number, name: string): boolean => {
  for (let i = 0; i < name.length; i++) {
    const c = text[at + i] ?? '';
    if (c !== name[i] && !(name[i] === ' ' && /\s/.test(c))) return false;
  }
  const next = text[at + name.length] ?? ' ';
  return !/[\p{L}\p{N}]/u.test(next) || /[\u3040-\u30ff\u3400-\u9fff]/.test(next);
};
