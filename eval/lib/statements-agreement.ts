import type { Edtf } from '../../src/model/brand.ts';
import { boundsOf, isEdtf } from '../../src/model/edtf/index.ts';
import type { Span } from '../../src/model/span.ts';
import { iou, pairByScore } from './overlap.ts';
import type { GoldStatement, StatementArticle } from './statements-gold.ts';
import { hasChain, sameSet } from './statements-judge.ts';
import { unitsUnder } from './statements-units.ts';

/** What two annotators may agree on, of a statement that both have. */
export const ASPECTS = [
  'source-head',
  'source-overlap',
  'cue',
  'mode',
  'act',
  'speaker',
  'behalf',
  'chain',
  'chain-where-any',
  'addressee',
  'venue',
  'said',
  'said-overlap',
  'unsaid',
] as const;
/** One of them. */
export type AgreementAspect = (typeof ASPECTS)[number];

/** An issue that at least one annotator has on a statement of both: the stance of each, `none` without one, null without the issue. */
export interface IssuePair {
  readonly first: string | null;
  readonly second: string | null;
}

/** A statement that both annotators have; null where an aspect does not arise. */
export interface AgreedStatement {
  /** The article's id and the row of the first annotator. */
  readonly id: string;
  readonly rows: readonly [number, number];
  /** Whether the contents are the same, marks and blanks aside. */
  readonly exact: boolean;
  readonly agrees: Readonly<Record<AgreementAspect, boolean | null>>;
  readonly issues: readonly IssuePair[];
}

/** An article with what both annotators have of it; rows that one of them calls doubtful count neither way. */
export interface ArticleAgreement {
  readonly id: string;
  readonly language: string;
  readonly first: number;
  readonly second: number;
  readonly pairs: readonly AgreedStatement[];
  /** The same three numbers with the doubtful rows. */
  readonly whole: { readonly first: number; readonly second: number; readonly both: number };
}

type Places = ReadonlySet<number>;

const sharedOf = (a: Places, b: Places): number => [...a].filter((place) => b.has(place)).length;

const touches = (a: Places, b: Places): boolean => (a.size === 0 && b.size === 0) || sharedOf(a, b) > 0;

const HEAD_ENDS =
  /[,;(—–]|(?<=\s)(?:of|for|at|in|from|to|who|which|that|with|on|by|and|whose|including|с|из|в|на|от|и)\s/u;

/**
 * Where the head of a source stands: its last word (in Japanese its last letter) before the first comma, bracket, preposition
 * or relative; null of an empty source. `one of the ministers` is headed by the number, which serves where two are compared.
 */
export const headPlace = (text: string, source: readonly Span[], language: string): number | null => {
  const span = source[0];
  if (span === undefined) return null;
  const words = text.slice(span.start, span.end);
  const end = words.search(HEAD_ENDS);
  const stretch = { start: span.start, end: end <= 0 ? span.end : span.start + end };
  return Math.max(...unitsUnder(text, [stretch], language));
};

/** The same ids; where the pack has nobody, somebody for both or nobody for both. */
const isSameSpeaker = (a: GoldStatement, b: GoldStatement): boolean =>
  sameSet(a.speaker, b.speaker) &&
  (a.speaker.length > 0 ||
    (a.speakerText?.startsWith('none:') ?? false) === (b.speakerText?.startsWith('none:') ?? false));

const isSameChain = (a: GoldStatement, b: GoldStatement): boolean =>
  a.nested === b.nested &&
  sameSet(
    a.via.flatMap(({ id }) => id ?? []),
    b.via.flatMap(({ id }) => id ?? []),
  ) &&
  a.via.some(({ id }) => id === null) === b.via.some(({ id }) => id === null);

/** Beginnings of words (endings differ by case), or single Japanese characters. */
const stems = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{Script=Han}\p{Script=Katakana}ー]|[\p{L}\p{N}]{2,}/gu) ?? []).map((word) =>
    word.slice(0, 5),
  );

const isSameNaming = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return a === b;
  const known = new Set(stems(a));
  return a === b || stems(b).some((stem) => known.has(stem));
};

const daysOf = (said: string): { readonly earliest: string | null; readonly latest: string | null } =>
  isEdtf(said) ? boundsOf(said as Edtf) : { earliest: null, latest: null };

