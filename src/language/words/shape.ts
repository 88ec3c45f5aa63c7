const LONGEST = 9;

const kindOf = (text: string, i: number): number => {
  const c = text.charCodeAt(i);
  if (c >= 97 && c <= 122) return 120;
  if (c >= 65 && c <= 90) return 88;
  if (c >= 48 && c <= 57) return 100;
  if (c < 128) return c;
  // Cyrillic small and capital letters count as letters with case; what else is beyond ASCII is one class.
  if ((c >= 0x430 && c <= 0x45f) || (c >= 0xdf && c <= 0xff)) return 120;
  if ((c >= 0x400 && c <= 0x42f) || (c >= 0xc0 && c <= 0xde)) return 88;
  return 117;
};

/**
 * The shape of a form as a hash: x for small letters, X for capitals, d for digits, u for what is beyond ASCII, other marks
 * as they are. A class that repeats more than twice is written twice; at most nine classes count.
 */
export const shapeOf = (text: string): number => {
  let hash = 0x811c9dc5;
  let last = 0;
  let run = 0;
  let length = 0;
  for (let i = 0; i < text.length && length < LONGEST; i++) {
    const kind = kindOf(text, i);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run > 2) continue;
    hash = Math.imul(hash ^ kind, 0x01000193);
    length++;
  }
  return hash;
};

/** How a form is written: 0 small, 1 capital first, 2 all capitals (two or more), 3 begins with a digit, 4 other. */
export const caseOf = (text: string): number => {
  const first = kindOf(text, 0);
  if (first === 100) return 3;
  if (first === 120) return 0;
  if (first !== 88) return 4;
  return text.length > 1 && text === text.toUpperCase() ? 2 : 1;
};
