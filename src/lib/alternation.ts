const escaped = (literal: string): string =>
  literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s');

/**
 * The source of a pattern that matches any of the forms, the longest first, a blank as any white space; one that never matches
 * when there are none. Forms are put together by their first two characters: a pattern of hundreds of forms then asks a few of
 * them at each place and not all.
 */
export const anyOf = (forms: readonly string[]): string => {
  if (forms.length === 0) return '(?!)';
  const groups = new Map<string, string[]>();
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    const first = [...form].slice(0, FIRST).join('');
    const list = groups.get(first) ?? [];
    groups.set(first, list);
    list.push(escaped(form.slice(first.length)));
  }
  return [...groups].map(([first, rests]) => `${escaped(first)}(?:${rests.join('|')})`).join('|');
};

const FIRST = 2;
