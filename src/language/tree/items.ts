import { isCapitalised } from '../../lib/capital.ts';
import type { Word, WordAnalysis } from '../../model/analysis.ts';

/** An analysed sentence as the finder of subjects sees it. */
export interface TaggedSentence {
  readonly words: readonly Word[];
  readonly analysis: readonly WordAnalysis[];
}

/**
 * What a word is to its clause: a noun or name, a pronoun that stands alone, a determiner or possessive pronoun, a possessive
 * ending, an adjective, a joint inside a word, a preposition, "to", a joining word ("and"), a word that opens a clause, a
 * relative or asking word, an auxiliary, a verb (finite, bare, in -ing, past participle), an adverb, a comma or dash, a heavier
 * mark, and a masked quotation.
 */
export type Kind =
  | 'noun'
  | 'pronoun'
  | 'determiner'
  | 'possessive'
  | 'adjective'
  | 'joint'
  | 'preposition'
  | 'to'
  | 'and'
  | 'opener'
  | 'relative'
  | 'auxiliary'
  | 'finite'
  | 'bare'
  | 'ing'
  | 'participle'
  | 'adverb'
  | 'comma'
  | 'stop'
  | 'quotation'
  | 'other';

/** A word of the clause, or a quotation that stands in it. */
export interface Item {
  readonly kind: Kind;
  /** Lower-case form; empty for a quotation. */
  readonly low: string;
  readonly capital: boolean;
  /** Index of the word; of a quotation, its first word. */
  readonly word: number;
}

