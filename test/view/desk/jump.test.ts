import { describe, expect, test } from 'vitest';
import { jumpClaim, jumpIndex, jumpItems } from '../../../src/view/desk/jump.ts';
import { anEntity, anEvent, anExtraction, aParticipant, aStatement } from '../../support/builders.ts';
import { shareOfBound } from '../../support/pace.ts';
import { LABELS, rowOfPage } from './support.ts';

const voss = anEntity('Ada Voss');
const index = jumpIndex({
  heads: [
    aStatement({
      speaker: voss,
      behalf: anEntity('Republic of Orland', 'orl'),
      issues: [{ id: 'passage', stance: null }],
    }),
    aStatement({ speaker: voss, wording: 'Tolls will fall' }),
    aStatement({ speaker: anEntity('Émile Vossberg'), wording: 'We trade with Orland' }),
    aStatement({ speaker: null, wording: 'Nobody knows' }),
    anEvent({
      participants: [aParticipant('Ada Voss', 'Vale'), aParticipant('Ivo Kern', null)],
      place: 'Port Halm',
      label: 'Ada Voss and Ivo Kern meet',
    }),
  ],
  sources: [
    rowOfPage(anExtraction({ text: 'a', title: 'Straits\nstay open', outlet: anEntity('Northern Wire') })),
    rowOfPage(
      anExtraction({ text: 'b', title: null, path: 'in/voss.html', outlet: anEntity('Northern Wire') }),
    ),
  ],
  labels: LABELS,
});
const found = (q: string, limit = 20) =>
  jumpItems(q, index, limit).map(({ what, label }) => `${what} ${label}`);

describe('jump', () => {
  test('names that begin so, then words that do, then what holds it; more rests on the first', () => {
    expect(found('voss')).toEqual(['person Ada Voss', 'person Émile Vossberg', 'source in/voss.html']);
    expect(found('port')).toEqual(['place Port Halm']);
    expect(found('ra')).toEqual(expect.arrayContaining(['source Straits stay open']));
    expect(found('orland')[0]).toBe('party Republic of Orland');
  });

  test('a prefix of a name goes before all else, however little rests on it', () => {
    expect(found('a')[0]).toBe('person Ada Voss');
    expect(found('toll')[0]).toBe('issue Tolls in the straits');
    expect(found('or')[0]).toBe('party Republic of Orland');
  });

  test('accents and case do not count; all words may stand apart', () => {
    expect(found('EMILE')[0]).toBe('person Émile Vossberg');
    expect(found('voss ada')).toEqual(['person Ada Voss']);
  });

  test('every kind is there, with what it is in words', () => {
    expect(jumpItems('ada', index, 1)).toEqual([
      { what: 'person', id: 'ada-voss', label: 'Ada Voss', detail: '2 statements' },
    ]);
    expect(jumpItems('free', index, 1)[0]).toMatchObject({
      what: 'issue',
      id: 'passage',
      detail: '1 statement',
    });
    expect(jumpItems('northern', index, 1)[0]).toMatchObject({ what: 'outlet', detail: '2 pages' });
    expect(jumpItems('straits', index, 1)[0]).toMatchObject({
      what: 'source',
      detail: 'Northern Wire, 14 May 2031',
    });
    expect(jumpItems('in/voss', index, 1)[0]).toMatchObject({ what: 'source', label: 'in/voss.html' });
    expect(jumpItems('southmark', index, 1)[0]).toMatchObject({
      what: 'party',
      id: 'sou',
      detail: '0 claims',
    });
  });

  test('nothing asked or nothing wanted gives nothing', () => {
    expect(found('  ')).toEqual([]);
    expect(found('voss', 0)).toEqual([]);
    expect(found('voss', 1)).toHaveLength(1);
    expect(found('xyzzy')).toEqual([]);
  });

  test('a claim as something to jump to', () => {
    expect(jumpClaim(aStatement({ speaker: null, wording: 'Nobody knows' }))).toMatchObject({
      what: 'statement',
      label: 'unnamed source said: Nobody knows',
    });
  });

  test('100,000 names are looked through while one types', () => {
    const statement = aStatement();
    const heads = Array.from({ length: 100_000 }, (_, n) => ({
      ...statement,
      speaker: anEntity(`Envoy number ${n}`),
    }));
    const large = jumpIndex({ heads, sources: [], labels: LABELS });
    const look = (): void => {
      expect(jumpItems('number 99999', large, 10)).toHaveLength(1);
      expect(jumpItems('envoy', large, 10)).toHaveLength(10);
    };
    expect(shareOfBound(3_000, look)).toBeLessThan(1);
  });
});
