import type { MentionType } from '../../model/annotation.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Found } from './found.ts';
import { type Gazetteer, keyOf } from './gazetteer.ts';
import type { MentionWords } from './words.ts';

/** Descriptions of people and bodies by their part: `the Sylvanian leader`, `the president`, `Freedonian media`, `both sides`. */
export const findNominals = (
  sentences: readonly Sentence[],
  taken: readonly Found[],
  words: MentionWords,
  gazetteer: Gazetteer,
): readonly Found[] => {
  const found: Found[] = [];
  for (const { tokens } of sentences)
    for (let i = 0; i < tokens.length; i++) {
      const role = roleAt(tokens, i, words);
      if (role === null || isModifying(tokens, i + role.length, words)) continue;
      const nominal = nominalAt(tokens, i, role, words, gazetteer);
      i += role.length - 1;
      if (nominal !== null) found.push(nominal);
    }
  return clearOf(found, taken);
};

/** Those of `found` that no name stands in the way of. Both lists are in text order. */
const clearOf = (found: readonly Found[], taken: readonly Found[]): readonly Found[] => {
  let cursor = 0;
  return found.filter((nominal) => {
    while (cursor < taken.length && (taken[cursor]?.end ?? 0) <= nominal.start) cursor++;
    return !taken.slice(cursor, cursor + 4).some((name) => blocks(name, nominal));
  });
};

/** `press conference`, `official Sylvanian delegation`: the role only describes what follows it. */
const isModifying = (tokens: readonly Token[], next: number, words: MentionWords): boolean => {
  const token = tokens[next];
  if (token === undefined || token.kind !== 'word') return false;
  if (words.compounds.has(token.lower)) return true;
  return tokens[next - 1]?.lower === 'official' && /^\p{Lu}/u.test(token.text);
};

/** A name in the way, unless it is the state's name that the description begins with. */
const blocks = (name: Found, nominal: Found): boolean => {
  if (name.end <= nominal.start || nominal.end <= name.start) return false;
  return !(name.type === 'STATE' && nominal.start <= name.start && name.end <= nominal.end);
};

const nominalAt = (
  tokens: readonly Token[],
  i: number,
  role: RoleAt,
  words: MentionWords,
  gazetteer: Gazetteer,
): Found | null => {
  const from = startOf(tokens, i, words, gazetteer);
  if (from === i && !role.alone) return null;
  return {
    start: tokens[from]?.start ?? 0,
    end: withoutPossessive(tokens[ownerEnd(tokens, i + role.length, gazetteer)]),
    form: 'nominal',
    type: role.type,
    refersTo: null,
    rule: 'nominal',
    confidence: 0.7,
  };
};

/** Index of the last token: that of the state in `the prime minister of [Sylvania]`, else of the role itself. */
const ownerEnd = (tokens: readonly Token[], after: number, gazetteer: Gazetteer): number => {
  if (tokens[after]?.lower !== 'of') return after - 1;
  const at = tokens[after + 1]?.lower === 'the' ? after + 2 : after + 1;
  const state = tokens[at];
  return state !== undefined && /^\p{Lu}/u.test(state.text) && gazetteer.states.has(keyOf(state))
    ? at
    : after - 1;
};

interface RoleAt {
  readonly length: number;
  readonly type: MentionType;
  /** Whether it is a mention without a determiner or state before it (`officials`, `residents`). */
  readonly alone: boolean;
}

const OF_GROUP = /(?:s|ministry|agency|agencies|outlets)$/;

const roleAt = (tokens: readonly Token[], i: number, words: MentionWords): RoleAt | null => {
  const lower = keyAt(tokens, i);
  for (const parts of words.phrases.get(lower) ?? [])
    if (parts.every((part, k) => keyAt(tokens, i + k) === part))
      return {
        length: parts.length,
        type: OF_GROUP.test(parts.at(-1) ?? '') ? 'ORG' : 'PERSON',
        alone: false,
      };
  if (words.persons.has(lower)) return { length: 1, type: 'PERSON', alone: false };
  const group = words.groups.get(lower);
  return group === undefined ? null : { length: 1, type: group, alone: group === 'OTHER' };
};

const keyAt = (tokens: readonly Token[], i: number): string => {
  const token = tokens[i];
  return token === undefined ? '' : keyOf(token);
};

/** Walks left over title words, a state's name or adjective, and a determiner. */
const startOf = (
  tokens: readonly Token[],
  role: number,
  words: MentionWords,
  gazetteer: Gazetteer,
): number => {
  let from = role;
  while (from > 0 && isModifier(keyAt(tokens, from - 1), words)) from--;
  const before = tokens[from - 1];
  if (before !== undefined && /^\p{Lu}/u.test(before.text) && gazetteer.states.has(keyOf(before))) from--;
  while (from > 0 && words.determiners.has(keyAt(tokens, from - 1)) && role - from < 5) from--;
  return from;
};

const isModifier = (key: string, words: MentionWords): boolean =>
  words.titles.has(key) && !words.persons.has(key);

const withoutPossessive = (token: Token | undefined): number =>
  token === undefined ? 0 : token.end - (/['’]s?$/.exec(token.text)?.[0].length ?? 0);
