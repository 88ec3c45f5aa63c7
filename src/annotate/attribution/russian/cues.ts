import type { Clause } from './clause.ts';
import { isPlain } from './clause.ts';
import type { CueWords } from './lexicon.ts';

/** A cue in its clause. */
export interface CueAt {
  readonly words: CueWords;
  /** First token of the group: negation and adverbs before the verb included. */
  readonly group: number;
  readonly from: number;
  readonly to: number;
  readonly negated: boolean;
  /** Whether it is an adverbial participle (`добавив`), whose subject is that of another verb. */
  readonly participle: boolean;
}

const PARTICIPLE = /(?:в|вши|вшись|я|ая|яя|уя|ив|ав)$/u;
const FINITE = /(?:л|ла|ло|ли|лся|лась|лось|лись|т|тся|ют|ем|ен|ена|ены|дал|бы|н|ю|юсь|емся|ет|ит|ят|ят)$/u;

/** The cues of a clause in order, the longest at each place. */
export const findCues = (clause: Clause): readonly CueAt[] => {
  const found: CueAt[] = [];
  for (let i = 0; i < clause.tokens.length; i++) {
    const cue = isPlain(clause, i) ? cueAt(clause, i) : null;
    if (cue === null) continue;
    found.push(cue);
    i = cue.to - 1;
  }
  return found;
};

const cueAt = (clause: Clause, i: number): CueAt | null => {
  for (const words of clause.words.cues.get(clause.low[i] ?? '') ?? []) {
    if (words.preposition && isPossessed(clause, words, i))
      return { words, group: i, from: i, to: i + words.words.length + 1, negated: false, participle: false };
    if (!words.words.every((word, k) => clause.low[i + k] === word)) continue;
    const negated = clause.low[i - 1] === 'не' && words.words[0] !== 'не';
    const last = words.words.at(-1) ?? '';
    return {
      words,
      group: negated ? i - 1 : i,
      from: i,
      to: i + words.words.length,
      negated,
      participle:
        !words.preposition && words.words.length === 1 && PARTICIPLE.test(last) && !FINITE.test(last),
    };
  }
  return null;
};

/** `по [его] словам`: the possessive stands inside the cue. */
const isPossessed = ({ low }: Clause, { words }: CueWords, i: number): boolean =>
  words.length === 2 &&
  low[i] === words[0] &&
  /^(?:его|ее|их|моим|нашим|вашим)$/.test(low[i + 1] ?? '') &&
  low[i + 2] === words[1];
