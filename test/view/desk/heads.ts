import fc from 'fast-check';
import type { Fate, Realis } from '../../../src/model/annotation.ts';
import { articleId, claimId, day, ruleId } from '../../../src/model/brand.ts';
import type { Difference, Telling } from '../../../src/model/claim.ts';
import { isNonEmpty } from '../../../src/model/span.ts';
import type { ClaimHead } from '../../../src/model/store-port.ts';
import type { DeskLabels } from '../../../src/view/desk/labels.ts';
import { anEntity, aParticipant, aRange, aValidTime } from '../../support/builders.ts';

/** Labels of an invented pack. */
export const LABELS: DeskLabels = {
  parties: [
    { id: 'orland', name: 'Republic of Orland', tag: 'OR', slot: 0 },
    { id: 'southmark', name: 'Southmark', tag: 'SO', slot: 1 },
  ],
  issues: { 'the-lighthouse': 'Who keeps the lighthouse' },
  eventTypes: { meet: 'meets with', sign: 'signs' },
};

/** An article id from a number. */
export const articleNumber = (n: number) => articleId(n.toString(16).padStart(16, '0'));

/** A telling by article number `article`, published on `published` (as `aRange` reads it). */
export const aTelling = (
  article: number,
  published: string | null,
  values: Telling['values'] = {},
  given: Partial<Telling> = {},
): Telling => ({
  article: articleNumber(article),
  outlet: anEntity('The Harbour Post'),
  published: published === null ? null : aRange(published),
  via: [],
  witness: article,
  rule: ruleId('test/en/built@1'),
  confidence: 0.9,
  values,
  ...given,
});

const witnessesOf = (tellings: readonly Telling[]) => ({
  articles: new Set(tellings.map(({ article }) => article)).size,
  outlets: new Set(tellings.map(({ article, outlet }) => outlet?.id ?? article)).size,
  independent: new Set(tellings.map(({ witness }) => witness)).size,
});

const nonEmpty = <T>(list: readonly T[]) => {
  if (!isNonEmpty(list)) throw new Error('a claim needs a telling');
  return list;
};

type StatementHead = Extract<ClaimHead, { kind: 'statement' }>;
type EventHead = Extract<ClaimHead, { kind: 'event' }>;

/** The id of the claim number `n`. */
export const idOf = (letter: 's' | 'e', n: number) =>
  claimId(`${letter}-${n.toString(16).padStart(12, '0')}`);

/** A statement of Ada Voss for Orland, of 14 May 2031. */
export const statementHead = (
  n: number,
  given: Partial<StatementHead> = {},
  tellings: readonly Telling[] = [aTelling(1, '2031-05-14')],
): StatementHead => ({
  kind: 'statement',
  id: idOf('s', n),
  valid: aValidTime('2031-05-14'),
  tellings: nonEmpty(tellings),
  witnesses: witnessesOf(tellings),
  differences: [],
  confidence: 0.9,
  speaker: anEntity('Ada Voss'),
  behalf: anEntity('Orland'),
  act: 'said',
  mode: 'direct',
  wording: 'We will not sell the lighthouse.',
  language: 'en',
  via: [],
  addressee: null,
  venue: null,
  issues: [],
  ...given,
});

/** A meeting of Orland and Southmark on 12 May 2031. */
export const eventHead = (
  n: number,
  given: Partial<EventHead> = {},
  tellings: readonly Telling[] = [aTelling(1, '2031-05-14')],
): EventHead => ({
  kind: 'event',
  id: idOf('e', n),
  valid: aValidTime('2031-05-12'),
  tellings: nonEmpty(tellings),
  witnesses: witnessesOf(tellings),
  differences: [],
  confidence: 0.8,
  type: 'meet',
  participants: [aParticipant('Ada Voss', 'Orland'), aParticipant('Tarn Vesh', 'Southmark')],
  object: null,
  place: null,
  realis: 'actual',
  fate: null,
  outcome: null,
  background: false,
  label: 'Ada Voss and Tarn Vesh meet',
  ...given,
});

