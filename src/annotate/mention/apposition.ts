import type { Token } from '../../model/sentence.ts';
import { type Gazetteer, keyOf } from './gazetteer.ts';
import type { NameReader } from './reader.ts';
import type { MentionWords } from './words.ts';

/** The most words between the comma and the role: `, the newly appointed Valdorian envoy`. */
const REACH = 6;

/**
 * Whether a description of a person by an office stands behind the name that ends before `to`, between commas or brackets:
 * `Orla Venn, [the Valdorian envoy],`, `Orla Venn (head of the mission)`.
 */
export const apposedRole = (
  tokens: readonly Token[],
  to: number,
  { words, gazetteer }: NameReader,
): boolean => {
  const mark = tokens[to]?.text ?? '';
  if (mark !== ',' && mark !== '(' && mark !== '–' && mark !== '—') return false;
  for (let i = to + 1; i < tokens.length && i - to <= REACH; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') return false;
    const key = keyOf(token);
    if (words.persons.has(key)) return true;
    if (!isBeforeRole(token, key, words, gazetteer)) return false;
  }
  return false;
};

/** Whether a word may stand before the role: a state, a word of a title, or a small word that begins no clause. */
const isBeforeRole = (token: Token, key: string, words: MentionWords, gazetteer: Gazetteer): boolean =>
  /^\p{Lu}/u.test(token.text) ? gazetteer.states.has(key) || words.titles.has(key) : !CLAUSE.has(key);

/** Words that show that a clause, and no description, stands behind the comma. */
const CLAUSE = new Set([
  'who',
  'which',
  'that',
  'and',
  'but',
  'he',
  'she',
  'they',
  'said',
  'told',
  'is',
  'was',
  'has',
  'had',
  'were',
  'will',
  'in',
  'on',
  'at',
  'to',
  'for',
  'by',
  'with',
  'where',
  'when',
  'as',
]);
