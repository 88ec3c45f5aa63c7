import { writeFacetValue } from '../../../src/view/desk/address.ts';
import type { JumpItem } from '../../../src/view/desk/types.ts';
import { addressOf } from './place.ts';

/** Order in which kinds of things are listed. */
export const JUMP_KINDS = [
  'person',
  'party',
  'issue',
  'outlet',
  'place',
  'source',
  'statement',
  'event',
] as const satisfies readonly JumpItem['what'][];

/** One kind of things found, in the order of the server. */
export interface JumpGroup {
  readonly what: JumpItem['what'];
  readonly items: readonly JumpItem[];
}

/** What was found, by kind. */
export const groupJump = (items: readonly JumpItem[]): readonly JumpGroup[] =>
  JUMP_KINDS.map((what) => ({ what, items: items.filter((item) => item.what === what) })).filter(
    ({ items: found }) => found.length > 0,
  );

/** The address that something found leads to, with parameters that last from room to room. */
export const jumpAddress = (dispute: string, { what, id }: JumpItem, kept: URLSearchParams): string => {
  const params = new URLSearchParams(kept);
  const withOne = (name: string, value: string): URLSearchParams => {
    params.set(name, writeFacetValue(value, false));
    return params;
  };
  switch (what) {
    case 'person':
      return addressOf(dispute, 'statements', null, withOne('speaker', id));
    case 'party':
      return addressOf(dispute, 'timeline', null, withOne('party', id));
    case 'issue':
      return addressOf(dispute, 'statements', null, withOne('issue', id));
    case 'outlet':
      return addressOf(dispute, 'sources', null, withOne('outlet', id));
    case 'place':
      return addressOf(dispute, 'timeline', null, withOne('place', id));
    case 'source':
      return addressOf(dispute, 'sources', id, params);
    case 'statement':
      return addressOf(dispute, 'statements', id, params);
    case 'event':
      return addressOf(dispute, 'events', id, params);
  }
};

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How well a name answers to what was typed: 0 when it begins with it, 1 when each word typed begins one of its words, 2 when
 * all stand somewhere in it, null when not.
 */
export const rankOf = (typed: string, name: string): 0 | 1 | 2 | null => {
  const [asked, given] = [fold(typed).trim(), fold(name)];
  if (asked === '' || given.startsWith(asked)) return 0;
  const words = asked.split(/\s+/);
  const parts = given.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1;
  return words.every((word) => given.includes(word)) ? 2 : null;
};

/** The entries whose names answer to what was typed, the best first, otherwise in their order. */
export const rank = <T>(typed: string, entries: readonly T[], nameOf: (entry: T) => string): readonly T[] =>
  entries
    .map((entry) => ({ entry, at: rankOf(typed, nameOf(entry)) }))
    .filter(({ at }) => at !== null)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .map(({ entry }) => entry);
