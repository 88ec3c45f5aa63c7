const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Words that carry no content of their own, folded, for the languages that separate words by blanks. They decide only
 * what counts when two wordings are compared; the stopwords of a language's lexicon are added to them.
 */
export const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(
    'a an and are as at be been being but by can could did do does for from had has have he her him his how i if in ' +
      'into is it its may me might more most must my no nor not of on or our out over said say says she should so some ' +
      'such than that the their them then there these they this those to too under up upon us very was we were what ' +
      'when where which while who whom whose why will with would you your also about after before between both during ' +
      'each just only other own same any all',
  ),
  ru: list(
    'а без бы был была были было быть в во вот все всё для до его ее её если есть еще ещё же за и из или им их к как ' +
      'ко когда который которая которые которое ли мы на над нас наш не ни но о об он она они оно от по под при с со ' +
      'так также там тем то того тоже только тот ту ты у уже что чтобы эта эти это этого этот я',
  ),
};

/** Words that turn a sentence into its contrary, folded (apostrophes dropped). */
export const NEGATORS: ReadonlySet<string> = list(
  'not no never none neither nor nothing nobody cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt werent hasnt ' +
    'havent hadnt shouldnt couldnt mustnt without не нет ни никогда нельзя никто ничего',
);

/** Small numbers in words, folded. `one` is left out: it is a pronoun more often than a number. */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    two: '2',
    both: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    twenty: '20',
    hundred: '100',
    thousand: '1000',
    два: '2',
    две: '2',
    двух: '2',
    оба: '2',
    три: '3',
    трех: '3',
    трёх: '3',
    четыре: '4',
    четырех: '4',
    четырёх: '4',
    пять: '5',
    пяти: '5',
    шесть: '6',
    семь: '7',
    десять: '10',
  }),
);

/** The number that a folded word writes, as digits; null when it writes none. */
export const numberOf = (word: string): string | null =>
  /^\p{N}/u.test(word) ? word : (NUMBER_WORDS.get(word) ?? null);
