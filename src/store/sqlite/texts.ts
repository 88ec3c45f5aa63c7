import { sql } from 'kysely';
import type { ArticleId, Digest } from '../../model/brand.ts';
import { articleId, digest } from '../../model/brand.ts';
import type { Citation } from '../../model/claim.ts';
import type { ArticleText } from '../../model/store-port.ts';
import { isRevisionStart } from '../revisions.ts';
import { fromColumn, intact } from './columns.ts';
import type { Db } from './connection.ts';

/** A text that citations are checked against. */
interface HeldText {
  readonly revision: string;
  readonly text: string;
}

/** Looks a cited revision of an article up; null when it is not held. */
export type TextReader = (citation: Pick<Citation, 'article' | 'revision'>) => Promise<HeldText | null>;

/** How many characters of article texts one call keeps at hand. */
const KEPT_CHARACTERS = 16_000_000;

/** Article texts at hand. */
interface HeldTexts {
  readonly read: TextReader;
  /** Reads the texts of these in one go, so that `read` has them. */
  readonly fetch: (citations: readonly Pick<Citation, 'article' | 'revision'>[]) => Promise<void>;
}

const keyOf = ({ article, revision }: { readonly article: string; readonly revision: string }): string =>
  `${article} ${revision}`;

/** Reads article texts, each once as long as they fit in memory together. For one transaction. */
export const heldTexts = (db: Db, dispute: string): HeldTexts => {
  const kept = new Map<string, HeldText | null>();
  let characters = 0;
  const keep = (key: string, held: HeldText | null): void => {
    characters += held?.text.length ?? 0;
    if (characters > KEPT_CHARACTERS) {
      kept.clear();
      characters = held?.text.length ?? 0;
    }
    kept.set(key, held);
  };
  const rowsOf = async (articles: readonly string[], revisions: readonly string[]): Promise<void> => {
    const rows = await db
      .selectFrom('article')
      .select(['id', 'revision', 'text'])
      .where('dispute', '=', dispute)
      .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(articles)}))`)
      .where(sql<boolean>`revision in (select value from json_each(${JSON.stringify(revisions)}))`)
      .execute();
    for (const { id, revision, text } of rows)
      keep(keyOf({ article: id, revision }), { revision, text: fromColumn(text) });
  };
  return {
    read: async (citation) => {
      const key = keyOf(citation);
      if (!kept.has(key)) await rowsOf([citation.article], [citation.revision]);
      if (!kept.has(key)) keep(key, null);
      return kept.get(key) ?? null;
    },
    fetch: async (citations) => {
      const missing = citations.filter((citation) => !kept.has(keyOf(citation)));
      if (missing.length === 0) return;
      await rowsOf(
        [...new Set(missing.map(({ article }) => article))],
        [...new Set(missing.map(({ revision }) => revision))],
      );
    },
  };
};

/** Reads article texts one at a time. */
export const textReader = (db: Db, dispute: string): TextReader => heldTexts(db, dispute).read;

/** As the port has it: the present revision first, then the others, the one kept last before those kept earlier. */
export const readRevisions = async (
  db: Db,
  dispute: string,
  article: ArticleId,
): Promise<readonly Digest[]> => {
  const reading = await db
    .selectFrom('reading')
    .select('revision')
    .where('dispute', '=', dispute)
    .where('article', '=', article)
    .executeTakeFirst();
  const held = await db
    .selectFrom('article')
    .select('revision')
    .where('dispute', '=', dispute)
    .where('id', '=', article)
    .orderBy(sql`rowid`, 'desc')
    .execute();
  const revisions = held.map((row) => digest(row.revision));
  const isPresent = (revision: Digest): boolean => revision === reading?.revision;
  return [...revisions.filter(isPresent), ...revisions.filter((revision) => !isPresent(revision))];
};

/** As the port has it; within a transaction. @throws DemarcheError `record-corrupt` when the text was changed. */
export const readArticleText = async (
  db: Db,
  dispute: string,
  article: ArticleId,
  revision: string,
): Promise<ArticleText | null> => {
  const start = revision.toLowerCase();
  if (!isRevisionStart(start)) return null;
  const picked = (await readRevisions(db, dispute, article)).find((held) => held.startsWith(start));
  if (picked === undefined) return null;
  const row = await db
    .selectFrom('article')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('id', '=', article)
    .where('revision', '=', picked)
    .executeTakeFirstOrThrow();
  const { text } = intact('article', article, row);
  return { article: articleId(row.id), revision: picked, text: fromColumn(text) };
};
