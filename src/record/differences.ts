import { stemWord } from '../lib/word-fold.ts';
import type { Day, Edtf } from '../model/brand.ts';
import type { Difference, Telling } from '../model/claim.ts';
import { overlap, rangeOf } from '../model/edtf/index.ts';
import type { NonEmpty } from '../model/span.ts';
import { isNonEmpty } from '../model/span.ts';
import { compareText } from './order.ts';
import type { Gazetteer } from './places.ts';

/** What a telling gives for one slot, with when it was published. */
interface Given {
  readonly telling: number;
  readonly value: string;
  readonly published: Day | null;
}

type Compatible = (x: Given, y: Given) => boolean;

/**
 * The slots for which two tellings of one event give values that cannot both hold, or that differ in degree. A finer
 * and a coarser value agree (2016-12 and 2016-12-15, a town and its country), and so do a plan and the later report
 * that it was carried out. Every value met is listed, so that both sides can be shown; none is called false.
 */
export const findDifferences = (
  tellings: readonly Telling[],
  latest: Day | null,
  gazetteer: Gazetteer,
): readonly Difference[] => {
  const withFate = tellings.some(({ values }) => values.fate !== undefined);
  const given = new Map<string, Given[]>();
  for (const [telling, { values, published }] of tellings.entries())
    for (const [slot, value] of slotsOf(values, withFate)) {
      const list = given.get(slot) ?? [];
      given.set(slot, list);
      list.push({ telling, value, published: published?.earliest ?? null });
    }
  return [...given]
    .filter(([slot, list]) => disagree(list, compatibleFor(slot, latest, gazetteer)))
    .sort(([x], [y]) => compareText(x, y))
    .flatMap(([slot, list]) => differenceOf(slot, list));
};

/** A telling that it happened says, where others tell of a fate, that it was held. */
const slotsOf = (values: Telling['values'], withFate: boolean): readonly (readonly [string, string])[] => {
  const entries = Object.entries(values).filter(([slot]) => isCompared(slot));
  const isHeld = withFate && values.fate === undefined && values.realis === 'actual';
  return isHeld ? [...entries, ['fate', 'held'] as const] : entries;
};

const COMPARED: ReadonlySet<string> = new Set(['time', 'place', 'realis', 'fate', 'outcome', 'stance']);

const isCompared = (slot: string): boolean =>
  COMPARED.has(slot) || slot.startsWith('number:') || slot.startsWith('framing:');

const compatibleFor = (slot: string, latest: Day | null, gazetteer: Gazetteer): Compatible => {
  if (slot === 'time') return (x, y) => overlap(rangeOf(x.value as Edtf), rangeOf(y.value as Edtf));
  if (slot === 'place') return (x, y) => PLACES_AGREE.has(gazetteer.relate(x.value, y.value));
  if (slot === 'realis') return (x, y) => realisAgree(x, y, latest);
  if (slot === 'outcome') return (x, y) => x.value === y.value || [x.value, y.value].includes('pending');
  if (slot === 'stance') return (x, y) => DENIALS.has(x.value) === DENIALS.has(y.value);
  if (slot.startsWith('number:')) return (x, y) => numberPart(x.value) === numberPart(y.value);
  if (slot.startsWith('framing:')) return (x, y) => stems(x.value) === stems(y.value);
  return (x, y) => x.value === y.value;
};

const PLACES_AGREE: ReadonlySet<string> = new Set(['same', 'within', 'holds']);
const DENIALS: ReadonlySet<string> = new Set(['denies', 'doubts']);
const AHEAD: ReadonlySet<string> = new Set(['planned', 'proposed', 'hypothetical']);

const realisAgree = (x: Given, y: Given, latest: Day | null): boolean => {
  if ((x.value === 'negated') !== (y.value === 'negated')) return false;
  const [plan, other] = AHEAD.has(x.value) ? [x, y] : [y, x];
  if (!AHEAD.has(plan.value) || AHEAD.has(other.value)) return true;
  // Told as still ahead after the last day on which it can have happened: that does not go with its having happened.
  return plan.published === null || latest === null || plan.published <= latest;
};

const numberPart = (value: string): string => value.split(' ')[0] ?? value;
const stems = (value: string): string => value.toLowerCase().split(/\s+/).map(stemWord).join(' ');

const disagree = (list: readonly Given[], agree: Compatible): boolean => {
  // One of each value and day is enough: a claim told by a thousand copies has few of them.
  const distinct = [...new Map(list.map((given) => [`${given.value} ${given.published}`, given])).values()];
  return distinct.some((x, n) => distinct.slice(n + 1).some((y) => !agree(x, y)));
};

const differenceOf = (slot: string, list: readonly Given[]): readonly Difference[] => {
  const byValue = new Map<string, number[]>();
  for (const { value, telling } of list) byValue.set(value, [...(byValue.get(value) ?? []), telling]);
  const values = [...byValue].flatMap(([value, tellings]) =>
    isNonEmpty(tellings) ? [{ value, tellings }] : [],
  );
  return isNonEmpty(values) ? [{ slot, values: values satisfies NonEmpty<unknown> }] : [];
};
