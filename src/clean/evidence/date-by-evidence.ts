import { formatDay } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { rangeOfDays } from '../../model/edtf/index.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Bound, DateRange, Reading } from '../../model/page.ts';
import type { Dateline } from '../marks/dateline.ts';
import type { Piece } from '../split.ts';
import type { Constraint, Days } from './constraint.ts';
import { ALWAYS, numberOf } from './constraint.ts';
import { countedEvidence } from './counted.ts';
import { datedEvidence, pastDates } from './dated.ts';
import { gatheringEvidence } from './gatherings.ts';
import { officeEvidence } from './offices.ts';
import type { Scene } from './scene.ts';
import { readScene } from './scene.ts';
import type { Solution } from './solve.ts';
import { solve } from './solve.ts';
import { spanEvidence } from './spans.ts';
import { weekdayEvidence } from './weekdays.ts';
import { yearEvidence } from './years.ts';

/**
 * No day is told, but the text bounds it: offices held, gatherings, weekdays, anniversaries, plans and past events.
 * Example: `[President Ana Kestrel] received …` lies within her term.
 */
export const BOUNDED: RuleId = ruleId('clean/published/bounded@2');
/** A page captured or changed on a day was published on it or before. Example: `[18:05 GMT11 October 2021]` */
export const CAPTURED: RuleId = ruleId('clean/evidence/captured@1');

/** An upper bound that the capture gives. */
export interface Upper {
  readonly day: Day;
  readonly at: Bound['at'];
  readonly raw: string | null;
}

/** The interval that a page's evidence leaves for its day of publication, and the evidence that contradicts it. */
export interface Evidence {
  readonly reading: Reading<DateRange> | null;
  readonly diagnostics: readonly Diagnostic[];
}

const MOST = 80;

/** Bounds the day of publication of a page in `language` without a trustworthy date. No reading when nothing bounds it. */
export const dateByEvidence = (
  text: string,
  pieces: readonly Piece[],
  dateline: Dateline | null,
  knowledge: Knowledge,
  upper: Upper | null,
  language: string,
): Evidence => {
  const scene = readScene(text, pieces, knowledge);
  const constraints = distinct(language === 'en' ? evidenceOf(scene, dateline) : pastDates(scene, language));
  const limit = numberOf(upper?.day ?? null) ?? ALWAYS;
  const solution = solve(constraints, limit);
  if (solution === null) return { reading: null, diagnostics: [] };
  const bounds = solution.binding.map((constraint) => boundOf(constraint, solution.hull));
  const because = solution.hull.to === limit && upper !== null ? [...bounds, capturedBound(upper)] : bounds;
  return { reading: readingOf(solution, because), diagnostics: conflictsOf(solution) };
};

/** The cues are English; of other languages only days told as past are read. */
const evidenceOf = (scene: Scene, dateline: Dateline | null): readonly Constraint[] => [
  ...officeEvidence(scene),
  ...gatheringEvidence(scene),
  ...countedEvidence(scene),
  ...weekdayEvidence(scene, dateline?.day ?? null),
  ...yearEvidence(scene),
  ...spanEvidence(scene),
  ...datedEvidence(scene),
];

/** What says the same by the same rule is told once, where it is told first. */
const distinct = (constraints: readonly Constraint[]): readonly Constraint[] => {
  const seen = new Map<string, Constraint>();
  for (const constraint of constraints) {
    const days = constraint.days.map(({ from, to }) => `${from}/${to}`).join();
    const key = `${constraint.rule} ${days}`;
    if (constraint.days.length > 0 && !seen.has(key)) seen.set(key, constraint);
  }
  return [...seen.values()].slice(0, MOST);
};

const toDay = (number: number): Day | null => (Number.isFinite(number) ? (formatDay(number) as Day) : null);

/** The constraint as far as it bears on the result: the hull of its days that overlap it. */
const boundOf = ({ at, raw, rule, note, days }: Constraint, hull: Days): Bound => {
  const near = days.filter(({ from, to }) => from <= hull.to && to >= hull.from);
  return {
    at,
    raw,
    rule,
    note,
    earliest: toDay(Math.min(...near.map(({ from }) => from))),
    latest: toDay(Math.max(...near.map(({ to }) => to))),
  };
};

const capturedBound = ({ day, at, raw }: Upper): Bound => ({
  at,
  raw: raw ?? day,
  rule: CAPTURED,
  note: 'captured or changed then',
  earliest: null,
  latest: day,
});

const readingOf = ({ hull }: Solution, because: readonly Bound[]): Reading<DateRange> => {
  const [strongest] = because;
  return {
    value: rangeOfDays(toDay(hull.from), toDay(hull.to)),
    at: strongest?.at ?? null,
    raw: strongest?.raw ?? null,
    rule: BOUNDED,
    rejected: null,
    because,
  };
};

const MOST_CONFLICTS = 5;

/** Evidence that no day of the result agrees with, named so that a reader can judge it. */
const conflictsOf = ({ outvoted, hull }: Solution): readonly Diagnostic[] =>
  outvoted.slice(0, MOST_CONFLICTS).map(({ at, raw, rule, note, days }) => ({
    code: 'date-conflict' as const,
    severity: 'info' as const,
    message: `"${raw.slice(0, 60)}" (${note.slice(0, 120)}) would date the page in ${spanWords(days)}; other evidence puts it in ${spanWords([hull])}`,
    rule,
    ...(at === null ? {} : { span: at }),
  }));

const spanWords = (days: readonly Days[]): string => {
  const from = toDay(Math.min(...days.map((span) => span.from)));
  const to = toDay(Math.max(...days.map((span) => span.to)));
  return `${from ?? '..'}/${to ?? '..'}`;
};

const MOST_NAMED = 6;

/** The bounds in one line: `"Prime Minister Mara Holt" (clean/evidence/office@1: Prime Minister Mara Holt in office …)`. */
export const wordsOfBounds = (because: readonly Bound[]): string =>
  because
    .slice(0, MOST_NAMED)
    .map(({ raw, rule, note }) => `"${raw.slice(0, 60)}" (${rule}: ${note})`)
    .join('; ');
