import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { holds } from '../../src/model/claim.ts';
import { overlap } from '../../src/model/edtf/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { reconcile } from '../../src/record/index.ts';
import { anEntity, anExtraction, aRange } from '../support/builders.ts';
import { at, claimsOf, KNOWLEDGE, part, prose, state } from './told.ts';

const QUOTES = [
  '“We will not sell the lighthouse to anyone.”',
  '“We will not sell the lighthouse to anyone, today or ever.”',
  '“We will sell the lighthouse to anyone.”',
  '𝕏 that four islands should return before the winter treaty',
  'that two islands should return before the winter treaty',
];
const DAYS = [null, '2031-05', '2031-05-12', '2031-05-13', '../2031-05-14', '2031/..'];
const SPEAKERS = [anEntity('Orla Venn'), anEntity('Tarn Vesh'), null];
const PAIRS = [
  [part('Ada Voss', 'Fenland'), part('Ivo Lind', 'Marland')],
  [part('Mira Tarn', 'Fenland'), part('Joss Pell', 'Marland')],
  [state('Fenland'), state('Marland')],
];

interface Spec {
  readonly outlet: string | null;
  readonly body: number;
  readonly published: string | null;
  readonly quote: number;
  readonly said: number;
  readonly speaker: number;
  readonly nested: boolean;
  readonly pair: number;
  readonly when: number;
  readonly place: string | null;
  readonly type: string;
  readonly realis: 'actual' | 'planned' | 'negated' | 'standing';
}

const spec: fc.Arbitrary<Spec> = fc.record({
  outlet: fc.constantFrom('One', 'Two', 'Three', null),
  body: fc.nat(3),
  published: fc.constantFrom('2031-05-14', '2031-05-15', '2031-06-20', null),
  quote: fc.nat(QUOTES.length - 1),
  said: fc.nat(DAYS.length - 1),
  speaker: fc.nat(SPEAKERS.length - 1),
  nested: fc.boolean(),
  pair: fc.nat(PAIRS.length - 1),
  when: fc.nat(DAYS.length - 1),
  place: fc.constantFrom('Port Ada', 'Reedham', 'Fenland', 'Old Mill', null),
  type: fc.constantFrom('meet', 'negotiate', 'sign', 'reject'),
  realis: fc.constantFrom('actual' as const, 'planned' as const, 'negated' as const, 'standing' as const),
});

const page = (given: Spec, serial: number): Extraction => {
  const said = DAYS[given.said] ?? null;
  const when = DAYS[given.when] ?? null;
  return anExtraction({
    text: `${prose(given.body, 40)} [${QUOTES[given.quote]}]content [said]cue [Orla Venn]source. 😀
[Leaders [met]trigger for ${given.body} hours]clause. ${prose(given.body + 50, 40)} ${serial}`,
    outlet: given.outlet === null ? null : anEntity(given.outlet),
    wires: given.body === 3 ? [{ ...anEntity('One'), at: null }] : [],
    published: given.published,
    attributions: [
      {
        mode: given.quote < 3 ? 'direct' : 'indirect',
        speaker: SPEAKERS[given.speaker] ?? null,
        nested: given.nested,
        said: said === null ? null : aRange(said),
      },
    ],
    events: [
      {
        type: given.type,
        realis: given.realis,
        participants: PAIRS[given.pair] ?? [],
        place: given.place,
        time: when === null ? null : at(when, when.startsWith('..') ? 'bounded' : 'explicit'),
      },
    ],
  });
};

const pages: fc.Arbitrary<readonly Extraction[]> = fc
  .array(spec, { maxLength: 14 })
  .map((specs) => specs.map((given, serial) => page(given, serial)));

