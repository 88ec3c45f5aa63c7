import type { CleanLexicon, LineWords, MarkerKind } from '../model/knowledge/clean-lexicon.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** Literal phrases of one kind, looked up by their first character. */
type PhraseTable = ReadonlyMap<string, readonly Phrase[]>;

interface Phrase {
  readonly text: string;
  readonly kind: MarkerKind;
}

/** The words of all languages at once: a page mixes them, and its language is told only after its body is known. */
export interface Words {
  readonly stopwords: ReadonlySet<string>;
  /** Stopwords of the languages that are read and of those that are not. */
  readonly littleWords: ReadonlySet<string>;
  readonly openings: PhraseTable;
  readonly phrases: PhraseTable;
  readonly tailPhrases: PhraseTable;
  readonly whole: ReadonlyMap<string, MarkerKind>;
  readonly months: ReadonlyMap<string, number>;
  readonly plugs: CleanLexicon['plugs'];
  readonly weekdays: ReadonlySet<string>;
  readonly publishedWords: readonly string[];
  readonly updatedWords: readonly string[];
  readonly reportCues: CleanLexicon['reportCues'];
  readonly notPlaces: ReadonlySet<string>;
  readonly captionSigns: ReadonlySet<string>;
  readonly pastWords: ReadonlySet<string>;
  readonly formerWords: ReadonlySet<string>;
  /** Words a credit line is made of beside names. */
  readonly creditWords: ReadonlySet<string>;
  /** Words for agencies at large: `agencies`, `wires`. */
  readonly collectives: ReadonlySet<string>;
  readonly lineWords: Readonly<Record<keyof LineWords, ReadonlySet<string>>>;
}

const compiled = new WeakMap<object, Words>();

/** The compiled words of `knowledge`; made once for each knowledge. */
export const wordsOfKnowledge = (knowledge: Knowledge): Words => {
  const known = compiled.get(knowledge.languages);
  if (known !== undefined) return known;
  const lexicons = Object.values(knowledge.languages).flatMap((language) => language.clean ?? []);
  const words = compile(lexicons);
  compiled.set(knowledge.languages, words);
  return words;
};

const compile = (lexicons: readonly CleanLexicon[]): Words => {
  const all = <T>(pick: (lexicon: CleanLexicon) => readonly T[]): readonly T[] => lexicons.flatMap(pick);
  return {
    stopwords: new Set(all((l) => l.stopwords)),
    littleWords: new Set(all((l) => [...l.stopwords, ...l.foreignStopwords])),
    openings: tableOf(all((l) => phrasesOf(l.markers))),
    phrases: tableOf(all((l) => phrasesOf(l.phrases))),
    tailPhrases: tableOf(all((l) => phrasesOf(l.tailPhrases))),
    whole: new Map(all((l) => phrasesOf(l.whole)).map(({ text, kind }) => [text, kind])),
    months: new Map(all((l) => [...Object.entries(l.foreignMonths), ...Object.entries(l.months)])),
    plugs: { verbs: all((l) => l.plugs.verbs), nouns: all((l) => l.plugs.nouns) },
    weekdays: new Set(all((l) => l.weekdays)),
    publishedWords: all((l) => l.publishedWords),
    updatedWords: all((l) => l.updatedWords),
    reportCues: { before: all((l) => l.reportCues.before), after: all((l) => l.reportCues.after) },
    notPlaces: new Set(all((l) => l.notPlaces)),
    captionSigns: new Set(all((l) => l.captionSigns)),
    pastWords: new Set(all((l) => l.pastWords)),
    formerWords: new Set(all((l) => l.formerWords)),
    creditWords: new Set(all((l) => l.creditWords)),
    collectives: new Set(all((l) => l.collectives)),
    lineWords: {
      told: new Set(all((l) => l.lineWords.told)),
      reader: new Set(all((l) => l.lineWords.reader)),
      self: new Set(all((l) => l.lineWords.self)),
      comment: new Set(all((l) => l.lineWords.comment)),
      form: new Set(all((l) => l.lineWords.form)),
    },
  };
};

const phrasesOf = (kinds: Readonly<Partial<Record<MarkerKind, readonly string[]>>>): readonly Phrase[] =>
  Object.entries(kinds).flatMap(([kind, list]) =>
    list.filter((text) => text !== '').map((text) => ({ text, kind: kind as MarkerKind })),
  );

/** Longer phrases stand first, so that `share this article` wins over `share`. */
const tableOf = (phrases: readonly Phrase[]): PhraseTable => {
  const table = new Map<string, Phrase[]>();
  for (const phrase of [...phrases].sort((a, b) => b.text.length - a.text.length)) {
    const first = phrase.text[0] ?? '';
    const list = table.get(first);
    if (list === undefined) table.set(first, [phrase]);
    else list.push(phrase);
  }
  return table;
};

/** Lower case, curly quotation marks straightened, every white-space character a blank: one unit stays one unit. */
export const foldLine = (line: string): string => {
  const lower = line.toLowerCase();
  const folded = lower.length === line.length ? lower : line;
  return UNFOLDED.test(folded)
    ? folded
        .replace(/[‘’ʼ]/g, "'")
        .replace(/[“”„]/g, '"')
        .replace(/[^\S ]/g, ' ')
    : folded;
};

const UNFOLDED = /[‘’ʼ“”„]|[^\S ]/;

/** The kind that the opening of a folded line points at, or null. */
export const openingKind = (folded: string, words: Words): MarkerKind | null => {
  for (const phrase of words.openings.get(folded[0] ?? '') ?? [])
    if (folded.startsWith(phrase.text) && isWordEnd(folded, phrase.text.length)) return phrase.kind;
  return null;
};

/** The kind of the first phrase found anywhere in a folded line, or null. Only where a word begins. */
export const phraseKind = (folded: string, table: PhraseTable): MarkerKind | null => {
  if (table.size === 0) return null;
  for (let at = 0; at < folded.length; at++) {
    if (isSmallLatin(folded.charCodeAt(at - 1))) continue;
    for (const phrase of table.get(folded[at] ?? '') ?? [])
      if (
        folded.startsWith(phrase.text, at) &&
        isWordStart(folded, at) &&
        isWordEnd(folded, at + phrase.text.length)
      )
        return phrase.kind;
  }
  return null;
};

/** Whether a folded line holds a phrase between word boundaries. */
export const holdsPhrase = (folded: string, phrase: string): boolean => {
  for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1))
    if (isWordStart(folded, at) && isWordEnd(folded, at + phrase.length)) return true;
  return false;
};

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/;
const LETTER = /[\p{L}\p{N}]/u;

/** Most characters follow such a letter, and no word begins there: asked before the patterns are. */
const isSmallLatin = (code: number): boolean => code >= 0x61 && code <= 0x7a;

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || UNSPACED.test(text[at] ?? '') || !LETTER.test(text[at - 1] ?? '');

const isWordEnd = (text: string, at: number): boolean => {
  const before = text[at - 1] ?? '';
  return at >= text.length || !LETTER.test(before) || UNSPACED.test(before) || !LETTER.test(text[at] ?? '');
};
