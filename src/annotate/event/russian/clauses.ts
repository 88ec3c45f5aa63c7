import { isFinite, type Words } from './words.ts';

const OPENERS: ReadonlySet<string> = new Set(
  'что чтобы если когда где куда откуда поскольку хотя пока так как будто ли почему зачем после прежде'.split(' '),
);
const JOINERS: ReadonlySet<string> = new Set(['а', 'но', 'однако', 'и', 'зато', 'либо']);
const HARD: ReadonlySet<string> = new Set([';', ':', '—', '–', '(', ')', '«', '»', '"', '„', '“', '”']);

/**
 * The clause that each token belongs to. A clause begins at a hard mark, and at a comma before a word that opens one; a
 * relative clause ends at its next comma and the one around it goes on; a clause that opens the sentence (`Если …,`) too ends
 * at its comma. Phrases between commas belong to the clause they stand in.
 */
export const clausesOf = (low: readonly string[], words: Words): readonly number[] => {
  const clauses: number[] = [];
  let current = 0;
  let next = 1;
  let around: number | null = null;
  let closes = OPENERS.has(low[0] ?? '');
  let told = false;
  for (let i = 0; i < low.length; i++) {
    const word = low[i] ?? '';
    if (isFinite(words, i)) told = true;
    if (HARD.has(word)) {
      current = next++;
      around = null;
      closes = false;
    } else if (word === ',') {
      const kind = openedAt(low, words, i + 1);
      if (kind === 'relative') {
        around = current;
        current = next++;
        closes = true;
        told = false;
      } else if (kind === 'clause') {
        current = next++;
        closes = false;
        around = null;
      } else if (closes && told) {
        current = around ?? next++;
        around = null;
        closes = false;
      }
    }
    clauses.push(current);
  }
  return clauses;
};

const openedAt = (low: readonly string[], words: Words, i: number): 'relative' | 'clause' | null => {
  const word = low[i] ?? '';
  if (/^котор/.test(word) || /^котор/.test(low[i + 1] ?? '')) return 'relative';
  if (OPENERS.has(word)) return 'clause';
  if (JOINERS.has(word)) return 'clause';
  // `…, сообщил представитель`, `…, заявили в ведомстве`: who says so closes the sentence.
  return SPEECH.test(word) && isFinite(words, i) ? 'clause' : null;
};

const SPEECH =
  /^(?:сообщ|заяв|сказа|говор|отмет|отмеча|подчеркн|подчеркив|добав|уточн|поясн|считает|пишет|пообеща|передает|утвержда|призна|пис)/;
