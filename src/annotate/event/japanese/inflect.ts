/** What a cue is: a noun that `する` makes a verb of, such a noun that counts only as a verb, or a form of a verb. */
export type JapaneseKind = 'noun' | 'doing' | 'verb';

/** How a verb of the cues is written in a text: the words to look for. */
export interface JapaneseForms {
  readonly kind: JapaneseKind;
  readonly words: readonly string[];
}

/** The last kana of a verb of five rows, with what stands there instead: before `ない`, `ます`, `る`-less, `ば`, `う`, `た`. */
const ROWS: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそし',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};

/** One-row verbs: the kana before `る` sounds e or i, or the root is one of the few that are a single character. */
const ONE_ROW = /(?:[えけせてねへめれげぜでべいきしちにひみりぎじび]|[見出得経])る$/u;

/** Five-row verbs that look like one-row ones. */
const LOOKS_SO = /(?:にじ|かじ|ちぎ|さえぎ)る$/u;

/**
 * The forms of a verb as the cues write it. In the dictionary form it is inflected (`退ける`, `拒む`, `表明する`); whatever
 * else stands there is looked for as it is (`合意に至らな`).
 */
export const formsOf = (written: string): JapaneseForms => {
  if (/.する$/u.test(written)) return { kind: 'doing', words: [written.replace(/を?する$/u, '')] };
  if (ONE_ROW.test(written) && !LOOKS_SO.test(written))
    return { kind: 'verb', words: [written.slice(0, -1)] };
  const row = ROWS[written.at(-1) ?? ''];
  if (row === undefined) return { kind: 'verb', words: [written] };
  const stem = written.slice(0, -1);
  return { kind: 'verb', words: [...new Set([...row].map((kana) => stem + kana))] };
};
