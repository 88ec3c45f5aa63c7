import type { PackIssue } from '../../model/pack.ts';

/** Words that say nothing of what they are about: "territorial [question]". */
const GENERAL = new Set(
  [
    'about against agreement being between bring bringing claim claims document from having matter part party problem question',
    'right rights talks their these those through what when where whether which with without work world year years other row',
    'вопрос вопросы документ другой между право работа спор стороны часть через этого переговоры соглашение',
  ]
    .join(' ')
    .split(' '),
);

const WORD = /[\p{L}][\p{L}'’-]*/gu;

/**
 * The words that stand in the cues (in English in the label too) of one issue of a pack and of no other: "transit fee" makes
 * "fee" a word of it, unless another issue has a fee as well. Pairs of word and issue; none for languages without blanks.
 */
export const partsOf = (
  issues: readonly PackIssue[],
  language: string,
): readonly (readonly [string, string])[] => {
  if (language === 'ja') return [];
  const cues = new Set(issues.flatMap((issue) => issue.cues[language] ?? []).map((cue) => cue.toLowerCase()));
  const pairs = issues.flatMap((issue) =>
    [...(issue.cues[language] ?? []), ...(language === 'en' ? [issue.label] : [])]
      .flatMap((cue) => cue.toLowerCase().match(WORD) ?? [])
      .filter((word) => word.length > 3 && !GENERAL.has(word) && !cues.has(word))
      .map((word) => [word, issue.id] as const),
  );
  return ofOneIssue(pairs);
};

/**
 * The words of the families that an issue's cues belong to, where no other issue's cues belong to them: an issue named by
 * "herring" may be spoken of as "the catch". Pairs of word and issue.
 */
export const relatedOf = (
  issues: readonly PackIssue[],
  related: Readonly<Record<string, readonly string[]>>,
  language: string,
): readonly (readonly [string, string])[] => {
  const named = issues.map((issue) => namedBy(issue, language));
  const pairs = Object.values(related).flatMap((family) => {
    const counts = named.map(({ id, cues, words }) => ({
      id,
      shared: family.filter(
        (word) => words.has(word) || (language === 'ja' && cues.some((cue) => cue.includes(word))),
      ).length,
    }));
    const best = counts.reduce((a, b) => (b.shared > a.shared ? b : a), { id: '', shared: 0 });
    if (best.shared === 0 || counts.filter(({ shared }) => shared === best.shared).length > 1) return [];
    return family.map((word) => [word, best.id] as const);
  });
  return ofOneIssue(pairs);
};

/** The cues of an issue in lower case, in English with its label; and these with the words that stand in them. */
const namedBy = (
  { id, cues: listed, label }: PackIssue,
  language: string,
): { readonly id: string; readonly cues: readonly string[]; readonly words: ReadonlySet<string> } => {
  const cues = [...(listed[language] ?? []), ...(language === 'en' ? [label] : [])].map((cue) =>
    cue.toLowerCase(),
  );
  return { id, cues, words: new Set(cues.flatMap((cue) => [cue, ...(cue.match(WORD) ?? [])])) };
};

const ofOneIssue = (
  pairs: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] => {
  const ids = new Map<string, Set<string>>();
  for (const [word, id] of pairs) ids.set(word, (ids.get(word) ?? new Set()).add(id));
  return [...ids].flatMap(([word, own]) => (own.size === 1 ? [[word, [...own][0] ?? ''] as const] : []));
};
