import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256OfText } from '../../src/lib/digest-bytes.ts';
import type { Act, AttributionMode, Stance } from '../../src/model/annotation.ts';
import type { PackFile } from '../../src/model/pack.ts';
import type { Span } from '../../src/model/span.ts';

const FOLDER = fileURLToPath(new URL('../corpora/statements/', import.meta.url));

/** On what the time of saying rests; the guidelines define each. */
export const SAID_BASES = ['explicit', 'deictic', 'inherited', 'published', 'bounded'] as const;
/** One basis. */
export type SaidBasis = (typeof SAID_BASES)[number];

/** An article of `eval/corpora/statements`; invented, as everything in it. */
export interface StatementArticle {
  readonly id: string;
  readonly language: 'en' | 'ru' | 'ja';
  readonly outlet: string;
  /** YYYY-MM-DD. */
  readonly published: string;
  readonly style: string;
  readonly text: string;
}

/** Exact characters of the article, and which of their occurrences from the start, counted from 1. */
export interface GoldPiece {
  readonly text: string;
  readonly n: number;
}

/** An issue of the pack that a statement is about; the stance is null when it takes none. */
interface GoldIssue<Piece> {
  readonly id: string;
  readonly stance: Stance | null;
  readonly condition: Piece | null;
}

/** One row of the gold, its pieces as written (`GoldPiece`) or found (`Span`). */
interface Row<Piece> {
  readonly article: string;
  readonly source: readonly Piece[];
  readonly cue: readonly Piece[];
  readonly content: readonly Piece[];
  readonly mode: AttributionMode;
  readonly act: Act;
  readonly nested: boolean;
  /** Which of the article's rows it stands in, from 0. */
  readonly inside: number | null;
  /** Only said not to have been said, or that it may be. */
  readonly unsaid: boolean;
  /** Two readings are fair: counts neither way. */
  readonly doubtful: boolean;
  /** Ids of the pack; none when it has nobody, and then `speakerText` says who. */
  readonly speaker: readonly string[];
  readonly speakerText: string | null;
  readonly behalf: readonly string[];
  readonly via: readonly { readonly id: string | null; readonly text: string | null }[];
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly said: string | null;
  readonly saidBasis: SaidBasis | null;
  readonly issues: readonly GoldIssue<Piece>[];
}

/** A row as the file has it. */
export type StatementRow = Row<GoldPiece>;
/** A row with its pieces found in the article, in UTF-16 code units. */
export type GoldStatement = Row<Span>;

/** Which half of the articles: rules are written on `dev`, `held` is only measured. */
export type StatementPart = 'dev' | 'held';

const readLines = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** The articles, in order of id; those of another file of the same form may be named. */
export const statementArticles = (path = `${FOLDER}articles.jsonl`): readonly StatementArticle[] =>
  readLines(path);

/** The rows of the gold as they are written; another annotator's file of the same form may be named. */
export const statementRows = (path = `${FOLDER}gold.jsonl`): readonly StatementRow[] => readLines(path);

/** The knowledge of the invented dispute. */
export const statementPack = (): PackFile =>
  JSON.parse(readFileSync(`${FOLDER}pack.json`, 'utf8')) as PackFile;

/** Where the n-th occurrence stands (they may overlap). @throws when the text has fewer. */
export const placeOf = (text: string, piece: GoldPiece): Span => {
  let start = -1;
  for (let found = 0; found < piece.n; found += 1) {
    start = text.indexOf(piece.text, start + 1);
    if (start < 0) throw new Error(`not found: occurrence ${piece.n} of ${JSON.stringify(piece.text)}`);
  }
  if (start < 0 || piece.text === '') throw new Error(`not a piece: ${JSON.stringify(piece)}`);
  return { start, end: start + piece.text.length };
};

/** A row with its pieces found. @throws when one is not in the article, with the article's id. */
export const resolveStatement = (row: StatementRow, article: StatementArticle): GoldStatement => {
  const place = (piece: GoldPiece): Span => {
    try {
      return placeOf(article.text, piece);
    } catch (cause) {
      throw new Error(`${article.id}: ${cause instanceof Error ? cause.message : 'not found'}`, { cause });
    }
  };
  return {
    ...row,
    source: row.source.map(place),
    cue: row.cue.map(place),
    content: row.content.map(place),
    issues: row.issues.map(({ condition, ...issue }) => ({
      ...issue,
      condition: condition === null ? null : place(condition),
    })),
  };
};

/** Every statement by the id of its article, in the order of the rows (`inside` counts in it). @throws when a piece or an article is missing. */
export const goldStatements = (
  rows: readonly StatementRow[] = statementRows(),
  articles: readonly StatementArticle[] = statementArticles(),
): ReadonlyMap<string, readonly GoldStatement[]> => {
  const found = new Map<string, GoldStatement[]>(articles.map(({ id }) => [id, []]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const row of rows) {
    const article = byId.get(row.article);
    if (article === undefined) throw new Error(`no such article: ${row.article}`);
    found.get(row.article)?.push(resolveStatement(row, article));
  }
  return found;
};

/**
 * The half an article belongs to: within its language the articles are ordered by the digest of their ids, and every second
 * one is held back.
 */
export const statementParts = (
  articles: readonly Pick<StatementArticle, 'id' | 'language'>[] = statementArticles(),
): ReadonlyMap<string, StatementPart> => {
  const parts = new Map<string, StatementPart>();
  for (const language of new Set(articles.map((article) => article.language))) {
    const ids = articles.filter((article) => article.language === language).map(({ id }) => id);
    const ordered = ids
      .map((id) => ({ id, key: sha256OfText(`statements ${id}`) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const [rank, { id }] of ordered.entries()) parts.set(id, rank % 2 === 0 ? 'dev' : 'held');
  }
  return parts;
};
