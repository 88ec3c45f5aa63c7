import { describe, expect, test } from 'vitest';
import type { EventMention } from '../../src/model/annotation.ts';
import { holds } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { anEntity, anExtraction } from '../support/builders.ts';
import { at, eventsOf, part, prose, state } from './told.ts';

const LEADERS = [part('Ada Voss', 'Fenland'), part('Ivo Lind', 'Marland')];
const MINISTERS = [part('Mira Tarn', 'Fenland'), part('Joss Pell', 'Marland')];
const STATES = [state('Fenland'), state('Marland')];

interface Told extends Partial<EventMention> {
  readonly outlet?: string;
  readonly published?: string | null;
  readonly clause?: string;
}

let serial = 0;

const MET = '[Ada Voss [met]trigger Ivo Lind for talks on the lighthouse]clause.';

/** A page that tells one event in its own words, with prose of its own around it. */
const page = ({ outlet = 'Post', published = '2031-05-16', clause = MET, ...given }: Told): Extraction =>
  anExtraction({
    text: `${prose(++serial, 30)} ${clause} ${prose(serial + 3000, 30)}`,
    outlet: anEntity(outlet),
    published,
    events: [{ participants: LEADERS, ...given }],
  });

const two = (one: Told, other: Told): readonly Extraction[] => [
  page(one),
  page({ outlet: 'Herald', ...other }),
];

describe('one event, two accounts', () => {
  test.each<[string, Told, Told]>([
    ['the same day', { time: at('2031-05-15') }, { time: at('2031-05-15', 'deictic') }],
    ['a day and its month', { time: at('2031-05-15') }, { time: at('2031-05') }],
    ['a meeting and talks', { time: at('2031-05-15') }, { time: at('2031-05-15'), type: 'negotiate' }],
    [
      'talks and talks without agreement',
      { time: at('2031-05-15') },
      { time: at('2031-05-15'), type: 'no_agreement' },
    ],
    [
      'leaders and their states',
      { time: at('2031-05-15') },
      { time: at('2031-05-15'), participants: STATES },
    ],
    [
      'a town and its country',
      { time: at('2031-05-15'), place: 'Port Ada' },
      { time: at('2031-05'), place: 'Fenland' },
    ],
    [
      'the same town within a year',
      { time: at('2031-05-15'), place: 'Port Ada' },
      { time: at('2031'), place: 'the town of Port Ada' },
    ],
    [
      'what happens once, known by its year',
      { type: 'sign', object: 'the Lighthouse Declaration', time: at('1956'), participants: STATES },
      { type: 'sign', object: 'a lighthouse declaration', time: at('1956-10-19'), participants: STATES },
    ],
    [
      'the same demand in like words',
      {
        type: 'demand',
        participants: [state('Fenland', 'initiator'), state('Marland', 'target')],
        time: at('2031-05-15'),
        clause: '[Fenland [demanded]trigger that Marland withdraw its survey ships]clause.',
      },
      {
        type: 'demand',
        participants: [state('Fenland', 'initiator'), state('Marland', 'target')],
        time: at('2031-05-15'),
        clause: '[Fenland [demanded]trigger Marland withdraw survey ships at once]clause.',
      },
    ],
    [
      'a standing refusal in like words, since the same year',
      {
        type: 'reject',
        realis: 'standing',
        participants: [state('Fenland', 'initiator')],
        time: at('1945/..'),
        clause: '[Fenland [does not recognise]trigger the sovereignty of Marland over the lighthouse]clause.',
      },
      {
        type: 'reject',
        realis: 'standing',
        participants: [state('Fenland', 'initiator')],
        time: at('1945/..'),
        clause: '[Fenland [refuses to recognise]trigger sovereignty of Marland over the lighthouse]clause.',
      },
    ],
  ])('%s', (_, one, other) => {
    const claims = eventsOf(two(one, other));
    expect(claims).toHaveLength(1);
    expect(claims[0]?.witnesses).toEqual({ articles: 2, outlets: 2, independent: 2 });
  });
});

