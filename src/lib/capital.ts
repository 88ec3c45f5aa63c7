const CAPITAL = /^\p{Lu}/u;

/** Whether `text` begins with a capital letter of any script. Asked of every word: ASCII is told without a pattern. */
export const isCapitalised = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(text);
};
