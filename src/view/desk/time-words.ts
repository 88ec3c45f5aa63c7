import type { TimeExpression } from '../../model/annotation.ts';
import type { Article } from '../../model/page.ts';
import { publishedOf } from '../../model/page.ts';
import { cover } from '../../model/span.ts';
import { clip } from '../timeline.ts';
import { publishedText } from './source.ts';

/** Longest expression quoted as what another was counted from. */
const QUOTE_WIDTH = 60;

/** What an expression of time was counted from, in words. */
export const anchorWords = ({ anchor, how, span, edtf }: TimeExpression, article: Article): string => {
  if (anchor === 'calendar') return how === 'named' ? 'a period that goes by this name' : 'says so itself';
  if (anchor === 'published') return fromPublication(article);
  if (anchor === 'none') return edtf === null ? 'tied to no day' : 'counted from nothing';
  if (anchor.startsWith('gathering:')) return `the gathering ${anchor.slice('gathering:'.length)}`;
  const place = /^text:(\d{1,15})-(\d{1,15})$/.exec(anchor);
  if (place === null) return anchor;
  const at = { start: Number(place[1]), end: Number(place[2]) };
  const quote = clip(cover(article.text, at).replace(/\s+/g, ' ').trim(), QUOTE_WIDTH);
  return `counted from “${quote}” ${at.start < span.start ? 'before' : 'after'} it`;
};

const fromPublication = (article: Article): string => {
  const published = publishedOf(article);
  if (published === null) return 'counted from the day of publication, which is not known';
  return `counted from the day of publication, ${publishedText(published.value.edtf)}`;
};
