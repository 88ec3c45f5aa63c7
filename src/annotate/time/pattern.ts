import { DemarcheError } from '../../model/error.ts';
import type { TimeWordValue } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import type { Reader } from './word-reader.ts';
import { either, literalReader } from './word-reader.ts';

/** One place of a rule: something to read, under a label. */
interface Element {
  readonly kind: 'element';
  readonly reader: Reader;
  readonly label: string;
  readonly optional: boolean;
  readonly joined: boolean;
}

interface Group {
  readonly kind: 'group';
  readonly items: readonly Item[];
  readonly optional: boolean;
}

type Item = Element | Group;

/** What an element has read: its value and its atoms `[from, to)`. */
export interface Capture {
  readonly value: TimeWordValue;
  readonly from: number;
  readonly to: number;
}

/** What a rule has read: the index behind the last atom, and the captures by label. */
export interface PatternMatch {
  readonly end: number;
  /** Worked out only when asked: most matches lose to a longer one. */
  readonly captures: () => ReadonlyMap<string, Capture>;
}

/** A compiled `match`. */
export interface Pattern {
  readonly items: readonly Item[];
  readonly firsts: ReadonlySet<string>;
  readonly digits: boolean;
}

const broken = (source: string, message: string): DemarcheError =>
  new DemarcheError('internal', `rule of time "${source}": ${message}`, {
    hint: 'Correct the rule in knowledge/<language>/time.json.',
  });

/** Compiles a `match`. @throws DemarcheError when a bracket does not close or a class is not known. */
export const compilePattern = (source: string, readers: ReadonlyMap<string, Reader>): Pattern => {
  const words = source.split(/\s+/).filter((word) => word !== '');
  const stack: Item[][] = [[]];
  for (const word of words) {
    const level = stack.at(-1) ?? [];
    if (word === '(') stack.push([]);
    else if (word === ')' || word === ')?') {
      stack.pop();
      const parent = stack.at(-1);
      if (parent === undefined) throw broken(source, 'a bracket closes that was never opened');
      parent.push({ kind: 'group', items: level, optional: word === ')?' });
    } else level.push(compileElement(word, readers, source));
  }
  const items = stack[0] ?? [];
  if (stack.length !== 1) throw broken(source, 'a bracket is not closed');
  const heads = headsOf(items);
  return {
    items,
    firsts: new Set(heads.flatMap((head) => [...head.reader.firsts])),
    digits: heads.some((head) => head.reader.digits),
  };
};

const compileElement = (word: string, readers: ReadonlyMap<string, Reader>, source: string): Element => {
  const optional = word.length > 1 && word.endsWith('?');
  const joined = word.length > 1 && word.startsWith('+');
  const body = word.slice(joined ? 1 : 0, optional ? -1 : undefined);
  const colon = body.length > 1 ? body.indexOf(':') : -1;
  const choice = colon > 0 ? body.slice(colon + 1) : body;
  const options = choice.length > 1 ? choice.split('|') : [choice];
  const readersOfOptions = options.map((option) => {
    const isClass = /^[A-Z][A-Z0-9]+$/.test(option);
    const reader = isClass ? readers.get(option) : literalReader(option);
    if (reader === undefined) throw broken(source, `unknown class ${option}`);
    return reader;
  });
  const label = colon > 0 ? body.slice(0, colon) : (options[0] ?? '');
  return { kind: 'element', reader: either(readersOfOptions), label, optional, joined };
};

/** The elements a match can begin with. */
const headsOf = (items: readonly Item[]): readonly Element[] => {
  const heads: Element[] = [];
  for (const item of items) {
    if (item.kind === 'element') heads.push(item);
    else heads.push(...headsOf(item.items));
    if (!item.optional) break;
  }
  return heads;
};

/** The captures so far, last first, and the index behind the last atom. */
interface Trail {
  readonly label: string;
  readonly capture: Capture;
  readonly before: Trail | null;
  readonly end: number;
}

/** The items still to be read. */
interface Rest {
  readonly items: readonly Item[];
  readonly index: number;
  readonly after: Rest | null;
}

/**
 * Reads the rest at `position`. An optional item is taken when it can be; if what follows then fails, it is left out.
 * The work is bounded by the rule alone: a rule has few optional items and reads each atom at most once a choice.
 */
const walk = (
  atoms: readonly Atom[],
  rest: Rest | null,
  position: number,
  trail: Trail | null,
): Trail | null => {
  if (rest === null) return trail;
  const item = rest.items[rest.index];
  if (item === undefined) return walk(atoms, rest.after, position, trail);
  const next = { items: rest.items, index: rest.index + 1, after: rest.after };
  const taken =
    item.kind === 'group'
      ? walk(atoms, { items: item.items, index: 0, after: next }, position, trail)
      : take(item, atoms, next, position, trail);
  return taken === null && item.optional ? walk(atoms, next, position, trail) : taken;
};

const take = (
  item: Element,
  atoms: readonly Atom[],
  next: Rest,
  position: number,
  before: Trail | null,
): Trail | null => {
  if (item.joined && atoms[position]?.joined !== true) return null;
  const reading = item.reader.read(atoms, position);
  if (reading === null) return null;
  const { end, value } = reading;
  return walk(atoms, next, end, {
    label: item.label,
    capture: { value, from: position, to: end },
    before,
    end,
  });
};

/** Tries a pattern at an atom. */
export const matchPattern = (pattern: Pattern, atoms: readonly Atom[], at: number): PatternMatch | null => {
  const trail = walk(atoms, { items: pattern.items, index: 0, after: null }, at, null);
  return trail === null ? null : { end: trail.end, captures: () => capturesOf(trail) };
};

const capturesOf = (last: Trail | null): ReadonlyMap<string, Capture> => {
  const captures = new Map<string, Capture>();
  for (let trail = last; trail !== null; trail = trail.before)
    if (!captures.has(trail.label)) captures.set(trail.label, trail.capture);
  return captures;
};
