import type { Act, Stance } from '../../model/annotation.ts';
import type { StanceWords } from '../../model/knowledge/event-lexicon.ts';
import type { Span } from '../../model/span.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases } from './phrases.ts';

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

/** What the act of speaking alone says when the words say nothing. */
const BY_ACT: Readonly<Partial<Record<Act, Stance>>> = {
  demanded: 'demands',
  ordered: 'demands',
  refused: 'rejects',
  denied: 'rejects',
  declined: 'noncommittal',
  criticised: 'opposes',
  welcomed: 'supports',
  promised: 'supports',
  proposed: 'supports',
};

/** Words of stance of one language, compiled. */
export interface StanceTable {
  readonly words: PhraseTable<Worded | 'negator'>;
}

/** Compiles the stance words of one language. */
export const compileStances = (words: StanceWords, language: string): StanceTable => {
  const pairs = [
    ...ORDER.flatMap((stance) => words[stance].map((phrase) => [phrase, stance] as const)),
    ...words.negators.map((phrase) => [phrase, 'negator'] as const),
  ];
  return { words: compilePhrases<Worded | 'negator'>(pairs, language) };
};

/** How far before a word a negation reaches, in characters, when no stop stands between them. */
const NEGATION_REACH = 48;

/**
 * The stance that the words of `regions` (content and cue) tell, else what the act of speaking tells, else null.
 * "We [reject] any handover" rejects; "she [does not support] it" opposes.
 */
export const readStance = (
  table: StanceTable,
  text: string,
  regions: readonly Span[],
  act: Act,
): Stance | null => {
  const found = new Set<Worded>();
  for (const region of regions) {
    let negatedAt = -1;
    for (const hit of findPhrases(table.words, text, region)) {
      if (hit.value === 'negator') {
        negatedAt = hit.end;
        continue;
      }
      const stance = isNegated(text, negatedAt, hit.start) ? TURNED[hit.value] : hit.value;
      if (stance !== null) found.add(stance);
    }
  }
  return ORDER.find((stance) => found.has(stance)) ?? BY_ACT[act] ?? null;
};

const isNegated = (text: string, negatedAt: number, at: number): boolean =>
  negatedAt >= 0 && at - negatedAt <= NEGATION_REACH && !/[.,;:!?…]/.test(text.slice(negatedAt, at));
