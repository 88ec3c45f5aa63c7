import type { IssueStance } from '../../model/annotation.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { findPhrases } from './phrases.ts';
import { CUE_GAP, type IssueReading, readIssue } from './reading.ts';
import { contextsOf, type Told } from './scope.ts';
import { type IssueTables, issueTables } from './tables.ts';
import { weigh } from './weighing.ts';

/**
 * The issues of the pack that an attribution treats, each with the speaker's stance when plain words tell it. An issue
 * counts when one of its cues stands in the content; when none does, what the content takes up is read (`contextsOf`). The
 * stance is read from the sentences of the content that name the issue, and null when it is not clear; `neutral` says that
 * whoever speaks (a medium, a court) takes none. "[Ceding the reef]content is out of the question, Voss said" rejects.
 */
export const tagIssues = (
  told: Told,
  text: string,
  knowledge: Knowledge,
  language: string,
  neutral = false,
): readonly IssueStance[] => {
  if ((knowledge.pack?.issues ?? []).length === 0) return [];
  const tables = issueTables(knowledge, language);
  const named = issuesIn(tables, text, told.content);
  const ids = named.size > 0 ? named : inherited(tables, text, told);
  return [...ids].sort().map((id) => {
    if (neutral) return { id, stance: null, condition: null };
    return { id, ...choose(readIssue(told, text, knowledge, language, id, false), knowledge) };
  });
};

const choose = (
  { condition, softCondition, ruled, evidence }: IssueReading,
  knowledge: Knowledge,
): Pick<IssueStance, 'stance' | 'condition'> => {
  const model = knowledge.stanceModel ?? null;
  if (model === null || evidence === null) {
    return { stance: condition === null ? (ruled?.stance ?? null) : 'conditional', condition };
  }
  const best = weigh(model, evidence).find(
    ({ choice }) => choice !== 'conditional' || softCondition !== null,
  );
  const stance = best === undefined || best.choice === 'none' ? null : best.choice;
  return { stance, condition: stance === 'conditional' ? softCondition : null };
};

/** The issues of the first context that names any. */
const inherited = (tables: IssueTables, text: string, told: Told): ReadonlySet<string> => {
  for (const context of contextsOf(text, told, tables.anaphora)) {
    const ids = issuesIn(tables, text, context);
    if (ids.size > 0) return ids;
  }
  return new Set();
};

const issuesIn = (tables: IssueTables, text: string, regions: readonly Span[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const region of regions)
    for (const hit of findPhrases(tables.cues, text, region, CUE_GAP)) ids.add(hit.value);
  return ids;
};
