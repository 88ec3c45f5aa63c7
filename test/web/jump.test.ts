import { describe, expect, it } from 'vitest';
import type { JumpItem } from '../../src/view/desk/types.ts';
import { groupJump, jumpAddress, rank, rankOf } from '../../web/src/lib/jump.ts';

const item = (what: JumpItem['what'], id: string, label = id): JumpItem => ({ what, id, label, detail: '' });

describe('jump', () => {
  it('groups what was found by kind, in the order of the server within one', () => {
    const groups = groupJump([
      item('event', 'e1'),
      item('person', 'p2'),
      item('event', 'e0'),
      item('person', 'p1'),
    ]);
    expect(groups.map(({ what, items }) => [what, items.map(({ id }) => id)])).toEqual([
      ['person', ['p2', 'p1']],
      ['event', ['e1', 'e0']],
    ]);
  });

  it.each([
    [item('person', 'ada voss'), '/orland/statements?clock=said&speaker=ada+voss'],
    [item('person', '-odd'), '/orland/statements?clock=said&speaker=--odd'],
    [item('party', 'vessia'), '/orland/timeline?clock=said&party=vessia'],
    [item('issue', 'fishing'), '/orland/statements?clock=said&issue=fishing'],
    [item('outlet', 'harbour-post'), '/orland/sources?clock=said&outlet=harbour-post'],
    [item('place', 'north-key'), '/orland/timeline?clock=said&place=north-key'],
    [item('source', '00ff'), '/orland/sources/00ff?clock=said'],
    [item('statement', 's/1'), '/orland/statements/s%2F1?clock=said'],
    [item('event', 'e1'), '/orland/events/e1?clock=said'],
  ] as const)('leads from %o to its address', (found, address) => {
    expect(jumpAddress('orland', found, new URLSearchParams('clock=said'))).toBe(address);
  });

  it('ranks names that begin with what was typed first, then words, then parts; accents do not count', () => {
    expect(rankOf('time', 'Timeline')).toBe(0);
    expect(rankOf('next r', 'Go to next row')).toBe(1);
    expect(rankOf('line', 'Timeline')).toBe(2);
    expect(rankOf('cafe', 'Café')).toBe(0);
    expect(rankOf('xyz', 'Timeline')).toBeNull();
    expect(rank('s', ['Clear filters', 'Sources', 'Go to Sources', 'Map'], (name) => name)).toEqual([
      'Sources',
      'Go to Sources',
      'Clear filters',
    ]);
  });
});
