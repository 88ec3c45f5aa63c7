/** Spellings of one sound in names written in Latin letters, the commoner transliterations of Cyrillic and Arabic first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^m[ou]h?am+[ae]d$/, 'mohamed'],
  [/^[yj]e/, 'e'],
  [/tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/tz/g, 'ts'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]([aou])/g, 'i$1'],
  [/off$/, 'ov'],
  [/eff$/, 'ev'],
  [/dr$/, 'der'],
  [/([a-z])\1+/g, '$1'],
  [/(?:i[yj]|yi|y|j)$/, 'i'],
];

/** A plural or a silent ending is taken off only from words of at least this many letters: `Kuriles`, but `Paris`. */
const LONG = 6;

/**
 * What the spellings of one name have in common: `Sergei`, `Sergey` and `Sergej` give one key, so do `Kuril`, `Kurils`,
 * `Kurile` and `Kuriles`, `Hokkaidō` and `Hokkaido`, `Dmitry` and `Dmitrii`. A key is for comparing, never for showing; two
 * different names may share one, so it is asked only where the spelling itself is not known. Words that are not in Latin
 * letters are only lowered.
 */
export const variantOf = (word: string): string => {
  let key = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}'’ʼ.\-‐‑]/gu, '');
  if (!/^[a-z]+$/.test(key)) return key;
  if (key.length >= LONG || /il[se]$/.test(key)) key = key.replace(/(?:es|e|s)$/, '');
  for (const [spelling, common] of SPELLINGS) key = key.replace(spelling, common);
  return key;
};
