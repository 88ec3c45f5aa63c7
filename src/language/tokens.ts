import type { Token } from '../model/sentence.ts';

// Titles and initials with their stop ("Mr.", "J."), abbreviations ("U.S."), and letters and digits with single inner joints:
// "Afghan-led", "don’t", "1,000", "3.5". No nested quantifier can match the same characters twice, so the scan is linear.
const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Messrs|St|Jr|Sr|\p{Lu})\.(?![\p{L}\p{N}])|(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑–][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;
const NUMBER = /^\p{N}[\p{N}.,]*$/u;
const WORD = /^[\p{L}\p{N}]/u;

/** Splits `text` in `[start, end)` into tokens with offsets into the whole text. Linear; text is never changed. */
export const tokenise = (text: string, start = 0, end: number = text.length): readonly Token[] => {
  const tokens: Token[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(TOKEN)) {
    const form = match[0];
    const at = start + match.index;
    tokens.push({
      start: at,
      end: at + form.length,
      text: form,
      lower: lowered(form),
      kind: NUMBER.test(form) ? 'number' : WORD.test(form) ? 'word' : 'mark',
    });
  }
  return tokens;
};

/** Lower case with curly apostrophes straightened, of the same length; a form whose lower case is longer stays as it is. */
const lowered = (form: string): string => {
  const lower = form.toLowerCase().replaceAll('’', "'");
  return lower.length === form.length ? lower : form;
};
