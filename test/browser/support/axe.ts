import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  readonly run: (
    context: Document,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }[];
    readonly passes: readonly unknown[];
  }>;
}

/** Has axe-core in every page that is opened from now on. It comes from the browser, which the security policy does not bind. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ content: SOURCE });

/** What axe-core finds wrong: rule, place and why. All its usual rules and its best practices; `only` for a few of them. */
export const axeFinds = (page: Page, only: readonly string[] | null = null): Promise<readonly string[]> =>
  page.evaluate(async (rules) => {
    const { axe } = window as unknown as { readonly axe: Axe };
    const { violations, passes } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(rules === null ? {} : { runOnly: { type: 'rule', values: rules } }),
    });
    if (violations.length + passes.length === 0) throw new Error('axe-core looked at nothing');
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 200)} ${failureSummary}`.replaceAll('\n', ' '),
      ),
    );
  }, only);