describe('news of one day, told without a day', () => {
  const bounded: Told = { time: at('../2031-05-16', 'bounded'), place: 'Port Ada' };
  const signed: Told = { type: 'sign', participants: STATES, object: '70 papers', time: null };

  test.each<[string, Told, Told, number]>([
    ['in the same town', bounded, bounded, 1],
    ['in the same town, one with its day', bounded, { time: at('2031-05-14'), place: 'Port Ada' }, 1],
    ['in the same town, two days later', bounded, { ...bounded, published: '2031-05-18' }, 1],
    ['the same thing signed', signed, { ...signed, object: '80 papers' }, 1],
    ['in the same town, three days later', bounded, { ...bounded, published: '2031-05-19' }, 2],
    ['in the same town, one as background', bounded, { ...bounded, background: true }, 2],
    ['in the same town, one long ago', bounded, { time: at('2031-04-02'), place: 'Port Ada' }, 2],
    ['of unknown day of publication', bounded, { ...bounded, published: '2031' }, 2],
    ['another thing signed', signed, { ...signed, object: 'a fishing accord' }, 2],
    ['a plan', bounded, { ...bounded, realis: 'planned' }, 2],
  ])('%s', (_, one, other, count) => {
    expect(eventsOf(two(one, other))).toHaveLength(count);
  });

  test('shows both numbers', () => {
    const told = (n: string): Told => ({
      ...signed,
      object: `${n} papers`,
      clause: `[They [signed]trigger ${n} papers]clause.`,
    });
    const [claim] = eventsOf(two(told('70'), told('80')));
    expect(
      claim?.differences.map(({ slot, values }) => [slot, values.map(({ value }) => value).sort()]),
    ).toEqual([['number:paper', ['70 papers', '80 papers']]]);
  });
});

test('what has not happened since a year is one absence, however often it is told', () => {
  const never: Told = {
    type: 'sign',
    realis: 'negated',
    participants: STATES,
    object: 'a peace treaty',
    time: at('1945/..'),
  };
  expect(eventsOf(two(never, { ...never, object: 'a permanent peace treaty' }))).toHaveLength(1);
  expect(
    eventsOf(
      two(never, {
        ...never,
        object: 'a fishing accord',
        clause: '[No accord on fish [was signed]trigger]clause.',
      }),
    ),
  ).toHaveLength(2);
});

describe('two events', () => {
  test.each<[string, Told, Told]>([
    ['days that exclude each other', { time: at('2031-05-15') }, { time: at('2031-05-16') }],
    [
      'leaders and ministers on one day',
      { time: at('2031-05-15') },
      { time: at('2031-05-15'), participants: MINISTERS },
    ],
    [
      'other parties',
      { time: at('2031-05-15') },
      { time: at('2031-05-15'), participants: [part('Ada Voss', 'Fenland'), part('Uma Roth', 'Hillia')] },
    ],
    ['other types', { time: at('2031-05-15') }, { time: at('2031-05-15'), type: 'call' }],
    [
      'towns that are known to differ',
      { time: at('2031-05-15'), place: 'Port Ada' },
      { time: at('2031-05-15'), place: 'Reedham' },
    ],
    ['too vague: a day and its year', { time: at('2031-05-15') }, { time: at('2031') }],
    [
      'too vague: only bounded by publication',
      { time: at('../2031-05-16', 'bounded') },
      { time: at('../2031-05-16', 'bounded') },
    ],
    ['too vague: no time', {}, { time: at('2031-05-15') }],
    [
      'a plan of unknown day',
      { time: at('2031-05-15') },
      { realis: 'planned', time: at('2031-05-16/..', 'bounded') },
    ],
    [
      'a standing refusal and an act',
      { type: 'reject', realis: 'standing', time: at('1945/..') },
      { type: 'reject', time: at('2031-05-15') },
    ],
    [
      'other things signed in one month',
      { type: 'sign', object: 'a fishing accord', time: at('2031-05'), participants: STATES },
      { type: 'sign', object: 'a visa regime', time: at('2031-05'), participants: STATES },
    ],
    [
      'accusations in other words',
      {
        type: 'accuse',
        participants: [state('Fenland', 'initiator'), state('Marland', 'target')],
        time: at('2031-05'),
        clause: '[Fenland [accused]trigger Marland of jamming harbour radio]clause.',
      },
      {
        type: 'accuse',
        participants: [state('Fenland', 'initiator'), state('Marland', 'target')],
        time: at('2031-05'),
        clause: '[Fenland [accused]trigger its neighbour of cutting down border trees]clause.',
      },
    ],
    [
      'who did it to whom',
      {
        type: 'attack',
        participants: [state('Fenland', 'initiator'), state('Marland', 'target')],
        time: at('2031-05-15'),
      },
      {
        type: 'attack',
        participants: [state('Marland', 'initiator'), state('Fenland', 'target')],
        time: at('2031-05-15'),
      },
    ],
  ])('%s', (_, one, other) => {
    expect(eventsOf(two(one, other)).map(({ tellings }) => tellings.length)).toEqual([1, 1]);
  });

  test('a vague telling of the two states goes to one meeting and does not join two', () => {
    const claims = eventsOf([
      page({ time: at('2031-05-15') }),
      page({ time: at('2031-05-15'), participants: MINISTERS, outlet: 'Herald' }),
      page({ time: at('2031-05-15'), participants: STATES, outlet: 'Gazette' }),
    ]);
    expect(claims.map(({ tellings }) => tellings.length).sort()).toEqual([1, 2]);
  });
});

