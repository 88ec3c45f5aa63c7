import { disputeKnowledge, stanceRows } from '../../eval/lib/stance-gold.ts';
import { goldStatements, statementArticles, statementParts } from '../../eval/lib/statements-gold.ts';
import { readIssue } from '../../src/annotate/issue/reading.ts';
import type { Act, Stance } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { isNonEmpty, type Span } from '../../src/model/span.ts';

/** One statement with an issue whose stance is known. */
export interface StanceExample {
  readonly id: string;
  readonly dispute: string;
  /** What is left out together: the dispute, or the article. */
  readonly group: string;
  readonly gold: Stance | 'none';
  readonly ruled: string;
  readonly hasSoftCondition: boolean;
  readonly features: readonly string[];
}

interface Row {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly act: Act;
  readonly issues: readonly { readonly id: string; readonly stance: Stance | null }[];
}

/** The examples of one row, one for each issue. */
const examplesOf = (
  row: Row,
  text: string,
  knowledge: Knowledge,
  language: string,
  about: Pick<StanceExample, 'id' | 'group' | 'dispute'>,
  nests: boolean,
): readonly StanceExample[] => {
  const { content } = row;
  if (!isNonEmpty(content)) return [];
  return row.issues.map(({ id, stance }) => {
    const reading = readIssue({ ...row, content }, text, knowledge, language, id, nests);
    return {
      ...about,
      id: `${about.id}:${id}`,
      gold: stance ?? 'none',
      ruled: reading.condition === null ? (reading.ruled?.stance ?? 'none') : 'conditional',
      hasSoftCondition: reading.softCondition !== null,
      features: [...(reading.evidence?.keys() ?? [])],
    };
  });
};

/** The examples of the invented disputes that weights are made with. */
export const disputeExamples = (base: Knowledge): readonly StanceExample[] => {
  const knowledge = disputeKnowledge(base);
  return stanceRows()
    .filter(({ part }) => part === 'tuning')
    .flatMap((row) => {
      const own = knowledge.get(row.dispute);
      if (own === undefined) return [];
      const about = { id: row.id, group: row.dispute, dispute: row.dispute };
      return examplesOf(row, row.text, own, row.language, about, false);
    });
};

/** The examples of the articles' half that rules are written with. */
export const articleExamples = (knowledge: Knowledge): readonly StanceExample[] => {
  const parts = statementParts();
  const gold = goldStatements();
  return statementArticles()
    .filter(({ id }) => parts.get(id) === 'dev')
    .flatMap((article) =>
      (gold.get(article.id) ?? []).flatMap((row, i, rows) => {
        if (row.doubtful || row.unsaid) return [];
        const about = { id: `${article.id}:${i}`, group: article.id, dispute: 'strait' };
        const nests = rows.some(({ inside }) => inside === i);
        return examplesOf(row, article.text, knowledge, article.language, about, nests);
      }),
    );
};
