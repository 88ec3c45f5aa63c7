import type { StanceWords } from '../../model/knowledge/stance-words.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { PackIssue } from '../../model/pack.ts';
import type { ConditionWords } from './conditions.ts';
import { compileConditions } from './conditions.ts';
import type { EvidenceTable } from './evidence.ts';
import { compileEvidence } from './evidence.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, inflectedFold } from './phrases.ts';
import type { StanceTable } from './stance.ts';
import { compileStances } from './stance.ts';
import { compileTopics, type TopicTable } from './topics.ts';

/** What issues and stances are read by in one language: the pack's cues and the language's words, compiled. */
export interface IssueTables {
  readonly topics: TopicTable;
  /** What stands against an issue's proposal, as the pack lists it. */
  readonly against: PhraseTable<string>;
  readonly stances: StanceTable | null;
  readonly evidence: EvidenceTable | null;
  readonly conditions: ConditionWords | null;
  /** With words that mostly open something else than a condition. */
  readonly softConditions: ConditionWords | null;
  readonly anaphora: PhraseTable<true>;
}

// Keyed by the knowledge itself, so that tables live as long as it does; a pure cache.
const tablesOf = new WeakMap<Knowledge, Map<string, IssueTables>>();

/** The tables of one language, compiled once for each knowledge. */
export const issueTables = (knowledge: Knowledge, language: string): IssueTables => {
  const byLanguage = tablesOf.get(knowledge) ?? new Map<string, IssueTables>();
  tablesOf.set(knowledge, byLanguage);
  const held = byLanguage.get(language);
  if (held !== undefined) return held;
  const tables = compileTables(
    knowledge.pack?.issues ?? [],
    knowledge.languages[language]?.stance ?? null,
    language,
  );
  byLanguage.set(language, tables);
  return tables;
};

const compileTables = (
  issues: readonly PackIssue[],
  words: StanceWords | null,
  language: string,
): IssueTables => {
  return {
    topics: compileTopics(issues, words, language),
    against: compilePhrases(
      issues.flatMap(({ id, against }) => (against?.[language] ?? []).map((cue) => [cue, id] as const)),
      language,
      inflectedFold(language),
    ),
    stances: words === null ? null : compileStances(words, language),
    evidence: words === null ? null : compileEvidence(words, language),
    conditions: words === null ? null : compileConditions(words.conditions, words.whether, language),
    softConditions:
      words === null
        ? null
        : compileConditions([...words.conditions, ...words.softConditions], words.whether, language),
    anaphora: compilePhrases(
      (words?.anaphora ?? []).map((phrase) => [phrase, true] as const),
      language,
    ),
  };
};
