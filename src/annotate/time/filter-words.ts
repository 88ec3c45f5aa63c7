import type { FilterWords } from '../../model/knowledge/filter-words.ts';
import { atomise } from './atoms.ts';

/** The words of a language as sets. */
export interface Words {
  readonly numbered: ReadonlySet<string>;
  readonly measured: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly timeWords: ReadonlySet<string>;
  readonly stamps: ReadonlySet<string>;
  readonly stampWords: ReadonlySet<string>;
  readonly teasers: readonly (readonly string[])[];
}

const NO_WORDS: FilterWords = {
  numbered: [],
  measured: [],
  streets: [],
  timeWords: [],
  stamps: [],
  stampWords: [],
  teasers: [],
};

/** The words of a language made ready. */
export const filterWords = (source: FilterWords = NO_WORDS): Words => ({
  numbered: new Set(source.numbered),
  measured: new Set(source.measured),
  streets: new Set(source.streets),
  timeWords: new Set(source.timeWords),
  stamps: new Set(source.stamps),
  stampWords: new Set(source.stampWords),
  teasers: source.teasers.map((text) => atomise(text).map(({ key }) => key)),
});
