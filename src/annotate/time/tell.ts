import type { AnnotatorInput } from '../../model/annotator.ts';
import type { TimeLexicon } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { atomsOf } from './atoms.ts';
import { bindRanges } from './bind.ts';
import type { Refused } from './filters.ts';
import { sift } from './filters.ts';
import { wordIn } from './frame.ts';
import type { Grammar } from './grammar.ts';
import { grammarOf } from './grammar.ts';
import type { Told } from './lane.ts';
import { namedTimes } from './named.ts';
import { settleOrder } from './order.ts';
import { resolverHere } from './placed.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';
import { scan } from './scan.ts';
import { tenseAround } from './tense.ts';

interface Scanned {
  readonly atoms: readonly Atom[];
  readonly found: readonly Found[];
}

interface Sifted {
  readonly scanned: readonly Scanned[];
  readonly refused: readonly Refused[];
}

const scanAll = (input: AnnotatorInput, grammar: Grammar, published: Published): Sifted => {
  const named = namedTimes(input, grammar, published);
  const all: Refused[] = [];
  const scanned = input.sentences.map((sentence) => {
    const atoms = atomsOf(sentence);
    const found = scan(grammar, atoms).filter(({ node }) => wordIn(node, 'kind') !== 'none');
    const { kept, refused } = sift(named(atoms, found), atoms, grammar.filters);
    all.push(...refused);
    return { atoms, found: kept };
  });
  return { scanned, refused: all };
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

/** What a text says of time, and what only looks like it. */
export interface ToldText {
  readonly told: readonly ToldIn[];
  readonly refused: readonly Refused[];
}

/** Every expression of the text in order, with what it is resolved by. */
export const tellAll = (input: AnnotatorInput, lexicon: TimeLexicon, published: Published): ToldText => {
  const grammar = grammarOf(lexicon);
  const { scanned, refused } = scanAll(input, grammar, published);
  const told = inOrder(scanned, input.article.text, published).flatMap(({ atoms, found }, sentence) =>
    bindRanges(found, atoms, lexicon.ranges ?? null).map((bound) => ({
      ...bound,
      atoms,
      sentence,
      tense: tenseAround(atoms, bound.found, grammar.tense),
      resolve: resolverHere(input, bound.found, atoms),
    })),
  );
  return { told, refused };
};
