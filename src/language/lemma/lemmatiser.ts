/** How a lemma is made from a form: drop so many units at the end, add a text. */
export interface Edit {
  readonly drop: number;
  readonly add: string;
}

/** What was learnt about lemmas. Keys are a tag, a tab, and a form or an ending in lower case. */
export interface Lemmas {
  /** Lemmas of words that the rules get wrong. */
  readonly words: ReadonlyMap<string, string>;
  /** Rules for endings; the longest that fits decides. */
  readonly endings: ReadonlyMap<string, Edit>;
}

/** The longest ending that has rules, in code units. */
export const LONGEST_ENDING = 5;

/** Tags whose lemma keeps the capitals of the form. */
const KEEPS_CASE: ReadonlySet<string> = new Set(['PROPN', 'X', 'SYM']);

/** The rule for a form in lower case, or none. */
export const editOf = (endings: ReadonlyMap<string, Edit>, tag: string, lower: string): Edit | undefined => {
  for (let k = Math.min(LONGEST_ENDING, lower.length); k >= 0; k--) {
    const edit = endings.get(`${tag}\t${lower.slice(lower.length - k)}`);
    if (edit !== undefined) return edit;
  }
  return undefined;
};

/** The lemma of a form with a universal tag and a tag for the rules (see {@link Lemmas}). */
export const lemmaOf = ({ words, endings }: Lemmas, form: string, upos: string, tag: string): string => {
  const lower = form.toLowerCase();
  const known = words.get(`${tag}\t${KEEPS_CASE.has(upos) ? form : lower}`);
  if (known !== undefined) return known;
  const base = KEEPS_CASE.has(upos) ? form : lower;
  const edit = editOf(endings, tag, lower);
  // A rule that would leave nothing is no rule for this word.
  return edit === undefined || base.length - edit.drop + edit.add.length < 1
    ? base
    : base.slice(0, base.length - edit.drop) + edit.add;
};

/** The form that rules start from. */
export const baseOf = (form: string, upos: string): string =>
  KEEPS_CASE.has(upos) ? form : form.toLowerCase();
