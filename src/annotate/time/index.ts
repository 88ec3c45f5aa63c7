import { parseDay } from '../../lib/calendar.ts';
import type { TimeExpression } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import type { Diagnostic, StageResult } from '../../model/diagnostic.ts';
import { publishedOf } from '../../model/page.ts';
import type { Atom } from './atoms.ts';
import { atomsOf } from './atoms.ts';
import { carryOn } from './carry.ts';
import { toExpression } from './expression.ts';
import type { Carried } from './frame.ts';
import { NOTHING_CARRIED, numberIn, wordIn } from './frame.ts';
import { gatheringsIn } from './gatherings.ts';
import { isNarrative } from './genre.ts';
import type { Grammar } from './grammar.ts';
import { grammarOf } from './grammar.ts';
import type { Published } from './reckon.ts';
import { reckon } from './reckon.ts';
import type { Found } from './scan.ts';
import { scan } from './scan.ts';
import { tenseAround } from './tense.ts';

interface Scanned {
  readonly atoms: readonly Atom[];
  readonly found: readonly Found[];
}

const publicationOf = (input: AnnotatorInput): Published => {
  const range = publishedOf(input.article)?.value;
  const [earliest, latest] = [range?.earliest ?? null, range?.latest ?? null];
  const first = earliest === null ? null : parseDay(earliest);
  const last = latest === null ? null : parseDay(latest);
  return first === null || last === null ? null : { first, last };
};

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

const run = (input: AnnotatorInput): StageResult<readonly TimeExpression[]> => {
  const lexicon = input.knowledge.languages[input.article.language]?.time ?? null;
  if (lexicon === null) return { output: [], diagnostics: [] };
  const grammar = grammarOf(lexicon);
  const published = publicationOf(input);
  const scanned = scanAll(input, grammar, published);
  const story = isNarrative(
    scanned.flatMap(({ found }) => found),
    published?.last ?? null,
  );
  const output: TimeExpression[] = [];
  const diagnostics: Diagnostic[] = [];
  let carried: Carried = NOTHING_CARRIED;
  for (const { atoms, found } of scanned) {
    carried = { ...carried, here: null, before: carried.here };
    for (const each of found) {
      const tense = tenseAround(atoms, each.at, each.to ?? each.at + 1, grammar.tense);
      const reckoned = reckon(each.node, { published, tense, isNarrative: story, carried });
      if (reckoned === 'impossible') diagnostics.push(impossible(input, each));
      else {
        output.push(toExpression(input.article, each, reckoned));
        // What a figure is compared with is told aside.
        if (numberIn(each.node, 'aside') === null) carried = carryOn(carried, reckoned, each.span, story);
      }
    }
  }
  return { output, diagnostics };
};

const impossible = ({ article }: AnnotatorInput, { span, rule }: Found): Diagnostic => ({
  code: 'date-impossible',
  severity: 'warning',
  message: `The calendar has no "${article.text.slice(span.start, span.end)}".`,
  article: article.id,
  span,
  rule,
});

/**
 * Finds expressions of time and says what days they mean: English, Russian and Japanese. Reads the grammar of the
 * article's language from knowledge; without one it gives nothing. Linear in the text; never throws on a text.
 */
export const timeAnnotator: Annotator<TimeExpression> = { id: 'time', needs: [], gives: 'time', run };
