import { beforeEach, describe, expect, test } from 'vitest';
import { articleId, claimId, instant } from '../../src/model/brand.ts';
import type { Claim, Statement } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { RecordStore, VersionHead } from '../../src/model/store-port.ts';
import { anExtraction, anExtractor, aStatement, aValidTime, bytesOf } from '../support/builders.ts';
import { collect, EVENT, idsOf, named, POST, STATEMENT, save, WIRE } from './contract-fixtures.ts';

const headOf = ({ evidence: _, ...head }: Claim): Omit<Claim, 'evidence'> => head;
const sorted = <T extends string>(list: readonly T[]): readonly T[] => [...list].sort();

/** The part of the suite about what a desk reads; `current` gives the store of the test under way. */
export const describeHeads = (current: () => RecordStore): void => {
  const heads = async (): Promise<readonly VersionHead[]> => (await collect(current().heads())).flat();

  describe('heads', () => {
    test('an empty record has none', async () => {
      expect(await collect(current().heads())).toEqual([]);
      expect(await collect(current().articleHeads())).toEqual([]);
      expect(await current().counts()).toEqual({ claims: 0, pages: 0 });
    });

    test('are the present claims without their evidence, each with when its version began', async () => {
      await save(current(), POST, WIRE);
      await current().applyClaims([STATEMENT, EVENT]);
      const [{ recorded: first } = { recorded: null }] = await current().history(EVENT.id);
      const denied: Statement = { ...STATEMENT, act: 'denied', valid: null };
      await current().applyClaims([denied, EVENT]);
      const second = (await current().history(denied.id))[1]?.recorded.from;
      const met = await heads();
      expect(met).toHaveLength(2);
      expect(met).toContainEqual({ claim: headOf(EVENT), from: first?.from });
      expect(met).toContainEqual({ claim: headOf(denied), from: second });
      expect(await current().counts()).toEqual({ claims: 2, pages: 2 });
      await current().applyClaims([EVENT]);
      expect((await heads()).map(({ claim }) => claim.id)).toEqual([EVENT.id]);
      expect(await current().counts()).toEqual({ claims: 1, pages: 2 });
    });

    test('come in batches, all of them, and the record may be written to and read meanwhile', async () => {
      await save(current(), POST, WIRE);
      const many = Array.from({ length: 4300 }, (_, n) => ({ ...EVENT, id: named(`many ${n}`) }));
      await current().applyClaims(many);
      const met: string[] = [];
      let batches = 0;
      for await (const batch of current().heads()) {
        batches++;
        if (batches === 1) await current().saveFailure(FAILURE);
        if (batches === 2) expect((await current().counts()).claims).toBe(4300);
        met.push(...batch.map(({ claim }) => claim.id));
      }
      expect(batches).toBeGreaterThan(1);
      expect(sorted(met)).toEqual(sorted(idsOf(many)));
    });

    test('their evidence comes apart, in order of id, whole and of present versions only', async () => {
      await save(current(), POST, WIRE);
      const many = Array.from({ length: 1500 }, (_, n) => ({ ...EVENT, id: named(`many ${n}`) }));
      await current().applyClaims([STATEMENT, ...many]);
      const denied: Statement = { ...STATEMENT, act: 'denied' };
      await current().applyClaims([denied, ...many.slice(1)]);
      const met = (await collect(current().evidence())).flat();
      const wanted = [denied, ...many.slice(1)].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(met.map(({ id }) => id)).toEqual(idsOf(wanted));
      expect(met.map(({ evidence }) => evidence)).toEqual(wanted.map(({ evidence }) => evidence));
      const last = (await current().history(denied.id)).at(-1)?.recorded.from;
      expect(met.find(({ id }) => id === denied.id)?.from).toBe(last);
    });

    test('of articles have no text, in order of id', async () => {
      const odd = anExtraction({ text: 'A bare page.', path: 'half \ud83d pair', url: null });
      const failed: Extraction = { ...odd, error: { code: 'empty', message: 'nothing in it' } };
      const more = Array.from({ length: 620 }, (_, n) => anExtraction({ text: `Sheet ${n} of the log.` }));
      const all = [POST, WIRE, failed, ...more];
      await save(current(), ...all);
      const expected = all
        .map(({ page, article: { text: _, ...article }, error }) => ({ page, article, error }))
        .sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
      const batches = await collect(current().articleHeads());
      expect(batches.length).toBeGreaterThan(1);
      expect(batches.flat()).toEqual(expected);
      expect((await current().counts()).pages).toBe(all.length);
    });
  });

  describe('the token of change', () => {
    test('is another after every write that changed something, and the same after reading', async () => {
      const store = current();
      const seen = [await store.change()];
      const changes: readonly (() => Promise<unknown>)[] = [
        () => save(store, POST),
        () => save(store, WIRE),
        () => store.saveFailure(FAILURE),
        () => store.applyClaims([STATEMENT]),
        () => store.applyClaims([STATEMENT, EVENT]),
        () => store.applyClaims([]),
        () => save(store, { ...POST, extractor: anExtractor('two') }),
      ];
      for (const change of changes) {
        await change();
        await store.claims({});
        await heads();
        await store.search('straits', {});
        seen.push(await store.change());
        expect(await store.change()).toBe(seen.at(-1));
      }
      expect(new Set(seen).size).toBe(changes.length + 1);
    });

    test('a page that is known already is no change', async () => {
      await save(current(), POST);
      const before = await current().change();
      expect(await current().savePage(POST, bytesOf(POST))).toBe('known');
      expect(await current().change()).toBe(before);
    });
  });

  describe('ids', () => {
    const claims = ['2016-09', '2015', '2017'].map((valid, n) => ({
      ...STATEMENT,
      id: named(`chosen ${n}`),
      valid: aValidTime(valid),
    }));
    const [a, b, c] = idsOf(claims) as [Claim['id'], Claim['id'], Claim['id']];
    const unknown = claimId('s-ffffffffffff');

    beforeEach(async () => {
      await save(current(), POST, WIRE);
      await current().applyClaims([...claims, EVENT]);
    });

    test('choose claims, in the order of lists, whatever their own', async () => {
      expect(idsOf(await current().claims({ ids: [c, unknown, a, c, b] }))).toEqual([b, a, c]);
      expect(await current().claims({ ids: [] })).toEqual([]);
      expect(await current().claims({ ids: ["' or 1=1 --" as Claim['id'], unknown] })).toEqual([]);
    });

    test('go together with the other conditions', async () => {
      expect(idsOf(await current().claims({ ids: [a, b, EVENT.id], from: '2016' }))).toEqual([a, EVENT.id]);
      expect(idsOf(await current().claims({ ids: [a, EVENT.id], kind: 'event' }))).toEqual([EVENT.id]);
      await current().applyClaims([]);
      expect(await current().claims({ ids: [a] })).toEqual([]);
      expect(idsOf(await current().claims({ ids: [a], asOf: instant('2031-06-01T00:00:00Z') }))).toEqual([a]);
    });

    test('there may be very many of them', async () => {
      const many = Array.from({ length: 40_000 }, (_, n) => claimId(`s-${n.toString(16).padStart(12, '0')}`));
      expect(idsOf(await current().claims({ ids: [...many, b, a] }))).toEqual([b, a]);
      expect((await current().search('straits', { ids: [...many, b] })).map(({ claim }) => claim.id)).toEqual(
        [b],
      );
    });

    test('choose what a search finds', async () => {
      const search = async (query: string, ids: readonly Claim['id'][], limit?: number) =>
        (await current().search(query, { ids, ...(limit === undefined ? {} : { limit }) })).map(
          ({ claim }) => claim.id,
        );
      expect(await search('straits', [c, a])).toEqual([a, c]);
      expect(await search('straits', [c, a], 1)).toEqual([a]);
      expect(await search('straits', [c, a], 0)).toEqual([]);
      expect(await search('straits', [EVENT.id, a])).toEqual([a]);
      expect(await search('nothing', [a])).toEqual([]);
      expect(await search('', [a])).toEqual([]);
      const [hit] = await current().search('straits', { ids: [a] });
      expect(hit).toEqual((await current().search('straits', {})).find(({ claim }) => claim.id === a));
    });
  });

  describe('ids of a search', () => {
    const texts = [
      '“[The peace treaty waits for the harbour talks]content,” [Orla Venn]source [said]cue.',
      '“[No treaty brings peace; café owners agree]content,” [Tarn Vesh]source [said]cue.',
      '「[北方の港が開く]content」と[カイ]source[述べた]cue。',
    ];
    const pages = texts.map((text) => anExtraction({ text }));
    const claims = pages.map((page) => aStatement({ from: [page] }));

    beforeEach(async () => {
      await save(current(), ...pages, POST, WIRE);
      await current().applyClaims(claims);
    });

    test.each([
      'treaty',
      'TREATY peace',
      '"peace treaty"',
      '"treaty peace"',
      'treat*',
      'cafe',
      'treaty Venn',
      'peace 港',
      '北方',
      '',
      '***',
      'treaty OR nothing',
      '((treaty',
      "treaty'; drop table claim_version; --",
      'treaty \u0000 peace',
    ])('%j are those of the hits', async (query) => {
      const hits = await current().search(query, {});
      expect(sorted(await current().searchIds(query))).toEqual(sorted(hits.map(({ claim }) => claim.id)));
    });

    test('are of present claims only, by the words they have now', async () => {
      const [first, second] = claims as [Statement, Statement];
      expect(sorted(await current().searchIds('treaty'))).toEqual(sorted(idsOf([first, second])));
      const reworded: Statement = { ...second, wording: 'No accord at all', evidence: first.evidence };
      await current().applyClaims([reworded]);
      expect(await current().searchIds('accord')).toEqual([second.id]);
      expect(await current().searchIds('owners')).toEqual([]);
      expect(await current().searchIds('harbour')).toEqual([second.id]);
      await current().applyClaims([]);
      expect(await current().searchIds('treaty')).toEqual([]);
      await current().applyClaims([first]);
      expect(await current().searchIds('treaty')).toEqual([first.id]);
    });
  });

  describe('texts and who cites them', () => {
    const source = '“[The mole will be rebuilt]content,” [Orla Venn]source [said]cue.';
    const before = anExtraction({ text: source });
    const after = anExtraction({ text: source, cleaner: 'newer', extractor: 'two' });
    const { id } = before.article;

    test('nothing is held of an article that is not held', async () => {
      expect(await current().revisions(id)).toEqual([]);
      expect(await current().articleText(id, before.article.revision)).toBeNull();
      expect(await current().citing(id)).toEqual([]);
      expect(await current().citing(articleId('ffffffffffffffff'))).toEqual([]);
    });

    test('every revision is held, the present one first, and found by its beginning', async () => {
      const store = current();
      await save(store, before);
      await store.applyClaims([aStatement({ from: [before] })]);
      expect(await store.revisions(id)).toEqual([before.article.revision]);
      await save(store, after);
      expect(await store.revisions(id)).toEqual([after.article.revision, before.article.revision]);
      await save(store, { ...before, extractor: anExtractor('three') });
      expect(await store.revisions(id)).toEqual([before.article.revision, after.article.revision]);
      for (const { article } of [before, after]) {
        const expected = { article: id, revision: article.revision, text: article.text };
        expect(await store.articleText(id, article.revision)).toEqual(expected);
        expect(await store.articleText(id, article.revision.slice(0, 8).toUpperCase())).toEqual(expected);
      }
    });

    test.each(['', 'abc', 'zzzzzzzz', '%%%%%%%%', '00000000', 'a'.repeat(65)])(
      'a revision %j is not held',
      async (revision) => {
        await save(current(), before);
        expect(await current().articleText(id, revision)).toBeNull();
      },
    );

    test('a short beginning names no revision, even of the only one', async () => {
      await save(current(), before);
      expect(await current().articleText(id, before.article.revision.slice(0, 7))).toBeNull();
    });

    test('present claims that cite an article, in whatever revision, once each', async () => {
      const store = current();
      const mine = aStatement({ from: [before] });
      await save(store, before, POST, WIRE);
      await store.applyClaims([mine, STATEMENT, EVENT]);
      await save(store, after);
      expect(await store.citing(id)).toEqual([mine.id]);
      expect(sorted(await store.citing(POST.article.id))).toEqual(sorted([STATEMENT.id, EVENT.id]));
      expect(await store.citing(WIRE.article.id)).toEqual([STATEMENT.id]);
      await store.applyClaims([EVENT]);
      expect(await store.citing(id)).toEqual([]);
      expect(await store.citing(WIRE.article.id)).toEqual([]);
      expect(await store.citing(POST.article.id)).toEqual([EVENT.id]);
    });
  });
};

const FAILURE = { path: 'pages/odd.html', page: null, code: 'binary', message: 'not a text' } as const;
