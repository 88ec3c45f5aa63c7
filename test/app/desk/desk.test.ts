import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/app/desk/types.ts';
import { articleId, day, pageId } from '../../../src/model/brand.ts';
import type { RecordStore } from '../../../src/model/store-port.ts';
import { claimQuery, sourceQuery } from '../../../src/view/desk/address.ts';
import type { ClaimCard, ClaimListQuery, DeskRow, GoneClaim } from '../../../src/view/desk/types.ts';
import { anExtraction, aStatement, bytesOf } from '../../support/builders.ts';
import { CLAIMS, LEDGER, MEETING, OPEN, PAGES, POST, TALKS, TOLLS, WIRE } from './coverage.ts';
import type { Place } from './support.ts';
import { fill, makePlace, STORES } from './support.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.close());

const collect = async <T>(source: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
};
const idsOf = (rows: readonly DeskRow[]): readonly string[] => rows.map(({ id }) => id);
const cardOf = async (desk: Desk, id: string, asOf: string | null = null): Promise<ClaimCard> => {
  const card = await desk.card(id, asOf === null ? null : day(asOf));
  if ('what' in card) throw new Error(`${id} is gone`);
  return card;
};
const goneOf = async (desk: Desk, id: string, asOf: string | null = null): Promise<GoneClaim> => {
  const card = await desk.card(id, asOf === null ? null : day(asOf));
  if (!('what' in card)) throw new Error(`${id} is there`);
  return card;
};

