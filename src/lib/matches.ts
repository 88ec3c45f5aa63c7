/**
 * All matches of a global pattern in `text`, in order. The same as `matchAll`, which makes the pattern anew at each call; asked of
 * every sentence that costs more than the search, and a pattern of hundreds of words has to be compiled again and again.
 */
export const allMatches = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += unitsAt(text, pattern);
  }
  return found;
};

/** How far the next match may begin behind an empty one: a character, which has two units beyond the basic plane. */
const unitsAt = (text: string, { lastIndex, unicode }: RegExp): number =>
  unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff ? 2 : 1;