describe('text that articles share', () => {
  const copied = `${prose(77, 50)} ${MET} ${prose(78, 50)}`;
  const copy = (outlet: string, given: Told = {}): Extraction =>
    anExtraction({
      text: `${copied} ${outlet}`,
      outlet: anEntity(outlet),
      published: '2031-05-16',
      events: [{ participants: LEADERS, ...given }],
    });

  test('makes vague tellings one event of one witness', () => {
    const claims = eventsOf([copy('One'), copy('Two', { time: at('../2031-05-16', 'bounded') })]);
    expect(claims.map(({ witnesses }) => witnesses)).toEqual([{ articles: 2, outlets: 2, independent: 1 }]);
  });

  test('never joins days that exclude each other', () => {
    expect(
      eventsOf([copy('One', { time: at('2031-05-14') }), copy('Two', { time: at('2031-05-15') })]),
    ).toHaveLength(2);
  });

  test('shows the town that a copy has changed', () => {
    const [claim] = eventsOf([copy('One', { place: 'Port Ada' }), copy('Two', { place: 'Stonequay' })]);
    expect(claim?.differences).toEqual([
      {
        slot: 'place',
        values: [
          { value: 'Port Ada', tellings: [expect.any(Number)] },
          { value: 'Stonequay', tellings: [expect.any(Number)] },
        ].sort((x, y) =>
          claim?.tellings[0].values.place === x.value
            ? -1
            : claim?.tellings[0].values.place === y.value
              ? 1
              : 0,
        ),
      },
    ]);
  });
});

test('a gathering that both name joins tellings without a day', () => {
  const withGathering = (extraction: Extraction): Extraction => {
    const event = extraction.annotations.events[0];
    if (event === undefined) throw new Error('no event');
    const { article, revision, rule } = event;
    const mention = {
      kind: 'mention' as const,
      article,
      revision,
      rule,
      confidence: 1,
      span: { start: event.span.start, end: event.span.start + 3 },
      form: 'name' as const,
      type: 'GATHERING' as const,
      refersTo: anEntity('Lagoon Forum 2031'),
    };
    return { ...extraction, annotations: { ...extraction.annotations, mentions: [mention] } };
  };
  const pages = two({}, { time: at('../2031-05-16', 'bounded') });
  expect(eventsOf(pages)).toHaveLength(2);
  expect(eventsOf(pages.map(withGathering))).toHaveLength(1);
});

describe('one article', () => {
  const within = (one: Partial<EventMention>, other: Partial<EventMention>): Extraction =>
    anExtraction({
      text: `[Ada Voss, Ivo Lind [meet]trigger1]clause1\n😀 [The two leaders [met]trigger2 for three hours]clause2.`,
      events: [
        { marks: '1', participants: LEADERS, ...one },
        { marks: '2', participants: LEADERS, ...other },
      ],
    });

  test('headline and body are one telling that cites both clauses', () => {
    const extraction = within(
      { time: at('../2031-05-14', 'bounded') },
      { time: at('2031-05-12', 'deictic'), place: 'Port Ada' },
    );
    const claims = eventsOf([extraction]);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.tellings).toHaveLength(1);
    expect(claims[0]?.evidence.filter(({ role }) => role === 'clause')).toHaveLength(2);
    expect(claims[0]?.evidence.every((citation) => holds(citation, extraction.article.text))).toBe(true);
    expect(claims[0]).toMatchObject({ valid: { edtf: '2031-05-12', basis: 'deictic' }, place: 'Port Ada' });
  });

  test.each<[string, Partial<EventMention>, Partial<EventMention>]>([
    ['news and background', { background: true }, {}],
    ['done and ahead', {}, { realis: 'planned' }],
    ['days that exclude each other', { time: at('2031-05-12') }, { time: at('2031-05-11') }],
  ])('%s are two', (_, one, other) => {
    expect(eventsOf([within(one, other)])).toHaveLength(2);
  });
});

describe('what became of a plan', () => {
  const plan: Told = {
    realis: 'planned',
    time: at('2031-05'),
    published: '2031-05-02',
    clause: '[Ada Voss [will meet]trigger Ivo Lind]clause.',
  };
  const held: Told = { time: at('2031-05-15'), place: 'Port Ada' };

  test('held: one claim, no difference, each telling keeps what it told', () => {
    const [claim, ...rest] = eventsOf(two(plan, held));
    expect(rest).toEqual([]);
    expect(claim).toMatchObject({
      realis: 'actual',
      fate: 'held',
      valid: { edtf: '2031-05-15' },
      label: 'Ada Voss and Ivo Lind met in Port Ada',
      differences: [],
    });
    expect(claim?.tellings.map(({ values }) => values.realis)).toEqual(['planned', 'actual']);
  });

  test('told as still ahead when it was over: a difference', () => {
    const [claim] = eventsOf(two({ ...plan, published: '2031-06-20' }, held));
    expect(claim?.differences.map(({ slot }) => slot)).toEqual(['realis']);
  });

  test('cancelled by one account, held by the other: a difference', () => {
    const [claim] = eventsOf(two({ ...plan, fate: 'cancelled' }, held));
    expect(claim?.differences).toEqual([
      {
        slot: 'fate',
        values: [
          { value: 'cancelled', tellings: [0] },
          { value: 'held', tellings: [1] },
        ],
      },
    ]);
  });

  test('postponed after it was planned', () => {
    const [claim] = eventsOf(two(plan, { ...plan, fate: 'postponed', published: '2031-05-10' }));
    expect(claim).toMatchObject({
      realis: 'planned',
      fate: 'postponed',
      differences: [],
      label: 'postponed: Ada Voss and Ivo Lind to meet',
    });
  });
});

