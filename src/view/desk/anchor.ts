import type { Span } from '../../model/span.ts';

/** Where some characters stand in a text, with what finds them again when the text has changed. Offsets are UTF-16 units. */
export interface TextAnchor extends Span {
  readonly quote: string;
  /** Up to 32 units before and after the quote. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The characters of an anchor in a text, and how they were found. */
export interface Anchored {
  readonly span: Span;
  /** `position`: where they always stood; `quote`: the same characters elsewhere; `fuzzy`: but for white space and quotation marks. */
  readonly how: 'position' | 'quote' | 'fuzzy';
}

/** Units of context kept on either side, as in the text quote selectors of the W3C's Web Annotation data model. */
const CONTEXT = 32;
/** Occurrences of a quote that are weighed; a quote met more often says nothing. */
const MAX_OCCURRENCES = 1_000;

/** The anchor of the characters under `span`, which must lie in the text. */
export const makeAnchor = (text: string, span: Span): TextAnchor => ({
  start: span.start,
  end: span.end,
  quote: text.slice(span.start, span.end),
  prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start).replace(/^[\uDC00-\uDFFF]/, ''),
  suffix: text.slice(span.end, span.end + CONTEXT).replace(/[\uD800-\uDBFF]$/, ''),
});

/**
 * Finds the anchor's characters: where they stood; else the same characters elsewhere, by what stands around them and
 * then nearest the old place; else the same but for white space, quotation marks and dashes. Null when the text has them
 * no more. Linear but for what stands around them.
 */
export const resolveAnchor = (text: string, anchor: TextAnchor): Anchored | null => {
  const { start, end, quote } = anchor;
  if (quote === '') return null;
  if (end - start === quote.length && text.startsWith(quote, start))
    return { span: { start, end }, how: 'position' };
  const at = bestOccurrence(text, quote, anchor);
  if (at !== null) return { span: { start: at, end: at + quote.length }, how: 'quote' };
  return resolveFolded(text, anchor);
};

const resolveFolded = (text: string, anchor: TextAnchor): Anchored | null => {
  const quote = fold(anchor.quote).text.trim();
  if (quote === '') return null;
  const folded = fold(text);
  const around = {
    start: nearestTo(folded.from, anchor.start),
    prefix: fold(anchor.prefix).text.trimStart(),
    suffix: fold(anchor.suffix).text.trimEnd(),
  };
  const at = bestOccurrence(folded.text, quote, around);
  if (at === null) return null;
  const start = folded.from[at] ?? 0;
  // The last character's own end: white space that follows it was folded with the next blank.
  const end = (folded.from[at + quote.length - 1] ?? 0) + 1;
  return { span: { start, end }, how: 'fuzzy' };
};

/** The occurrence with the most of the context around it, the nearest to the old place among equals. */
const bestOccurrence = (
  text: string,
  quote: string,
  { start, prefix, suffix }: Pick<TextAnchor, 'start' | 'prefix' | 'suffix'>,
): number | null => {
  let best: { at: number; score: number } | null = null;
  let at = text.indexOf(quote);
  for (let n = 0; at >= 0 && n < MAX_OCCURRENCES; n++) {
    const score = sameBefore(text, at, prefix) + sameAfter(text, at + quote.length, suffix);
    const isNearer = best !== null && Math.abs(at - start) < Math.abs(best.at - start);
    if (best === null || score > best.score || (score === best.score && isNearer)) best = { at, score };
    at = text.indexOf(quote, at + 1);
  }
  return best?.at ?? null;
};

const sameBefore = (text: string, at: number, prefix: string): number => {
  let n = 0;
  while (n < prefix.length && n < at && text[at - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
};

const sameAfter = (text: string, at: number, suffix: string): number => {
  let n = 0;
  while (n < suffix.length && at + n < text.length && text[at + n] === suffix[n]) n++;
  return n;
};

const FOLDED: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
};

/** `text` with runs of white space as one blank and marks as ASCII has them; `from[i]` is where unit `i` stood. */
const fold = (text: string): { readonly text: string; readonly from: readonly number[] } => {
  const units: string[] = [];
  const from: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? '';
    const isBlank = /[\s\u200b\ufeff]/.test(unit);
    if (isBlank && units.at(-1) === ' ') continue;
    units.push(isBlank ? ' ' : (FOLDED[unit] ?? unit));
    from.push(i);
  }
  return { text: units.join(''), from };
};

/** The first index whose value is not less than `value`, in an ascending list. */
const nearestTo = (ascending: readonly number[], value: number): number => {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The anchor as the fragment of an address: `#t=1043-1187&q=…&p=…&s=…`; half characters are left out of it. */
export const formatAnchor = ({ start, end, quote, prefix, suffix }: TextAnchor): string => {
  const parts = [
    ['q', quote],
    ['p', prefix],
    ['s', suffix],
  ] as const;
  const rest = parts.map(([name, value]) => (value === '' ? '' : `&${name}=${encode(value)}`));
  return `#t=${start}-${end}${rest.join('')}`;
};

// `'` and `(` are left alone by `encodeURIComponent` but end a link in many an editor.
const encode = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /['()*!~]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Reads the fragment of an address, with or without `#`; null when it is no anchor or quotes nothing. */
export const parseAnchor = (hash: string): TextAnchor | null => {
  const values = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at > 0 && !values.has(part.slice(0, at))) values.set(part.slice(0, at), decode(part.slice(at + 1)));
  }
  const quote = values.get('q') ?? '';
  const place = /^(\d{1,15})-(\d{1,15})$/.exec(values.get('t') ?? '');
  if (quote === '') return null;
  const start = Number(place?.[1] ?? 0);
  const end = place === null ? quote.length : Number(place[2]);
  return { start, end, quote, prefix: values.get('p') ?? '', suffix: values.get('s') ?? '' };
};

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return '';
  }
};
