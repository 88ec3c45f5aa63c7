import type { Attribution, IssueStance } from '../../model/annotation.ts';
import type { StanceWords } from '../../model/knowledge/event-lexicon.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { PackIssue } from '../../model/pack.ts';
import type { Span } from '../../model/span.ts';
import { bySpan, hull, isNonEmpty } from '../../model/span.ts';
import type { ConditionWords } from './conditions.ts';
import { compileConditions, findCondition } from './conditions.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases, inflectedFold } from './phrases.ts';
import type { StanceTable } from './stance.ts';
import { compileStances, readStance } from './stance.ts';

/** What of an attribution its issues are read by. */
export type Told = Pick<Attribution, 'source' | 'cue' | 'content' | 'act'>;

interface IssueTables {
  readonly cues: PhraseTable<string>;
  readonly stances: StanceTable | null;
  readonly conditions: ConditionWords | null;
}

// Keyed by the knowledge itself, so that tables live as long as it does; a pure cache.
const tablesOf = new WeakMap<Knowledge, Map<string, IssueTables>>();

/**
 * The issues of the pack that an attribution treats, each with the speaker's stance when plain words tell it. An issue
 * counts when one of its cues stands in the content; when none does, the sentence around the attribution is read. The
 * stance is null when it is not clear. "[Ceding the reef]content is out of the question, Voss said" rejects.
 */
export const tagIssues = (
  attribution: Told,
  text: string,
  knowledge: Knowledge,
  language: string,
): readonly IssueStance[] => {
  const issues = knowledge.pack?.issues ?? [];
  if (issues.length === 0) return [];
  const tables = tablesFor(knowledge, issues, language);
  const inContent = issuesIn(tables.cues, text, attribution.content);
  const ids =
    inContent.length > 0 ? inContent : issuesIn(tables.cues, text, [sentenceAround(text, attribution)]);
  if (ids.length === 0) return [];
  const condition = conditionOf(tables.conditions, text, attribution.content);
  const stance =
    condition !== null
      ? 'conditional'
      : tables.stances === null
        ? null
        : readStance(
            tables.stances,
            text,
            [...attribution.cue, ...attribution.content].sort(bySpan),
            attribution.act,
          );
  return ids.map((id) => ({ id, stance, condition }));
};

/** How many words may stand between two words of a cue: "the 1956 [Freedonian] declaration". */
const CUE_GAP = 1;

const issuesIn = (cues: PhraseTable<string>, text: string, regions: readonly Span[]): readonly string[] => {
  const ids = new Set<string>();
  for (const region of regions)
    for (const hit of findPhrases(cues, text, region, CUE_GAP)) ids.add(hit.value);
  return [...ids].sort();
};

const conditionOf = (words: ConditionWords | null, text: string, content: readonly Span[]): Span | null => {
  if (words === null) return null;
  for (const region of content) {
    const condition = findCondition(words, text, region);
    if (condition !== null) return condition;
  }
  return null;
};

/** How far around an attribution its sentence is sought, in characters. */
const SENTENCE_REACH = 300;

const sentenceAround = (text: string, attribution: Told): Span => {
  const parts = [...attribution.source, ...attribution.cue, ...attribution.content];
  const core = isNonEmpty(parts) ? hull(parts) : hull(attribution.content);
  const before = text.slice(Math.max(0, core.start - SENTENCE_REACH), core.start);
  const after = text.slice(core.end, core.end + SENTENCE_REACH);
  const opening = Math.max(before.lastIndexOf('\n'), lastStop(before));
  const closing = after.search(/[.!?…。\n]/u);
  return {
    start: core.start - before.length + (opening < 0 ? 0 : opening + 1),
    end: core.end + (closing < 0 ? after.length : closing),
  };
};

const lastStop = (text: string): number => {
  for (let i = text.length - 1; i >= 0; i--)
    if (/[.!?…。]/u.test(text[i] ?? '') && /^$|\s/.test(text[i + 1] ?? '')) return i;
  return -1;
};

const tablesFor = (knowledge: Knowledge, issues: readonly PackIssue[], language: string): IssueTables => {
  const byLanguage = tablesOf.get(knowledge) ?? new Map<string, IssueTables>();
  tablesOf.set(knowledge, byLanguage);
  const held = byLanguage.get(language);
  if (held !== undefined) return held;
  const tables = compileTables(issues, knowledge.languages[language]?.event?.stances ?? null, language);
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
});
