import type { AnnotatorInput } from '../../model/annotator.ts';
import type { Span } from '../../model/span.ts';
import type { Atom } from './atoms.ts';
import { gatheringsIn } from './gatherings.ts';
import { gatheringsByPlace } from './gatherings-by-place.ts';
import type { Grammar } from './grammar.ts';
import type { LastNamed, PeriodsFound } from './named-periods.ts';
import { periodsIn } from './named-periods.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';

const NOTHING: PeriodsFound = { found: [], names: [] };

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** `found` without what lies under `spans`. */
const outside = (found: readonly Found[], spans: readonly Span[]): readonly Found[] =>
  spans.length === 0 ? found : found.filter(({ span }) => !spans.some((other) => touches(span, other)));

/** The grammar of a language may name a part of a period itself; what it names whole stays as it says. */
const yielding = ({ found, names }: PeriodsFound, others: readonly Found[]): PeriodsFound => {
  const told = others.filter(({ node }) => node.kind === 'named').map(({ span }) => span);
  const isTold = (span: Span): boolean =>
    told.some((other) => other.start <= span.start && span.end <= other.end);
  return {
    found: found.filter(({ span }) => !isTold(span)),
    names: names.filter((span) => !isTold(span)),
  };
};

const inOrder = (found: readonly Found[]): readonly Found[] =>
  found.toSorted((a, b) => a.span.start - b.span.start);

/**
 * Adds what knowledge has names for, periods and gatherings, to the expressions of a sentence. A named time takes the
 * place of what it covers. Call it for the sentences of an article in order: "the war" means the one named last.
 */
export const namedTimes = (
  { knowledge, article }: AnnotatorInput,
  grammar: Grammar,
  published: Published,
): ((atoms: readonly Atom[], found: readonly Found[]) => readonly Found[]) => {
  const { gatherings, periods = [], languages } = knowledge;
  const words = languages[article.language]?.time?.periods;
  const { gatherings: meetingWords, counted, tense } = grammar;
  const gathering = { gatherings, words: meetingWords, counted, tense, published };
  const last: LastNamed = new Map();
  return (atoms, found) => {
    const named =
      words === undefined || periods.length === 0
        ? NOTHING
        : yielding(periodsIn(atoms, { periods, words, language: article.language }, last), found);
    const spans = [...named.found.map(({ span }) => span), ...named.names];
    const left = outside(found, spans);
    const byName = outside(gatheringsIn(atoms, gathering, left), spans);
    const taken = [...spans, ...byName.map(({ span }) => span)];
    const meetings = [...byName, ...outside(gatheringsByPlace(atoms, gathering), taken)];
    if (spans.length === 0 && meetings.length === 0) return found;
    const free = outside(
      left,
      meetings.map(({ span }) => span),
    );
    return inOrder([...free, ...named.found, ...meetings]);
  };
};
