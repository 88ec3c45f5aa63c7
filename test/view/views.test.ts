import { describe, expect, test } from 'vitest';
import { day, digest } from '../../src/model/brand.ts';
import type { Claim, Statement } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { cover } from '../../src/model/span.ts';
import type { ArticleReader } from '../../src/model/store-port.ts';
import {
  accounts,
  chain,
  clip,
  eventCard,
  speakerName,
  statementCard,
  statementRows,
  timeline,
} from '../../src/view/index.ts';
import { anEntity, anEvent, anExtraction, aStatement, aValidTime } from '../support/builders.ts';

const wire = anExtraction({
  text: '😀 “[The straits stay open]content”, [Orla Venn]source [said]cue in Port Halm.\n\nIt rained.',
  outlet: anEntity('Northern Wire'),
  title: 'Straits stay open',
  published: '2031-05-13',
});
const post = anExtraction({
  text: '[Orla Venn]source [told]cue the Wire the straits\u00a0would stay “[open]content”.',
  outlet: anEntity('The Harbour Post'),
  url: 'https://post.example/1',
  attributions: [{ via: [anEntity('Northern Wire')] }],
});

const reader = (...held: readonly Extraction[]): ArticleReader => ({
  extraction: (id) => Promise.resolve(held.find(({ article }) => article.id === id) ?? null),
});

const withVia = (statement: Statement): Statement => ({
  ...statement,
  tellings: [
    statement.tellings[0],
    ...statement.tellings.slice(1).map((telling) => ({ ...telling, via: [anEntity('Northern Wire')] })),
  ],
});

describe('timeline', () => {
  const claims: readonly Claim[] = [
    anEvent({ valid: null, label: 'undated' }),
    anEvent({ valid: aValidTime('../2031-05-12', 'bounded'), label: 'by the twelfth' }),
    anEvent({ valid: aValidTime('2031-05-12'), label: 'on the twelfth', realis: 'planned', fate: 'held' }),
    anEvent({ valid: aValidTime('2031-05'), label: 'in May', realis: 'planned' }),
    anEvent({ valid: aValidTime('1945/..'), label: 'since 1945', realis: 'standing', background: true }),
    aStatement({ valid: aValidTime('2031-05-13'), speaker: anEntity('Orla Venn') }),
  ];

  test('is in order of time, with dates for people and marks', () => {
    expect(timeline(claims).map(({ when, label, mark }) => [when, label, mark])).toEqual([
      ['since 1945', 'since 1945', 'standing'],
      ['May 2031', 'in May', 'planned'],
      ['12 May 2031', 'on the twelfth', 'held'],
      ['by 12 May 2031', 'by the twelfth', null],
      ['13 May 2031', 'Orla Venn said: The straits stay open to every flag', null],
      ['undated', 'undated', null],
    ]);
  });

  test.each([
    [{ kind: 'statement' as const }, 1],
    [{ kind: 'event' as const }, 5],
    [{ background: false }, 5],
    [{ from: day('2031-05-13') }, 3],
    [{ to: day('2031-05-11') }, 3],
    [{ from: day('2031-05-12'), to: day('2031-05-12') }, 4],
    [{}, 6],
  ])('lists what %j asks for', (options, count) => {
    expect(timeline(claims, options)).toHaveLength(count);
  });

  test('says how widely it is told and whether accounts differ about a fact', () => {
    const told = { from: [wire, post] as const };
    const framing = {
      slot: 'framing:territory',
      values: [{ value: 'seized', tellings: [0] as const }] as const,
    };
    const place = { slot: 'place', values: [{ value: 'Port Halm', tellings: [0] as const }] as const };
    const rows = timeline([
      aStatement({ ...told, differences: [framing] }),
      aStatement({ ...told, differences: [framing, place], valid: null }),
    ]);
    expect(
      rows.map(({ differs, articles, outlets, independent }) => [differs, articles, outlets, independent]),
    ).toEqual([
      [false, 2, 2, 2],
      [true, 2, 2, 2],
    ]);
  });
});

