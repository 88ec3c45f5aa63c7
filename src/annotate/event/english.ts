/** Closed classes of English, lower case. Open classes (cues, plans, negations) are data in `knowledge/en/event.json`. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Forms of be. */
export const BE: ReadonlySet<string> = set(
  "am is are was were be been being isn't aren't wasn't weren't 's 're 'm",
);
/** Forms of have that make a perfect. */
export const HAVE: ReadonlySet<string> = set("have has had having haven't hasn't hadn't 've");
/** Forms of do that carry a negation or question. */
export const DO: ReadonlySet<string> = set("do does did don't doesn't didn't");
/** Verbs that only begin, end or keep up another: the verb after them is the act. */
export const PHASE: ReadonlySet<string> = set(
  'begin begins began begun start starts started continue continues continued keep keeps kept stop stops stopped go going',
);
/** Words that may stand between an auxiliary and its verb. */
const ADVERBS: ReadonlySet<string> = set(
  'long also then again now already still ever once first only both all each jointly formally firmly flatly publicly today yesterday tomorrow later soon earlier here there just even yet so finally eventually repeatedly officially reportedly recently previously always often have been not never altogether last',
);
/** Prepositions that lead in an argument. */
export const PREPOSITIONS: ReadonlySet<string> = set(
  'of in on at to with by for from against between among over about into under during after before since until through across despite without near off behind toward towards within upon around amid following including via per like',
);
/** Articles, demonstratives, quantifiers. */
export const DETERMINERS: ReadonlySet<string> = set(
  'the a an this that these those some any no every each all both another such one two three four five several many few his her its their our my your whose',
);
/** Possessive pronouns. */
export const POSSESSIVES: ReadonlySet<string> = set('his her its their our my your whose');
/** Words that open a clause of its own: no subject is sought beyond them, save the antecedent of a relative. */
export const OPENERS: ReadonlySet<string> = set(
  'that which who whom whose when while where because although though if unless whether provided until than saying adding noting whereas',
);
/** Relative pronouns that stand for what comes just before them. */
export const RELATIVES: ReadonlySet<string> = set('which who that');
/** Nouns that "that" points at when it comes before them: "condemned that visit", "in June of that year". */
export const DEMONSTRATED: ReadonlySet<string> = set(
  'visit trip meeting summit treaty agreement accord pact declaration deal proposal plan offer demand claim year month day week time basis point question issue period statement decision',
);
/** Words that join. */
export const JOINERS: ReadonlySet<string> = set('and but or then');
/** Titles and their parts: they belong to the name that follows. */
export const TITLES: ReadonlySet<string> = set(
  'president prime minister foreign defence defense leader chancellor premier king queen emperor secretary general mr mrs ms dr sir spokesman spokeswoman spokesperson ambassador envoy chief deputy vice first former acting current then-president then-prime counterpart chairman head state official officials veteran outgoing new',
);
/** Tokens that end a clause hard. */
export const HARD_MARKS: ReadonlySet<string> = set('; : ( ) [ ] “ ” " « » – — …');

/** Whether the word counts off: "sixteenth", "25th". */
export const isOrdinal = (lower: string): boolean =>
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|(?:[a-z]+-)?(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]+teen|[a-z]+tie)th|last|latest)$/.test(
    lower,
  );

/** Whether the word is an adverb by its shape or by list. */
export const isAdverb = (lower: string): boolean =>
  ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith('ly'));
