import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { claimId } from '../../src/model/brand.ts';
import type { Claim, EventClaim, Statement } from '../../src/model/claim.ts';
import { cover } from '../../src/model/span.ts';
import type { ClaimQuery, RecordStore } from '../../src/model/store-port.ts';
import { anEntity, anExtraction, aParticipant, aStatement, aValidTime } from '../support/builders.ts';

import { EVENT, idsOf, named, POST, STATEMENT, save, WIRE } from './contract-fixtures.ts';
/** The part of the suite about lists and search; `current` gives the store of the test under way. */
export const describeQueries = (current: () => RecordStore): void => {
  describe('lists', () => {
    const spoke = (seed: string, given: Partial<Statement>): Statement => ({
      ...STATEMENT,
      id: named(seed),
      ...given,
    });
    const rows: Readonly<Record<string, Claim>> = {
      unknown: spoke('unknown', { valid: null }),
      before: spoke('before', { valid: aValidTime('../2016-09') }),
      since: spoke('since', { valid: aValidTime('2016-09-02/..') }),
      month: spoke('month', { valid: aValidTime('2016-09') }),
      day: spoke('day', { valid: aValidTime('2016-09-02') }),
      year: spoke('year', {
        valid: aValidTime('2016'),
        speaker: anEntity('Tarn Vesh'),
        behalf: anEntity('Southmark'),
      }),
      event: {
        ...EVENT,
        valid: aValidTime('2017-01-10'),
        participants: [aParticipant('Tarn Vesh', 'Southmark'), aParticipant('Northland', null)],
      } satisfies EventClaim,
    };
    const keyOf = new Map(Object.entries(rows).map(([key, claim]) => [claim.id, key]));
    const listed = async (query: ClaimQuery): Promise<readonly (string | undefined)[]> =>
      (await current().claims(query)).map((claim) => keyOf.get(claim.id));

    beforeEach(async () => {
      await save(current(), POST, WIRE);
      await current().applyClaims(Object.values(rows));
    });

    test.each<[ClaimQuery, readonly string[]]>([
      [{}, ['year', 'month', 'day', 'since', 'before', 'event', 'unknown']],
      [{ kind: 'event' }, ['event']],
      [{ kind: 'statement', speaker: 'tarn-vesh' }, ['year']],
      [{ speaker: 'tarn-vesh' }, ['year', 'event']],
      [{ speaker: 'northland' }, ['event']],
      [{ party: 'southmark' }, ['year', 'event']],
      [{ party: 'northland', kind: 'event' }, []],
      [{ outlet: 'meridian-wire' }, ['year', 'month', 'day', 'since', 'before', 'unknown']],
      [{ outlet: 'meridian-wire', party: 'southmark' }, ['year']],
      [{ speaker: "' or 1=1 --" }, []],
      [{ from: '2016-09-03' }, ['year', 'month', 'since', 'before', 'event']],
      [{ from: '2016-10-01' }, ['year', 'since', 'event']],
      [{ to: '2016-09-01' }, ['year', 'month', 'before']],
      [{ to: '2015-12-31' }, ['before']],
      [{ from: '2016-09-02', to: '2016-09-02' }, ['year', 'month', 'day', 'since', 'before']],
      [{ from: '2017', to: '2017-01' }, ['since', 'event']],
      [{ from: '2017-01-11' }, ['since']],
      [{ from: '-0300-01-01', to: '-0299-01-01' }, ['before']],
    ])('%j', async (query, expected) => {
      expect(await listed(query)).toEqual(expected);
    });

    test('claims of one time are in order of id', async () => {
      const twins = ['3', '1', '2'].map((n) => spoke(n, { id: claimId(`s-00000000000${n}`) }));
      await current().applyClaims(twins);
      expect(idsOf(await current().claims({}))).toEqual([
        's-000000000001',
        's-000000000002',
        's-000000000003',
      ]);
    });

    test('a day that is none is a usage error', async () => {
      await expect(current().claims({ from: 'last year' })).rejects.toMatchObject({ code: 'usage' });
    });
  });

  describe('search', () => {
    const texts = [
      '“[𝕏 The peace treaty waits for the harbour talks]content,” [Orla Venn]source [said]cue.',
      '“[No treaty brings peace; café owners agree]content,” [Tarn Vesh]source [said]cue.',
      '«[Мирный договор ждёт решения]content», — [сказала]cue [Вера Норд]source.',
      '「[北方の港が開く]content」と[カイ]source[述べた]cue。',
    ];
    const pages = texts.map((text) => anExtraction({ text }));
    const claims = pages.map((page, n) => aStatement({ from: [page], valid: aValidTime(`2016-0${n + 1}`) }));
    const number = new Map(claims.map((claim, n) => [claim.id, n]));

    beforeEach(async () => {
      await save(current(), ...pages);
      await current().applyClaims(claims);
    });

    test.each<[string, readonly number[]]>([
      ['treaty', [0, 1]],
      ['TREATY peace', [0, 1]],
      ['"peace treaty"', [0]],
      ['“peace treaty”', [0]],
      ['"treaty peace"', []],
      ['treat', []],
      ['treat*', [0, 1]],
      ['"peace tre"*', [0]],
      ['"peace tre*"', [0]],
      ['cafe', [1]],
      ['CAFÉ', [1]],
      ['treaty Venn', [0]],
      ['договор', [2]],
      ['ДОГОВОР ждет', [2]],
      ['мирн*', [2]],
      ['港', [3]],
      ['北方', [3]],
      ['方北', []],
      ['カイ', [3]],
      ['', []],
      ['   ', []],
      ['***', []],
      ['" OR 1=1 --', []],
      ['treaty OR nothing', []],
      ['treaty NOT peace', []],
      ['a:* & !b', []],
      ['treaty:* & !peace', [0, 1]],
      ['NEAR(treaty peace, 5)', []],
      ['(treaty)', [0, 1]],
      ['((treaty', [0, 1]],
      ['tokens:treaty', []],
      ['^treaty', [0, 1]],
      ['"treaty', [0, 1]],
      ["treaty'; drop table claim_version; --", []],
      ['treaty \u0000 peace', [0, 1]],
      ['\ud83d treaty', [0, 1]],
      ['{treaty} + -peace', [0, 1]],
    ])('%j finds %j', async (query, expected) => {
      expect((await current().search(query, {})).map(({ claim }) => number.get(claim.id))).toEqual(expected);
    });

    test.each<[string, string, readonly string[]]>([
      [
        'treaty "peace treaty" talks',
        '𝕏 The peace treaty waits for the harbour talks',
        ['peace treaty', 'talks'],
      ],
      ['harb* 𝕏', '𝕏 The peace treaty waits for the harbour talks', ['𝕏', 'harbour']],
      ['cafe', 'No treaty brings peace; café owners agree', ['café']],
      ['北方 港', '北方の港が開く', ['北方', '港']],
      ['venn', 'Orla Venn', ['Venn']],
    ])('%j marks the words', async (query, text, marks) => {
      const [hit] = await current().search(query, {});
      expect(hit?.text).toBe(text);
      expect(hit?.marks.map((span) => cover(text, span))).toEqual(marks);
    });

    test('filters and a limit hold', async () => {
      expect(await current().search('treaty', { from: '2016-02' })).toHaveLength(1);
      expect(await current().search('treaty', { kind: 'event' })).toEqual([]);
      expect(
        (await current().search('treaty', { limit: 1 })).map(({ claim }) => number.get(claim.id)),
      ).toEqual([0]);
      expect(await current().search('treaty', { limit: 0 })).toEqual([]);
    });

    test('no query is an error', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
          const hits = await current().search(query, {});
          for (const { text, marks } of hits)
            for (const { start, end } of marks)
              expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  });
};