describe('differences between accounts', () => {
  const on = (given: Told): Told => ({ time: at('2031-05-15'), ...given });
  const hours = (n: string): Told => on({ clause: `[Ada Voss [met]trigger Ivo Lind for ${n} hours]clause.` });

  test.each<[string, Told, Told, readonly string[]]>([
    ['numbers of one thing', hours('two'), hours('three'), ['number:hour']],
    [
      'numbers of the object',
      on({ type: 'sign', object: 'nearly 70 papers' }),
      on({ type: 'sign', object: '80 papers' }),
      ['number:paper'],
    ],
    ['the same number in words and digits', hours('two'), hours('2'), []],
    [
      'a counted meeting',
      on({ clause: '[their 25th [meeting]trigger]clause.' }),
      on({ clause: '[their 26th [meeting]trigger]clause.' }),
      ['number:nth meet'],
    ],
    ['met and did not meet', on({}), on({ realis: 'negated' }), ['realis']],
    ['agreement and none', on({ outcome: 'agreement' }), on({ type: 'no_agreement' }), ['outcome']],
    ['agreement and not yet known', on({ outcome: 'agreement' }), on({ outcome: 'pending' }), []],
    ['asserted and denied', on({}), on({ stance: 'denies' }), ['stance']],
    ['a finer and a coarser day', on({}), on({ time: at('2031-05') }), []],
    ['a town and its country', on({ place: 'Reedham' }), on({ place: 'Fenland' }), []],
    ['places not known to be near', on({ place: 'Old Mill' }), on({ place: 'Crane Bay' }), ['place']],
  ])('%s', (_, one, other, slots) => {
    const [claim, ...rest] = eventsOf(two(one, other));
    expect(rest).toEqual([]);
    expect(claim?.differences.map(({ slot }) => slot)).toEqual(slots);
    expect(claim?.differences.every(({ values }) => values.length === 2)).toBe(true);
  });
});

describe('the claim of an event', () => {
  test('unites participants; the commonest role and the finest place win', () => {
    const [claim] = eventsOf([
      page({ time: at('2031-05-15'), place: 'Fenland', participants: STATES }),
      page({ time: at('2031-05-15'), place: 'Port Ada', outlet: 'Herald' }),
      page({ time: at('2031-05-15'), place: 'Fenland', outlet: 'Gazette', background: true }),
    ]);
    expect(claim?.participants.map(({ id }) => id)).toEqual(['ada-voss', 'ivo-lind', 'fenland', 'marland']);
    expect(claim).toMatchObject({
      place: 'Port Ada',
      background: false,
      label: 'Ada Voss and Ivo Lind met in Port Ada',
    });
    expect(claim?.witnesses.independent).toBe(3);
  });

  test('the explicit time goes before a narrower counted one', () => {
    const [claim] = eventsOf(
      two({ time: at('2031-05-15', 'deictic') }, { time: at('2031-05-15/2031-05-16') }),
    );
    expect(claim?.valid).toMatchObject({ edtf: '2031-05-15/2031-05-16', basis: 'explicit' });
  });

  test('what was never done lasts since a telling says so, whatever bounds another page has', () => {
    const never = { type: 'sign', realis: 'negated' as const };
    const [claim] = eventsOf([
      page({ ...never, time: at('1945/..', 'inferred') }),
      page({ ...never, time: at('2014/2020', 'inferred'), outlet: 'Herald' }),
    ]);
    expect(claim?.valid?.edtf).toBe('1945/..');
  });

  test('more denials than reports make it negated', () => {
    const on = { time: at('2031-05-15') };
    const [claim] = eventsOf([
      page(on),
      page({ ...on, realis: 'negated', outlet: 'Herald' }),
      page({ ...on, realis: 'negated', outlet: 'Gazette' }),
    ]);
    expect(claim).toMatchObject({ realis: 'negated', label: 'Ada Voss and Ivo Lind did not meet' });
  });
});
