import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PackFile } from '../../src/model/pack.ts';
import { type EventPass, type EventRow, eventRows, settledRows } from './events-gold.ts';
import { type StatementArticle, statementArticles } from './statements-gold.ts';

const FOLDER = fileURLToPath(new URL('../corpora/events-dev2/', import.meta.url));

/** Which half of the articles: `read` may be read by those who write rules, `kept` is only measured. */
export type EventsDev2Part = 'read' | 'kept';

/** An article of `eval/corpora/events-dev2`; the halves were drawn before any event was coded. */
export interface EventsDev2Article extends StatementArticle {
  /** The kind of its style: agency, report, popular, background, spoken, opinion, official, feature, press-review. */
  readonly register: string;
  readonly part: EventsDev2Part;
}

/** The articles, in order of id. */
export const eventsDev2Articles = (): readonly EventsDev2Article[] =>
  statementArticles(`${FOLDER}articles.jsonl`) as readonly EventsDev2Article[];

/** The rows of a pass, and without a name those that were settled. */
export const eventsDev2Rows = (pass: EventPass | null = null): readonly EventRow[] =>
  pass === null ? settledRows(FOLDER) : eventRows(pass, FOLDER);

/** Where the knowledge of the invented disputes stands. */
export const eventsDev2PackPath = (): string => `${FOLDER}pack.json`;

/** The knowledge of the invented disputes. */
export const eventsDev2Pack = (): PackFile =>
  JSON.parse(readFileSync(eventsDev2PackPath(), 'utf8')) as PackFile;
