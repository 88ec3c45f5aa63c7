import type { Citation } from '../../model/claim.ts';
import { fromColumn } from './columns.ts';
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

/** Reads article texts, each once as long as they fit in memory together. For one transaction. */
export const textReader = (db: Db, dispute: string): TextReader => {
  const kept = new Map<string, HeldText | null>();
  let characters = 0;
  return async ({ article, revision }) => {
    const key = `${article} ${revision}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const row = await db
      .selectFrom('article')
      .select('text')
      .where('dispute', '=', dispute)
      .where('id', '=', article)
      .where('revision', '=', revision)
      .executeTakeFirst();
    const held = row ? { revision, text: fromColumn(row.text) } : null;
    characters += held?.text.length ?? 0;
    if (characters > KEPT_CHARACTERS) {
      kept.clear();
      characters = held?.text.length ?? 0;
    }
    kept.set(key, held);
    return held;
  };
};