const DAYS = [
  '2030-01-31',
  '2031-05-12',
  '2031-05-14',
  '2031-06',
  '2032',
  '../2031-05-20',
  '2029-02-01/2031-07-01',
];
const OUTLETS = [anEntity('The Harbour Post'), anEntity('Northern Wire'), anEntity('Orland Gazette'), null];
const REALIS: readonly Realis[] = ['actual', 'planned', 'ongoing', 'negated'];
const FATES: readonly Fate[] = ['cancelled', 'postponed'];

/** A day of the small calendar that generated claims live in. */
export const someDay: fc.Arbitrary<ReturnType<typeof day>> = fc
  .constantFrom('2030-01-31', '2031-05-13', '2031-05-14', '2031-06-30', '2032-12-31')
  .map(day);

const someTellings = fc.array(
  fc.record({
    article: fc.integer({ min: 1, max: 9 }),
    published: fc.option(fc.constantFrom(...DAYS)),
    outlet: fc.constantFrom(...OUTLETS),
    via: fc.subarray([anEntity('Northern Wire'), anEntity('Orland Radio')]),
    witness: fc.integer({ min: 0, max: 2 }),
    realis: fc.option(fc.constantFrom(...REALIS)),
    fate: fc.option(fc.constantFrom(...FATES)),
    said: fc.option(fc.constantFrom(...DAYS)),
  }),
  { minLength: 1, maxLength: 4 },
);

const valuesOf = (values: Record<string, string | null>): Telling['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([slot, value]) => (value === null ? [] : [[slot, value]])),
  );

const differencesOf = (tellings: readonly Telling[], slot: string): readonly Difference[] =>
  tellings.length < 2
    ? []
    : [
        {
          slot,
          values: [
            { value: 'one', tellings: [0] },
            { value: 'other', tellings: [tellings.length - 1] },
          ],
        },
      ];

const someBase = fc.record({
  told: someTellings,
  valid: fc.option(
    fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom('explicit' as const, 'bounded' as const)),
  ),
  differs: fc.constantFrom(null, 'time', 'framing:the-lighthouse'),
  n: fc.integer({ min: 1, max: 12 }),
});

const someStatement = fc.record({
  speaker: fc.constantFrom(anEntity('Ada Voss'), anEntity('Tarn Vesh'), anEntity('Bo Lund'), null),
  behalf: fc.constantFrom(anEntity('Orland'), anEntity('Southmark'), null),
  act: fc.constantFrom('said' as const, 'denied' as const),
  mode: fc.constantFrom('direct' as const, 'indirect' as const),
  language: fc.constantFrom('en', 'ja'),
  issues: fc.subarray([
    { id: 'the-lighthouse', stance: 'rejects' as const },
    { id: 'the-ferry', stance: null },
  ]),
});

const someEvent = fc.record({
  type: fc.constantFrom('meet', 'sign'),
  participants: fc.subarray([aParticipant('Ada Voss', 'Orland'), aParticipant('Tarn Vesh', 'Southmark')]),
  realis: fc.constantFrom(...REALIS),
  fate: fc.option(fc.constantFrom(...FATES)),
  background: fc.boolean(),
  place: fc.constantFrom('Port Halm', null),
});

/** A claim of any kind, told by one to four pages on different days, or on days that are not known. */
export const someHead: fc.Arbitrary<ClaimHead> = fc
  .tuple(someBase, fc.oneof(someStatement, someEvent))
  .map(([{ told, valid, differs, n }, own]) => {
    const tellings = told.map(({ article, published, outlet, via, witness, ...values }) =>
      aTelling(article, published, valuesOf(values), { outlet, via, witness }),
    );
    const given = {
      valid: valid === null ? null : aValidTime(...valid),
      differences: differs === null ? [] : differencesOf(tellings, differs),
    };
    return 'type' in own
      ? eventHead(n, { ...own, ...given }, tellings)
      : statementHead(n, { ...own, ...given }, tellings);
  });
