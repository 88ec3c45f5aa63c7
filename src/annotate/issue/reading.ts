import type { Knowledge } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { bySpan } from '../../model/span.ts';
import type { ConditionWords } from './conditions.ts';
import { findCondition } from './conditions.ts';
import type { Evidence } from './evidence.ts';
import { readEvidence } from './evidence.ts';
import { findPhrases, type PhraseTable } from './phrases.ts';
import { sentencesOf, type Told } from './scope.ts';
import type { ReadStance } from './stance.ts';
import { readStance } from './stance.ts';
import type { IssueTables } from './tables.ts';
import { issueTables } from './tables.ts';
import { CUE_GAP } from './topics.ts';

/** How many sentences after the last that names the issue still tell of it. */
const RUN_ON = 2;

/** What a statement says towards one issue, before a stance is chosen. */
export interface IssueReading {
  readonly ruled: ReadStance | null;
  /** By a word that opens conditions only. */
  readonly condition: Span | null;
  /** By a word that may open one. */
  readonly softCondition: Span | null;
  readonly evidence: Evidence | null;
}

/** Reads what a statement says towards the issue `id`. `nests` says that it tells what somebody else says. */
export const readIssue = (
  told: Told,
  text: string,
  knowledge: Knowledge,
  language: string,
  id: string,
  nests: boolean,
): IssueReading => {
  const tables = issueTables(knowledge, language);
  const { scope, rest } = scopeOf(tables, text, told.content, id);
  const condition = conditionOf(tables.conditions, text, scope);
  const regions = [...told.cue, ...scope].sort(bySpan);
  const spansOf = (table: PhraseTable<string>): readonly Span[] =>
    scope.flatMap((at) => findPhrases(table, text, at, CUE_GAP).filter(({ value }) => value === id));
  const issue = spansOf(tables.topics.cue);
  const against = spansOf(tables.against);
  const ruled =
    tables.stances === null
      ? null
      : readStance(tables.stances, text, regions, told.act, { named: issue, against });
  const view = {
    text,
    act: told.act,
    cue: told.cue,
    scope,
    rest,
    issue,
    against,
    nests,
    ruled: condition === null ? (ruled?.stance ?? 'none') : 'conditional',
    hasCondition: condition !== null,
  };
  return {
    ruled,
    condition,
    softCondition: condition ?? conditionOf(tables.softConditions, text, scope),
    evidence: tables.evidence === null ? null : readEvidence(tables.evidence, view),
  };
};

interface Scope {
  readonly scope: readonly Span[];
  readonly rest: readonly Span[];
}

/** The sentences that name the issue, with those that run on from them, and the rest; all where none or all of them name it. */
const scopeOf = (tables: IssueTables, text: string, content: readonly Span[], id: string): Scope => {
  const sentences = sentencesOf(text, content);
  const named = sentences.map(
    (at) => new Set(findPhrases(tables.topics.cue, text, at, CUE_GAP).map(({ value }) => value)),
  );
  if (!named.some((ids) => ids.has(id))) return { scope: content, rest: [] };
  let run = 0;
  const own = named.map((ids) => {
    if (ids.has(id)) run = RUN_ON;
    else run = ids.size > 0 ? 0 : run - 1;
    return ids.has(id) || (run >= 0 && ids.size === 0);
  });
  if (own.every((is) => is)) return { scope: content, rest: [] };
  return { scope: sentences.filter((_, i) => own[i]), rest: sentences.filter((_, i) => !own[i]) };
};

const conditionOf = (words: ConditionWords | null, text: string, content: readonly Span[]): Span | null => {
  if (words === null) return null;
  for (const region of content) {
    const condition = findCondition(words, text, region);
    if (condition !== null) return condition;
  }
  return null;
};
