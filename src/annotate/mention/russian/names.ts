import { tokenise } from '../../../language/index.ts';
import { russianStem } from '../../../lib/russian-stem.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { EntityRef } from '../../../model/page.ts';
import type { Token } from '../../../model/sentence.ts';
import type { NameEntry } from '../../../model/world/index.ts';
import { worldOf } from '../../../model/world/index.ts';

interface Row {
  readonly stems: readonly string[];
  readonly entry: NameEntry;
}

/** Russian names by the stem of their first word, the longest first, and adjectives of states by their stem. */
export interface RussianNames {
  readonly byFirst: ReadonlyMap<string, readonly Row[]>;
  readonly adjectives: ReadonlyMap<string, EntityRef>;
}

const made = new WeakMap<Knowledge, RussianNames>();

/** The names of knowledge and pack that are written in Russian; built once per knowledge. */
export const russianNames = (knowledge: Knowledge): RussianNames => {
  const known = made.get(knowledge);
  if (known !== undefined) return known;
  const names = build(knowledge);
  made.set(knowledge, names);
  return names;
};

const build = (knowledge: Knowledge): RussianNames => {
  const byFirst = new Map<string, Row[]>();
  const adjectives = new Map<string, EntityRef>();
  for (const entry of worldOf(knowledge).names()) {
    if (entry.language !== 'ru') continue;
    const stems = stemsOf(entry.text);
    const [first] = stems;
    if (first === undefined) continue;
    if (entry.kind === 'demonym') {
      if (stems.length === 1) adjectives.set(first, entry.entity);
      continue;
    }
    const rows = byFirst.get(first);
    if (rows === undefined) byFirst.set(first, [{ stems, entry }]);
    else rows.push({ stems, entry });
  }
  for (const rows of byFirst.values()) rows.sort((a, b) => b.stems.length - a.stems.length);
  return { byFirst, adjectives };
};

/** The stems of the words of a phrase; marks are left out. */
export const stemsOf = (text: string): readonly string[] =>
  tokenise(text)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ lower }) => russianStem(lower));

/** The longest name that begins at token `from`, and the token behind it. */
export const nameAt = (
  { byFirst }: RussianNames,
  tokens: readonly Token[],
  stems: readonly string[],
  from: number,
): { readonly entry: NameEntry; readonly to: number } | null => {
  for (const { stems: wanted, entry } of byFirst.get(stems[from] ?? '') ?? []) {
    if (!wanted.every((stem, k) => stems[from + k] === stem)) continue;
    const first = tokens[from]?.text ?? '';
    if (/^\p{Lu}/u.test(entry.text) && !/^\p{Lu}/u.test(first)) continue;
    return { entry, to: from + wanted.length };
  }
  return null;
};
