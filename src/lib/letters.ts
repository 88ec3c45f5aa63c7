/** A character that may be a letter beyond ASCII: those of general punctuation are none. */
const FAR = /[^\u0000-\u007f\u00a0\u2000-\u206f]/;

/**
 * Whether no letter of `text` lies beyond ASCII. The class of the letters of all scripts takes long to make ready: a text without
 * them is better read by a pattern that has only `A-Za-z`.
 */
export const hasPlainLetters = (text: string): boolean => !FAR.test(text);