describe('reconcile', () => {
  test('gives the same bytes for any order of the same pages, and for pages given twice', () => {
    fc.assert(
      fc.property(pages, fc.infiniteStream(fc.nat()), (list, keys) => {
        const keyed = list.map((extraction) => ({ extraction, key: keys.next().value }));
        const shuffled = keyed.sort((x, y) => x.key - y.key).map(({ extraction }) => extraction);
        const bytes = JSON.stringify(claimsOf(list));
        expect(JSON.stringify(claimsOf(shuffled))).toBe(bytes);
        expect(JSON.stringify(claimsOf([...list, ...shuffled]))).toBe(bytes);
      }),
      { numRuns: 60 },
    );
  });

  test('cites what stands in the texts, loses no annotation, and counts witnesses in order', () => {
    fc.assert(
      fc.property(pages, (list) => {
        const claims = claimsOf(list);
        for (const claim of claims) {
          lawfulCitations(claim, list);
          lawfulWitnesses(claim);
        }
        expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
        const cited = claims.flatMap(({ evidence }) => evidence);
        expect(cited.filter(({ role }) => role === 'content')).toHaveLength(list.length);
        expect(cited.filter(({ role }) => role === 'clause')).toHaveLength(list.length);
      }),
      { numRuns: 60 },
    );
  });

  test('never joins times that exclude each other', () => {
    fc.assert(
      fc.property(pages, (list) => {
        for (const { tellings } of claimsOf(list))
          for (const slot of ['said', 'time'])
            expect(
              allOverlap(tellings.map(({ values }) => values[slot]).filter((v) => v !== undefined)),
            ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('an annotation that points outside its text is left out with a diagnostic', () => {
    const sound = anExtraction({ text: '[Ada Voss [met]trigger Ivo Lind]clause.' });
    const [event] = sound.annotations.events;
    if (event === undefined) throw new Error('no event');
    const off = { start: 900, end: 910 };
    const broken = { ...event, trigger: off, span: off };
    const extraction = { ...sound, annotations: { ...sound.annotations, events: [event, broken] } };
    const { output, diagnostics } = reconcile([extraction], KNOWLEDGE);
    expect(output).toHaveLength(1);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'claim-uncited', article: sound.article.id }),
    ]);
  });

  test('claims come in order of time, undated last; nothing comes of nothing', () => {
    expect(reconcile([], KNOWLEDGE)).toEqual({ output: [], diagnostics: [] });
    const order = claimsOf([
      anExtraction({ text: '[A [met]trigger B]clause 1.', events: [{ time: at('2031-05-12') }] }),
      anExtraction({ text: '[A [met]trigger B]clause 2.', events: [{ time: null }] }),
      anExtraction({ text: '[A [met]trigger B]clause 3.', events: [{ time: at('1956') }] }),
    ]).map(({ valid }) => valid?.edtf ?? null);
    expect(order).toEqual(['1956', '2031-05-12', null]);
  });

  test('the id is that of the least article and place, whatever joins later', () => {
    const list = [1, 2, 3, 4, 5].map((n) =>
      anExtraction({
        text: `${prose(n, 30)} [Ada Voss [met]trigger Ivo Lind]clause.`,
        outlet: anEntity(`Outlet ${n}`),
        events: [{ participants: PAIRS[0] ?? [], time: at('2031-05-12') }],
      }),
    );
    const least = [...list].sort((x, y) => (x.article.id < y.article.id ? -1 : 1))[0];
    if (least === undefined) throw new Error('no page');
    expect(claimsOf(list).map(({ id }) => id)).toEqual(claimsOf([least]).map(({ id }) => id));
  });
});

const lawfulCitations = (claim: Claim, list: readonly Extraction[]): void => {
  for (const citation of claim.evidence) {
    const article = list.find((extraction) => extraction.article.id === citation.article)?.article;
    expect(article?.revision).toBe(citation.revision);
    expect(holds(citation, article?.text ?? '')).toBe(true);
    expect(claim.tellings[citation.telling]?.article).toBe(citation.article);
  }
  const told = new Set(claim.evidence.map(({ telling }) => telling));
  expect(told.size).toBe(claim.tellings.length);
};

const lawfulWitnesses = ({ witnesses, tellings }: Claim): void => {
  expect(witnesses.articles).toBe(tellings.length);
  expect(witnesses.outlets).toBeLessThanOrEqual(witnesses.articles);
  expect(witnesses.independent).toBeLessThanOrEqual(witnesses.outlets);
  expect(new Set(tellings.map(({ witness }) => witness)).size).toBe(witnesses.independent);
};

const allOverlap = (values: readonly string[]): boolean =>
  values.every((x) => values.every((y) => overlap(aRange(x), aRange(y))));
