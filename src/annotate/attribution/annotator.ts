import { MAX_SENTENCE, treesOf } from '../../language/index.ts';
import { overlapping } from '../../lib/sorted.ts';
import type { Attribution, AttributionMode, Mention, TimeExpression } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import { ruleId } from '../../model/brand.ts';
import type { StageResult } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import { contains, overlaps } from '../../model/span.ts';
import { findAcross } from './across.ts';
import type { Clause } from './clause.ts';
import { readClause } from './clause.ts';
import type { Draft } from './draft.ts';
import { compileLexicon } from './lexicon.ts';
import { findInOtherLanguage } from './other.ts';
import { findInQuotations } from './quoted-finder.ts';
import { findInSentence } from './sentence-finder.ts';

/** Fewer characters are hardly ever what somebody said, unless they stand in quotation marks (`“No,” she said`). */
const MIN_CONTENT = 9;
const MIN_QUOTED = 4;

/**
 * Finds who is said to have said what: sources, cues and contents within sentences, quotations that run on without a
 * cue, and sentences that run on under an "according to". Speakers are resolved later (`resolve`).
 */
export const attributionAnnotator: Annotator<Attribution> = {
  id: 'attribution',
  needs: ['time', 'mention'],
  gives: 'attribution',
  run: (input) => findAttributions(input),
};

const findAttributions = (input: AnnotatorInput): StageResult<readonly Attribution[]> => {
  const lexicon = input.knowledge.languages[input.article.language]?.attribution ?? null;
  if (lexicon === null) return { output: findOther(input), diagnostics: [] };
  const clauses = readClauses(input, compileLexicon(lexicon));
  const drafts = clauses.map((clause, index) => findInSentence(clause, index));
  const outer = findAcross(clauses, drafts);
  const all = [...outer, ...findInQuotations(clauses, outer)].filter((draft) =>
    isLongEnough(draft, clauses[draft.sentence]),
  );
  const ordered = [...all].sort((a, b) => start(a) - start(b));
  return { output: finish(input, clauses, ordered), diagnostics: [] };
};

/** Attributions in the languages that are read by their words of speech. */
const findOther = (input: AnnotatorInput): readonly Attribution[] => {
  const { drafts, regions } = findInOtherLanguage(input);
  const ordered = drafts.filter((draft) => draft.content.length > 0).sort((a, b) => start(a) - start(b));
  return finish(input, [{ regions }], ordered);
};

const readClauses = (input: AnnotatorInput, words: ReturnType<typeof compileLexicon>): readonly Clause[] => {
  const times = cursor<TimeExpression>(input.annotations.times);
  const mentions = cursor<Mention>(input.annotations.mentions);
  const trees = treesOf(input);
  return input.sentences.map((sentence) =>
    readClause(input.article.text, sentence, times(sentence), mentions(sentence), words, trees),
  );
};

/** Hands out, sentence by sentence, the items of a list in text order that overlap it. One pass over both. */
const cursor = <T extends { readonly span: Span }>(items: readonly T[]): ((at: Span) => readonly T[]) => {
  let from = 0;
  return (at) => {
    while (from < items.length && (items[from]?.span.end ?? 0) <= at.start) from++;
    const found: T[] = [];
    for (let i = from; i < items.length; i++) {
      const item = items[i];
      if (item === undefined || item.span.start >= at.end) break;
      if (overlaps(item.span, at)) found.push(item);
    }
    return found;
  };
};

const start = (draft: Draft): number => draft.cue[0]?.start ?? draft.content[0].start;

const isLongEnough = ({ content }: Draft, clause: Clause | undefined): boolean => {
  const length = content.reduce((sum, s) => sum + s.end - s.start, 0);
  const quoted = clause?.regions.some((region) => contains(region, content[0])) ?? false;
  return length >= (quoted ? MIN_QUOTED : MIN_CONTENT);
};

/** Versions of the rules that have changed since the first; those that only tell how a verb stands share that of their rule. */
const VERSIONS: Readonly<Record<string, number>> = {
  'according-to': 3,
  'around-cue': 5,
  'as-cue': 3,
  'clause-cue': 4,
  colon: 2,
  'cue-clause': 4,
  'cue-colon-quote': 4,
  'cue-gap': 3,
  'cue-infinitive': 4,
  'cue-noun': 4,
  'cue-preposition': 4,
  'cue-quote': 4,
  'cue-that': 4,
  'lead-quote': 2,
  'noun-that': 2,
  'quote-cue': 5,
  'quote-sentence-cue': 3,
};

const versionOf = (rule: string): number =>
  VERSIONS[rule] ?? VERSIONS[rule.replace(/-(?:carried|passive|to)$/, '')] ?? 1;

const finish = (
  input: AnnotatorInput,
  clauses: readonly { readonly regions: readonly Span[] }[],
  drafts: readonly Draft[],
): readonly Attribution[] => {
  const regions = clauses.flatMap((clause) => clause.regions).sort((a, b) => a.start - b.start);
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const list = bySentence.get(draft.sentence);
    if (list === undefined) bySentence.set(draft.sentence, [draft]);
    else list.push(draft);
  }
  return drafts.map((draft) => ({
    kind: 'attribution',
    article: input.article.id,
    revision: input.article.revision,
    rule: ruleId(`attribution/${input.article.language}/${draft.rule}@${versionOf(draft.rule)}`),
    confidence: draft.confidence,
    source: draft.relative === undefined ? draft.source : [draft.relative],
    ...(draft.relative === undefined || draft.source[0] === undefined ? {} : { antecedent: draft.source[0] }),
    cue: draft.cue,
    content: draft.content,
    mode: modeOf(draft, regions),
    act: draft.act,
    nested:
      draft.inner === true ||
      (bySentence.get(draft.sentence) ?? []).some((other) => other !== draft && holdsCue(other, draft)),
    speaker: null,
    behalf: null,
    via: [],
    addressee: draft.hearer === null ? null : input.article.text.slice(draft.hearer.start, draft.hearer.end),
    venue: null,
    said: null,
    issues: [],
  }));
};

const holdsCue = (outer: Draft, inner: Draft): boolean => {
  const cue = inner.cue[0];
  return cue !== undefined && outer.content.some((content) => contains(content, cue));
};

/** Direct when at least nine tenths of the content stand in quotation marks, mixed when more than a fiftieth does. */
const modeOf = (draft: Draft, regions: readonly Span[]): AttributionMode => {
  let length = 0;
  let quoted = 0;
  for (const content of draft.content) {
    length += content.end - content.start;
    for (const r of overlapping(regions, content, (region) => region, MAX_SENTENCE))
      quoted += Math.min(r.end, content.end) - Math.max(r.start, content.start);
  }
  return quoted >= 0.9 * length ? 'direct' : quoted > 0.02 * length ? 'mixed' : 'indirect';
};
