const LEAD =
  /^(?:by|автор(?:ы)?|текст|文|(?:written|posted|reported|story|words) by|authors?|from|par|por|door|av|geschrieben von|verfasst von)\s*[:：]?\s+/iu;
const BEHIND =
  /\s*(?:[|•·/–—]|\bon\b|\bfor\b|\bin\s(?=\p{Lu})|,\s*(?=[A-Z][a-z]+ (?:Editor|Correspondent|Writer|Reporter))|\d).*$/u;
const ROLE =
  /,?\s*\b(?:staff writer|staff reporter|correspondent|reporter|editor|columnist|contributor|senior \p{L}+|chief \p{L}+|opinion columnist)\b.*$/iu;
// A name may begin so too: `von Hagen` is one, `Von Ana Kestrel` is written by her.
const GERMAN_LEAD = /^V(?:on|ON)\s+(?=\p{Lu}\S*\s+\p{Lu})/u;
const MAX = 120;
// Names that publishing software gives to nobody.
const NOBODY =
  /^(?:admin(?:istrator)?|webmaster|guest|author|user|redaktion|editor|staff|unknown|none|null|undefined|anonymous)$/i;

/** The people of a byline, without `By`, roles, dates and what follows a bar; null when no name is left. */
export const cleanByline = (raw: string): string | null => {
  const line = raw.slice(0, 400).replace(/\s+/g, ' ').trim();
  if (/^https?:|@|\/\//.test(line)) return null;
  const bare = line
    .replace(LEAD, '')
    .replace(GERMAN_LEAD, '')
    .replace(BEHIND, '')
    .replace(ROLE, '')
    .replace(/[\s,.;:|-]+$/u, '')
    .trim();
  if (NOBODY.test(bare)) return null;
  if (bare === '' || bare.length > MAX || !/\p{L}{2}/u.test(bare)) return null;
  return bare === bare.toUpperCase() && /\p{Lu}{3}.* /u.test(bare) ? usualCase(bare) : bare;
};

const usualCase = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) =>
    word.length > 2 ? (word[0] ?? '') + word.slice(1).toLowerCase() : word,
  );