const haveCommonDay = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return a === b;
  const [x, y] = [daysOf(a), daysOf(b)];
  const isBefore = (latest: string | null, earliest: string | null): boolean =>
    latest !== null && earliest !== null && latest < earliest;
  return !isBefore(x.latest, y.earliest) && !isBefore(y.latest, x.earliest);
};

const agreesOn = (
  a: GoldStatement,
  b: GoldStatement,
  { text, language }: StatementArticle,
): AgreedStatement['agrees'] => {
  const under = (spans: readonly Span[]): Places => unitsUnder(text, spans, language);
  const chain = isSameChain(a, b);
  return {
    'source-head': headPlace(text, a.source, language) === headPlace(text, b.source, language),
    'source-overlap': touches(under(a.source), under(b.source)),
    cue: touches(under(a.cue), under(b.cue)),
    mode: a.mode === b.mode,
    act: a.act === b.act,
    speaker: isSameSpeaker(a, b),
    behalf: sameSet(a.behalf, b.behalf),
    chain,
    'chain-where-any': hasChain(a) || hasChain(b) ? chain : null,
    addressee: isSameNaming(a.addressee, b.addressee),
    venue: isSameNaming(a.venue, b.venue),
    said: a.said === b.said,
    'said-overlap': haveCommonDay(a.said, b.said),
    unsaid: a.unsaid === b.unsaid,
  };
};

const issuePairs = (a: GoldStatement, b: GoldStatement): readonly IssuePair[] => {
  const stanceOf = (row: GoldStatement, issue: string): string | null => {
    const found = row.issues.find(({ id }) => id === issue);
    return found === undefined ? null : (found.stance ?? 'none');
  };
  return [...new Set([...a.issues, ...b.issues].map(({ id }) => id))].map((issue) => ({
    first: stanceOf(a, issue),
    second: stanceOf(b, issue),
  }));
};

/** Contents that overlap less (intersection over union) are those of two statements, as the benchmark's scorer has it. */
const FLOOR = 0.5;

/** Rows that pair: the contents overlap by half, best first; of equal ones those whose cues and sources touch go first. */
const pairRows = (
  first: readonly GoldStatement[],
  second: readonly GoldStatement[],
  { text, language }: StatementArticle,
): readonly (readonly [number, number])[] => {
  const under = (rows: readonly GoldStatement[], of: 'content' | 'cue' | 'source'): readonly Places[] =>
    rows.map((row) => unitsUnder(text, row[of], language));
  const contents = [under(first, 'content'), under(second, 'content')] as const;
  const ties = (['cue', 'source'] as const).map((of) => [under(first, of), under(second, of)] as const);
  const near = (i: number, j: number): number =>
    ties.filter(([x, y]) => sharedOf(x[i] ?? new Set(), y[j] ?? new Set()) > 0).length;
  const pairs = pairByScore([...contents[0].entries()], [...contents[1].entries()], ([i, a], [j, b]) => {
    const score = iou(a, b);
    return score < FLOOR ? null : score + near(i, j) / 4;
  });
  return [...pairs].sort(([a], [b]) => a - b);
};

/** What two annotators have of one article, side by side. */
export const compareArticle = (
  article: StatementArticle,
  first: readonly GoldStatement[],
  second: readonly GoldStatement[],
): ArticleAgreement => {
  const { id, language, text } = article;
  const pairs = pairRows(first, second, article);
  const doubted = pairs.filter(([i, j]) => first[i]?.doubtful || second[j]?.doubtful);
  const countsOf = (rows: readonly GoldStatement[], side: 0 | 1): number =>
    rows.filter((row, at) => !row.doubtful && !doubted.some((pair) => pair[side] === at)).length;
  return {
    id,
    language,
    first: countsOf(first, 0),
    second: countsOf(second, 1),
    whole: { first: first.length, second: second.length, both: pairs.length },
    pairs: pairs.flatMap((rows): readonly AgreedStatement[] => {
      const [a, b] = [first[rows[0]], second[rows[1]]];
      if (a === undefined || b === undefined || a.doubtful || b.doubtful) return [];
      const [x, y] = [a, b].map(({ content }) => unitsUnder(text, content, language)) as [Places, Places];
      return [
        {
          id: `${id}:${rows[0]}`,
          rows,
          exact: x.size === y.size && sharedOf(x, y) === x.size,
          agrees: agreesOn(a, b, article),
          issues: issuePairs(a, b),
        },
      ];
    }),
  };
};
