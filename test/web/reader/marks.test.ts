import { describe, expect, it } from 'vitest';
import { claimId, entityId, ruleId } from '../../../src/model/brand.ts';
import type { AttributionView, DeskRow, EventView } from '../../../src/view/desk/types.ts';
import { itemsOf, marksOf, type Reading } from '../../../web/src/reader/marks.ts';

const RULE = ruleId('attribution/en/post-cue@1');
const ORLAND = { id: entityId('orland'), name: 'Republic of Orland' };
const attribution = (start: number, claim: string | null): AttributionView => ({
  source: [{ start: start + 20, end: start + 28 }],
  cue: [{ start: start + 29, end: start + 33 }],
  content: [{ start, end: start + 19 }],
  mode: 'direct',
  act: 'said',
  nested: false,
  speaker: null,
  party: ORLAND,
  via: [],
  addressee: null,
  said: null,
  rule: RULE,
  confidence: 0.9,
  claim: claim === null ? null : claimId(claim),
});
const event: EventView = {
  trigger: { start: 50, end: 54 },
  span: { start: 40, end: 70 },
  type: { id: 'meet', label: 'meets with' },
  status: 'happened',
  background: false,
  when: null,
  rule: RULE,
  claim: null,
};
const row = (id: string): DeskRow => ({ id: claimId(id) }) as DeskRow;
const reading = (over: Partial<Reading>): Reading => ({
  segments: [],
  attributions: [],
  times: [],
  events: [],
  framing: [],
  cited: [],
  ...over,
});

describe('marksOf', () => {
  it('gives what is said the colour of the party that says it, and one key to all of a claim', () => {
    const marks = marksOf(
      reading({ attributions: [attribution(0, 's-000000000001')] }),
      new Map([['orland', 2]]),
      null,
    );
    expect(marks.map(({ role, key, slot }) => `${role} ${key} ${slot}`)).toEqual([
      'content s-000000000001 2',
      'cue s-000000000001 2',
      'source s-000000000001 2',
    ]);
  });

  it('marks what the address names, and what was not read inside a paragraph', () => {
    const segments = [{ start: 0, end: 9, kind: 'credit' as const, rule: RULE, why: '' }];
    const marks = marksOf(reading({ segments, events: [event] }), new Map(), { start: 5, end: 7 });
    expect(marks.map(({ role, start, end }) => [role, start, end])).toEqual([
      ['clause', 40, 70],
      ['trigger', 50, 54],
      ['aside', 0, 9],
      ['anchor', 5, 7],
    ]);
  });

  it('marks what a claim cites when no annotation became it', () => {
    const cited = [{ claim: row('s-00000000000a'), marks: [{ start: 1, end: 4, role: 'content' as const }] }];
    expect(marksOf(reading({ cited }), new Map(), null)).toMatchObject([
      { role: 'content', key: 's-00000000000a' },
    ]);
  });
});

describe('itemsOf', () => {
  it('lists claims and what became none in the order of the text', () => {
    const items = itemsOf(
      reading({
        attributions: [attribution(0, null), attribution(100, 's-000000000001')],
        cited: [
          { claim: row('s-000000000001'), marks: [{ start: 100, end: 119, role: 'content' }] },
          { claim: row('e-000000000002'), marks: [{ start: 40, end: 45, role: 'clause' }] },
        ],
      }),
    );
    expect(items.map(({ key, start }) => [key, start])).toEqual([
      ['a0', 0],
      ['e-000000000002', 40],
      ['s-000000000001', 100],
    ]);
  });
});
