import { DemarcheError } from '../../model/error.ts';
import type { TimeWordValue } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import type { Reader } from './word-reader.ts';
import { DIGITS, either, literalReader, onsetAt } from './word-reader.ts';

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

/** A rule as a chain: each step knows what comes behind it; null is the end of the rule. */
type Step = ReadStep | Fork | null;

interface ReadStep {
  readonly kind: 'read';
  readonly reader: Reader;
  readonly label: string;
  readonly joined: boolean;
  readonly next: Step;
}

/** An optional item: with it, or without. */
interface Fork {
  readonly kind: 'fork';
  readonly taken: Step;
  readonly left: Step;
}

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
  readonly start: Step;
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
  const start = chain(items, null);
  const heads = headsOf(start);
  return {
    start,
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

/** The items as steps with `next` behind them. */
const chain = (items: readonly Item[], next: Step): Step =>
  items.reduceRight<Step>((after, item) => {
    const step: Step =
      item.kind === 'group'
        ? chain(item.items, after)
        : { kind: 'read', reader: item.reader, label: item.label, joined: item.joined, next: after };
    return item.optional ? { kind: 'fork', taken: step, left: after } : step;
  }, next);

/** The steps that can be read first from here on. */
const headsOf = (step: Step): readonly ReadStep[] => {
  if (step === null) return [];
  return step.kind === 'read' ? [step] : [...headsOf(step.taken), ...headsOf(step.left)];
};

const canEnd = (step: Step): boolean =>
  step === null || (step.kind === 'fork' && (canEnd(step.taken) || canEnd(step.left)));

const firstsOf = (step: Step): readonly string[] =>
  headsOf(step).flatMap(({ reader }) => [...reader.firsts, ...(reader.digits ? [DIGITS] : [])]);

/** The second keys of matches that begin with a step; null when anything may stand there or there need be nothing. */
const secondsAfter = ({ reader, next }: ReadStep, first: string): readonly string[] | null => {
  const onset = onsetAt(reader, first);
  if (onset === null) return [];
  if (onset.seconds === null || (onset.ends && canEnd(next))) return null;
  return [...onset.seconds, ...(onset.ends ? firstsOf(next) : [])];
};

/**
 * The keys that the second atom of a match can have when the first is `first` (or `DIGITS`); null when it can be anything
 * or there need be none. Rules that cannot go on with what stands there are not tried.
 */
export const secondsOf = (pattern: Pattern, first: string): ReadonlySet<string> | null => {
  const lists = headsOf(pattern.start).map((step) => secondsAfter(step, first));
  return lists.includes(null) ? null : new Set(lists.flatMap((keys) => keys ?? []));
};

/** The captures so far, last first, and the index behind the last atom. */
interface Trail {
  readonly label: string;
  readonly capture: Capture;
  readonly before: Trail | null;
  readonly end: number;
}

/**
 * Reads the steps at `position`. An optional item is taken when it can be; if what follows then fails, it is left out.
 * The work is bounded by the rule alone: a rule has few optional items and reads each atom at most once a choice.
 */
const walk = (atoms: readonly Atom[], from: Step, position: number, before: Trail | null): Trail | null => {
  let [step, at, trail] = [from, position, before];
  while (step !== null) {
    if (step.kind === 'fork') {
      const taken = walk(atoms, step.taken, at, trail);
      if (taken !== null) return taken;
      step = step.left;
    } else {
      if (step.joined && atoms[at]?.joined !== true) return null;
      const reading = step.reader.read(atoms, at);
      if (reading === null) return null;
      const { end, value } = reading;
      trail = { label: step.label, capture: { value, from: at, to: end }, before: trail, end };
      at = end;
      step = step.next;
    }
  }
  return trail;
};

/** Tries a pattern at an atom. */
export const matchPattern = (pattern: Pattern, atoms: readonly Atom[], at: number): PatternMatch | null => {
  const trail = walk(atoms, pattern.start, at, null);
  return trail === null ? null : { end: trail.end, captures: () => capturesOf(trail) };
};

const capturesOf = (last: Trail | null): ReadonlyMap<string, Capture> => {
  const captures = new Map<string, Capture>();
  for (let trail = last; trail !== null; trail = trail.before)
    if (!captures.has(trail.label)) captures.set(trail.label, trail.capture);
  return captures;
};
