import type { AnnotatorInput } from '../../model/annotator.ts';
import type { TimeLexicon } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { atomsOf } from './atoms.ts';
import { bindRanges } from './bind.ts';
import { wordIn } from './frame.ts';
import { gatheringsIn } from './gatherings.ts';
import type { Grammar } from './grammar.ts';
import { grammarOf } from './grammar.ts';
import type { Told } from './lane.ts';
import { settleOrder } from './order.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';
import { scan } from './scan.ts';
import { tenseAround } from './tense.ts';

interface Scanned {
  readonly atoms: readonly Atom[];
  readonly found: readonly Found[];
}

const scanAll = (input: AnnotatorInput, grammar: Grammar, published: Published): readonly Scanned[] => {
  const search = { gatherings: input.knowledge.gatherings, words: grammar.gatherings, published };
  return input.sentences.map((sentence) => {
    const atoms = atomsOf(sentence);
    const found = scan(grammar, atoms).filter(({ node }) => wordIn(node, 'kind') !== 'none');
    return { atoms, found: merge(found, gatheringsIn(atoms, search, found)) };
  });
};

/** Both lists in text order; a gathering gives way to nothing and takes the place of what it covers. */
const merge = (found: readonly Found[], gatherings: readonly Found[]): readonly Found[] => {
  if (gatherings.length === 0) return found;
  const free = found.filter((each) =>
    gatherings.every(({ span }) => each.span.end <= span.start || span.end <= each.span.start),
  );
  return [...free, ...gatherings].sort((a, b) => a.span.start - b.span.start);
};

/** The sentences with the numbers of all their dates in the order that the page as a whole shows. */
const inOrder = (scanned: readonly Scanned[], text: string, published: Published): readonly Scanned[] => {
  const settled = settleOrder(
    scanned.flatMap(({ found }) => found),
    text,
    published,
  );
  let from = 0;
  return scanned.map(({ atoms, found }) => {
    const to = from + found.length;
    const own = { atoms, found: settled.slice(from, to) };
    from = to;
    return own;
  });
};

/** An expression with the atoms of its sentence. */
export interface ToldIn extends Told {
  readonly atoms: readonly Atom[];
}

/** Every expression of the text in order, with what it is resolved by. */
export const tellAll = (
  input: AnnotatorInput,
  lexicon: TimeLexicon,
  published: Published,
): readonly ToldIn[] => {
  const grammar = grammarOf(lexicon);
  const scanned = inOrder(scanAll(input, grammar, published), input.article.text, published);
  return scanned.flatMap(({ atoms, found }) =>
    bindRanges(found, atoms, lexicon.ranges ?? null).map((bound) => ({
      ...bound,
      atoms,
      tense: tenseAround(atoms, bound.found, grammar.tense),
    })),
  );
};