describe.each(STORES)('a desk over a %s record', (kind) => {
  let store: RecordStore;
  const open = async (): Promise<Desk> => {
    store = await place.store(kind);
    await fill(store, PAGES, CLAIMS);
    const desk = await place.desk(store);
    expect(await desk.ready()).toEqual({ kind: 'ready' });
    return desk;
  };
  const list = (desk: Desk, query: Partial<ClaimListQuery> = {}) => desk.list(claimQuery(query));

  test('lists every claim in order, a page at a time', async () => {
    const desk = await open();
    const all = await list(desk);
    expect(all).toMatchObject({
      state: { kind: 'ready' },
      total: 4,
      of: 4,
      explained: null,
      relax: [],
      known: null,
    });
    expect(idsOf(all.rows).slice(0, 2)).toEqual([MEETING.id, OPEN.id]);
    expect(new Set(idsOf(all.rows))).toEqual(new Set(CLAIMS.map(({ id }) => id)));
    const second = await list(desk, { offset: 1, limit: 1 });
    expect(second).toMatchObject({ total: 4, offset: 1, limit: 1, version: all.version });
    expect(idsOf(second.rows)).toEqual([OPEN.id]);
    expect(all.rows[1]?.at).toMatchObject({ article: POST.article.id, revision: POST.article.revision });
  });

  test('filters, counts what each value would give, and names values that no claim has', async () => {
    const desk = await open();
    const voss = await desk.list(
      claimQuery({ facets: { speaker: { in: ['ada-voss', 'nobody'], out: [] } } }),
      ['colour'],
    );
    expect(idsOf(voss.rows)).toEqual([OPEN.id]);
    expect(voss.unknown).toEqual(['colour', 'speaker=nobody']);
    const speakers = voss.facets.find(({ facet }) => facet === 'speaker');
    expect(speakers?.values.find(({ value }) => value === 'tarn-vesh')).toMatchObject({
      count: 1,
      chosen: null,
    });
    const nothing = await list(desk, {
      facets: { speaker: { in: ['ada-voss'], out: [] }, act: { in: ['warned'], out: [] } },
    });
    expect(nothing).toMatchObject({ total: 0, rows: [] });
    expect(nothing.relax.map(({ parameter }) => parameter).toSorted()).toEqual(['act', 'speaker']);
  });

  test('searches, marks the hit, and says what was looked for', async () => {
    const desk = await open();
    const found = await list(desk, { q: 'every "straits stay"' });
    expect(idsOf(found.rows)).toEqual([OPEN.id]);
    expect(found.explained).toMatch(/straits stay/);
    const hit = found.rows[0]?.hit;
    expect(hit?.marks.map(({ start, end }) => hit.text.slice(start, end).toLowerCase())).toContain('every');
    expect(await list(desk, { q: 'submarine' })).toMatchObject({ total: 0, rows: [] });
  });

  test('goes back to what was known on a day', async () => {
    const desk = await open();
    const then = await list(desk, { asOf: day('2031-05-15') });
    expect(new Set(idsOf(then.rows))).toEqual(new Set([MEETING.id, OPEN.id]));
    expect(then.rows.find(({ id }) => id === OPEN.id)?.witnesses).toMatchObject({ articles: 1 });
    expect(then.known).toEqual({ first: '2031-05-14', undated: 2 });
    expect((await list(desk)).rows.find(({ id }) => id === OPEN.id)?.witnesses).toMatchObject({
      articles: 2,
    });
    const later = await list(desk, { asOf: day('2031-05-15'), q: 'straits' });
    expect(later.rows).toHaveLength(1);
    expect((await list(desk, { asOf: day('2031-05-13') })).total).toBe(0);
    const rows = await collect(desk.rows(claimQuery({ asOf: day('2031-05-15') })));
    expect(rows).toEqual(then.rows);
  });

  test('keeps to one article', async () => {
    const desk = await open();
    expect(idsOf((await list(desk, { article: WIRE.article.id })).rows)).toEqual([OPEN.id]);
    expect(new Set(idsOf((await list(desk, { article: LEDGER.article.id })).rows))).toEqual(
      new Set([TOLLS.id, TALKS.id]),
    );
  });

  test('gives all rows, whatever the page', async () => {
    store = await place.store(kind);
    const pages = Array.from({ length: 230 }, (_, n) =>
      anExtraction({ text: `“[We keep berth ${n} open]content,” [Ada Voss]source [said]cue.` }),
    );
    await fill(
      store,
      pages,
      pages.map((page) => aStatement({ from: [page] })),
    );
    const desk = await place.desk(store);
    await desk.ready();
    const rows = await collect(desk.rows(claimQuery({ offset: 5, limit: 2 })));
    expect(new Set(idsOf(rows)).size).toBe(230);
    expect(idsOf(rows).slice(5, 7)).toEqual(idsOf((await list(desk, { offset: 5, limit: 2 })).rows));
  });

  test('hands out the events that a query finds whole, with the codes of the codebook', async () => {
    const desk = await open();
    const { events, codes } = await desk.events(claimQuery());
    const rows = await desk.list(claimQuery());
    expect(events.map(({ id }) => id).toSorted()).toEqual(
      rows.rows
        .filter(({ kind }) => kind === 'event')
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(codes.types.get('meet')?.plover).toBe('CONSULT');
    expect((await desk.events(claimQuery({ q: 'nothing-of-the-kind' }))).events).toEqual([]);
  });

  test('draws the strip and the map of what is found', async () => {
    const desk = await open();
    const strip = await desk.strip(claimQuery(), 40);
    expect(strip).toMatchObject({ span: { from: '2031-05-12', to: '2031-05-13' }, undated: 2 });
    expect(strip.bins.reduce((sum, bin) => sum + bin.statements + bin.events, 0)).toBe(2);
    const map = await desk.map(claimQuery());
    expect(map).toMatchObject({ unplaced: 1, unknownPlaces: [{ name: 'Port Halm', events: 1 }] });
    expect(await desk.map(claimQuery({ q: 'tolls' }))).toMatchObject({ unplaced: 0, unknownPlaces: [] });
  });

  test('makes the card of a claim, by a beginning of its id too, with what is told in the same clause', async () => {
    const desk = await open();
    const card = await cardOf(desk, OPEN.id.slice(0, 8));
    expect(card.row.id).toBe(OPEN.id);
    expect(card.accounts.map(({ at }) => at?.article)).toEqual([POST.article.id, WIRE.article.id]);
    expect(card.versions).toEqual([{ from: expect.stringMatching(/^2031-06-01/), to: null }]);
    expect(idsOf(card.related)).toEqual([MEETING.id]);
    expect(card.cite.markdown).toContain(`http://desk.example/statement/${OPEN.id}`);
    expect(idsOf((await cardOf(desk, MEETING.id)).related)).toEqual([OPEN.id]);
    expect((await cardOf(desk, TALKS.id)).related).toEqual([]);
    expect((await cardOf(desk, OPEN.id, '2031-05-15')).accounts).toHaveLength(1);
  });

  test('is honest about claims that are gone, never were, or were not known yet', async () => {
    const desk = await open();
    const again = aStatement({ from: [WIRE], valid: null });
    expect(again.id).not.toBe(OPEN.id);
    await store.applyClaims([again, MEETING]);
    expect(await goneOf(desk, OPEN.id)).toMatchObject({
      what: 'closed',
      until: expect.stringMatching(/^2031-06-01/),
      label: expect.stringMatching(/^Ada Voss said: /),
      exact: [{ article: POST.article.id }, { article: WIRE.article.id }],
      successors: [{ id: again.id }],
    });
    const never: Omit<GoneClaim, 'id'> = {
      what: 'unknown',
      until: null,
      label: null,
      exact: [],
      successors: [],
    };
    for (const id of ['s-000000000000', 'no claim', 'p-0000'])
      expect(await goneOf(desk, id)).toEqual({ id, ...never });
    expect(await goneOf(desk, MEETING.id, '2031-05-13')).toMatchObject({ what: 'unknown', until: null });
    await expect(desk.card('s-', null)).rejects.toMatchObject({ code: 'claim-unknown' });
  });

  test('lists pages, and failures beside them', async () => {
    const desk = await open();
    const all = await desk.sources(sourceQuery());
    expect(all).toMatchObject({ state: { kind: 'ready' }, total: 3, of: 3, texts: 3, failures: [] });
    expect(all.rows.find(({ id }) => id === POST.article.id)).toMatchObject({
      statements: 1,
      events: 1,
      title: 'Straits stay open',
    });
    const wire = await desk.sources(sourceQuery({ q: 'meridian' }), ['colour']);
    expect(wire).toMatchObject({ total: 1, unknown: ['colour'] });
    expect(await collect(desk.sourceRows(sourceQuery({ limit: 1 })))).toHaveLength(3);
  });

  test('opens a page to read in its present and its old text', async () => {
    const desk = await open();
    const present = await desk.reader(POST.article.id, null);
    expect(present).toMatchObject({
      isPresent: true,
      revision: POST.article.revision,
      revisions: [POST.article.revision],
      text: POST.article.text,
      source: { id: POST.article.id, statements: 1 },
      attributions: [{ claim: OPEN.id }],
      events: [{ claim: MEETING.id }],
    });
    expect(present?.cited.map(({ claim }) => claim.id).toSorted()).toEqual([OPEN.id, MEETING.id].toSorted());
    expect(await desk.reader(POST.article.id, POST.article.revision.slice(0, 8))).toEqual(present);
    const reread = anExtraction({
      text: POST.article.text,
      cleaner: 'two',
      extractor: 'two',
      path: 'spring/post.html',
    });
    await store.savePage(reread, bytesOf(reread));
    expect(await desk.reader(POST.article.id, null)).toMatchObject({ revision: reread.article.revision });
    expect(await desk.reader(POST.article.id, POST.article.revision.slice(0, 8))).toMatchObject({
      isPresent: false,
      revision: POST.article.revision,
      attributions: [],
    });
    expect(await desk.reader(POST.article.id, '00000000')).toBeNull();
    expect(await desk.reader(POST.article.id, 'abc')).toBeNull();
    expect(await desk.reader(articleId('0'.repeat(16)), null)).toBeNull();
  });

  test('hands out bytes under a name that no browser opens', async () => {
    const desk = await open();
    expect(await desk.bytes(POST.page.id)).toEqual({ bytes: bytesOf(POST), name: 'post.txt' });
    expect((await desk.bytes(LEDGER.page.id))?.name).toBe('tolls.txt');
    expect(await desk.bytes(pageId('0'.repeat(64)))).toBeNull();
  });

  test('counts what it holds and finds names', async () => {
    const desk = await open();
    expect(await desk.overview()).toMatchObject({
      state: { kind: 'ready' },
      title: 'The straits of Orland',
      pages: 3,
      statements: 2,
      events: 2,
      undatedPages: 1,
      undatedClaims: 2,
      failures: 0,
      changed: expect.stringMatching(/^2031-06-01/),
    });
    expect(await desk.jump('voss', 5)).toContainEqual(
      expect.objectContaining({ what: 'person', id: 'ada-voss' }),
    );
    expect(await desk.jump('voss', 1)).toHaveLength(1);
    expect(await desk.jump('voss', 9)).toContainEqual(expect.objectContaining({ what: 'statement' }));
  });

  test('gives equal answers for equal records', async () => {
    const desk = await open();
    const twin = await place.desk(store);
    await twin.ready();
    expect(twin.version()).toBe(desk.version());
    expect(await list(twin)).toEqual(await list(desk));
    expect(await twin.overview()).toEqual(await desk.overview());
  });
});
