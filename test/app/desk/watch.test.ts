import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskEvent } from '../../../src/app/desk/types.ts';
import { day } from '../../../src/model/brand.ts';
import { DemarcheError } from '../../../src/model/error.ts';
import type { RecordStore, VersionHead } from '../../../src/model/store-port.ts';
import { claimQuery, sourceQuery } from '../../../src/view/desk/address.ts';
import { anExtraction, aStatement, bytesOf } from '../../support/builders.ts';
import { CLAIMS, MEETING, OPEN, PAGES, POST } from './coverage.ts';
import type { Place } from './support.ts';
import { fill, makePlace, STORES, until } from './support.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.close());

describe.each(STORES)('the states of a desk over a %s record', (kind) => {
  test('empty, then pages without claims, then ready', async () => {
    const store = await place.store(kind);
    const desk = await place.desk(store);
    expect(await desk.ready()).toEqual({ kind: 'empty' });
    expect(await desk.list(claimQuery())).toMatchObject({
      state: { kind: 'empty' },
      total: 0,
      of: 0,
      rows: [],
    });
    expect(await desk.overview()).toMatchObject({ state: { kind: 'empty' }, pages: 0, changed: null });
    const empty = desk.version();
    await store.savePage(POST, bytesOf(POST));
    expect(await until(desk, (state) => state.kind === 'unreconciled')).toEqual({
      kind: 'unreconciled',
      pages: 1,
    });
    expect((await desk.sources(sourceQuery())).rows).toHaveLength(1);
    await store.applyClaims([MEETING]);
    await until(desk, (state) => state.kind === 'ready');
    expect(desk.version()).not.toBe(empty);
    expect(await desk.list(claimQuery())).toMatchObject({ total: 1, rows: [{ id: MEETING.id }] });
  });

  test('claims that change, come and go are taken in at one stroke', async () => {
    const store = await place.store(kind);
    await fill(store, PAGES, CLAIMS);
    const desk = await place.desk(store);
    await desk.ready();
    const events: DeskEvent[] = [];
    desk.subscribe((event) => void events.push(event));
    const before = desk.version();
    await store.applyClaims([{ ...OPEN, act: 'warned' }, MEETING]);
    await until(desk, (_, version) => version !== before);
    const warned = await desk.list(claimQuery({ facets: { act: { in: ['warned'], out: [] } } }));
    expect(warned).toMatchObject({ total: 1, of: 2, rows: [{ id: OPEN.id, act: 'warned' }] });
    expect(events).toEqual([{ kind: 'state', state: { kind: 'ready' }, version: desk.version() }]);
    expect(await desk.jump('tolls', 10)).toEqual([expect.objectContaining({ what: 'source' })]);
    await store.applyClaims(CLAIMS);
    await until(desk, (_, version) => version !== warned.version);
    expect((await desk.list(claimQuery())).of).toBe(4);
  });

  test('a failure to read a page is a change, and ends', async () => {
    const store = await place.store(kind);
    await fill(store, PAGES, CLAIMS);
    const desk = await place.desk(store);
    await desk.ready();
    const before = desk.version();
    await store.saveFailure({ path: 'bad.bin', page: null, code: 'binary', message: 'no text' });
    await until(desk, (_, version) => version !== before);
    expect((await desk.sources(sourceQuery())).failures).toEqual([
      { path: 'bad.bin', code: 'binary', message: 'no text' },
    ]);
    expect((await desk.overview()).failures).toBe(1);
  });
});

test('what another program writes to the file is noticed', async () => {
  const store = await place.store('sqlite');
  const desk = await place.desk(store);
  expect(await desk.ready()).toEqual({ kind: 'empty' });
  await fill(await place.other(), PAGES, CLAIMS);
  await until(desk, (state) => state.kind === 'ready');
  expect((await desk.list(claimQuery())).total).toBe(4);
});

test('a desk is of use while it opens, and says how far it is', async () => {
  const store = await place.store('memory');
  await fill(store, PAGES, CLAIMS);
  const heads: VersionHead[] = [];
  for await (const batch of store.heads()) heads.push(...batch);
  const gate: { open: () => void } = { open: () => undefined };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const slow: RecordStore = {
    ...store,
    async *heads() {
      yield heads.slice(0, 1);
      await opened;
      yield heads.slice(1);
    },
  };
  const desk = await place.desk(slow);
  await until(desk, (state) => state.kind === 'opening' && state.done === 1);
  const part = await desk.list(claimQuery());
  expect(part).toMatchObject({ state: { kind: 'opening', done: 1, total: 4 }, total: 1, of: 1 });
  expect(await desk.overview()).toMatchObject({ state: { kind: 'opening' }, pages: 3 });
  gate.open();
  expect(await desk.ready()).toEqual({ kind: 'ready' });
  const whole = await desk.list(claimQuery());
  expect(whole).toMatchObject({ state: { kind: 'ready' }, total: 4 });
  expect(whole.version).not.toBe(part.version);
});

