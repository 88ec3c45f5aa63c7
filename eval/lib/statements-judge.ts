import type { IssueStance } from '../../src/model/annotation.ts';
import type { Edtf } from '../../src/model/brand.ts';
import { boundsOf, isEdtf } from '../../src/model/edtf/index.ts';
import type { EntityRef } from '../../src/model/page.ts';
import type { GoldStatement } from './statements-gold.ts';
import type { Told } from './statements-told.ts';

/** Bodies that speak as their state: the guidelines give them the state's id. */
const ORGANS =
  /-(?:government|(?:[a-z]+-){0,2}ministry|department|embassy|navy|coast-guard|leadership|administration|authorities|side|state)$/;

/** The id by which the gold names it: a body of state counts as the state. */
const plainId = ({ id }: EntityRef): string => id.replace(ORGANS, '');

/** Whether two lists name the same, in any order and however often. */
export const sameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const left = [...new Set(a)].sort();
  const right = [...new Set(b)].sort();
  return left.length === right.length && left.every((value, i) => value === right[i]);
};

const stems = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{Script=Han}\p{Script=Katakana}ー]|[\p{L}\p{N}]{3,}/gu) ?? []).map((word) =>
    word.slice(0, 5),
  );

/** Whether two descriptions share a word, endings aside; in Japanese two characters. */
const shareWords = (a: string, b: string): boolean => {
  const known = new Set(stems(a));
  const shared = stems(b).filter((stem) => known.has(stem));
  return shared.some((stem) => stem.length > 1) || shared.length > 1;
};

/**
 * Whether the speakers told are the gold's: the same ids of the pack; where the pack has nobody, somebody who is not of the
 * pack and is called by a word of the gold's description or of the source, or nobody where the text names nobody.
 */
export const isSpeakerRight = (
  gold: GoldStatement,
  { speakers }: Told,
  ofPack: ReadonlySet<string>,
  text: string,
): boolean => {
  const ids = speakers.map(plainId);
  if (gold.speaker.length > 0) return sameSet(gold.speaker, ids);
  if (ids.some((id) => ofPack.has(id))) return false;
  const source = gold.source.map(({ start, end }) => text.slice(start, end)).join(' ');
  const said = gold.speakerText ?? '';
  if (said.startsWith('none:')) return ids.length === 0;
  return speakers.some(({ name }) => shareWords(name, `${said} ${source}`));
};

/** Whether the statement is nested as in the gold, and known through the same ids (and through unnamed ones if the gold is). */
export const isChainRight = (
  gold: GoldStatement,
  { attribution }: Told,
  ofPack: ReadonlySet<string>,
): boolean => {
  const ids = attribution.via.map(plainId);
  return (
    attribution.nested === gold.nested &&
    sameSet(
      gold.via.flatMap(({ id }) => id ?? []),
      ids.filter((id) => ofPack.has(id)),
    ) &&
    gold.via.some(({ id }) => id === null) === ids.some((id) => !ofPack.has(id))
  );
};

/** Whether the gold's statement has a chain at all. */
export const hasChain = (gold: GoldStatement): boolean => gold.nested || gold.via.length > 0;

/** Whether two texts name the same, a longer naming aside; both may be absent. */
export const isSameNaming = (gold: string | null, told: string | null): boolean => {
  if (gold === null || told === null) return gold === told;
  return shareWords(gold, told) || gold.toLowerCase() === told.toLowerCase();
};

/** How a time of saying stands to the gold's: the same days, some day in common, none. */
export const compareSaid = (gold: string | null, told: Edtf | null): 'equal' | 'overlaps' | 'differs' => {
  if (gold === null || told === null || !isEdtf(gold)) return gold === told ? 'equal' : 'differs';
  const a = boundsOf(gold);
  const b = boundsOf(told);
  if (a.earliest === b.earliest && a.latest === b.latest) return 'equal';
  const apart =
    (a.latest !== null && b.earliest !== null && a.latest < b.earliest) ||
    (b.latest !== null && a.earliest !== null && b.latest < a.earliest);
  return apart ? 'differs' : 'overlaps';
};

/** An issue as gold and prediction have it: the stance of each, `none` when it takes none, null when it is not tagged. */
export interface JudgedIssue {
  readonly issue: string;
  readonly gold: string | null;
  readonly told: string | null;
  /** Whether the condition told shares characters with the gold's; null where the gold has none. */
  readonly condition: boolean | null;
}

/** The issues of both, side by side. */
export const judgeIssues = (
  gold: readonly IssueStance[],
  told: readonly IssueStance[],
): readonly JudgedIssue[] => {
  const ids = [...new Set([...gold, ...told].map(({ id }) => id))].sort();
  return ids.map((issue) => {
    const mine = gold.find(({ id }) => id === issue) ?? null;
    const other = told.find(({ id }) => id === issue) ?? null;
    const span = mine?.condition ?? null;
    const found = other?.condition ?? null;
    return {
      issue,
      gold: mine === null ? null : (mine.stance ?? 'none'),
      told: other === null ? null : (other.stance ?? 'none'),
      condition: span === null ? null : found !== null && found.start < span.end && span.start < found.end,
    };
  });
};

/** F1 averaged over the classes that occur in the gold. */
export const macroF1 = (rows: readonly { readonly gold: string; readonly told: string }[]): number => {
  const classes = [...new Set(rows.map(({ gold }) => gold))];
  if (classes.length === 0) return 0;
  const f1 = (name: string): number => {
    const hits = rows.filter(({ gold, told }) => gold === name && told === name).length;
    const golds = rows.filter(({ gold }) => gold === name).length;
    const tolds = rows.filter(({ told }) => told === name).length;
    return hits === 0 ? 0 : (2 * hits) / (golds + tolds);
  };
  return classes.reduce((sum, name) => sum + f1(name), 0) / classes.length;
};
