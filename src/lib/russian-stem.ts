const ENDING =
  /(?:ого|его|ому|ему|ыми|ими|ями|ами|иях|ией|ия|ии|ию|ие|ая|яя|ое|ее|ый|ий|ой|ые|ых|их|ым|им|ом|ем|ём|ам|ям|ах|ях|ую|юю|ов|ев|ей|[аеиоуыьэюяй])$/u;

/** A lower-case Russian word without its ending of number and case, `ё` written `е`; words of three letters stay. */
export const russianStem = (lower: string): string => {
  const word = lower.replaceAll('ё', 'е');
  return word.length > 3 ? word.replace(ENDING, '') : word;
};