test('a large change is shown as not whole until it is', async () => {
  const store = await place.store('memory');
  const desk = await place.desk(store);
  await desk.ready();
  const pages = Array.from({ length: 2_500 }, (_, n) =>
    anExtraction({ text: `“[We keep berth ${n} open]content,” [Ada Voss]source [said]cue.` }),
  );
  const states: string[] = [];
  desk.subscribe((event) => {
    if (event.kind === 'state') states.push(event.state.kind);
  });
  await fill(
    store,
    pages,
    pages.map((page) => aStatement({ from: [page] })),
  );
  await until(desk, (state) => state.kind === 'ready');
  expect((await desk.list(claimQuery())).total).toBe(2_500);
  expect(states).toContain('opening');
  expect(states.at(-1)).toBe('ready');
});

test.each([
  ['record-locked', new DemarcheError('record-locked', 'somebody writes', { hint: 'wait' })],
  ['record-corrupt', new DemarcheError('record-corrupt', 'it is damaged')],
  ['internal', new TypeError('a fault')],
])('%s: what was read stays readable, and it is tried again', async (code, error) => {
  const store = await place.store('memory');
  await fill(store, PAGES, CLAIMS);
  const trouble: { now: Error | null } = { now: null };
  const troubled: RecordStore = {
    ...store,
    change: async () => {
      if (trouble.now !== null) throw trouble.now;
      return store.change();
    },
  };
  const desk = await place.desk(troubled);
  await desk.ready();
  trouble.now = error;
  const state = await until(desk, ({ kind }) => kind === 'failed');
  expect(state).toEqual({
    kind: 'failed',
    code,
    message: error.message,
    hint: error instanceof DemarcheError ? error.hint : null,
  });
  expect(await desk.list(claimQuery())).toMatchObject({ state: { kind: 'failed', code }, total: 4 });
  trouble.now = null;
  await until(desk, ({ kind }) => kind === 'ready');
});

test('a record that cannot be read at first is read once it can be', async () => {
  const store = await place.store('memory');
  await fill(store, PAGES, CLAIMS);
  let tries = 0;
  const troubled: RecordStore = {
    ...store,
    async *heads() {
      if (++tries === 1) throw new DemarcheError('record-locked', 'somebody writes');
      yield* store.heads();
    },
  };
  const desk = await place.desk(troubled);
  expect(await desk.ready()).toMatchObject({ kind: 'failed', code: 'record-locked' });
  await until(desk, ({ kind }) => kind === 'ready');
  expect((await desk.list(claimQuery())).total).toBe(4);
});

test('a claim that went since the list was made is left out', async () => {
  const store = await place.store('memory');
  await fill(store, PAGES, CLAIMS);
  const desk = await place.desk(store, { pollMs: 60_000 });
  await desk.ready();
  // What has to be read from the record, as it was known by a day.
  const asked = claimQuery({ asOf: day('2999-01-01') });
  const before = (await desk.list(asked)).rows.map(({ id }) => id);
  expect(before.length).toBeGreaterThan(1);
  await store.applyClaims(CLAIMS.filter(({ id }) => id === before[0]));
  const list = await desk.list(asked);
  expect(list.total).toBe(before.length);
  expect(list.rows.map(({ id }) => id)).toEqual(before.slice(0, 1));
});

test('closing ends the watching and leaves the store open', async () => {
  const store = await place.store('memory');
  const desk = await place.desk(store);
  await desk.close();
  await fill(store, PAGES, CLAIMS);
  expect((await store.counts()).claims).toBe(4);
  expect(desk.version()).toBe(desk.version());
});

test('rows made from memory are those that the record gives', async () => {
  const store = await place.store('sqlite');
  await fill(store, PAGES, CLAIMS);
  const claims = spyOn(store);
  const desk = await place.desk(claims.store, { pollMs: 60_000 });
  await desk.ready();
  await vi.waitFor(async () => {
    const before = claims.count();
    await desk.list(claimQuery());
    expect(claims.count()).toBe(before);
  });
  const held = await desk.list(claimQuery());
  const read = await desk.list(claimQuery({ asOf: day('2999-01-01') }));
  expect(held.rows).toHaveLength(4);
  const byId = new Map(read.rows.map((row) => [row.id, row]));
  for (const row of held.rows) if (byId.has(row.id)) expect(row).toEqual(byId.get(row.id));
  expect(byId.size).toBeGreaterThan(1);
});

/** The store, counting how often claims are read from it by their ids. */
const spyOn = (store: RecordStore): { readonly store: RecordStore; readonly count: () => number } => {
  let count = 0;
  return {
    store: {
      ...store,
      claims: (query) => {
        count++;
        return store.claims(query);
      },
    },
    count: () => count,
  };
};
