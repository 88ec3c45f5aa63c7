import { bySpan, hull, isNonEmpty, type Span } from '../../model/span.ts';
import type { Placed } from './bearing.ts';
import type { Told } from './scope.ts';

/** A statement among the others of its article. */
export interface Among extends Placed {
  readonly told: Told;
  /** Whether its content is another statement and hardly more: it only passes on. */
  readonly passesOn: boolean;
}

/** How much of a content another statement must be for the content to be nothing else. */
const PASSED_ON = 0.85;
/** A word that only opens the content, `that `, in characters. */
const THAT = 5;

interface Open {
  readonly index: number;
  readonly content: Span;
}

const wholeOf = ({ source, cue, content }: Told): Span => {
  const parts = [...source, ...cue, ...content];
  return isNonEmpty(parts) ? hull(parts) : hull(content);
};

/**
 * Where each statement of an article stands among the others: those that it stands in, the one before it, whether it only
 * passes on what another says: "Kestrel reports [that Voss said the ferry would run]". In the order given.
 */
export const placeStatements = (statements: readonly Told[]): readonly Among[] => {
  const whole = statements.map(wholeOf);
  const contents = statements.map(({ content }) => hull(content));
  const order = statements.map((_, i) => i).sort((a, b) => bySpan(contents[a] as Span, contents[b] as Span));
  const outer: number[][] = statements.map(() => []);
  const nests = new Set<number>();
  const passing = new Set<number>();
  const before: (number | null)[] = statements.map(() => null);
  let open: Open[] = [];
  let last: number[] = [];
  for (const index of order) {
    const own = whole[index] as Span;
    const content = contents[index] as Span;
    open = open.filter((one) => one.content.end > content.start);
    const around = open.filter(
      (one) => one.content.start <= own.start && own.end <= one.content.end && one.index !== index,
    );
    outer[index] = around.map((one) => one.index);
    for (const one of around) {
      nests.add(one.index);
      if (own.end - own.start + THAT >= PASSED_ON * (one.content.end - one.content.start))
        passing.add(one.index);
    }
    before[index] = last.find((one) => !around.some((held) => held.index === one)) ?? null;
    last = [index, ...last].slice(0, REMEMBERED);
    open = [...open, { index, content }].slice(-REMEMBERED);
  }
  return statements.map((told, i) => ({
    told,
    outer: (outer[i] ?? []).flatMap((one) => statements[one] ?? []),
    before: statements[before[i] ?? -1] ?? null,
    nests: nests.has(i),
    passesOn: passing.has(i),
  }));
};

/** How many statements are kept in mind; nobody is quoted deeper. */
const REMEMBERED = 8;
