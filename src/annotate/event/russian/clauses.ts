import { isFiniteAt, type Words } from './words.ts';

const OPENERS: ReadonlySet<string> = new Set(
  'что чтобы если когда где куда откуда поскольку хотя пока так будто ли почему зачем после прежде'.split(
    ' ',
  ),
);
const JOINERS: ReadonlySet<string> = new Set(['а', 'но', 'однако', 'и', 'зато', 'либо']);
const HARD: ReadonlySet<string> = new Set([';', ':', '—', '–', '(', ')', '«', '»', '"', '„', '“', '”']);

/**
 * The clause that each token belongs to. A clause begins at a hard mark, and at a comma before a word that opens one; a
 * relative clause ends at its next comma and the one around it goes on; a clause that opens the sentence (`Если …,`) too ends
 * at its comma. Phrases between commas belong to the clause they stand in.
 */
export const clausesOf = (low: readonly string[], words: Words): readonly number[] => {
  const walk: Walk = { current: 0, next: 1, around: null, closes: OPENERS.has(low[0] ?? ''), told: false };
  const names = namesIn(low, words);
  return low.map((word, i) => {
    if (isFiniteAt(words, i)) walk.told = true;
    if (HARD.has(word) && !names.has(i)) begin(walk);
    else if (word === ',') atComma(walk, openedAt(low, words, i + 1));
    return walk.current;
  });
};

/** The longest name between marks, in tokens. */
const LONGEST_NAME = 6;

/** The marks of short quotations that tell nothing: names, single words (`газета «Утренний колокол» пишет`). */
const namesIn = (low: readonly string[], words: Words): ReadonlySet<number> => {
  const marks = new Set<number>();
  let open = -1;
  for (let i = 0; i < low.length; i++) {
    if (low[i] === '«') open = i;
    if (low[i] !== '»' || open < 0) continue;
    let told = i - open > LONGEST_NAME;
    for (let k = open + 1; k < i && !told; k++) told = isFiniteAt(words, k) || low[k] === ',';
    if (!told) marks.add(open).add(i);
    open = -1;
  }
  return marks;
};

interface Walk {
  current: number;
  next: number;
  /** The clause around a relative one. */
  around: number | null;
  /** The clause ends at its next comma, once its verb is told. */
  closes: boolean;
  told: boolean;
}

const begin = (walk: Walk): void => {
  walk.current = walk.next++;
  walk.around = null;
  walk.closes = false;
};

const atComma = (walk: Walk, opened: 'relative' | 'clause' | null): void => {
  if (opened === 'relative') {
    const around = walk.current;
    begin(walk);
    walk.around = around;
    walk.closes = true;
    walk.told = false;
  } else if (opened === 'clause') begin(walk);
  else if (walk.closes && walk.told) {
    const { around } = walk;
    begin(walk);
    if (around !== null) walk.current = around;
  }
};

const openedAt = (low: readonly string[], words: Words, i: number): 'relative' | 'clause' | null => {
  const word = low[i] ?? '';
  // `…, как ожидается, …` and `…, который …, …` end at their next comma.
  if (/^котор|^как$/.test(word) || /^котор/.test(low[i + 1] ?? '')) return 'relative';
  if (OPENERS.has(word)) return 'clause';
  if (JOINERS.has(word)) return 'clause';
  // `…, сообщил представитель`, `…, заявили в ведомстве`: who says so closes the sentence.
  return SPEECH.test(word) && isFiniteAt(words, i) ? 'clause' : null;
};

const SPEECH =
  /^(?:сообщ|заяв|сказа|говор|отмет|отмеча|подчеркн|подчеркив|добав|уточн|поясн|считает|пишет|пообеща|передает|утвержда|призна|пис)/;
