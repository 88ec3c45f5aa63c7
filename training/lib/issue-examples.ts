import { disputeKnowledge, stanceRows } from '../../eval/lib/stance-gold.ts';
import { goldStatements, statementArticles, statementParts } from '../../eval/lib/statements-gold.ts';
import { readBearings } from '../../src/annotate/issue/bearing.ts';
import { placeStatements } from '../../src/annotate/issue/placing.ts';
import { issueTables } from '../../src/annotate/issue/tables.ts';
import { readTopics } from '../../src/annotate/issue/topics.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { isNonEmpty } from '../../src/model/span.ts';

/** A statement and an issue that its article names. */
export interface IssueExample {
  readonly article: string;
  readonly isAbout: boolean;
  readonly features: readonly string[];
}

/** What the disputes to tune on show of issues, each statement an article of its own. */
export const disputeIssueExamples = (base: Knowledge): readonly IssueExample[] => {
  const knowledge = disputeKnowledge(base);
  return stanceRows()
    .filter(({ part }) => part === 'tuning')
    .flatMap((row) => {
      const own = knowledge.get(row.dispute);
      if (own === undefined) return [];
      const { topics, anaphora } = issueTables(own, row.language);
      const view = { text: row.text, topics: readTopics(topics, row.text), anaphora };
      const about = new Set(row.issues.map((issue) => issue.id));
      return placeStatements([row]).flatMap((among) =>
        [...readBearings(view, row, among)].map(([issue, features]) => ({
          article: row.dispute,
          isAbout: about.has(issue),
          features: [...features],
        })),
      );
    });
};

/** What the half of the articles that rules are written with shows of issues. */
export const issueExamples = (knowledge: Knowledge): readonly IssueExample[] => {
  const parts = statementParts();
  const gold = goldStatements();
  return statementArticles()
    .filter(({ id }) => parts.get(id) === 'dev')
    .flatMap(({ id, text, language }) => {
      const tables = issueTables(knowledge, language);
      const view = { text, topics: readTopics(tables.topics, text), anaphora: tables.anaphora };
      const rows = gold.get(id) ?? [];
      const told = rows.flatMap(({ content, ...row }) => (isNonEmpty(content) ? [{ ...row, content }] : []));
      return placeStatements(told).flatMap((among, i) => {
        const row = rows[i];
        if (row === undefined || row.doubtful || row.unsaid || among.passesOn) return [];
        const about = new Set(row.issues.map((issue) => issue.id));
        return [...readBearings(view, among.told, among)].map(([issue, features]) => ({
          article: id,
          isAbout: about.has(issue),
          features: [...features],
        }));
      });
    });
};
