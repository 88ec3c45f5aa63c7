import type { EventCue, EventLexicon } from '../../../model/knowledge/event-lexicon.ts';
import type { Token } from '../../../model/sentence.ts';
import { scanCues } from '../scan.ts';
import { conjugate, isInfinitive } from './conjugate.ts';
import {
  fits,
  isAdjectiveEnding,
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
import { LIGHT_VERBS } from './light-verbs.ts';

interface RestWord {
  readonly patterns: readonly WordPattern[];
  readonly optional: boolean;
  /** Up to {@link GAP} words may come before it. */
  readonly gap: boolean;
  /** Any infinitive. */
  readonly infinitive: boolean;
  /** It must stand there, and stays free for an act of its own. */
  readonly ahead: boolean;
}

interface CompiledCue {
  readonly cue: EventCue;
  readonly head: WordPattern;
  readonly kind: 'perfective' | 'imperfective' | 'noun';
  /** The cue is told by its negation: `[не согласился]`. */
  readonly negated: boolean;
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
  /** Its refusal is the cue: the negation before it is no negation of the act. */
  readonly negated: boolean;
  /** The head of the cue. */
  readonly first: number;
  readonly last: number;
  readonly matched: readonly number[];
}

const GAP = 5;

/**
 * Compiles the cues. A verb is written by its infinitives, perfective ones before `/`, imperfective ones behind it, `|` between
 * those of one aspect; `@name` stands for light verbs; `!` before them means `не`. Nouns are stems. Further words are stems or words,
 * `…` in front of what may stand some words apart, `<inf>` any infinitive, `>` before words that stay
 * acts of their own.
 */
export const compileRussianCues = ({ cues }: EventLexicon): RussianCues => {
  const index = new Map<string, CompiledCue[]>();
  for (const cue of cues) {
    const about = cue.about === undefined ? null : wordList(cue.about);
    for (const written of cue.verbs) putVerb(index, written, { cue, about });
    for (const written of cue.nouns) {
      const [head = '', ...rest] = written.split(' ');
      put(index, head, { cue, about, rest: compileRest(rest), kind: 'noun', negated: false });
    }
  }
  return index;
};

const putVerb = (
  index: Map<string, CompiledCue[]>,
  written: string,
  of: Pick<CompiledCue, 'cue' | 'about'>,
): void => {
  const negated = written.startsWith('!');
  const [first = '', ...rest] = (negated ? written.slice(1) : written).split(' ');
  const head = first.startsWith('@') ? (LIGHT_VERBS[first.slice(1)] ?? '') : first;
  const [perfective = '', imperfective = ''] = head.split('/');
  const compiled = { ...of, rest: compileRest(rest), negated };
  put(index, perfective, { ...compiled, kind: 'perfective' });
  put(index, imperfective, { ...compiled, kind: 'imperfective' });
};

const put = (index: Map<string, CompiledCue[]>, heads: string, compiled: Omit<CompiledCue, 'head'>): void => {
  for (const written of partsOf(heads))
    for (const head of headsOf(written, compiled.kind))
      for (const key of keysOf(head)) {
        const held = index.get(key);
        if (held === undefined) index.set(key, [{ ...compiled, head }]);
        else held.push({ ...compiled, head });
      }
};

/** Stems that are shorter than what words are looked up by stand under each of their forms: `да-ла`, `да-дут`. */
const keysOf = ({ stem, endings }: WordPattern): readonly string[] =>
  endings === undefined || keyOf(stem) !== stem
    ? [keyOf(stem)]
    : [...new Set([...endings.keys()].map((ending) => keyOf(stem + ending)))];

const headsOf = (written: string, kind: CompiledCue['kind']): readonly WordPattern[] =>
  kind === 'noun' || !isInfinitive(written)
    ? [readWord(written)]
    : conjugate(written, kind === 'imperfective').map((forms) => ({
        ...forms,
        open: true,
        reflexive: false,
      }));

const partsOf = (written: string): readonly string[] => written.split('|').filter((part) => part !== '');

const compileRest = (parts: readonly string[]): readonly RestWord[] => {
  const rest: RestWord[] = [];
  let gap = false;
  for (const part of parts) {
    if (part === '…') gap = true;
    else {
      const optional = part.endsWith('?');
      const words = optional ? part.slice(0, -1) : part;
      const infinitive = words === '<inf>';
      const ahead = infinitive || words.startsWith('>');
      const patterns = infinitive ? [] : partsOf(words.replace(/^>/, '')).map(readWord);
      rest.push({ patterns, optional, gap, infinitive, ahead });
      gap = false;
    }
  }
  return rest;
};

/**
 * The cues in a sentence, left to right, by its words in lower case with `ё` written `е`. Of several that begin at one word
 * the one with most words wins, then the longest stem, then the one listed first.
 */
export const findRussianTriggers = (
  index: RussianCues,
  tokens: readonly Token[],
  low: readonly string[],
): readonly RussianTrigger[] => {
  const found = scanCues(tokens.length, (i, taken) => bestAt(index, tokens, low, i, taken));
  // A noun met first belongs to the verb behind it: `[протест] был [выражен]`.
  const owned = new Set(found.flatMap(({ form, matched }) => (form === 'noun' ? [] : matched)));
  return found.filter(({ form, first }) => form !== 'noun' || !owned.has(first));
};

const bestAt = (
  index: RussianCues,
  tokens: readonly Token[],
  low: readonly string[],
  i: number,
  taken: ReadonlySet<number>,
): RussianTrigger | null => {
  let best: RussianTrigger | null = null;
  let rank = 0;
  for (const compiled of index.get(keyOf(low[i] ?? '')) ?? []) {
    const found = triggerAt(compiled, { tokens, low, from: i, taken });
    const here =
      found === null ? 0 : (found.matched.length + (found.negated ? 1 : 0)) * 100 + compiled.head.stem.length;
    if (here <= rank) continue;
    best = found;
    rank = here;
  }
  return best;
};

const triggerAt = (compiled: CompiledCue, reading: Reading): RussianTrigger | null => {
  const { low, from } = reading;
  const { cue, kind, negated, about } = compiled;
  const form = formOf(compiled, low[from] ?? '');
  if (form === null || (NAMING.has(form) && LEADS.has(low[from - 1] ?? ''))) return null;
  if (!isRefused(compiled, low, from)) return null;
  const matched = matchRest(compiled, form, reading);
  if (matched === null || (about !== null && !isAbout(about, low, from))) return null;
  const last = Math.max(from, ...matched);
  return { cue, form, perfective: kind !== 'imperfective', negated, first: from, last, matched };
};

const NAMING: ReadonlySet<string> = new Set(['fin', 'gerund', 'past']);
/** Behind these stands a noun: `на [встречу]`. */
const LEADS: ReadonlySet<string> = new Set(
  'в во на о об с со к ко по за от из до у при для без после'.split(' '),
);

/** A cue of refusal has its `не` just before it, over one auxiliary or adverb. */
const isRefused = ({ negated }: CompiledCue, low: readonly string[], i: number): boolean =>
  !negated ||
  low[i - 1] === 'не' ||
  (low[i - 2] === 'не' && /^(?:был[аои]?|очень|вполне|пока)$/.test(low[i - 1] ?? ''));

/** The form of the word as a head of the cue; null when it is none. A verb is reflexive when its cue says so. */
const formOf = ({ head, kind, rest }: CompiledCue, word: string): RussianTrigger['form'] | null => {
  if (!fits(head, word)) return null;
  if (head.endings !== undefined) return head.endings.get(word.slice(head.stem.length)) ?? null;
  if (kind === 'noun') {
    const ending = word.slice(head.stem.length);
    // `[телефонный] разговор`: the first word of a cue may be an adjective.
    return isNounEnding(ending) || (rest.length > 0 && isAdjectiveEnding(ending)) ? 'noun' : null;
  }
  if (head.open && !head.reflexive && /с[яь]$/.test(word)) return null;
  const form = verbForm(word);
  // A participle or a gerund describes; a word that is written out in the cue is meant as it stands.
  if (form !== null && form !== 'participle' && form !== 'gerund') return form;
  return head.open ? null : 'predicate';
};

interface Reading {
  readonly tokens: readonly Token[];
  readonly low: readonly string[];
  readonly from: number;
  readonly taken: ReadonlySet<number>;
}

const matchRest = (
  { rest, kind }: CompiledCue,
  form: RussianTrigger['form'],
  reading: Reading,
): readonly number[] | null => {
  const matched = [reading.from];
  let at = reading.from + 1;
  for (const [k, word] of rest.entries()) {
    let found = seek(word, reading, at);
    // `протест был выражен`, `санкции Орланд ввел`: what the verb leaves the act to may come first.
    if (found < 0 && k === 0 && word.gap && kind !== 'noun' && form !== 'gerund')
      found = seekBefore(word, reading, form);
    if (found < 0 && !word.optional) return null;
    if (found < 0 || word.ahead) continue;
    matched.push(found);
    at = Math.max(found, reading.from) + 1;
  }
  return matched;
};

const isWord = ({ patterns, infinitive }: RestWord, word: string): boolean =>
  infinitive ? verbForm(word) === 'infinitive' : patterns.some((pattern) => fits(pattern, word));

/** How far before its verb the noun of a cue may stand, in tokens. */
const BEFORE = 6;

const seekBefore = (word: RestWord, { tokens, low, from }: Reading, form: RussianTrigger['form']): number => {
  let commas = form === 'done' ? 1 : 0;
  for (let at = from - 1; at >= 0 && from - at <= BEFORE; at--) {
    if (tokens[at]?.kind === 'mark' && commas-- <= 0) return -1;
    const here = low[at] ?? '';
    if (here === 'что' || here === 'чтобы') return -1;
    if (isWord(word, here)) return at;
  }
  return -1;
};

const seek = (word: RestWord, { tokens, low, taken }: Reading, from: number): number => {
  const limit = word.gap ? from + GAP : from;
  for (let at = from; at <= limit && at < tokens.length; at++) {
    const here = low[at] ?? '';
    if (isWord(word, here)) return taken.has(at) ? -1 : at;
    if (tokens[at]?.kind === 'mark' || here === 'что' || here === 'чтобы') return -1;
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
