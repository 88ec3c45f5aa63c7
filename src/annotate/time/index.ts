import { parseDay } from '../../lib/calendar.ts';
import type { TimeExpression } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import type { Diagnostic, StageResult } from '../../model/diagnostic.ts';
import { publishedOf } from '../../model/page.ts';
import type { Atom } from './atoms.ts';
import { atomsOf } from './atoms.ts';
import { carryOn } from './carry.ts';
import { toExpression } from './expression.ts';
import type { Refused } from './filters.ts';
import { sift } from './filters.ts';
import type { Carried } from './frame.ts';
import { NOTHING_CARRIED, wordIn } from './frame.ts';
import { isNarrative } from './genre.ts';
import type { Grammar } from './grammar.ts';
import { grammarOf } from './grammar.ts';
import { namedTimes } from './named.ts';
import { reckonHere } from './placed.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';
import { scan } from './scan.ts';
import { tenseAround } from './tense.ts';

interface Scanned {
  readonly atoms: readonly Atom[];
  readonly found: readonly Found[];
  readonly refused: readonly Refused[];
}

const publicationOf = (input: AnnotatorInput): Published => {
  const range = publishedOf(input.article)?.value;
  const [earliest, latest] = [range?.earliest ?? null, range?.latest ?? null];
  const first = earliest === null ? null : parseDay(earliest);
  const last = latest === null ? null : parseDay(latest);
  return first === null || last === null ? null : { first, last };
};

const scanAll = (input: AnnotatorInput, grammar: Grammar, published: Published): readonly Scanned[] => {
  const named = namedTimes(input, grammar, published);
  return input.sentences.map((sentence) => {
    const atoms = atomsOf(sentence);
    const found = scan(grammar, atoms).filter(({ node }) => wordIn(node, 'kind') !== 'none');
    const { kept, refused } = sift(named(atoms, found), atoms, grammar.filters);
    return { atoms, found: kept, refused };
  });
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
  const diagnostics = scanned.flatMap(({ refused }) => refused.map((each) => refusal(input, each)));
  let carried: Carried = NOTHING_CARRIED;
  for (const { atoms, found } of scanned)
    for (const each of found) {
      const tense = tenseAround(atoms, each.at, grammar.tense);
      const reckoned = reckonHere(input, each, atoms, { published, tense, isNarrative: story, carried });
      if (reckoned === 'impossible') diagnostics.push(impossible(input, each));
      else {
        output.push(toExpression(input.article, each, reckoned));
        carried = carryOn(carried, reckoned, each.span, story);
      }
    }
  return { output, diagnostics };
};

const refusal = ({ article }: AnnotatorInput, { found: { span }, filter }: Refused): Diagnostic => ({
  code: 'time-refused',
  severity: 'info',
  message: `"${article.text.slice(span.start, span.end)}" is ${filter.what}.`,
  article: article.id,
  span,
  rule: filter.id,
});

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
