import { describe, expect, test } from 'vitest';
import type { Attribution, AttributionMode } from '../../src/model/annotation.ts';
import { holds } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { anEntity, anExtraction, aRange, PLAIN_TIME } from '../support/builders.ts';
import { prose, statementsOf } from './told.ts';

interface Told extends Partial<Attribution> {
  readonly outlet?: string;
  readonly published?: string | null;
  readonly before?: string;
}

let serial = 0;

/** A page with one attribution; every page has words of its own behind it. */
const page = (
  text: string,
  { outlet = 'Post', published = '2031-05-14', before = '', ...given }: Told = {},
): Extraction =>
  anExtraction({
    text: `${before}${text}\n${prose(++serial, 40)}`,
    outlet: anEntity(outlet),
    published,
    attributions: [given],
  });

const direct: { readonly mode: AttributionMode } = { mode: 'direct' };
const said = (value: string): Pick<Attribution, 'said'> => ({ said: aRange(value) });
const LIGHT = '[“We will not sell the lighthouse to anyone,”]content [Orla Venn]source [said]cue.';

describe('the same statement in two articles is one claim', () => {
  test.each<[string, string, Told, string, Told]>([
    [
      'the same quotation',
      LIGHT,
      direct,
      'In Port Halm [Orla Venn]source [said]cue: [“We will not sell the lighthouse to anyone.”]content',
      direct,
    ],
    [
      'a quotation cut short',
      LIGHT,
      direct,
      '[Orla Venn]source [added]cue: [“We will not sell the lighthouse to anyone, today or in a hundred years.”]content',
      direct,
    ],
    [
      'a quotation in other marks, with a no-break space',
      LIGHT,
      direct,
      '[Orla Venn]source [said]cue: [“We will not sell the lighthouse to\u00a0anyone!”]content',
      direct,
    ],
    [
      'a report of the quotation',
      '[“Fenland will reopen the ferry harbour before winter,”]content [said]cue [Orla Venn]source.',
      direct,
      '[Orla Venn]source [said]cue [that Fenland will reopen the ferry harbour before winter]content.',
      {},
    ],
    [
      'two reports in like words about one issue',
      '[Orla Venn]source [said]cue [Fenland wants talks on fishing quotas before the spring session]content.',
      { issues: [{ id: 'fishing', stance: null, condition: null }] },
      '[Orla Venn]source [insisted]cue [talks on fishing quotas should open before the spring]content.',
      { issues: [{ id: 'fishing', stance: null, condition: null }] },
    ],
    [
      'the quoted part of a mixed report',
      '[“A treaty must respect the old maritime border of both nations,”]content [said]cue [Orla Venn]source.',
      direct,
      '[Orla Venn]source [said]cue [Marland knew that “a treaty must respect the old maritime border of both nations”]content.',
      { mode: 'mixed' },
    ],
    [
      'said on a day and said in that month',
      LIGHT,
      { ...direct, ...said('2031-05-12') },
      `Earlier, [Orla Venn]source [said]cue [“We will not sell the lighthouse to anyone.”]content`,
      { ...direct, ...said('2031-05') },
    ],
  ])('%s', (_, one, givenOne, other, givenOther) => {
    const claims = statementsOf([
      page(one, { ...givenOne }),
      page(other, { ...givenOther, outlet: 'Herald' }),
    ]);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.tellings).toHaveLength(2);
    expect(claims[0]?.witnesses).toEqual({ articles: 2, outlets: 2, independent: 2 });
  });
});

