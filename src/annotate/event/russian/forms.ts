import { plain } from '../../attribution/russian/lexicon.ts';

/** What the ending of a verb says: `fin` is the present of an imperfective verb and the future of a perfective one. */
export type VerbForm =
  | 'past'
  | 'fin'
  | 'infinitive'
  | 'passive'
  | 'participle'
  /** `[побывавший] в Бренне министр`: whoever does it is described by it. */
  | 'acting'
  /** `[подписанный] Ленцем договор`: what it is done to is described by it. */
  | 'done'
  | 'gerund'
  | 'predicate';

const INFINITIVE = /(?:ть|ти|чь)(?:ся|сь)?$/;
const PARTICIPLE =
  /(?:вш|ш|нн|ющ|ущ|ащ|ящ|[еиы]м|[оыаеуя]т)(?:ий|ый|ая|ое|ее|ие|ые|ого|его|ому|ему|ой|ей|ую|юю|ым|им|ом|ем|ых|их|ыми|ими)(?:ся)?$/;
const PAST = /л[аои]?(?:ся|сь)?$/;
/** `подписан`, `введены`, `снят`, `закрыта`; `снимут` and `возобновит` are none. */
const PASSIVE =
  /(?:[аеяи]н[аоы]?|(?:сн|прин|зан|взн|отн|изъ)ят[аоы]?|начат[аоы]?|(?:кр|уб|б|в)[ыи]т[аоы]|закрыт|открыт|перекрыт|разверн[ую]т[аоы]|убит)$/;
const FINITE = /(?:[ую]|ешь|ишь|[еи]т|[еи]м|[еи]те|[уюая]т)(?:ся|сь)?$/;
const GERUND = /(?:в|вши|вшись|[ая]|ясь|ась)$/;

/** The form of a verb whose stem is known, by its ending; null when no verb ends so. Lower case, `ё` written `е`. */
export const verbForm = (word: string): VerbForm | null => {
  if (INFINITIVE.test(word)) return 'infinitive';
  if (PARTICIPLE.test(word)) return 'participle';
  if (PASSIVE.test(word)) return 'passive';
  if (PAST.test(word)) return 'past';
  // `нанес`, `достиг`: the past of the masculine without its -л.
  if (/(?:нес|вез|полз|верг|стиг|мог|лек)(?:ся)?$/.test(word)) return 'past';
  if (FINITE.test(word)) return 'fin';
  return GERUND.test(word) ? 'gerund' : null;
};

const NOUN =
  /^(?:а|о|у|ы|е|и|й|ь|ю|я|ом|ем|ой|ей|ою|ам|ям|ами|ями|ах|ях|ов|ев|ью|ия|ие|ию|ии|ий|ием|ией|иям|иями|иях)?$/;

/** Whether what follows a stem is an ending of nouns. */
export const isNounEnding = (rest: string): boolean => NOUN.test(rest);

const ADJECTIVE = /^(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ое]й|[ую]ю|[ыи]ми?|[ое]м|[ыи]х)$/;

/** Whether what follows a stem is an ending of adjectives. */
export const isAdjectiveEnding = (rest: string): boolean => ADJECTIVE.test(rest);

/** A word of a pattern: a stem with `*`, a stem with `*ся` whose word must be reflexive, or the word itself. */
export interface WordPattern {
  readonly stem: string;
  readonly open: boolean;
  readonly reflexive: boolean;
  /** Of a conjugated verb: what each ending says; absent where any ending of up to nine letters fits. */
  readonly endings?: ReadonlyMap<string, VerbForm>;
}

/** Reads `встрет*ся`, `подписа*`, `силу`. */
export const readWord = (written: string): WordPattern => {
  const [stem = '', tail] = plain(written.toLowerCase()).split('*');
  return { stem, open: tail !== undefined, reflexive: tail === 'ся' };
};

/** Whether a word (lower case, `ё` written `е`) fits; a stem may have any ending of up to nine letters. */
export const fits = ({ stem, open, reflexive, endings }: WordPattern, word: string): boolean => {
  if (endings !== undefined) return word.startsWith(stem) && endings.has(word.slice(stem.length));
  if (!open) return word === stem;
  if (!word.startsWith(stem) || word.length - stem.length > 9) return false;
  return !reflexive || /с[яь]$/.test(word);
};

/** Words and stems of a list, for asking whether one of them fits. */
export interface WordList {
  readonly words: ReadonlySet<string>;
  /** By their first three letters. */
  readonly stems: ReadonlyMap<string, readonly WordPattern[]>;
}

/** How many letters stems are looked up by. */
const KEY = 3;

/** Makes a list ready for look-up; phrases of several words are left to whoever reads them. */
export const wordList = (written: Iterable<string>): WordList => {
  const words = new Set<string>();
  const stems = new Map<string, WordPattern[]>();
  for (const one of written) {
    const pattern = readWord(one);
    if (!pattern.open) words.add(pattern.stem);
    else stems.set(keyOf(pattern.stem), [...(stems.get(keyOf(pattern.stem)) ?? []), pattern]);
  }
  return { words, stems };
};

/** What a stem or a word is looked up by. */
export const keyOf = (word: string): string => word.slice(0, KEY);

/** Whether a word is in the list. */
export const isIn = ({ words, stems }: WordList, word: string): boolean =>
  words.has(word) || (stems.get(keyOf(word)) ?? []).some((pattern) => fits(pattern, word));
