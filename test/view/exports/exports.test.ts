import { describe, expect, test } from 'vitest';
import types from '../../../knowledge/codebook/event-types.json' with { type: 'json' };
import roots from '../../../knowledge/codebook/roots.json' with { type: 'json' };
import type { EventClaim } from '../../../src/model/claim.ts';
import type { EventRoot, EventType } from '../../../src/model/knowledge.ts';
import {
  CAMEO_COLUMNS,
  cameoRows,
  codesOf,
  ploverRecords,
  settlementAttempts,
} from '../../../src/view/index.ts';
import { anEvent } from '../../support/builders.ts';

const codes = codesOf({
  eventTypes: types as unknown as readonly EventType[],
  eventRoots: roots as unknown as readonly EventRoot[],
});

const party = (id: string, role: string) =>
  ({
    id,
    name: id.toUpperCase(),
    role,
    party: { id, name: id.toUpperCase() },
  }) as unknown as EventClaim['participants'][0];
const day = (from: string, to = from) =>
  ({ edtf: from, earliest: from, latest: to, basis: 'explicit' }) as unknown as EventClaim['valid'];
const event = (id: string, given: Partial<EventClaim>): EventClaim => ({
  ...anEvent(given),
  id: id as EventClaim['id'],
  realis: 'actual',
  fate: null,
  outcome: null,
  background: false,
  object: null,
  place: null,
  valid: day('2031-05-12'),
  ...given,
});

const talks = event('talks', {
  type: 'negotiate',
  participants: [party('val', 'joint'), party('orl', 'joint')],
});
const rejected = event('no', {
  type: 'reject',
  participants: [party('val', 'initiator'), party('orl', 'target')],
});
const planned = event('plan', {
  type: 'attack',
  realis: 'planned',
  participants: [party('val', 'initiator'), party('orl', 'target')],
});
const refused = event('never', {
  type: 'support',
  realis: 'negated',
  participants: [party('val', 'initiator'), party('orl', 'target')],
});
const undone = event('undone', {
  type: 'attack',
  realis: 'negated',
  participants: [party('val', 'initiator'), party('orl', 'target')],
});

describe('PLOVER records', () => {
  test.each([
    [talks, 'CONSULT', null, 1, ['val', 'orl'], ['val', 'orl']],
    [rejected, 'REJECT', null, 3, ['val'], ['orl']],
    [planned, 'THREATEN', null, 3, ['val'], ['orl']],
    [refused, 'REJECT', null, 3, ['val'], ['orl']],
    [
      event('v', { type: 'visit', participants: [party('val', 'visitor'), party('orl', 'host')] }),
      'CONSULT',
      'visit',
      1,
      ['val'],
      ['orl'],
    ],
    [
      event('m', {
        type: 'mediate',
        participants: [party('ulm', 'mediator'), party('val', 'joint'), party('orl', 'joint')],
      }),
      'CONSULT',
      'third-party',
      1,
      ['ulm'],
      ['val', 'orl'],
    ],
  ])('%o', (claim, root, mode, quad, actors, recipients) => {
    const [record] = ploverRecords([claim], codes);
    expect(record).toMatchObject({ event_type: root, event_mode: mode, quad_code: quad });
    expect(record?.actors.map(({ id }) => id)).toEqual(actors);
    expect(record?.recipients.map(({ id }) => id)).toEqual(recipients);
    expect(record?.demarche.realis).toBe(claim.realis);
  });

  test('what did not come about, and types without a root, are left out', () => {
    expect(ploverRecords([undone, event('law', { type: 'legislate' })], codes)).toEqual([]);
  });
});

describe('CAMEO rows', () => {
  test('a joint act goes both ways, an act one; plans and denials have the code of what they become', () => {
    const rows = cameoRows([talks, rejected, planned, refused, undone], codes);
    const at = (row: readonly string[], name: (typeof CAMEO_COLUMNS)[number]) =>
      row[CAMEO_COLUMNS.indexOf(name)];
    expect(
      rows.map((row) => [
        at(row, 'Actor1Code'),
        at(row, 'Actor2Code'),
        at(row, 'EventCode'),
        at(row, 'SQLDATE'),
      ]),
    ).toEqual([
      ['VAL', 'ORL', '046', '20310512'],
      ['ORL', 'VAL', '046', '20310512'],
      ['VAL', 'ORL', '12', '20310512'],
      ['VAL', 'ORL', '13', '20310512'],
      ['VAL', 'ORL', '12', '20310512'],
    ]);
    expect(rows.every((row) => row.length === CAMEO_COLUMNS.length)).toBe(true);
  });

  test('the claim, who tells it and where it stands are at the end of each row', () => {
    const [row] = cameoRows([rejected], codes);
    const at = (name: (typeof CAMEO_COLUMNS)[number]) => row?.[CAMEO_COLUMNS.indexOf(name)];
    const [telling] = rejected.tellings;
    expect(at('Claim')).toBe(rejected.id);
    expect(at('Outlets')).toBe(telling.outlet?.name ?? '');
    const passages = (at('Passages') ?? '').split('; ');
    expect(passages).toHaveLength(rejected.tellings.length);
    const [article, start, end] = (passages[0] ?? '').split(/[@-](?=\d+(?:-|$))/);
    const cited = rejected.evidence.find(({ span }) => `${span.start}` === start && `${span.end}` === end);
    expect(cited?.article).toBe(article);
  });
});

describe('settlement attempts', () => {
  const agreed = event('deal', {
    type: 'agree',
    participants: [party('orl', 'joint'), party('val', 'joint')],
    valid: day('2031-06-01'),
  });
  const late = { ...agreed, id: 'late' as EventClaim['id'], valid: day('2031-09-01') };
  const other = {
    ...agreed,
    id: 'other' as EventClaim['id'],
    participants: [party('orl', 'joint'), party('ulm', 'joint')],
  };

  test('an agreement of the same parties within a month is what the talks came to', () => {
    expect(settlementAttempts([talks, agreed, late, other], codes)).toMatchObject([
      { id: 'talks', mode: 'bilateral', agreement: true, bearing: ['deal'], from: '2031-05-12' },
    ]);
    expect(settlementAttempts([talks, late, other], codes)[0]).toMatchObject({
      agreement: null,
      bearing: [],
    });
  });

  test.each([
    [{ outcome: 'none' as const }, { agreement: false }],
    [{ object: 'fishing quotas' }, { scope: 'functional' }],
    [{ object: 'the agenda of the next round' }, { scope: 'procedural' }],
    [
      { participants: [party('a', 'joint'), party('b', 'joint'), party('c', 'joint')] },
      { mode: 'multilateral' },
    ],
    [
      { type: 'seize_territory', participants: [party('a', 'initiator'), party('b', 'target')] },
      { mode: 'militarized' },
    ],
  ])('%o', (given, expected) => {
    expect(settlementAttempts([{ ...talks, ...given }], codes)).toMatchObject([expected]);
  });

  test.each([
    [{ realis: 'planned' as const }],
    [{ background: true }],
    [{ fate: 'cancelled' as const }],
    [{ type: 'visit' }],
  ])('none of %o', (given) => {
    expect(settlementAttempts([{ ...talks, ...given }], codes)).toEqual([]);
  });
});
