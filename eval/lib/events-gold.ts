import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EventTime, Fate, Outcome, Realis, Telling } from '../../src/model/annotation.ts';
import type { Span } from '../../src/model/span.ts';
import { type GoldPiece, placeOf, type StatementArticle, statementArticles } from './statements-gold.ts';

const FOLDER = fileURLToPath(new URL('../corpora/events/', import.meta.url));

/** One row of `eval/corpora/events`, its anchor as written (`GoldPiece`) or found (`Span`). */
interface Row<Piece> {
  readonly article: string;
  /** The words that name the act. */
  readonly anchor: Piece;
  /** Id of a type of the codebook. */
  readonly type: string;
  /** Types that count as right, too. */
  readonly typeAlt: readonly string[];
  /** Ids of the pack, or `text: ` and the words of the text where the pack has nobody. */
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly mediators: readonly string[];
  /** Who may be named or left out: counts neither way. */
  readonly maybe: readonly string[];
  readonly object: string | null;
  readonly place: string | null;
  readonly edtf: string | null;
  readonly basis: EventTime['basis'] | null;
  readonly realis: Realis;
  readonly fate: Fate | null;
  readonly outcome: Outcome | null;
  readonly stance: Telling;
  readonly background: boolean;
  /** Which of the article's rows is the occasion that this act is set in, from 0. */
  readonly setting: number | null;
  /** Two readings are fair: counts neither way. */
  readonly doubtful: boolean;
  /** How many of the two annotators have a row there; only of what was settled. */
  readonly coders?: 1 | 2;
}

/** A row as the file has it. */
export type EventRow = Row<GoldPiece>;
/** A row with its anchor found in the article, in UTF-16 code units. */
export type GoldEventRow = Row<Span>;

/** A file of one pass over the articles. */
export type EventPass = 'first' | 'second' | 'gold';

/** The rows of a pass as they are written; none where the pass was not made. Another corpus of the same form may be named. */
export const eventRows = (pass: EventPass, folder = FOLDER): readonly EventRow[] => {
  const path = `${folder}${pass}.jsonl`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EventRow);
};

/** What was settled between two passes, and the first pass where nothing was settled. */
export const settledRows = (folder = FOLDER): readonly EventRow[] => {
  const settled = eventRows('gold', folder);
  return settled.length > 0 ? settled : eventRows('first', folder);
};

/** Every event by the id of its article, in the order of the rows (`setting` counts in it). @throws when an anchor or an article is missing. */
export const goldEvents = (
  rows: readonly EventRow[],
  articles: readonly StatementArticle[] = statementArticles(),
): ReadonlyMap<string, readonly GoldEventRow[]> => {
  const found = new Map<string, GoldEventRow[]>(articles.map(({ id }) => [id, []]));
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  for (const row of rows) {
    const text = texts.get(row.article);
    if (text === undefined) throw new Error(`no such article: ${row.article}`);
    try {
      found.get(row.article)?.push({ ...row, anchor: placeOf(text, row.anchor) });
    } catch (cause) {
      throw new Error(`${row.article}: ${cause instanceof Error ? cause.message : 'not found'}`, { cause });
    }
  }
  return found;
};

/** A first line without a full stop before an empty line: a headline, from which nothing is annotated. Its end, or 0. */
export const headlineEnd = (text: string): number => {
  const end = text.indexOf('\n\n');
  if (end < 0) return 0;
  const line = text.slice(0, end);
  return line.includes('\n') || /[.!?…。！？]["”’»」』)]*$/u.test(line.trimEnd()) ? 0 : end;
};
