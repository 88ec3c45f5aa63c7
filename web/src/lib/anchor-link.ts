import type { Span } from '../../../src/model/span.ts';
import { formatAnchor, makeAnchor, parseAnchor, resolveAnchor } from '../../../src/view/desk/anchor.ts';
import type { Anchor } from '../../../src/view/desk/types.ts';

/** Digits of a revision that an address gives. */
const REVISION_DIGITS = 8;
/** Units of a quote that an address carries; what is longer is found by its beginning. */
const QUOTE_LENGTH = 300;

/** The address of the reader scrolled to characters; with a quote they are found again in a text that has changed. */
export const readerAddress = (dispute: string, at: Anchor, quote = ''): string => {
  const page = `/${encodeURIComponent(dispute)}/sources/${encodeURIComponent(at.article)}@${revisionDigits(at.revision)}`;
  const words = clip(quote);
  return `${page}${formatAnchor({ start: at.start, end: at.end, quote: words, prefix: '', suffix: '' })}`;
};

/** The address of characters of a text that is at hand, with their words and what stands around them. */
export const passageAddress = (dispute: string, at: Anchor, text: string): string => {
  const anchor = makeAnchor(text, at);
  const page = `/${encodeURIComponent(dispute)}/sources/${encodeURIComponent(at.article)}@${revisionDigits(at.revision)}`;
  return `${page}${formatAnchor({ ...anchor, quote: clip(anchor.quote) })}`;
};

/** The digits of a revision as addresses give them. */
export const revisionDigits = (revision: string): string => revision.slice(0, REVISION_DIGITS);

const clip = (quote: string): string => quote.slice(0, QUOTE_LENGTH).replace(/[\uD800-\uDBFF]$/, '');

/** Reads `{article}` or `{article}@{revision}`; the revision is the first digits of one, or null for the present text. */
export const parseArticle = (id: string): { readonly article: string; readonly revision: string | null } => {
  const at = id.indexOf('@');
  const revision = at < 0 ? '' : id.slice(at + 1).toLowerCase();
  return {
    article: at < 0 ? id : id.slice(0, at),
    revision: /^[0-9a-f]{4,64}$/.test(revision) ? revision : null,
  };
};

/** What became of the characters that an address names. */
export type Located =
  | { readonly kind: 'nothing' }
  /** `moved`: units further in the text than the address says, negative when nearer its beginning. */
  | {
      readonly kind: 'found';
      readonly span: Span;
      readonly how: 'position' | 'quote' | 'fuzzy';
      readonly moved: number;
    }
  /** The text is another one and the address quotes no words: the place may be the wrong one. */
  | { readonly kind: 'unsure'; readonly span: Span }
  /** Not in this text. */
  | { readonly kind: 'lost'; readonly quote: string; readonly asked: Span | null };

/** Finds the characters that the fragment of an address names; `isSameText` when the text is of the revision it was made for. */
export const locate = (text: string, hash: string, isSameText: boolean): Located => {
  const asked = spanIn(hash);
  const anchor = parseAnchor(hash);
  // In the text that the address was made for its place is right, whatever words came along.
  if (isSameText && asked !== null && asked.end <= text.length)
    return { kind: 'found', span: asked, how: 'position', moved: 0 };
  if (anchor === null) return locateByPlace(text, asked);
  const found = resolveAnchor(text, { ...anchor, end: anchor.start + anchor.quote.length });
  if (found === null) return { kind: 'lost', quote: anchor.quote, asked };
  const { start } = found.span;
  const end =
    found.how === 'fuzzy' || asked === null
      ? found.span.end
      : Math.max(found.span.end, start + asked.end - asked.start);
  return {
    kind: 'found',
    span: { start, end: Math.min(end, text.length) },
    how: asked === null && found.how === 'quote' ? 'position' : found.how,
    moved: asked === null ? 0 : start - asked.start,
  };
};

const locateByPlace = (text: string, asked: Span | null): Located => {
  if (asked === null) return { kind: 'nothing' };
  return asked.end > text.length ? { kind: 'lost', quote: '', asked } : { kind: 'unsure', span: asked };
};

const spanIn = (hash: string): Span | null => {
  const place = /(?:^|[#&])t=(\d{1,15})-(\d{1,15})(?:&|$)/.exec(hash);
  const [start, end] = [Number(place?.[1] ?? Number.NaN), Number(place?.[2] ?? Number.NaN)];
  return start < end ? { start, end } : null;
};
