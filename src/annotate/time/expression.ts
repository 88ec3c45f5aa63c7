import { formatDay } from '../../lib/calendar.ts';
import type {
  Granularity,
  TimeExpression,
  TimeHow,
  TimeMod,
  TimeRange,
  TimeReading,
} from '../../model/annotation.ts';
import type { Day, Edtf } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { boundsOf, isEdtf } from '../../model/edtf/index.ts';
import type { Article } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import type { Resolution } from './frame.ts';
import { wordIn } from './frame.ts';
import { granularityOf } from './granularity.ts';
import type { Weighted } from './readings.ts';
import { normalised } from './readings.ts';
import type { Found } from './scan.ts';
import type { Stretch } from './stretch.ts';

const anchorText = (anchor: Resolution['anchor'], found: Found): string => {
  const gathering = wordIn(found.node, 'gathering');
  if (gathering !== null) return `gathering:${gathering}`;
  return typeof anchor === 'string' ? anchor : `text:${anchor.span.start}-${anchor.span.end}`;
};

const isFourDigits = (day: string): boolean => /^-?\d{4}-/.test(day);

interface Bounds {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** EDTF of level 1 does not say which half of the earth a season is of; the days do. */
const SEASON = /^-?\d{4}-2[1-4]$/;

/** The bounds of the EDTF value; of one that we cannot write, the days themselves as far as they have four-digit years. */
const boundsIn = (edtf: Edtf | null, days: Resolution['days']): Bounds => {
  if (edtf !== null && !(SEASON.test(edtf) && days !== null)) return boundsOf(edtf);
  if (days === null) return { earliest: null, latest: null };
  const [earliest, latest] = [formatDay(days[0]), formatDay(days[1])];
  return {
    earliest: isFourDigits(earliest) ? (earliest as Day) : null,
    latest: isFourDigits(latest) ? (latest as Day) : null,
  };
};

const PLAIN_DATE = /^-?\d{4}(?:-\d\d){0,2}$/;

const edtfOf = (text: string | null, isAbout = false): Edtf | null => {
  const written = text !== null && isAbout && PLAIN_DATE.test(text) ? `${text}~` : text;
  return written !== null && isEdtf(written) ? written : null;
};

/** A value that is one day of a four-digit year; such a value needs no second look. */
const soleDay = ({ edtf, days }: Resolution): Day | null => {
  if (edtf === null || days === null || days[0] !== days[1] || edtf.length !== 10) return null;
  return edtf === formatDay(days[0]) ? (edtf as Day) : null;
};

interface Dated extends Bounds {
  readonly edtf: Edtf | null;
}

const datedOf = (resolution: Resolution, isAbout: boolean): Dated => {
  const day = isAbout ? null : soleDay(resolution);
  if (day !== null) return { edtf: day as unknown as Edtf, earliest: day, latest: day };
  const edtf = edtfOf(resolution.edtf, isAbout);
  return { edtf, ...boundsIn(edtf, resolution.days) };
};

/** Whether a part of the date could not be told. */
const isUnsure = ({ type, value }: Resolution): boolean =>
  (type === 'DATE' || type === 'TIME') && value.includes('X');

const GUESSED_BELOW = 0.9;

const howOf = (
  found: Found,
  { anchor, days, type, value }: Resolution,
  readings: readonly TimeReading[],
): TimeHow => {
  if (wordIn(found.node, 'kind') === 'named') return 'named';
  if (type === 'SET' || value.endsWith('_REF') || (type === 'DURATION' && days === null)) return 'untied';
  if (days === null) return 'unresolved';
  const [chosen] = readings;
  if (chosen !== undefined && chosen.weight < GUESSED_BELOW) return 'guessed';
  if (anchor === 'calendar') return 'explicit';
  return anchor === 'published' ? 'published' : anchor === 'none' ? 'unresolved' : 'text';
};

const readingOf = ({ resolution, weight }: Weighted): TimeReading => ({
  value: resolution.value,
  edtf: (soleDay(resolution) as Edtf | null) ?? edtfOf(resolution.edtf),
  weight,
});

/** Two expressions that are the ends of one stretch: "The visit runs on [December 15-16]." */
const RANGE = ruleId('time/any/range@1');

const rangeOf = (span: Span, stretch: Stretch): TimeRange | null => {
  const edtf = edtfOf(stretch.edtf);
  return edtf === null ? null : { span, edtf, ...boundsOf(edtf), rule: RANGE };
};

/** What goes by a name has its own ends: a forum of two days is no month, whatever its days have in common. */
const unitOf = ({ node }: Found, { type, value, edtf }: Resolution): Granularity | null =>
  wordIn(node, 'kind') === 'named' && edtf?.includes('/') === true ? 'stretch' : granularityOf(type, value);

const NONE: readonly TimeReading[] = [];

/** All that was made out of an expression. */
export interface Made {
  readonly found: Found;
  readonly resolution: Resolution;
  readonly mod: TimeMod | null;
  /** Unweighed against each other; empty without doubt. */
  readonly readings: readonly Weighted[];
  readonly stretch: { readonly span: Span; readonly stretch: Stretch } | null;
  /** Whether the page speaks for two days of publication, and the value hangs on which it was. */
  readonly isContested: boolean;
}

/** What a page that speaks for two days of publication takes from the trust in what is counted from one of them. */
const CONTESTED = 0.8;

/** A found and resolved expression as an annotation of the article. */
export const toExpression = (article: Article, made: Made): TimeExpression => {
  const { found, resolution, mod } = made;
  const dated = datedOf(resolution, mod === 'APPROX' && resolution.type === 'DATE');
  const readings = made.readings.length === 0 ? NONE : normalised(made.readings).map(readingOf);
  const confidence = isUnsure(resolution) ? found.confidence / 2 : found.confidence;
  return {
    kind: 'time',
    article: article.id,
    revision: article.revision,
    rule: found.rule,
    confidence: made.isContested ? confidence * CONTESTED : confidence,
    span: found.span,
    type: resolution.type,
    value: resolution.value,
    mod,
    ...dated,
    granularity: unitOf(found, resolution),
    anchor: anchorText(resolution.anchor, found),
    how: howOf(found, resolution, readings),
    readings,
    range: made.stretch === null ? null : rangeOf(made.stretch.span, made.stretch.stretch),
  };
};
