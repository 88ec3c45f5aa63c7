import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { mark } from '../support/mark.ts';
import { readText, theWorld } from '../support/read.ts';

let world: Knowledge;
beforeAll(async () => {
  world = await theWorld();
});

/** Whom the marked description means. */
const meant = (source: string, published: string | null): string | null => {
  const { text, spans } = mark(source);
  const span = spans['role']?.[0];
  const { mentions } = readText(text, world, published);
  return mentions.find((m) => m.span.start === span?.start && m.span.end === span.end)?.refersTo?.id ?? null;
};

describe('a description beside a name', () => {
  test.each([
    ['behind it', 'Peter Venn, [the Japanese envoy]role, left on Tuesday.', 'peter-venn'],
    ['behind it, with more', 'Peter Venn, [the Japanese envoy]role to the islands, left.', 'peter-venn'],
    ['before it', '[The Japanese envoy]role, Peter Venn, left on Tuesday.', 'peter-venn'],
    ['in brackets', 'Peter Venn ([the Japanese envoy]role) left on Tuesday.', 'peter-venn'],
  ])('%s', (_, source, id) => {
    expect(meant(source, '2019-03-14')).toBe(id);
  });

  test('is somebody else in a list', () => {
    expect(
      meant('Peter Venn, [the Japanese ambassador]role and a clerk left on Tuesday.', '2019-03-14'),
    ).not.toBe('peter-venn');
  });
});

describe('an office on the days of publication', () => {
  const source = 'Japan is host. [The Japanese prime minister]role will open the meeting.';
  test.each([
    ['a day', '2016-05-12', 'shinzo-abe'],
    ['another day', '2020-10-05', 'yoshihide-suga'],
    ['years with one holder', '2013/2018', 'shinzo-abe'],
    ['a year with two', '2020', null],
    ['years with three', '2011-10/2021-11', null],
    ['no day', null, null],
  ])('%s', (_, published, id) => {
    expect(meant(source, published)).toBe(id);
  });
});
