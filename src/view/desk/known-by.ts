import type { Fate, Realis } from '../../model/annotation.ts';
import type { Day } from '../../model/brand.ts';
import type { Claim, Difference, Telling, Witnesses } from '../../model/claim.ts';
import { compareDays } from '../../model/edtf/index.ts';
import { isNonEmpty } from '../../model/span.ts';
import type { ClaimHead } from '../../model/store-port.ts';

/**
 * The claim as the accounts published by the end of `day` tell it, or null when there is none. A telling is known when the
 * last day on which it can have been published has come; those without such a day are left out.
 *
 * Made anew from the tellings left: their numbers (in citations and differences too), witnesses, for events what became of
 * them (`realis`, `fate`), for statements the wording. A difference with fewer than two values left goes.
 * Not made anew, since that takes the whole coverage: the label, the valid time, the confidence, participants, place, speaker
 * and issues; whether two values left are those that cannot both hold; and a link between two witnesses that was made
 * through a third which is not known yet.
 */
export const knownBy = <C extends Claim | ClaimHead>(claim: C, day: Day): C | null => {
  const kept = claim.tellings.flatMap((telling, index) => (isKnown(telling, day) ? [index] : []));
  if (kept.length === claim.tellings.length) return claim;
  const numberOf = new Map(kept.map((old, index) => [old, index]));
  const tellings = withWitnesses(claim.tellings.filter((_, index) => numberOf.has(index)));
  if (!isNonEmpty(tellings)) return null;
  const known = {
    ...claim,
    tellings,
    witnesses: witnessesOf(tellings),
    differences: claim.differences.flatMap((difference) => renumbered(difference, numberOf)),
    ...('evidence' in claim ? { evidence: citedBy(claim.evidence, numberOf) } : {}),
  };
  // The spread keeps every field of the claim's own type; the compiler cannot follow that for a type parameter.
  return { ...known, ...retold(claim, tellings) } as unknown as C;
};

const isKnown = ({ published }: Telling, day: Day): boolean =>
  published !== null && published.latest !== null && compareDays(published.latest, day) <= 0;

/** Witnesses are counted from 0 in order of first appearance. */
const withWitnesses = (tellings: readonly Telling[]): readonly Telling[] => {
  const numbers = new Map<number, number>();
  return tellings.map((telling) => {
    const witness = numbers.get(telling.witness) ?? numbers.size;
    numbers.set(telling.witness, witness);
    return { ...telling, witness };
  });
};

const witnessesOf = (tellings: readonly Telling[]): Witnesses => ({
  articles: new Set(tellings.map(({ article }) => article)).size,
  outlets: new Set(tellings.map(({ article, outlet }) => outlet?.id ?? `article:${article}`)).size,
  independent: new Set(tellings.map(({ witness }) => witness)).size,
});

type Numbers = ReadonlyMap<number, number>;

const citedBy = (evidence: Claim['evidence'], numberOf: Numbers): readonly Claim['evidence'][number][] =>
  evidence.flatMap((citation) => {
    const telling = numberOf.get(citation.telling);
    return telling === undefined ? [] : [{ ...citation, telling }];
  });

const renumbered = ({ slot, values }: Difference, numberOf: Numbers): readonly Difference[] => {
  const left = values.flatMap(({ value, tellings: old }) => {
    const tellings = old.flatMap((number) => numberOf.get(number) ?? []);
    return isNonEmpty(tellings) ? [{ value, tellings }] : [];
  });
  return left.length >= 2 && isNonEmpty(left) ? [{ slot, values: left }] : [];
};

type Retold = { readonly wording: string } | { readonly realis: Realis; readonly fate: Fate | null };

const retold = (claim: Claim | ClaimHead, tellings: readonly Telling[]): Retold => {
  if (claim.kind === 'statement')
    return { wording: longest(tellings.flatMap(({ values }) => values.wording ?? [])) ?? claim.wording };
  const told = tellings.map((telling) => ({
    telling,
    realis: REALIS.find((value) => value === telling.values.realis) ?? null,
    fate: FATES.find((value) => value === telling.values.fate) ?? null,
  }));
  // Claims made before tellings kept their values say nothing here: what the claim says stands.
  if (told.every(({ realis }) => realis === null)) return { realis: claim.realis, fate: claim.fate };
  const realis = realisOf(told);
  return { realis, fate: fateOf(told, realis) };
};

const longest = (wordings: readonly string[]): string | null =>
  wordings.reduce<string | null>(
    (best, wording) => (best === null || wording.length > best.length ? wording : best),
    null,
  );

interface Told {
  readonly telling: Telling;
  readonly realis: Realis | null;
  readonly fate: Fate | null;
}

/** In the order in which one supersedes the next; `negated` is decided by counting. */
const REALIS: readonly Realis[] = [
  'actual',
  'ongoing',
  'standing',
  'planned',
  'proposed',
  'hypothetical',
  'negated',
];
const FATES: readonly Fate[] = ['held', 'cancelled', 'postponed', 'lapsed'];
const AHEAD: ReadonlySet<Realis | null> = new Set(['planned', 'proposed', 'hypothetical']);

/** As the record decides it: what happened supersedes its plan; negated when more articles deny than tell it. */
const realisOf = (told: readonly Told[]): Realis => {
  const articles = (isMeant: (realis: Realis) => boolean): number =>
    new Set(
      told.filter(({ realis }) => realis !== null && isMeant(realis)).map(({ telling }) => telling.article),
    ).size;
  if (articles((realis) => realis === 'negated') > articles((realis) => realis !== 'negated'))
    return 'negated';
  return REALIS.find((realis) => told.some((one) => one.realis === realis)) ?? 'negated';
};

/** As the record decides it: `held` when a plan came about, else the fate told last. */
const fateOf = (told: readonly Told[], realis: Realis): Fate | null => {
  if (realis === 'actual' && told.some((one) => AHEAD.has(one.realis) || one.fate !== null)) return 'held';
  const last = told
    .filter(({ fate }) => fate !== null)
    .sort(
      (x, y) =>
        compareText(publishedDay(y), publishedDay(x)) || compareText(x.telling.article, y.telling.article),
    );
  return last[0]?.fate ?? null;
};

const publishedDay = ({ telling }: Told): string => telling.published?.earliest ?? '';

const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
