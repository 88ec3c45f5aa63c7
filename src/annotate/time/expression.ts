import { formatDay } from '../../lib/calendar.ts';
import type { TimeExpression } from '../../model/annotation.ts';
import type { Day, Edtf } from '../../model/brand.ts';
import { boundsOf, isEdtf } from '../../model/edtf/index.ts';
import type { Article } from '../../model/page.ts';
import type { Resolution } from './frame.ts';
import { wordIn } from './frame.ts';
import type { Found } from './scan.ts';

const anchorText = (anchor: Resolution['anchor'], found: Found): string => {
  const gathering = wordIn(found.node, 'gathering');
  if (gathering !== null) return `gathering:${gathering}`;
  return typeof anchor === 'string' ? anchor : `text:${anchor.span.start}-${anchor.span.end}`;
};

const isFourDigits = (day: string): boolean => /^-?\d{4}-/.test(day);

/** EDTF of level 1 does not say which half of the earth a season is of; the days do. */
const SEASON = /^-?\d{4}-2[1-4]$/;

/** The bounds of the EDTF value; of one that we cannot write, the days themselves as far as they have four-digit years. */
const boundsIn = (
  edtf: Edtf | null,
  days: Resolution['days'],
): { readonly earliest: Day | null; readonly latest: Day | null } => {
  if (edtf !== null && !(SEASON.test(edtf) && days !== null)) return boundsOf(edtf);
  if (days === null) return { earliest: null, latest: null };
  const [earliest, latest] = [formatDay(days[0]), formatDay(days[1])];
  return {
    earliest: isFourDigits(earliest) ? (earliest as Day) : null,
    latest: isFourDigits(latest) ? (latest as Day) : null,
  };
};

/** Whether a part of the date could not be told. */
const isDoubtful = ({ type, value }: Resolution): boolean =>
  (type === 'DATE' || type === 'TIME') && value.includes('X');

/** A found and resolved expression as an annotation of the article. */
export const toExpression = (article: Article, found: Found, resolution: Resolution): TimeExpression => {
  const edtf = resolution.edtf !== null && isEdtf(resolution.edtf) ? resolution.edtf : null;
  return {
    kind: 'time',
    article: article.id,
    revision: article.revision,
    rule: found.rule,
    confidence: isDoubtful(resolution) ? found.confidence / 2 : found.confidence,
    span: found.span,
    type: resolution.type,
    value: resolution.value,
    edtf,
    ...boundsIn(edtf, resolution.days),
    anchor: anchorText(resolution.anchor, found),
  };
};
