import type { Framing } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { StageResult } from '../../model/diagnostic.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { PackPlace } from '../../model/pack.ts';
import type { PhraseTable } from '../issue/phrases.ts';
import { compilePhrases, findPhrasesIn, inflectedFold, plainFold } from '../issue/phrases.ts';

interface Wording {
  readonly concept: string;
  readonly name: boolean;
}

const NO_WORDINGS: readonly string[] = [];
const CONFIDENCE_WORDING = 0.7;
const CONFIDENCE_NAME = 0.95;

// Keyed by the knowledge itself, so that tables live as long as it does; a pure cache.
const tablesOf = new WeakMap<Knowledge, Map<string, PhraseTable<Wording>>>();

/**
 * Finds loaded wordings of neutral concepts, and the names that one party alone gives a disputed place (concept
 * `name-of:PLACE`), in the headline and the body. Longest wording first; spans are the characters of the text, `wording`
 * is as the knowledge lists it. "Sylvanian troops [seized]framing the reef".
 */
export const framingAnnotator: Annotator<Framing> = {
  id: 'framing',
  needs: [],
  gives: 'framing',
  run: (input): StageResult<readonly Framing[]> => ({ output: findFraming(input), diagnostics: [] }),
};

const findFraming = ({ article, sentences, knowledge }: AnnotatorInput): readonly Framing[] => {
  const language = article.language;
  const table = tableFor(knowledge, language);
  const rules = { name: rule(language, 'place-name'), wording: rule(language, 'wording') };
  return sentences.flatMap((sentence) =>
    findPhrasesIn(table, article.text, sentence).map((hit) => ({
      kind: 'framing' as const,
      article: article.id,
      revision: article.revision,
      rule: hit.value.name ? rules.name : rules.wording,
      confidence: hit.value.name ? CONFIDENCE_NAME : CONFIDENCE_WORDING,
      span: { start: hit.start, end: hit.end },
      concept: hit.value.concept,
      wording: hit.phrase,
    })),
  );
};

/** The language is known to knowledge when a wording was found in it; others never reach a hit. */
const rule = (language: string, name: string): RuleId =>
  ruleId(`framing/${/^[a-z]{2,3}$/.test(language) ? language : 'und'}/${name}@1`);

const tableFor = (knowledge: Knowledge, language: string): PhraseTable<Wording> => {
  const byLanguage = tablesOf.get(knowledge) ?? new Map<string, PhraseTable<Wording>>();
  tablesOf.set(knowledge, byLanguage);
  const held = byLanguage.get(language);
  if (held !== undefined) return held;
  // Wordings of other languages are listed with their forms; Russian declines its place names too much for that.
  const fold = language === 'ru' ? inflectedFold(language) : plainFold;
  const table = compilePhrases(wordingsOf(knowledge, language), language, fold);
  byLanguage.set(language, table);
  return table;
};

const wordingsOf = (knowledge: Knowledge, language: string): readonly (readonly [string, Wording])[] => [
  ...knowledge.framing.flatMap((concept) =>
    (concept.wordings[language] ?? NO_WORDINGS).map(
      (wording) => [wording, { concept: concept.id, name: false }] as const,
    ),
  ),
  ...(knowledge.pack?.places ?? [])
    .filter((place) => place.disputed)
    .flatMap((place) =>
      partyNames(place, language).map(
        (name) => [name, { concept: `name-of:${place.id}`, name: true }] as const,
      ),
    ),
];

/** The names of a place that exactly one party uses; what two sides or a neutral third share takes no side. */
const partyNames = (place: PackPlace, language: string): readonly string[] => {
  const users = new Map<string, number>();
  for (const names of Object.values(place.names)) {
    for (const name of new Set(names[language] ?? [])) users.set(name, (users.get(name) ?? 0) + 1);
  }
  const neutral = new Set(place.names.other?.[language] ?? NO_WORDINGS);
  return [...users].filter(([name, n]) => n === 1 && !neutral.has(name)).map(([name]) => name);
};
