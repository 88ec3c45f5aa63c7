import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';
import type { Token } from '../../../model/sentence.ts';
import { nameAt, type RussianNames, stemsOf } from './names.ts';

interface RoleRow {
  readonly stems: readonly string[];
  readonly type: 'PERSON' | 'ORG';
}

const compiled = new WeakMap<SpeechLexicon, ReadonlyMap<string, readonly RoleRow[]>>();

const rolesOf = (lexicon: SpeechLexicon): ReadonlyMap<string, readonly RoleRow[]> => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const rows = new Map<string, RoleRow[]>();
  const add = (phrase: string, type: RoleRow['type']): void => {
    const stems = stemsOf(phrase);
    const first = stems[0] ?? '';
    rows.set(first, [...(rows.get(first) ?? []), { stems, type }]);
  };
  for (const phrase of Object.keys(lexicon.roles)) add(phrase, 'PERSON');
  for (const phrase of Object.keys(lexicon.bodies)) add(phrase, 'ORG');
  for (const list of rows.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  compiled.set(lexicon, rows);
  return rows;
};

/** A description by office: the tokens it covers. */
export interface RoleAt {
  readonly from: number;
  readonly to: number;
  readonly type: 'PERSON' | 'ORG';
}

/**
 * The office that begins at token `at`, with the adjective or name of its state: `[вальдорский президент]`,
 * `[министр иностранных дел Вальдории]`, `[глава вальдорского государства]`. Null when there is none.
 */
export const roleAt = (
  lexicon: SpeechLexicon,
  names: RussianNames,
  tokens: readonly Token[],
  stems: readonly string[],
  at: number,
): RoleAt | null => {
  for (const { stems: wanted, type } of rolesOf(lexicon).get(stems[at] ?? '') ?? []) {
    const to = matchEnd(wanted, names, stems, at);
    if (to === null) continue;
    const from = names.adjectives.has(stems[at - 1] ?? '') ? at - 1 : at;
    const state = nameAt(names, tokens, stems, to);
    return { from, to: state?.entry.type === 'STATE' ? state.to : to, type };
  }
  return null;
};

/** The token behind the words of the office; the adjective of a state may stand between two of them. */
const matchEnd = (
  wanted: readonly string[],
  { adjectives }: RussianNames,
  stems: readonly string[],
  at: number,
): number | null => {
  let i = at;
  for (const [k, stem] of wanted.entries()) {
    if (k > 0 && stems[i] !== stem && adjectives.has(stems[i] ?? '')) i++;
    if (stems[i] !== stem) return null;
    i++;
  }
  return i;
};
