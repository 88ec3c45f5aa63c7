import { beforeAll, describe, expect, test } from 'vitest';
import { actFinder, type MarkedSentence, readMarked } from '../../eval/lib/given-acts.ts';
import type { GivenAct } from '../../src/annotate/event/root.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { rootOf } from '../../src/model/event-root.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';

let knowledge: Knowledge;
let find: (sentence: MarkedSentence) => readonly GivenAct[];
beforeAll(async () => {
  knowledge = await loadKnowledge();
  find = actFinder(knowledge);
});

const rootIn = (marked: string): string | null => {
  const types = new Map(knowledge.eventTypes.map((type) => [type.id, type]));
  const [act] = find(readMarked(marked));
  return act === undefined ? null : rootOf(act, types, knowledge.eventRoots ?? []);
};

test('marks are read out with their offsets', () => {
  expect(readMarked('🕊 <s>Orland</s> left <t>Ulmira</t> and <t>Tesk</t>.')).toEqual({
    text: '🕊 Orland left Ulmira and Tesk.',
    source: [{ start: 3, end: 9 }],
    target: [
      { start: 15, end: 21 },
      { start: 26, end: 30 },
    ],
  });
});

describe('the root of an act between given parties', () => {
  test.each([
    ['<s>Orland</s> has suspended all aid to <t>Ulmira</t>, which held a vote in June.', 'SANCTION'],
    ['<s>Orland</s> is willing to withdraw its troops from <t>Ulmira</t>.', 'CONCEDE'],
    ['<s>Orland</s> will send food to <t>Ulmira</t>.', 'AGREE'],
    ['<s>Orland</s> will bomb the bases of <t>Ulmira</t>.', 'THREATEN'],
    ['<s>Orland</s> has not supported <t>Ulmira</t>.', 'REJECT'],
    ['<s>Orland</s> said <t>Ulmira</t> must leave the island.', 'REQUEST'],
    ['At talks in Tesk <s>Orland</s> rejected a proposal by <t>Ulmira</t>.', 'REJECT'],
    ['<t>Two envoys of Ulmira</t> were expelled by <s>Orland</s> after the visit.', 'SANCTION'],
    ['<s>Miners in Orland</s> began a hunger strike to demand pay from <t>the ministry</t>.', 'PROTEST'],
    ['<s>Orland</s> sent jets to destroy <t>the reactor</t>.', 'MOBILIZE'],
  ])('%s', (marked, root) => {
    expect(rootIn(marked)).toBe(root);
  });

  test('nothing is found where no cue stands', () => {
    expect(rootIn('<s>Orland</s> is larger than <t>Ulmira</t>.')).toBeNull();
  });
});
