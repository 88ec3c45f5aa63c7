import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ClaimList } from '../../../src/view/desk/types.ts';
import { asked, countTold, json, rowsTold, settled } from './desk.ts';
import type { Served } from './served.ts';

/** What a test does with the list that is on screen. */
export interface ListHands {
  /** What the address now asks, as programs get it. */
  readonly answer: (list: 'timeline' | 'statements') => Promise<ClaimList>;
  /** Checks that the number beside the chips, the rows and the twin in JSON agree. Returns it. */
  readonly agreed: (list: 'timeline' | 'statements') => Promise<number>;
  readonly chips: () => Promise<readonly string[]>;
  /** A value of a facet, by the words of both. */
  readonly facet: (name: string, value: string) => Locator;
  readonly countOf: (name: string, value: string) => Promise<number>;
}

/** The hands for the list of a page; both are asked for when they are needed, since tests open them late. */
export const listHands = (page: () => Page, served: () => Served): ListHands => {
  const answer: ListHands['answer'] = (list) =>
    json<ClaimList>(served(), `/${list}.json${asked(page().url())}`);
  const facet: ListHands['facet'] = (name, value) =>
    page()
      .locator('.facet')
      .filter({ has: page().locator('h3', { hasText: new RegExp(`^${name}$`) }) })
      .locator('.facet-value')
      .filter({ hasText: value });
  return {
    answer,
    facet,
    agreed: async (list) => {
      await settled(page());
      const { total } = await answer(list);
      await expect.poll(() => countTold(page())).toBe(total);
      expect(await rowsTold(page())).toBe(total);
      return total;
    },
    chips: () => page().locator('.chips-list .chip-text').allTextContents(),
    countOf: async (name, value) =>
      Number(await facet(name, value).locator('.facet-count').first().innerText()),
  };
};
