import type { FineSentence } from '../../src/language/tag/fine.ts';
import { createWordTable, type Lexicon } from '../../src/language/words/word-table.ts';
import { logPass } from './log.ts';
import { seeded, shuffle } from './random.ts';

/** A sentence to learn fine tags from: numbers of its universal and its fine tags. */
export interface FineTagged {
  readonly forms: readonly string[];
  readonly tags: Uint8Array;
  readonly gold: Uint16Array;
}

/** How often the sentences are gone through, in what order, and what the log calls it. */
export interface Passes {
  readonly name: string;
  readonly passes: number;
  readonly seed: number;
}

/** Goes through tagged sentences in a new order each pass; `learn` tells how many words it had wrong before it learnt. */
export const learnInPasses = (
  sentences: readonly FineTagged[],
  lexicon: Lexicon,
  { name, passes, seed }: Passes,
  learn: (sentence: FineSentence, gold: Uint16Array) => number,
): void => {
  const words = createWordTable(lexicon);
  const data = sentences.map(({ forms, tags, gold }) => ({
    ids: Int32Array.from(forms, words.idOf),
    count: forms.length,
    tags,
    gold,
    fine: new Uint16Array(forms.length),
    columns: new Int32Array(),
  }));
  const columns = words.columns();
  const random = seeded(seed);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(data, random);
    let wrong = 0;
    for (const sentence of data) wrong += learn({ ...sentence, columns }, sentence.gold);
    logPass(name, pass, wrong);
  }
};
