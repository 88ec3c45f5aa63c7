import type { Mention } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Diagnostic, StageResult } from '../../model/diagnostic.ts';
import { publishedOf } from '../../model/page.ts';
import { bySpan } from '../../model/span.ts';
import { worldOf } from '../../model/world/index.ts';
import { teachAcronyms } from './acronyms.ts';
import type { Found } from './found.ts';
import { type Gazetteer, gazetteerOf } from './gazetteer.ts';
import { findJapanese } from './japanese/index.ts';
import { type LocalNames, noLocalNames } from './local.ts';
import { findNames } from './names.ts';
import { findNominals } from './nominals.ts';
import { findPronouns } from './pronouns.ts';
import { recogniserOf, seenIn } from './recogniser.ts';
import { findRussian } from './russian/index.ts';
import { teachNames } from './taught.ts';
import { endOf, nameText } from './token-text.ts';
import { type MentionWords, mentionWords } from './words.ts';

/**
 * Finds who and what an article mentions: names by the gazetteers of knowledge and pack (with titles, surnames, and persons
 * nobody knew before), descriptions by office or part, and pronouns. Names are linked here; descriptions and pronouns are
 * linked by `resolve`.
 */
export const mentionAnnotator: Annotator<Mention> = {
  id: 'mention',
  needs: ['time'],
  gives: 'mention',
  run: (input) => findMentions(input),
};

const findMentions = (input: AnnotatorInput): StageResult<readonly Mention[]> => {
  const { article, sentences, knowledge } = input;
  const lexicon = knowledge.languages[article.language]?.mention ?? null;
  if (lexicon === null) return { output: findOther(input), diagnostics: [] };
  const words = mentionWords(lexicon);
  const gazetteer = gazetteerOf(knowledge, article.language);
  const model = recogniserOf(knowledge, article.language);
  const { local, diagnostics } = lessonsOf(input, gazetteer, words);
  const names = findNames(
    sentences,
    model === null ? [] : sentences.map(({ tokens }) => seenIn(tokens, model)),
    {
      gazetteer,
      local,
      words,
      world: worldOf(knowledge),
      day: dayOf(input),
      ofPack: new Set(knowledge.pack?.persons.map((person) => person.id) ?? []),
    },
  );
  const nominals = findNominals(sentences, names, words, gazetteer);
  const all = [
    ...names.filter((name) => !within(name, nominals)),
    ...nominals,
    ...findPronouns(sentences, words),
  ];
  return { output: all.sort(bySpan).map((found) => asMention(found, input)), diagnostics };
};

/** Mentions in the languages that are read by their words of speech. */
const findOther = (input: AnnotatorInput): readonly Mention[] => {
  const { language } = input.article;
  const speech = input.knowledge.languages[language]?.speech ?? null;
  const find = language === 'ru' ? findRussian : language === 'ja' ? findJapanese : null;
  if (speech === null || find === null) return [];
  return [...find(input, speech)].sort(bySpan).map((found) => asMention(found, input));
};

/** What the article itself teaches: acronyms in brackets, and names that parties give to a place. */
const lessonsOf = (
  { article, sentences }: AnnotatorInput,
  gazetteer: Gazetteer,
  words: MentionWords,
): { readonly local: LocalNames; readonly diagnostics: readonly Diagnostic[] } => {
  const local = noLocalNames();
  const diagnostics: Diagnostic[] = [];
  for (const { tokens } of sentences) {
    teachAcronyms(tokens, gazetteer, local);
    const lesson = teachNames(tokens, gazetteer, words, local);
    for (const { from, to, party } of lesson?.namings ?? []) {
      if (party === null) continue;
      diagnostics.push({
        code: 'name-taught',
        severity: 'info',
        message: `${party.id} calls ${lesson?.place.id} ${nameText(tokens, from, to)}`,
        article: article.id,
        span: { start: tokens[from]?.start ?? 0, end: endOf(tokens[to - 1]) },
        rule: ruleOf('taught-name', article.language),
      });
    }
  }
  return { local, diagnostics };
};

/** A state's name inside a description (`the Sylvanian leader`) is part of it. */
const within = (name: Found, nominals: readonly Found[]): boolean => {
  let low = 0;
  let high = nominals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nominals[middle]?.end ?? 0) <= name.start) low = middle + 1;
    else high = middle;
  }
  const nominal = nominals[low];
  return nominal !== undefined && nominal.start <= name.start && name.end <= nominal.end;
};

/** The day of publication when it is known to a year; a wider interval decides nothing. */
const dayOf = ({ article }: AnnotatorInput): Day | null => {
  const published = publishedOf(article)?.value ?? null;
  if (published === null || published.earliest === null || published.latest === null) return null;
  return published.earliest.slice(0, 4) === published.latest.slice(0, 4) ? published.latest : null;
};

/** Versions of the rules that have changed since the first. */
const VERSIONS: Readonly<Record<string, number>> = { acronym: 2, 'surname-again': 2, 'taught-name': 2 };

const ruleOf = (rule: string, language: string): RuleId =>
  ruleId(`mention/${language}/${rule}@${VERSIONS[rule] ?? 1}`);

const asMention = (found: Found, { article }: AnnotatorInput): Mention => ({
  kind: 'mention',
  article: article.id,
  revision: article.revision,
  rule: ruleOf(found.rule, article.language),
  confidence: found.confidence,
  span: { start: found.start, end: found.end },
  form: found.form,
  type: found.type,
  refersTo: found.refersTo,
});
