import type { IssueStance } from '../../model/annotation.ts';
import type { StanceWords } from '../../model/knowledge/stance-words.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { PackIssue } from '../../model/pack.ts';
import type { Span } from '../../model/span.ts';
import { bySpan } from '../../model/span.ts';
import type { ConditionWords } from './conditions.ts';
import { compileConditions, findCondition } from './conditions.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases, inflectedFold } from './phrases.ts';
import { contextsOf, sentencesOf, type Told } from './scope.ts';
import type { StanceTable } from './stance.ts';
import { compileStances, readStance } from './stance.ts';

interface IssueTables {
  readonly cues: PhraseTable<string>;
  readonly stances: StanceTable | null;
  readonly conditions: ConditionWords | null;
  readonly anaphora: PhraseTable<true>;
}

// Keyed by the knowledge itself, so that tables live as long as it does; a pure cache.
const tablesOf = new WeakMap<Knowledge, Map<string, IssueTables>>();

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
  const issues = knowledge.pack?.issues ?? [];
  if (issues.length === 0) return [];
  const tables = tablesFor(knowledge, issues, language);
  const named = issuesIn(tables.cues, text, told.content);
  const ids = named.size > 0 ? named : inherited(tables, text, told);
  const sentences = sentencesOf(text, told.content);
  return [...ids].sort().map((id) => {
    const own = sentences.filter((at) => issuesIn(tables.cues, text, [at]).has(id));
    const scope = own.length === 0 || own.length === sentences.length ? told.content : own;
    const condition = neutral ? null : conditionOf(tables.conditions, text, scope);
    const regions = [...told.cue, ...scope].sort(bySpan);
    const stance =
      neutral || tables.stances === null ? null : readStance(tables.stances, text, regions, told.act);
    return { id, stance: condition === null ? (stance?.stance ?? null) : 'conditional', condition };
  });
};

/** The issues of the first context that names any. */
const inherited = (tables: IssueTables, text: string, told: Told): ReadonlySet<string> => {
  for (const context of contextsOf(text, told, tables.anaphora)) {
    const ids = issuesIn(tables.cues, text, context);
    if (ids.size > 0) return ids;
  }
  return new Set();
};

/** How many words may stand between two words of a cue: "the 1956 [Freedonian] declaration". */
const CUE_GAP = 1;

const issuesIn = (cues: PhraseTable<string>, text: string, regions: readonly Span[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const region of regions)
    for (const hit of findPhrases(cues, text, region, CUE_GAP)) ids.add(hit.value);
  return ids;
};

const conditionOf = (words: ConditionWords | null, text: string, content: readonly Span[]): Span | null => {
  if (words === null) return null;
  for (const region of content) {
    const condition = findCondition(words, text, region);
    if (condition !== null) return condition;
  }
  return null;
};

const tablesFor = (knowledge: Knowledge, issues: readonly PackIssue[], language: string): IssueTables => {
  const byLanguage = tablesOf.get(knowledge) ?? new Map<string, IssueTables>();
  tablesOf.set(knowledge, byLanguage);
  const held = byLanguage.get(language);
  if (held !== undefined) return held;
  const tables = compileTables(issues, knowledge.languages[language]?.stance ?? null, language);
  byLanguage.set(language, tables);
  return tables;
};

const compileTables = (
  issues: readonly PackIssue[],
  words: StanceWords | null,
  language: string,
): IssueTables => ({
  cues: compilePhrases(
    issues.flatMap((issue) => (issue.cues[language] ?? []).map((cue) => [cue, issue.id] as const)),
    language,
    inflectedFold(language),
  ),
  stances: words === null ? null : compileStances(words, language),
  conditions: words === null ? null : compileConditions(words.conditions, words.whether, language),
  anaphora: compilePhrases(
    (words?.anaphora ?? []).map((phrase) => [phrase, true] as const),
    language,
  ),
});
