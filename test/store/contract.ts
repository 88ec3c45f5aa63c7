import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimId, Instant } from '../../src/model/brand.ts';
import { claimId, instant } from '../../src/model/brand.ts';
import type { Citation, Claim, Statement } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { RecordStore, VerifyFinding } from '../../src/model/store-port.ts';
import { aCitation, anExtraction, anExtractor, aStatement, bytesOf } from '../support/builders.ts';

import { collect, EVENT, INFO, idsOf, named, POST, STATEMENT, save, WIRE } from './contract-fixtures.ts';
import { describeHeads } from './contract-heads.ts';
import { describeQueries } from './contract-queries.ts';
/** Makes an empty store that reads its clock from `now`. */
export type StoreFactory = (now: () => Instant) => Promise<RecordStore>;

/** A clock that stands still until it is set. */
interface Clock {
  time: string;
}

/** One suite for every implementation of the port. */
export const describeStoreContract = (name: string, factory: StoreFactory): void => {
  describe(`${name}: store contract`, () => {
    let store: RecordStore;
    let clock: Clock;
    beforeEach(async () => {
      clock = { time: '2031-06-01T00:00:00.000Z' };
      store = await factory(() => instant(clock.time));
    });
    afterEach(async () => store.close());

    const apply = async (time: string, claims: readonly Claim[]) => {
      clock.time = time;
      return store.applyClaims(claims);
    };
    const findings = async (): Promise<readonly VerifyFinding[]> => collect(store.verify());

    test('says what it was made with', async () => {
      expect(await store.info()).toEqual(INFO);
    });

    describe('pages', () => {
      test('the same page twice is one page', async () => {
        expect(await store.savePage(POST, bytesOf(POST))).toBe('added');
        expect(await store.savePage(POST, bytesOf(POST))).toBe('known');
        expect(await collect(store.extractions())).toEqual([POST]);
        expect(await store.bytes(POST.page.id)).toEqual(bytesOf(POST));
        expect(await store.extraction(POST.article.id)).toEqual(POST);
      });

      test('what is not held is null', async () => {
        expect(await store.bytes(POST.page.id)).toBeNull();
        expect(await store.extraction(POST.article.id)).toBeNull();
        expect(await store.hasPage(POST.page.id, POST.extractor)).toBe(false);
      });

      test('another extractor replaces the reading', async () => {
        await save(store, POST);
        const again: Extraction = {
          ...POST,
          extractor: anExtractor('two'),
          diagnostics: [{ code: 'date-none', severity: 'info', message: 'no date' }],
        };
        expect(await store.hasPage(POST.page.id, POST.extractor)).toBe(true);
        expect(await store.hasPage(POST.page.id, again.extractor)).toBe(false);
        expect(await store.savePage(again, bytesOf(POST))).toBe('reread');
        expect(await store.hasPage(POST.page.id, POST.extractor)).toBe(false);
        expect(await store.hasPage(POST.page.id, again.extractor)).toBe(true);
        expect(await collect(store.extractions())).toEqual([again]);
      });

      test('readings come in order of article id, and pages may be saved meanwhile', async () => {
        const pages = Array.from({ length: 70 }, (_, n) =>
          anExtraction({ text: `Page ${n} of the harbour log.` }),
        );
        await save(store, ...pages);
        const order = pages.map(({ article }) => article.id).sort();
        const met: string[] = [];
        for await (const { article } of store.extractions()) {
          if (met.length === 1) await save(store, { ...WIRE });
          met.push(article.id);
        }
        expect(met.filter((id) => id !== WIRE.article.id)).toEqual(order);
      });

      test('empty bytes and awkward characters come back unchanged', async () => {
        const texts = [
          '',
          '\u0000 nul',
          'half \ud83d pair',
          '😀\r\n\u2028\u00a0“quoted”',
          '{"json":"\\u0000"}',
        ];
        for (const text of texts) {
          const built = anExtraction({ text, path: `odd ${text}` });
          await store.savePage(built, bytesOf(built));
          expect(await store.extraction(built.article.id)).toEqual(built);
          expect(await store.bytes(built.page.id)).toEqual(bytesOf(built));
        }
        expect(await findings()).toEqual([]);
      });

      test.each<[string, Extraction, Extraction]>([
        ['bytes of another page', POST, WIRE],
        ['an article of another page', { ...POST, article: WIRE.article }, POST],
      ])('%s are refused', async (_, extraction, bytes) => {
        await expect(store.savePage(extraction, bytesOf(bytes))).rejects.toMatchObject({ code: 'internal' });
        expect(await collect(store.extractions())).toEqual([]);
      });

      test('one revision with two texts is refused and changes nothing', async () => {
        await save(store, POST);
        const bent = { ...POST, extractor: anExtractor('two'), article: { ...POST.article, text: 'Other.' } };
        await expect(store.savePage(bent, bytesOf(POST))).rejects.toMatchObject({ code: 'internal' });
        expect(await collect(store.extractions())).toEqual([POST]);
      });

      test('bytes handed in or out are not shared', async () => {
        const bytes = bytesOf(POST);
        await store.savePage(POST, bytes);
        bytes[0] = 0;
        (await store.bytes(POST.page.id))?.fill(0);
        expect(await store.bytes(POST.page.id)).toEqual(bytesOf(POST));
      });

      test('many at a time', async () => {
        const pages = Array.from({ length: 12 }, (_, n) => anExtraction({ text: `Sheet ${n}.` }));
        const twice = await Promise.all(
          [...pages, ...pages].map((page) => store.savePage(page, bytesOf(page))),
        );
        expect(twice.filter((outcome) => outcome === 'added')).toHaveLength(12);
        expect(twice.filter((outcome) => outcome === 'known')).toHaveLength(12);
      });
    });

    describe('failures', () => {
      const failure = { path: 'in/b.html', page: null, code: 'binary', message: 'not a text' };

      test('are kept by path, in order, the last word standing', async () => {
        await store.saveFailure(failure);
        await store.saveFailure({ ...failure, path: 'in/a.html', page: POST.page.id });
        await store.saveFailure({ ...failure, code: 'empty', message: 'nothing in it' });
        expect(await store.failures()).toEqual([
          { path: 'in/a.html', page: POST.page.id, code: 'binary', message: 'not a text' },
          { path: 'in/b.html', page: null, code: 'empty', message: 'nothing in it' },
        ]);
      });

      test('a page read at the path after all ends the failure', async () => {
        const path = POST.page.path ?? '';
        await store.saveFailure({ ...failure, path });
        await save(store, POST);
        expect(await store.failures()).toEqual([]);
      });
    });

    describe('claims', () => {
      beforeEach(async () => save(store, POST, WIRE));

      test('are added, left alone, changed and closed', async () => {
        expect(await apply('2031-06-01T00:00:00.000Z', [STATEMENT, EVENT])).toEqual({
          added: 2,
          changed: 0,
          closed: 0,
          unchanged: 0,
        });
        expect(await apply('2031-06-02T00:00:00.000Z', [EVENT, STATEMENT])).toEqual({
          added: 0,
          changed: 0,
          closed: 0,
          unchanged: 2,
        });
        const denied: Statement = { ...STATEMENT, act: 'denied' };
        expect(await apply('2031-06-03T00:00:00.000Z', [denied])).toEqual({
          added: 0,
          changed: 1,
          closed: 1,
          unchanged: 0,
        });
        expect(await store.claims({})).toEqual([denied]);
        expect(await apply('2031-06-04T00:00:00.000Z', [denied, EVENT])).toEqual({
          added: 1,
          changed: 0,
          closed: 0,
          unchanged: 1,
        });
        expect(await store.history(STATEMENT.id)).toEqual([
          {
            claim: STATEMENT,
            recorded: { from: '2031-06-01T00:00:00.000Z', to: '2031-06-03T00:00:00.000Z' },
          },
          { claim: denied, recorded: { from: '2031-06-03T00:00:00.000Z', to: null } },
        ]);
        expect(await store.history(EVENT.id)).toEqual([
          { claim: EVENT, recorded: { from: '2031-06-01T00:00:00.000Z', to: '2031-06-03T00:00:00.000Z' } },
          { claim: EVENT, recorded: { from: '2031-06-04T00:00:00.000Z', to: null } },
        ]);
        expect(await store.history(claimId('s-ffffffffffff'))).toEqual([]);
        expect(await findings()).toEqual([]);
      });

      test('the order of keys is no change', async () => {
        await store.applyClaims([STATEMENT]);
        const turned = Object.fromEntries(Object.entries(STATEMENT).reverse()) as unknown as Statement;
        expect(await store.applyClaims([turned])).toMatchObject({ changed: 0, unchanged: 1 });
      });

      test('the record stands as it stood then', async () => {
        await apply('2031-06-01T00:00:00Z', [STATEMENT]);
        await apply('2031-06-02T00:00:00Z', [EVENT]);
        const at = async (asOf: string): Promise<readonly ClaimId[]> =>
          idsOf(await store.claims({ asOf: instant(asOf) }));
        expect(await at('2031-05-31T23:59:59.999Z')).toEqual([]);
        expect(await at('2031-06-01T00:00:00Z')).toEqual([STATEMENT.id]);
        expect(await at('2031-06-01T23:59:59.999999Z')).toEqual([STATEMENT.id]);
        expect(await at('2031-06-02T00:00:00.000Z')).toEqual([EVENT.id]);
        expect(await store.claim(STATEMENT.id)).toBeNull();
        expect(await store.claim(STATEMENT.id, instant('2031-06-01T12:00:00Z'))).toEqual(STATEMENT);
        expect(await store.search('straits', { asOf: instant('2031-06-01T12:00:00Z') })).toHaveLength(1);
        expect(await store.search('straits', {})).toEqual([]);
      });

      test('transaction time goes on when the clock goes back', async () => {
        await apply('2031-06-02T00:00:00.000Z', [STATEMENT]);
        await apply('2031-06-01T00:00:00.000Z', [EVENT]);
        await apply('2031-06-01T00:00:00.000Z', []);
        expect((await store.history(STATEMENT.id)).map((version) => version.recorded)).toEqual([
          { from: '2031-06-02T00:00:00.000Z', to: '2031-06-02T00:00:00.001Z' },
        ]);
        expect((await store.history(EVENT.id)).map((version) => version.recorded)).toEqual([
          { from: '2031-06-02T00:00:00.001Z', to: '2031-06-02T00:00:00.002Z' },
        ]);
      });

      test('a moment that is none is a usage error', async () => {
        await expect(store.claims({ asOf: instant('2031-13-45T99:00:00Z') })).rejects.toMatchObject({
          code: 'usage',
        });
      });

      test('two claims with one id are refused', async () => {
        await expect(store.applyClaims([EVENT, EVENT])).rejects.toMatchObject({ code: 'internal' });
      });

      test('are found by an unambiguous beginning of the id', async () => {
        const twins = ['s-aaaa00000001', 's-aaaa00000002', 's-bbbb00000001'].map((id) => ({
          ...STATEMENT,
          id: claimId(id),
        }));
        await store.applyClaims(twins);
        expect((await store.claim('s-bbbb00000001'))?.id).toBe('s-bbbb00000001');
        expect((await store.claim('S-BB'))?.id).toBe('s-bbbb00000001');
        expect(await store.claim('s-cccc')).toBeNull();
        expect(await store.claim('%%%%%')).toBeNull();
        expect(await store.claim('s-____________')).toBeNull();
        await expect(store.claim('s-aaaa')).rejects.toMatchObject({
          code: 'claim-unknown',
          context: { candidates: 's-aaaa00000001 s-aaaa00000002' },
        });
        await expect(store.claim('s-b')).rejects.toMatchObject({ code: 'claim-unknown' });
      });
    });

    describe('the law of citation', () => {
      const citing = (change: Partial<Citation>): Statement => ({
        ...STATEMENT,
        evidence: [{ ...STATEMENT.evidence[0], ...change }],
      });
      const { span } = STATEMENT.evidence[0];

      beforeEach(async () => save(store, POST));

      test.each<[string, Partial<Citation>]>([
        ['another text', { exact: 'The straits are shut to every flag ' }],
        ['one character aside', { span: { start: span.start + 1, end: span.end + 1 } }],
        ['counted in code points', { span: { start: span.start - 1, end: span.end - 1 } }],
        ['beyond the end', { span: { start: span.start, end: 100_000 } }],
        ['an empty stretch', { span: { start: 4, end: 4 }, exact: '' }],
        ['another revision', { revision: WIRE.article.revision }],
        ['an article not held', { ...aCitation(WIRE, WIRE.annotations.attributions[0]?.content[0] ?? span) }],
      ])('%s is refused and nothing is written', async (_, change) => {
        await expect(store.applyClaims([EVENT, citing(change)])).rejects.toMatchObject({
          code: 'citation-broken',
        });
        expect(await store.claims({})).toEqual([]);
      });

      test('a citation that cuts a surrogate pair is kept as it is', async () => {
        const half = citing(aCitation(POST, { start: 1, end: 4 }));
        await store.applyClaims([half]);
        expect(await store.claims({})).toEqual([half]);
        expect(await findings()).toEqual([]);
      });

      test('old versions cite the old revision', async () => {
        const source = '“[The mole will be rebuilt]content,” [Orla Venn]source [said]cue.';
        const before = anExtraction({ text: source });
        const after = anExtraction({ text: source, cleaner: 'newer', extractor: 'two' });
        await save(store, before);
        await store.applyClaims([aStatement({ from: [before] })]);
        await save(store, after);
        const old = aStatement({ from: [before] });
        expect(await store.claims({})).toEqual([old]);
        await expect(store.applyClaims([old])).rejects.toMatchObject({ code: 'citation-broken' });
        await store.applyClaims([aStatement({ from: [after] })]);
        expect((await store.history(old.id)).map(({ claim }) => claim.evidence[0].revision)).toEqual([
          before.article.revision,
          after.article.revision,
        ]);
        expect(await findings()).toEqual([]);
      });
    });

    describeQueries(() => store);
    describeHeads(() => store);

    test('the record as of any past moment is exactly what was applied then', async () => {
      const pool = Array.from({ length: 5 }, (_, n) => named(`pool ${n}`));
      const step = fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: null, freq: 2 }), {
        minLength: 5,
        maxLength: 5,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          let minute = 0;
          const at = (): Instant => instant(new Date(Date.UTC(2031, 0, 1, 0, minute)).toISOString());
          const fresh = await factory(at);
          await save(fresh, POST, WIRE);
          const seen: { readonly asOf: Instant; readonly expected: readonly Claim[] }[] = [];
          for (const values of steps) {
            minute++;
            const expected = values.flatMap((value, n): readonly Statement[] =>
              value === null ? [] : [{ ...STATEMENT, id: pool[n] ?? STATEMENT.id, confidence: value / 2 }],
            );
            await fresh.applyClaims(expected);
            seen.push({ asOf: at(), expected: [...expected].sort((a, b) => (a.id < b.id ? -1 : 1)) });
          }
          for (const { asOf, expected } of seen) expect(await fresh.claims({ asOf })).toEqual(expected);
          expect(await fresh.claims({})).toEqual(seen.at(-1)?.expected);
          expect(await fresh.claims({ asOf: instant('2030-01-01T00:00:00Z') })).toEqual([]);
          await fresh.close();
        }),
        { numRuns: 15 },
      );
    });

    test('verify walks the whole record and tells how far it is', async () => {
      await save(store, POST, WIRE);
      await store.applyClaims([STATEMENT, EVENT]);
      await store.applyClaims([{ ...STATEMENT, act: 'denied' }, EVENT]);
      const progress: number[][] = [];
      const met = await collect(
        store.verify(({ pages, citations, claims }) => progress.push([pages, citations, claims])),
      );
      expect(met).toEqual([]);
      expect(progress.at(-1)).toEqual([2, 2 * STATEMENT.evidence.length + EVENT.evidence.length, 3]);
    });
  });
};
