import type { Candidate } from './candidates.ts';
import { ROWS } from './evidence.ts';
import type { Choice } from './question.ts';
import { WEIGHTS } from './weights.ts';

let table: Int8Array | null = null;

/** The weights, one byte each, as they were learnt. */
const weights = (): Int8Array => {
  if (table !== null) return table;
  const bytes = atob(WEIGHTS);
  table = new Int8Array(ROWS);
  for (let i = 0; i < ROWS; i++) table[i] = bytes.charCodeAt(i);
  return table;
};

/** The candidate for which most speaks, the nearest of equals; null for nobody. */
export const choose = ({ candidates, rows }: Choice): Candidate | null => {
  const learnt = weights();
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, own] of rows.entries()) {
    let score = 0;
    for (let k = 0; k < own.length; k++) score += learnt[own[k] as number] as number;
    if (score > most) [most, best] = [score, i];
  }
  return candidates[best] ?? null;
};
