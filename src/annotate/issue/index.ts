import type { IssueStance } from '../../model/annotation.ts';
import { type RuleId, ruleId } from '../../model/brand.ts';
import type { StanceModel } from '../../model/knowledge/stance-model.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { readBearings } from './bearing.ts';
import type { Evidence } from './evidence.ts';
import { findPhrases } from './phrases.ts';
import { type Among, placeStatements } from './placing.ts';
import { type IssueReading, readIssue } from './reading.ts';
import { contextsOf, type Told } from './scope.ts';
import { type IssueTables, issueTables } from './tables.ts';
import { CUE_GAP, readTopics, type Topic } from './topics.ts';
import { borneBy, chance, type Weighed, weigh } from './weighing.ts';

/**
 * The issues of the pack that each statement of an article treats, with the speaker's stance where words tell it; in the order
 * given. Who only passes on what another says treats nothing himself, "Kestrel reports [that Voss said the
 * ferry would run]". With weights in the knowledge, whether a statement treats an issue is weighed (`readBearings`: a cue in its
 * content, what was spoken of before); without them an issue counts when one of its cues stands in the content or, when none
 * does, in what the content takes up (`contextsOf`).
 */
export const tagArticleIssues = (
  statements: readonly Told[],
  text: string,
  knowledge: Knowledge,
  language: string,
): readonly (readonly IssueStance[])[] => {
  if ((knowledge.pack?.issues ?? []).length === 0) return statements.map(() => []);
  const tables = issueTables(knowledge, language);
  const topics = knowledge.stanceModel == null ? [] : readTopics(tables.topics, text);
  return placeStatements(statements).map((among) => {
    if (among.passesOn) return [];
    const ids =
      knowledge.stanceModel == null
        ? namedIssues(tables, text, among.told)
        : weighedIssues(knowledge.stanceModel, tables, topics, text, among);
    return ids.map((id) =>
      choose(id, readIssue(among.told, text, knowledge, language, id, among.nests), knowledge),
    );
  });
};

/** The issues and stances of one statement that stands alone; see `tagArticleIssues`. */
export const tagIssues = (
  told: Told,
  text: string,
  knowledge: Knowledge,
  language: string,
): readonly IssueStance[] => tagArticleIssues([told], text, knowledge, language)[0] ?? [];

const weighedIssues = (
  model: StanceModel,
  { anaphora }: IssueTables,
  topics: readonly Topic[],
  text: string,
  among: Among,
): readonly string[] =>
  [...readBearings({ text, topics, anaphora }, among.told, among)]
    .filter(([, features]) => chance(model.bearings, features) > model.threshold)
    .map(([id]) => id)
    .sort();

/**
 * The stance that weighs most, with the characters that weighed most for it. A stance that the rules tell as well names
 * their rule, another `stance/weighed@1`: "It is [robbery in broad daylight], Voss said of the fee" opposes.
 */
const choose = (id: string, reading: IssueReading, { stanceModel }: Knowledge): IssueStance => {
  const { condition, softCondition, ruled, evidence } = reading;
  if (stanceModel == null || evidence === null) {
    if (condition !== null) return { id, stance: 'conditional', condition, rule: CONDITION };
    return {
      id,
      stance: ruled?.stance ?? null,
      condition: null,
      ...(ruled === null ? {} : { rule: ruled.rule }),
    };
  }
  const best = weigh(stanceModel, evidence).find(
    ({ choice }) => choice !== 'conditional' || softCondition !== null,
  );
  if (best === undefined) return { id, stance: null, condition: null };
  return {
    id,
    stance: best.choice === 'none' ? null : best.choice,
    condition: best.choice === 'conditional' ? softCondition : null,
    rule: ruleOf(best, reading),
    confidence: best.probability,
    evidence: spansOf(stanceModel, evidence, best),
  };
};

const CONDITION = ruleId('stance/condition@1');
const WEIGHED = ruleId('stance/weighed@1');

/** `stance/condition@1`: who names what must come first is for it on that condition: "[once the radar is gone], talks may start". */
const ruleOf = ({ choice }: Weighed[number], { condition, ruled }: IssueReading): RuleId => {
  if (choice === 'conditional') return condition === null ? WEIGHED : CONDITION;
  return condition === null && ruled?.stance === choice ? ruled.rule : WEIGHED;
};

const SHOWN = 3;

const spansOf = (model: StanceModel, evidence: Evidence, { choice }: Weighed[number]): readonly Span[] =>
  borneBy(model, evidence, choice)
    .slice(0, SHOWN)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);

const namedIssues = (tables: IssueTables, text: string, told: Told): readonly string[] => {
  const named = issuesIn(tables, text, told.content);
  return [...(named.size > 0 ? named : inherited(tables, text, told))].sort();
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
    for (const hit of findPhrases(tables.topics.cue, text, region, CUE_GAP)) ids.add(hit.value);
  return ids;
};