describe('what stays apart', () => {
  const other = (text: string): string => `[Orla Venn]source [said]cue: [${text}]content`;
  test.each<[string, string, Told, string, Told]>([
    ['another speaker', LIGHT, direct, LIGHT, { ...direct, speaker: anEntity('Tarn Vesh') }],
    [
      'times that exclude each other',
      LIGHT,
      { ...direct, ...said('2031-05-12') },
      LIGHT,
      { ...direct, ...said('2031-05-13') },
    ],
    ['yes and no', LIGHT, direct, other('“We will sell the lighthouse to anyone.”'), direct],
    ['a negation before the matched words', LIGHT, direct, other('“Sell the lighthouse to anyone!”'), direct],
    [
      'other numbers',
      other('“We will return two islands after the treaty.”'),
      direct,
      other('“We will return four islands after the treaty.”'),
      direct,
    ],
    ['a short phrase', other('“We are ready.”'), direct, other('“We are ready.”'), direct],
    [
      'an old phrase said again, of unknown day, half a year later',
      '[Orla Venn]source [said]cue [the harbour dispute needs patience and trust]content.',
      { published: '2031-05-14' },
      '[Orla Venn]source [said]cue [the harbour dispute needs patience and trust]content.',
      { published: '2031-12-14' },
    ],
    [
      'a promise and a refusal in like words',
      '[Orla Venn]source [promised]cue [to open the northern ferry harbour before winter]content.',
      { act: 'promised' },
      '[Orla Venn]source [refused]cue [to open the northern ferry harbour before winter]content.',
      { act: 'refused' },
    ],
    [
      'like words about other issues',
      '[Orla Venn]source [said]cue [Fenland wants talks on fishing quotas before the spring session]content.',
      { issues: [{ id: 'fishing', stance: null, condition: null }] },
      '[Orla Venn]source [said]cue [Fenland wants talks on border quotas before the autumn session]content.',
      { issues: [{ id: 'border', stance: null, condition: null }] },
    ],
    ['nested and not nested', LIGHT, direct, LIGHT, { ...direct, nested: true }],
    [
      'nested in both, but not copied',
      LIGHT,
      { ...direct, nested: true },
      LIGHT,
      { ...direct, nested: true },
    ],
    [
      'a source that could be anyone',
      LIGHT.replace('Orla Venn', 'an aide'),
      { ...direct, speaker: null },
      LIGHT.replace('Orla Venn', 'an aide'),
      { ...direct, speaker: null },
    ],
  ])('%s', (_, one, givenOne, two, givenTwo) => {
    const claims = statementsOf([page(one, { ...givenOne }), page(two, { ...givenTwo, outlet: 'Herald' })]);
    expect(claims.map(({ tellings }) => tellings.length)).toEqual([1, 1]);
  });
});

test('a pronoun that nobody could resolve is no speaker of the record', () => {
  expect(statementsOf([page(LIGHT.replace('Orla Venn', 'he'), { ...direct, speaker: null })])).toEqual([]);
});

describe('groupStatements', () => {
  test('a vague telling never joins two that exclude each other', () => {
    const claims = statementsOf([
      page(LIGHT, { ...direct, ...said('2031-05-01'), outlet: 'One' }),
      page(LIGHT, { ...direct, ...said('2031-05-20'), outlet: 'Two' }),
      page(LIGHT, { ...direct, outlet: 'Three' }),
    ]);
    expect(claims.map(({ tellings }) => tellings.length).sort()).toEqual([1, 2]);
  });

  test('an unresolved source of several words stands for one speaker', () => {
    const text = LIGHT.replace('Orla Venn', 'A senior harbour official');
    const claims = statementsOf([
      page(text, { ...direct, speaker: null }),
      page(text, { ...direct, speaker: null, outlet: 'Herald' }),
    ]);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.speaker).toBeNull();
  });

  test('copies of one text tell one statement, though nested or without a speaker', () => {
    const text = `${prose(901, 60)} ${LIGHT.replace('Orla Venn', 'an aide')} ${prose(902, 60)}`;
    for (const given of [{ speaker: null }, { nested: true }]) {
      const claims = statementsOf(
        ['One', 'Two', 'Three'].map((outlet) => page(text, { ...direct, ...given, outlet })),
      );
      expect(claims.map(({ witnesses }) => witnesses)).toEqual([{ articles: 3, outlets: 3, independent: 1 }]);
    }
  });

  test('a statement told twice in one article is one telling with all its passages', () => {
    const extraction = anExtraction({
      text: `[Orla Venn]source1 [wants]cue1 [the ferry harbour open before winter]content1.
😀 Later: [“The northern ferry harbour must be open before winter,”]content2 [she]source2 [said]cue2. [“Talks will go on,”]content3 [said]cue3 [Venn]source3.`,
      attributions: [{ marks: '1' }, { marks: '2', mode: 'direct' }, { marks: '3', mode: 'direct' }],
    });
    const claims = statementsOf([extraction]);
    expect(claims.map(({ tellings, evidence }) => [tellings.length, evidence.length])).toEqual([
      [1, 6],
      [1, 3],
    ]);
    expect(claims.flatMap(({ evidence }) => evidence).every((c) => holds(c, extraction.article.text))).toBe(
      true,
    );
  });
});

