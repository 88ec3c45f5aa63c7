import type { Lemmas } from './lemma/lemmatiser.ts';
import type { ParseModel } from './parse/parser.ts';
import type { FineTags } from './tag/fine.ts';
import type { Provenance } from './weights/container.ts';
import type { Table } from './weights/table.ts';
import type { Lexicon } from './words/word-table.ts';

/** Features that follow from a word's tags, or from the word itself. Keys: `UPOS|XPOS`, and that with a tab and the form. */
export interface Features {
  readonly byTag: ReadonlyMap<string, string>;
  readonly byWord: ReadonlyMap<string, string>;
}

/** A classifier of places in text (sentence ends, word ends): one weight a row, above 0 is yes. */
export interface PlaceTable {
  readonly bits: number;
  readonly weights: Int8Array;
}

/** How the text of a language is cut. */
export interface SplitModel {
  readonly sentences: PlaceTable;
  readonly words: PlaceTable;
  /** Chunks without a mark that are more than one word, in lower case: `cannot` is cut after 3. */
  readonly cuts: ReadonlyMap<string, readonly number[]>;
  /** Words in lower case by the one or two universal tags that training saw most on them, `NOUNVERB`. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
}

/** Everything learnt about one language. */
export interface LanguageModel {
  readonly provenance: Provenance;
  readonly upos: readonly string[];
  /** Fine tags by number: language-specific tags, or features where `fineAre` says so. `_` is none. */
  readonly fine: readonly string[];
  readonly fineAre: 'xpos' | 'feats';
  readonly deprels: readonly string[];
  readonly lexicon: Lexicon;
  /** Sets of universal tags that frequent words may have; set 0 is all. */
  readonly tagSets: readonly Uint16Array[];
  readonly tagTable: Table;
  readonly fineTags: FineTags;
  readonly fineTable: Table;
  readonly parse: ParseModel;
  readonly lemmas: Lemmas;
  readonly features: Features;
  readonly split: SplitModel | null;
}
