const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
};

const tens = TENS.filter((word) => word !== '').join('|');

/** A number below a thousand in digits, or below a hundred in folded words. Source of a pattern without groups. */
export const NUMBER: string = `(?:\\d{1,3}|(?:${tens})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${[...UNITS].reverse().join('|')})`;
/** An ordinal below a thousand in digits, or to a hundredth in folded words. Source of a pattern without groups. */
export const ORDINAL: string = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:(?:${tens})[- ])?(?:${Object.keys(ORDINALS).reverse().join('|')}))`;

/** The value of a `NUMBER` or `ORDINAL`, or null. */
export const countOf = (words: string): number | null => {
  const digits = /^\d{1,3}/.exec(words);
  if (digits !== null) return Number(digits[0]);
  let sum = 0;
  for (const word of words.split(/[- ]/)) {
    const value = numberOfWord(word);
    if (value === null) return null;
    sum += value;
  }
  return sum;
};

const numberOfWord = (word: string): number | null => {
  const unit = (UNITS as readonly string[]).indexOf(word);
  if (unit >= 0) return unit;
  const ten = word === '' ? -1 : (TENS as readonly string[]).indexOf(word);
  return ten >= 0 ? ten * 10 : (ORDINALS[word] ?? null);
};
