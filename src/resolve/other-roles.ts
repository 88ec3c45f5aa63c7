import { russianStem } from '../lib/russian-stem.ts';
import type { SpeechLexicon } from '../model/knowledge/speech-lexicon.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { worldOf } from '../model/world/index.ts';
import type { RolePhrase } from './roles.ts';

interface Words {
  /** Words of an office, folded, to the English words of the role; the longest first. */
  readonly roles: readonly (readonly [string, string])[];
  readonly bodies: readonly (readonly [string, string])[];
  /** Names, adjectives and capitals of states, folded, to the id of the state in capitals; the longest first. */
  readonly states: readonly (readonly [string, string])[];
}

const made = new WeakMap<Knowledge, Map<string, Words>>();

const fold = (text: string, language: string): string =>
  language === 'ru'
    ? ` ${text
        .toLowerCase()
        .split(/[^\p{L}\p{N}-]+/u)
        .map(russianStem)
        .join(' ')
        .trim()} `
    : text;

const longestFirst = (rows: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
  [...rows].sort((a, b) => b[0].length - a[0].length);

const wordsOf = (knowledge: Knowledge, lexicon: SpeechLexicon, language: string): Words => {
  const byLanguage = made.get(knowledge) ?? new Map<string, Words>();
  made.set(knowledge, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const folded = (table: Readonly<Record<string, string>>) =>
    longestFirst(Object.entries(table).map(([words, role]) => [fold(words, language), role] as const));
  const words = {
    roles: folded(lexicon.roles),
    bodies: folded(lexicon.bodies),
    states: longestFirst(
      worldOf(knowledge)
        .names()
        .filter((name) => name.language === language && name.type === 'STATE')
        .map(({ text, entity }) => [fold(text, language), entity.id.toUpperCase()] as const),
    ),
  };
  byLanguage.set(language, words);
  return words;
};

/** An office told in Russian or Japanese: as `RolePhrase`, with the body (`foreign-ministry`) when it is one. */
export interface OtherRole extends RolePhrase {
  readonly body: string | null;
}

/** Takes `министр иностранных дел Вальдории` or `ヴァルドリア外務省` apart, by the words that the language's lexicon has. */
export const readOtherRole = (
  text: string,
  knowledge: Knowledge,
  lexicon: SpeechLexicon,
  language: string,
): OtherRole => {
  const { roles, bodies, states } = wordsOf(knowledge, lexicon, language);
  const folded = fold(text, language);
  const state = states.find(([name]) => folded.includes(name));
  const bare = state === undefined ? folded : folded.replace(state[0], language === 'ru' ? ' ' : '');
  const role = roles.find(([words]) => bare.includes(words));
  const body = bodies.find(([words]) => bare.includes(words));
  return {
    country: state?.[1] ?? null,
    role: role?.[1] ?? '',
    body: body?.[1] ?? null,
    definite: true,
  };
};