/** The clause around a verb, with quotations masked and brackets left out. */
export interface ClauseItems {
  readonly items: readonly Item[];
  /** Index of the verb among the items. */
  readonly verb: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const AUXILIARIES = words(
  "am is are was were be been being has have had having do does did will would shall should can could may might must 'll 'd 've 're 's 'm wo ca",
);
/** Adverbs by their form, whatever the tagger says. */
const ADVERBS = words("not n't never please");
/** "the minister himself said" */
const REFLEXIVES = words('myself yourself himself herself itself ourselves yourselves themselves');
/** Words that stand for somebody by themselves, whatever the tagger says of them. */
const ALONE = words(
  'i you he she it we they this these those both neither either none others all many some several few most everyone everybody nobody someone somebody anyone anybody one another each nothing everything something much',
);
const POSSESSIVES = words('my your his her its our their whose');
const RELATIVES = words('who which whom what where why how when whenever wherever whoever whatever');
const OPENERS = words('that because although though while if whether since unless until whereas once');

const VERB_KIND: Readonly<Record<string, Kind>> = {
  VB: 'bare',
  VBG: 'ing',
  VBN: 'participle',
};

const UPOS_KIND: Readonly<Record<string, Kind>> = {
  NOUN: 'noun',
  PROPN: 'noun',
  NUM: 'noun',
  PRON: 'pronoun',
  DET: 'determiner',
  ADJ: 'adjective',
  ADP: 'preposition',
  SCONJ: 'opener',
  CCONJ: 'and',
  ADV: 'adverb',
  INTJ: 'noun',
  SYM: 'noun',
};

const markKind = (form: string): Kind => {
  if (/^(?:,|--?|[—–])$/.test(form)) return 'comma';
  return /^[:;.!?…]+$/.test(form) ? 'stop' : 'other';
};

const pronounKind = (low: string, xpos: string | null): Kind => {
  if (POSSESSIVES.has(low) && xpos !== 'PRP') return 'determiner';
  if (low === 'that' && xpos === 'WDT') return 'relative';
  return RELATIVES.has(low) ? 'relative' : 'pronoun';
};

const verbKind = ({ xpos, upos }: WordAnalysis, low: string): Kind => {
  if (upos === 'AUX' || AUXILIARIES.has(low)) return AUXILIARIES.has(low) ? 'auxiliary' : 'noun';
  if (xpos?.startsWith('NN')) return 'noun';
  return VERB_KIND[xpos ?? ''] ?? (xpos === null && low.endsWith('ing') ? 'ing' : 'finite');
};

/** The kind of words that are told by their form. */
const fixedKind = (low: string, xpos: string | null): Kind | null => {
  if (xpos === 'POS') return 'possessive';
  if (low === '&') return 'joint';
  if (ADVERBS.has(low) || REFLEXIVES.has(low)) return 'adverb';
  if (low === 'neither') return 'pronoun';
  if (low === 'to') return xpos === 'TO' ? 'to' : 'preposition';
  return null;
};

/** The kind of one word by its form and tags; closed classes by their form, since taggers stumble over them in headlines. */
export const kindOf = (form: string, low: string, analysis: WordAnalysis): Kind => {
  const { upos, xpos } = analysis;
  if (upos === 'PUNCT') return xpos === 'HYPH' ? 'joint' : markKind(form);
  const fixed = fixedKind(low, xpos);
  if (fixed !== null) return fixed;
  if (upos === 'VERB' || upos === 'AUX') return verbKind(analysis, low);
  if (upos === 'PRON' || RELATIVES.has(low)) return pronounKind(low, xpos);
  if (OPENERS.has(low) && (upos === 'SCONJ' || upos === 'ADP')) return 'opener';
  return UPOS_KIND[upos] ?? 'other';
};

/** Whether a word can stand for somebody without a noun: "Both declined", "Neither said". */
export const standsAlone = (low: string): boolean => ALONE.has(low);

/** A stretch of words, `to` not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  "'": ["'"],
  '“': ['”'],
  '„': ['“', '”'],
  '«': ['»'],
  '‘': ['’'],
  '``': ["''", '"'],
  "''": ["''"],
};

/** Stretches in quotation marks, by the words alone, marks included; an unclosed one runs on to the end. */
export const quotedStretches = ({ words: list }: TaggedSentence): readonly Stretch[] => {
  const found: Stretch[] = [];
  let from = -1;
  let closers: readonly string[] = [];
  for (let i = 0; i < list.length; i++) {
    const form = list[i]?.form ?? '';
    if (from >= 0 && closers.includes(form)) {
      found.push({ from, to: i + 1 });
      from = -1;
    } else if (from < 0 && CLOSERS[form] !== undefined && opensAt(list, i)) {
      from = i;
      closers = CLOSERS[form];
    }
  }
  if (from >= 0 && !closers.includes("'")) found.push({ from, to: list.length });
  return found;
};

/** A mark that is the same on both sides opens where white space stands before it and none behind. */
const opensAt = (list: readonly Word[], i: number): boolean => {
  if (!/^["']/.test(list[i]?.form ?? '')) return true;
  const gapBefore = i === 0 || (list[i - 1]?.end ?? 0) < (list[i]?.start ?? 0);
  return gapBefore && list[i + 1]?.start === list[i]?.end;
};

const INNER_END = /^[,.!?…]$/;

/** Whether a quotation is a mere part of the clause ("a 'patriotic' group"): no verb in it, and no stop or comma at its end. */
const isFragment = ({ words: list, analysis }: TaggedSentence, { from, to }: Stretch): boolean => {
  if (INNER_END.test(list[to - 2]?.form ?? '') || to - from > 8) return false;
  for (let i = from; i < to; i++)
    if (/^(?:VERB|AUX)$/.test(analysis[i]?.upos ?? '') && !/^VB[GN]$/.test(analysis[i]?.xpos ?? ''))
      return false;
  return true;
};

const BRACKETS = /^[([]$/;
/** No bracket of prose is longer, in words. */
const MAX_BRACKET = 24;

const bracketEnd = (list: readonly Word[], from: number): number => {
  for (let i = from + 1; i < Math.min(list.length, from + MAX_BRACKET); i++)
    if (/^[)\]]$/.test(list[i]?.form ?? '')) return i + 1;
  return from + 1;
};

/** A stretch with the bracket that follows it at once: "Ana Kestrel (Ind., Skerrin North)". */
export const withBracket = ({ words: list }: TaggedSentence, { from, to }: Stretch): Stretch => {
  if (!BRACKETS.test(list[to]?.form ?? '')) return { from, to };
  const end = bracketEnd(list, to);
  return { from, to: end > to + 1 ? end : to };
};

const PURE_MARK = /^["'“”„«»‘’`()[\]]+$/;

/** Quotations are looked for once in a sentence, however many verbs are asked for. */
const known = new WeakMap<readonly Word[], readonly Stretch[]>();

const stretchesOf = (sentence: TaggedSentence): readonly Stretch[] => {
  const found = known.get(sentence.words) ?? quotedStretches(sentence);
  known.set(sentence.words, found);
  return found;
};

/** How many words around the verb are read; no sentence of prose is longer. */
const REACH = { before: 400, behind: 200 } as const;

/** Index of the first stretch that ends behind word `i`. */
const firstBehind = (stretches: readonly Stretch[], i: number): number => {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) > i) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The words to be read for a verb, and the first quotation that may stand among them; inside a quotation none does. */
const boundsOf = (
  sentence: TaggedSentence,
  quoted: readonly Stretch[],
  verb: number,
): Stretch & { readonly next: number } => {
  const around = quoted[firstBehind(quoted, verb)];
  const [from, to] = [verb - REACH.before, verb + REACH.behind];
  if (around !== undefined && around.from <= verb)
    return { from: Math.max(around.from, from), to: Math.min(around.to, to), next: quoted.length };
  const next = firstBehind(quoted, from);
  const start = Math.min(from, quoted[next]?.from ?? from);
  return { from: Math.max(0, start), to: Math.min(sentence.words.length, to), next };
};

/** The items of the clause that `verb` stands in: of a verb inside a quotation the quotation, else what stands outside. */
export const clauseAround = (sentence: TaggedSentence, verb: number): ClauseItems => {
  const quoted = stretchesOf(sentence);
  const { from, to, next: first } = boundsOf(sentence, quoted, verb);
  const items: Item[] = [];
  let next = first;
  let at = -1;
  for (let i = from; i < to; i++) {
    while ((quoted[next]?.from ?? to) < i) next++;
    const quotation = quoted[next];
    if (quotation?.from === i && !isFragment(sentence, quotation)) {
      items.push({ kind: 'quotation', low: '', capital: false, word: i });
      i = quotation.to - 1;
      continue;
    }
    i = pastBracket(sentence, i, verb);
    const item = itemBehind(sentence, i, items.at(-1));
    if (item === null) continue;
    if (i === verb) at = items.length;
    items.push(item);
  }
  return { items, verb: at };
};

/** The item of word `i`, unless it is a mark that says nothing: a comma right behind a quotation, a quotation mark. */
const itemBehind = (sentence: TaggedSentence, i: number, before: Item | undefined): Item | null => {
  const item = itemAt(sentence, i);
  return item?.kind === 'comma' && before?.kind === 'quotation' ? null : item;
};

/** The last word of the bracket that opens at `i`, unless the verb is in it; `i` itself where none opens. */
const pastBracket = ({ words: list }: TaggedSentence, i: number, verb: number): number => {
  if (!BRACKETS.test(list[i]?.form ?? '')) return i;
  const closing = bracketEnd(list, i);
  return verb < i || verb >= closing ? closing - 1 : i;
};

const itemAt = ({ words: list, analysis }: TaggedSentence, i: number): Item | null => {
  const form = list[i]?.form ?? '';
  const tags = analysis[i];
  const low = form.toLowerCase().replace('’', "'");
  if (tags === undefined || (PURE_MARK.test(form) && tags.xpos !== 'POS')) return null;
  const kind = kindOf(form, low, tags);
  return {
    kind: kind === 'joint' && isDash(list, i) ? 'comma' : kind,
    low,
    capital: isCapitalised(form),
    word: i,
  };
};

/** "Redic - through an interpreter - declared": a hyphen with white space around it. */
const isDash = (list: readonly Word[], i: number): boolean =>
  list[i]?.form === '-' &&
  (list[i - 1]?.end ?? 0) < (list[i]?.start ?? 0) &&
  (list[i]?.end ?? 0) < (list[i + 1]?.start ?? 0);
