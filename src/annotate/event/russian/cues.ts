import type { EventCue, EventLexicon } from '../../../model/knowledge/event-lexicon.ts';
import type { Token } from '../../../model/sentence.ts';
import {
  fits,
  isIn,
  isNounEnding,
  keyOf,
  readWord,
  type VerbForm,
  verbForm,
  type WordList,
  type WordPattern,
  wordList,
} from './forms.ts';

interface RestWord {
  readonly patterns: readonly WordPattern[];
  readonly optional: boolean;
  /** Up to {@link GAP} words may come before it. */
  readonly gap: boolean;
}

interface CompiledCue {
  readonly cue: EventCue;
  readonly head: WordPattern;
  readonly kind: 'perfective' | 'imperfective' | 'noun';
  readonly rest: readonly RestWord[];
  readonly about: WordList | null;
}

/** The cues of Russian by the first letters of their heads. */
export type RussianCues = ReadonlyMap<string, readonly CompiledCue[]>;

/** A cue met in a sentence; positions are indices into its tokens. */
export interface RussianTrigger {
  readonly cue: EventCue;
  readonly form: VerbForm | 'noun';
  readonly perfective: boolean;
  readonly first: number;
  readonly last: number;
  readonly matched: readonly number[];
}

const GAP = 5;

/** Compiles the cues: heads before `/` are perfective verbs, behind it imperfective ones. */
export const compileRussianCues = ({ cues }: EventLexicon): RussianCues => {
  const index = new Map<string, CompiledCue[]>();
  for (const cue of cues) {
    const about = cue.about === undefined ? null : wordList(cue.about);
    for (const written of cue.verbs) putVerb(index, written, { cue, about });
    for (const written of cue.nouns) {
      const [head = '', ...rest] = written.split(' ');
      put(index, head, { cue, about, rest: compileRest(rest), kind: 'noun' });
    }
  }
  return index;
};

const putVerb = (
  index: Map<string, CompiledCue[]>,
  written: string,
  of: Pick<CompiledCue, 'cue' | 'about'>,
): void => {
  const [head = '', ...rest] = written.split(' ');
  const [perfective = '', imperfective = ''] = head.split('/');
  put(index, perfective, { ...of, rest: compileRest(rest), kind: 'perfective' });
  put(index, imperfective, { ...of, rest: compileRest(rest), kind: 'imperfective' });
};

const put = (index: Map<string, CompiledCue[]>, heads: string, compiled: Omit<CompiledCue, 'head'>): void => {
  for (const written of partsOf(heads)) {
    const head = readWord(written);
    const key = keyOf(head.stem);
    const held = index.get(key);
    if (held === undefined) index.set(key, [{ ...compiled, head }]);
    else held.push({ ...compiled, head });
  }
};

const partsOf = (written: string): readonly string[] => written.split('|').filter((part) => part !== '');

const compileRest = (parts: readonly string[]): readonly RestWord[] => {
  const rest: RestWord[] = [];
  let gap = false;
  for (const part of parts) {
    if (part === '…') gap = true;
    else {
      const optional = part.endsWith('?');
      const words = optional ? part.slice(0, -1) : part;
      rest.push({ patterns: partsOf(words).map(readWord), optional, gap });
      gap = false;
    }
  }
  return rest;
};

/**
 * The cues in a sentence, left to right, by its words in lower case with `ё` written `е`. Each word belongs to one cue at
 * most; of several that begin at one word the one with most words wins, then the longest stem, then the one listed first.
 */
export const findRussianTriggers = (
  index: RussianCues,
  tokens: readonly Token[],
  low: readonly string[],
): readonly RussianTrigger[] => {
  const taken = new Set<number>();
  const triggers: RussianTrigger[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (taken.has(i)) continue;
    const best = bestAt(index, tokens, low, i, taken);
    if (best === null) continue;
    triggers.push(best);
    for (const at of best.matched) taken.add(at);
  }
  return triggers;
};

const bestAt = (
  index: RussianCues,
  tokens: readonly Token[],
  low: readonly string[],
  i: number,
  taken: ReadonlySet<number>,
): RussianTrigger | null => {
  const word = low[i] ?? '';
  let best: RussianTrigger | null = null;
  let rank = 0;
  for (const compiled of index.get(keyOf(word)) ?? []) {
    const form = formOf(compiled, word);
    if (form === null) continue;
    const matched = matchRest(compiled.rest, tokens, low, i, taken);
    const here = (matched?.length ?? 0) * 100 + compiled.head.stem.length;
    if (matched === null || here <= rank) continue;
    if (compiled.about !== null && !isAbout(compiled.about, low, i)) continue;
    const { cue, kind } = compiled;
    best = { cue, form, perfective: kind !== 'imperfective', first: i, last: matched.at(-1) ?? i, matched };
    rank = here;
  }
  return best;
};

/** The form of the word as a head of the cue; null when it is none. A verb is reflexive when its cue says so. */
const formOf = ({ head, kind }: CompiledCue, word: string): RussianTrigger['form'] | null => {
  if (!fits(head, word)) return null;
  if (kind === 'noun') return isNounEnding(word.slice(head.stem.length)) ? 'noun' : null;
  if (head.open && !head.reflexive && /с[яь]$/.test(word)) return null;
  const form = verbForm(word);
  // A participle or a gerund describes; a word that is written out in the cue is meant as it stands.
  if (form !== null && form !== 'participle' && form !== 'gerund') return form;
  return head.open ? null : 'predicate';
};

const matchRest = (
  rest: readonly RestWord[],
  tokens: readonly Token[],
  low: readonly string[],
  from: number,
  taken: ReadonlySet<number>,
): readonly number[] | null => {
  const matched = [from];
  let at = from + 1;
  for (const word of rest) {
    const found = seek(word, tokens, low, at, taken);
    if (found < 0 && !word.optional) return null;
    if (found < 0) continue;
    matched.push(found);
    at = found + 1;
  }
  return matched;
};

const seek = (
  { patterns, gap }: RestWord,
  tokens: readonly Token[],
  low: readonly string[],
  from: number,
  taken: ReadonlySet<number>,
): number => {
  const limit = gap ? from + GAP : from;
  for (let at = from; at <= limit && at < tokens.length; at++) {
    const word = low[at] ?? '';
    if (patterns.some((pattern) => fits(pattern, word))) return taken.has(at) ? -1 : at;
    if (tokens[at]?.kind === 'mark' || word === 'что' || word === 'чтобы') return -1;
  }
  return -1;
};

/** How far from a cue the word it is about may stand, in tokens. */
const ABOUT_REACH = 12;

const isAbout = (about: WordList, low: readonly string[], i: number): boolean => {
  for (let at = Math.max(0, i - ABOUT_REACH); at <= i + ABOUT_REACH && at < low.length; at++)
    if (isIn(about, low[at] ?? '')) return true;
  return false;
};