describe('statements', () => {
  const statement = withVia(aStatement({ from: [wire, post], wording: 'The straits\nstay open' }));

  test('rows leave events out and fold white space', () => {
    const rows = statementRows([anEvent(), statement]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      speaker: 'Orla Venn',
      wording: 'The straits stay open',
      chain: 'Orla Venn → Northern Wire',
      independent: 2,
    });
  });

  test('the chain names speaker, those credited and outlet, each once', () => {
    expect(statement.tellings.map((telling) => chain(statement, telling))).toEqual([
      'Orla Venn → Northern Wire',
      'Orla Venn → Northern Wire → The Harbour Post',
    ]);
    const unnamed = aStatement({
      from: [{ ...wire, article: { ...wire.article, outlet: null } }],
      speaker: null,
    });
    expect(chain(unnamed)).toBe('unnamed source → unnamed outlet');
    const source = {
      ...unnamed,
      tellings: [{ ...unnamed.tellings[0], values: { source: 'a harbour\nofficial' } }] as const,
    };
    expect(speakerName(source)).toBe('a harbour official');
  });

  test('the card shows every account in its place', async () => {
    const card = await statementCard(statement, reader(wire, post));
    expect(card.accounts.map(({ outlet, published, witness }) => [outlet?.name, published, witness])).toEqual(
      [
        ['Northern Wire', '13 May 2031', 0],
        ['The Harbour Post', '14 May 2031', 1],
      ],
    );
    expect(card.accounts.map(({ title, url }) => [title, url])).toEqual([
      ['Straits stay open', null],
      [null, 'https://post.example/1'],
    ]);
    expect(card.accounts.map(({ passage }) => passage?.text)).toEqual([
      '😀 “The straits stay open”, Orla Venn said in Port Halm.',
      'Orla Venn told the Wire the straits would stay “open”.',
    ]);
    const shown = card.accounts[0]?.passage;
    expect(shown?.marks.map(({ start, end, role }) => [role, shown.text.slice(start, end)])).toEqual([
      ['content', 'The straits stay open'],
      ['source', 'Orla Venn'],
      ['cue', 'said'],
    ]);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  test('an article that is not held, or in another revision, has no passage', async () => {
    const reread = { ...post, article: { ...post.article, revision: digest('0'.repeat(64)) } };
    const card = await statementCard(statement, reader(reread));
    expect(card.accounts.map(({ passage }) => passage)).toEqual([null, null]);
    expect(card.accounts[0]?.published).toBe('13 May 2031');
  });
});

describe('events', () => {
  test('the card has label, mark, participants and passages', async () => {
    const extraction = anExtraction({
      text: 'Quiet. [Orla Venn [met]trigger Tarn Vesh]clause in Port Halm. It rained.',
    });
    const event = anEvent({ from: [extraction], realis: 'planned', fate: 'postponed' });
    const card = await eventCard(event, reader(extraction), 300);
    expect(card).toMatchObject({ kind: 'event', label: event.label, mark: 'postponed', type: 'meet' });
    expect(card.accounts[0]?.chain).toBe('The Harbour Post');
    expect(card.accounts[0]?.passage?.text).toBe('Orla Venn met Tarn Vesh in Port Halm.');
    expect(
      cover(
        card.accounts[0]?.passage?.text ?? '',
        card.accounts[0]?.passage?.marks[1] ?? { start: 0, end: 0 },
      ),
    ).toBe('met');
  });

  test('accounts name the slots in which they differ', () => {
    const event = anEvent({
      from: [wire, post].map((page) => ({
        ...page,
        annotations: anExtraction({ text: '[A [met]trigger B]clause' }).annotations,
      })) as unknown as readonly [Extraction, Extraction],
      differences: [
        {
          slot: 'place',
          values: [
            { value: 'Port Halm', tellings: [0] },
            { value: 'Reedham', tellings: [1] },
          ],
        },
        { slot: 'number:hour', values: [{ value: '2 hours', tellings: [1] }] },
      ],
    });
    expect(accounts(event).map(({ differs }) => differs)).toEqual([['place'], ['place', 'number:hour']]);
  });
});

test.each([
  ['a short label', 40, 'a short label'],
  ['a label that is cut at a word', 16, 'a label that is…'],
  ['onewordonly𝕏𝕏', 13, 'onewordonly…'],
  ['島の灯台は売らない', 5, '島の灯台…'],
])('clip %s to %d', (text, width, expected) => {
  expect(clip(text, width)).toBe(expected);
});
