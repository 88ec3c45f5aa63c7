import type { Act, Stance } from '../../model/annotation.ts';
import { type RuleId, ruleId } from '../../model/brand.ts';
import type { StanceWords } from '../../model/knowledge/stance-words.ts';
import type { Span } from '../../model/span.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases, inflectedFold, plainFold } from './phrases.ts';

/** The order in which stances win when the words of several are met: the firmer first. */
const ORDER = ['rejects', 'demands', 'opposes', 'noncommittal', 'supports', 'open'] as const;
type Worded = (typeof ORDER)[number];

/** What a negated word of a stance comes to: "does not support" opposes, "not against" is open. */
const TURNED: Readonly<Record<Worded, Worded | null>> = {
  rejects: 'open',
  demands: null,
  opposes: 'supports',
  noncommittal: null,
  supports: 'opposes',
  open: 'rejects',
};

/** Acts that say the stance themselves, whatever words they are about. */
const FIRM: Readonly<Partial<Record<Act, Stance>>> = {
  demanded: 'demands',
  refused: 'rejects',
  declined: 'noncommittal',
  criticised: 'opposes',
  welcomed: 'supports',
};

/** What the act of speaking says when the words say nothing. */
const BY_ACT: Readonly<Partial<Record<Act, Stance>>> = {
  promised: 'supports',
  planned: 'supports',
  proposed: 'supports',
  hoped: 'supports',
};

/** Acts that tell or ask, and take no side. */
const NEUTRAL: ReadonlySet<Act> = new Set(['reported', 'ordered']);

type Word = Worded | 'negator' | 'ending' | 'barrier';

/** Words of stance of one language, compiled. */
export interface StanceTable {
  readonly words: PhraseTable<Word>;
  readonly language: string;
}

/** Compiles the stance words of one language. Russian ones are met in every case and gender. */
export const compileStances = (words: StanceWords, language: string): StanceTable => {
  const pairs = [
    ...ORDER.flatMap((stance) => words[stance].map((phrase) => [phrase, stance] as const)),
    ...words.negators.map((phrase) => [phrase, 'negator'] as const),
    ...words.endings.map((phrase) => [phrase, 'ending'] as const),
    ...words.barriers.map((phrase) => [phrase, 'barrier'] as const),
  ];
  const fold = language === 'ru' ? inflectedFold(language) : plainFold;
  return { words: compilePhrases<Word>(pairs, language, fold), language };
};

/** A stance with the rule that told it. */
export interface ReadStance {
  readonly stance: Stance;
  readonly rule: RuleId;
}

/** Where a text names the issue, and what its pack says to stand against the proposal. */
export interface Proposal {
  readonly named: readonly Span[];
  readonly against: readonly Span[];
}

/** What the words of some regions say. */
interface Words {
  readonly stances: ReadonlySet<Worded>;
  readonly ends: boolean;
  readonly barrier: boolean;
}

/** How far before a word a negation reaches, in characters, when no stop stands between them. */
const NEGATION_REACH = 48;

/**
 * The stance that an act and the words of `regions` (content and cue) tell, or null when they tell none.
 *
 * - `stance/ending@2`: who wants a thing to end is against it: "Orland demanded that [the drills stop]" opposes; what stands in
 *   the way of the proposal is not the proposal: "[scrap the fee]" demands.
 * - `stance/act@1`: the act says it: "Voss [criticised] the ferry" opposes.
 * - `stance/words@1`: the words say it, the firmer first: "We [reject] any handover" rejects; "she [does not support] it" opposes.
 * - `stance/intent@1`: who promises, plans, proposes or hopes for a thing supports it: "he [promised] a ferry".
 */
export const readStance = (
  table: StanceTable,
  text: string,
  regions: readonly Span[],
  act: Act,
  proposal: Proposal = { named: [], against: [] },
): ReadStance | null => {
  if (NEUTRAL.has(act)) return null;
  const words = wordsOf(table, text, regions, proposal);
  if (act === 'asked') return asksFor(words, text, regions);
  const wanted = FIRM[act] ?? BY_ACT[act] ?? null;
  const ended = endingOf(words, wanted);
  if (ended !== null) return told(ended, 'ending');
  const firm = FIRM[act];
  if (firm !== undefined) return told(firm, 'act');
  const worded = ORDER.find((stance) => words.stances.has(stance));
  if (worded !== undefined) return told(worded, 'words');
  return wanted === null ? null : told(wanted, 'intent');
};

const RULES = {
  ending: ruleId('stance/ending@2'),
  act: ruleId('stance/act@1'),
  words: ruleId('stance/words@1'),
  intent: ruleId('stance/intent@1'),
} as const;

const told = (stance: Stance, rule: keyof typeof RULES): ReadStance => ({ stance, rule: RULES[rule] });

/** A question takes no side; who asks for a thing is for it. */
const asksFor = (words: Words, text: string, regions: readonly Span[]): ReadStance | null => {
  if (!regions.some(({ start }) => /^to\s/.test(text.slice(start, start + 3)))) return null;
  return told(endingOf(words, 'supports') ?? 'supports', 'intent');
};

/** What it means that somebody wants something to end. */
const endingOf = ({ ends, barrier, stances }: Words, wanted: Stance | null): Stance | null => {
  if (!ends) return null;
  const wants = stances.has('demands') ? 'demands' : wanted;
  if (wants !== 'demands' && wants !== 'supports') return null;
  if (barrier) return wants;
  return 'opposes';
};

const wordsOf = (
  table: StanceTable,
  text: string,
  regions: readonly Span[],
  { named, against }: Proposal,
): Words => {
  const words = { stances: new Set<Worded>(), ends: false, barrier: against.length > 0 };
  for (const region of regions) {
    let negatedAt = -1;
    for (const { value, start, end } of findPhrases(table.words, text, region)) {
      if (value === 'negator') negatedAt = end;
      // A tariff bars nothing where the tariff is what is proposed.
      else if (value === 'barrier' && named.some((at) => at.start < end && start < at.end)) continue;
      else note(words, value, isNegated(text, negatedAt, start) || isTurnedBehind(table, text, end));
    }
  }
  return words;
};

const note = (
  words: { readonly stances: Set<Worded>; ends: boolean; barrier: boolean },
  value: Exclude<Word, 'negator'>,
  negated: boolean,
): void => {
  if (value === 'ending') words.ends ||= !negated;
  else if (value === 'barrier') words.barrier = true;
  else {
    const stance = negated ? TURNED[value] : value;
    if (stance !== null) words.stances.add(stance);
  }
};

const isNegated = (text: string, negatedAt: number, at: number): boolean =>
  negatedAt >= 0 && at - negatedAt <= NEGATION_REACH && !/[.,;:!?…]/.test(text.slice(negatedAt, at));

/** Japanese denies behind the word: `支持[しない]`. */
const isTurnedBehind = ({ language }: StanceTable, text: string, end: number): boolean =>
  language === 'ja' && /^(?:し|する|は|を|でき)?(?:ない|なかった|ません|ず)/u.test(text.slice(end, end + 5));
