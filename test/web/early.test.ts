import { describe, expect, test } from 'vitest';
import { pathsOf } from '../../web/src/lib/early.ts';
import { readPlace } from '../../web/src/lib/place.ts';

const paths = (path: string, search = ''): readonly string[] => pathsOf(readPlace(path, search, ''));

describe('what the first view asks for', () => {
  test('the timeline wants its rows, its strip without the window, and the parties', () => {
    expect(paths('/orland/timeline', '?party=orl&from=2031-01-01&view=lanes')).toEqual([
      '/orland/timeline.json?party=orl&from=2031-01-01',
      '/orland/strip.json?party=orl&bins=160',
      '/orland/overview.json',
    ]);
  });

  test('events are the timeline with events alone', () => {
    expect(paths('/orland/events')[0]).toBe('/orland/timeline.json?kind=event');
  });

  test('a claim, a page and other rooms want the parties', () => {
    for (const path of ['/orland', '/orland/statements/s-1', '/orland/sources', '/orland/map'])
      expect(paths(path)).toEqual(['/orland/overview.json']);
    expect(paths('/')).toEqual([]);
  });
});
