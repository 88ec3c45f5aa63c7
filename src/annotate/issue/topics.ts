import type { StanceWords } from '../../model/knowledge/stance-words.ts';
import type { PackIssue } from '../../model/pack.ts';
import type { Span } from '../../model/span.ts';
import { partsOf, relatedOf } from './heads.ts';
import type { PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases, inflectedFold } from './phrases.ts';

/** How many words may stand between two words of a cue: "the 1956 [Freedonian] declaration". */
export const CUE_GAP = 1;

/** How an issue is named: by a cue of the pack, by a word that stands in one, by a word of the same family. */
type TopicKind = 'cue' | 'part' | 'related';

/** A place where a text names an issue. */
export interface Topic extends Span {
  readonly issue: string;
  readonly kind: TopicKind;
}

/** The words by which issues are named in one language, by how they name them. */
export type TopicTable = Readonly<Record<TopicKind, PhraseTable<string>>>;

/** Compiles the words of a pack's issues. */
export const compileTopics = (
  issues: readonly PackIssue[],
  words: StanceWords | null,
  language: string,
): TopicTable => {
  const table = (pairs: readonly (readonly [string, string])[]): PhraseTable<string> =>
    compilePhrases(pairs, language, inflectedFold(language));
  return {
    cue: table(
      issues.flatMap((issue) => (issue.cues[language] ?? []).map((cue) => [cue, issue.id] as const)),
    ),
    part: table(partsOf(issues, language)),
    related: table(relatedOf(issues, words?.related ?? {}, language)),
  };
};

/** Every place where a text names an issue, in order. */
export const readTopics = (table: TopicTable, text: string): readonly Topic[] => {
  const whole = { start: 0, end: text.length };
  const of = (kind: TopicKind): readonly Topic[] =>
    findPhrases(table[kind], text, whole, kind === 'cue' ? CUE_GAP : 0).map(({ start, end, value }) => ({
      start,
      end,
      issue: value,
      kind,
    }));
  return [...of('cue'), ...of('part'), ...of('related')].sort((a, b) => a.start - b.start);
};

/** The topics within a span, by halving. */
export const topicsWithin = (topics: readonly Topic[], { start, end }: Span): readonly Topic[] => {
  let low = 0;
  let high = topics.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((topics[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Topic[] = [];
  for (let i = low; i < topics.length; i++) {
    const topic = topics[i] as Topic;
    if (topic.start >= end) break;
    if (topic.end <= end) found.push(topic);
  }
  return found;
};
