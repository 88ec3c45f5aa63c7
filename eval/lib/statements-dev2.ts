import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PackFile } from '../../src/model/pack.ts';
import {
  type GoldStatement,
  goldStatements,
  type StatementArticle,
  type StatementRow,
  statementArticles,
  statementRows,
} from './statements-gold.ts';

const FOLDER = fileURLToPath(new URL('../corpora/statements-dev2/', import.meta.url));

/** An article of `eval/corpora/statements-dev2`, and which of its disputes it tells of. */
export interface Dev2Article extends StatementArticle {
  readonly pack: string;
}

/** The articles, dispute by dispute. */
export const dev2Articles = (): readonly Dev2Article[] =>
  statementArticles(`${FOLDER}articles.jsonl`) as readonly Dev2Article[];

/** The rows of the gold as they are written. */
export const dev2Rows = (): readonly StatementRow[] => statementRows(`${FOLDER}gold.jsonl`);

/** Every statement by the id of its article. */
export const dev2Statements = (): ReadonlyMap<string, readonly GoldStatement[]> =>
  goldStatements(dev2Rows(), dev2Articles());

/** The names of the disputes, in order. */
export const dev2Packs = (): readonly string[] =>
  readdirSync(`${FOLDER}packs`)
    .map((file) => file.replace(/\.json$/, ''))
    .sort();

/** Where the knowledge of a dispute stands. */
export const dev2PackPath = (name: string): string => `${FOLDER}packs/${name}.json`;

/** The knowledge of a dispute. */
export const dev2Pack = (name: string): PackFile =>
  JSON.parse(readFileSync(dev2PackPath(name), 'utf8')) as PackFile;
