import { expect, test } from 'vitest';
import type { GoldEvent } from '../../../eval/tasks/events.ts';
import { scoreEvents } from '../../../eval/tasks/events.ts';
import { eventsOf } from './support.ts';

const gold = (over: Partial<GoldEvent>): GoldEvent => ({
  doc: 'd',
  id: 'g',
  type: 'meet',
  realis: 'actual',
  edtf: '2031-05-08',
  actors: ['Ada Voss|FRE'],
  targets: ['Ian Orlan|SYL'],
  anchor: { start: 0, end: 20 },
  ...over,
});
const events = eventsOf('[Voss]ada-voss met [Orlan]ian-orlan on [Thursday]t:2031-05-08.');
const oks = (items: readonly { readonly ok: boolean }[]): readonly boolean[] => items.map(({ ok }) => ok);

test('a pair is found by type and overlap, and judged by realis, time and parties', () => {
  const score = scoreEvents([gold({})], events);
  expect([score.found, score.coded, score.realis, score.time, score.parties].map(oks)).toEqual([
    [true],
    [true],
    [true],
    [true],
    [true],
  ]);
});

test.each([
  ['another type', { type: 'visit' }],
  ['another place', { anchor: { start: 400, end: 420 } }],
])('%s is not found, and what was coded is wrong', (_name, over) => {
  const score = scoreEvents([gold(over)], events);
  expect([oks(score.found), oks(score.coded), oks(score.realis)]).toEqual([[false], [false], []]);
});

test('a doubtful event counts neither way', () => {
  const score = scoreEvents([gold({ doubtful: true })], events);
  expect([oks(score.found), oks(score.coded)]).toEqual([[], []]);
});

test('a wrong realis, time or party is told', () => {
  const score = scoreEvents([gold({ realis: 'planned', edtf: '2031-06', targets: ['RUR'] })], events);
  expect([oks(score.realis), oks(score.time), oks(score.parties)]).toEqual([[false], [false], [false]]);
});