test('a quoted part told again in full by the same article is one telling', () => {
  const extraction = anExtraction({
    text: `[Orla Venn]source1 [spoke]cue1 [of Fenland as “an old friend across a narrow and cold water”]content1.
[“Marland is an old friend across a narrow and cold water, and always was,”]content2 [she]source2 [said]cue2.`,
    attributions: [
      { marks: '1', mode: 'mixed' },
      { marks: '2', mode: 'direct' },
    ],
  });
  expect(statementsOf([extraction])).toHaveLength(1);
});

describe('the claim of a statement', () => {
  const early = page(LIGHT, {
    ...direct,
    outlet: 'Early',
    published: '2031-05-13',
    via: [anEntity('Northern Wire')],
    ...said('2031-05'),
  });
  const late = page(
    '[Orla Venn]source [said]cue: [“We will not sell the lighthouse to anyone, today or ever.”]content',
    {
      ...direct,
      outlet: 'Late',
      published: '2031-05-15',
      venue: 'a news conference',
      ...said('2031-05-12'),
    },
  );
  const [claim] = statementsOf([late, early]);

  test('has the fullest wording, the narrowest time and the first telling first', () => {
    expect(claim?.wording).toBe('“We will not sell the lighthouse to anyone, today or ever.”');
    expect(claim?.valid?.edtf).toBe('2031-05-12');
    expect(claim?.tellings.map(({ outlet }) => outlet?.name)).toEqual(['Early', 'Late']);
    expect(claim?.via.map(({ name }) => name)).toEqual(['Northern Wire']);
    expect(claim?.venue).toBe('a news conference');
    expect(claim?.mode).toBe('direct');
    expect(claim?.tellings[0].values).toMatchObject({ said: '2031-05', source: 'Orla Venn', act: 'said' });
  });

  test('two witnesses are believed more than one', () => {
    expect(statementsOf([early])[0]?.confidence).toBe(0.9);
    expect(claim?.confidence).toBe(0.99);
  });

  test('cites content, cue and source of each telling', () => {
    expect(claim?.evidence.map(({ telling, role }) => `${telling} ${role}`)).toEqual([
      '0 content',
      '0 source',
      '0 cue',
      '1 source',
      '1 cue',
      '1 content',
    ]);
  });

  test('of unknown day is bounded by the first publication', () => {
    const [undated] = statementsOf([
      page(LIGHT, { ...direct, published: '2031-05-16' }),
      page(LIGHT, { ...direct, published: '2031-05-14', outlet: 'Herald' }),
    ]);
    expect(undated?.valid).toEqual({ ...aRange('../2031-05-14'), basis: 'bounded' });
    expect(statementsOf([page(LIGHT, { ...direct, published: null })])[0]?.valid).toBeNull();
  });

  test.each([
    ['calendar', 'explicit'],
    ['published', 'deictic'],
  ])('its time read from an expression counted from %s is %s', (anchor, basis) => {
    const extraction = page(LIGHT, { ...direct, ...said('2031-05-12') });
    const { id, revision } = extraction.article;
    const time = {
      ...aRange('2031-05-12'),
      ...PLAIN_TIME,
      kind: 'time' as const,
      article: id,
      revision,
      rule: extraction.annotations.attributions[0]?.rule ?? failed(),
      confidence: 1,
      span: { start: 0, end: 4 },
      type: 'DATE' as const,
      value: '2031-05-12',
      anchor,
    };
    const [dated] = statementsOf([
      { ...extraction, annotations: { ...extraction.annotations, times: [time] } },
    ]);
    expect(dated?.valid?.basis).toBe(basis);
  });

  test('wording in pieces is joined by an ellipsis', () => {
    const [pieces] = statementsOf([
      page(
        '[“The harbour stays ours,”]content [Orla Venn]source [said]cue, [“and so does the bridge.”]content',
        direct,
      ),
    ]);
    expect(pieces?.wording).toBe('“The harbour stays ours,” … “and so does the bridge.”');
  });
});

const failed = (): never => {
  throw new Error('no attribution');
};
