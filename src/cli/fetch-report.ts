import type { PageOutcome } from '../app/add.ts';
import type { WebOutcome } from '../app/fetch/web-pages.ts';
import { count, printable } from './text.ts';

/** What became of one address. */
export interface FetchLine {
  readonly address: string;
  /** `unchanged`: the page was in the record already. */
  readonly outcome: 'added' | 'read-again' | 'unchanged' | 'failed';
  /** Pages in the answer: one, or the items of a feed. */
  readonly pages: number;
  /** The archive that the page is kept in; null when none was had. */
  readonly file: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** Puts together what `webPages` and `addPages` tell of the addresses. */
export interface FetchReport {
  readonly onFetched: (outcome: WebOutcome) => void;
  readonly onPage: (outcome: PageOutcome) => void;
  /** One for each address that was come to, in their order. */
  readonly lines: () => readonly FetchLine[];
}

const OUTCOMES = {
  added: 'added',
  reread: 'read-again',
  known: 'unchanged',
  failed: 'failed',
} as const satisfies Record<PageOutcome['kind'], FetchLine['outcome']>;
/** Of several pages of an answer, the one first in this list counts. */
const RANK: readonly FetchLine['outcome'][] = ['added', 'read-again', 'unchanged', 'failed'];

const joined = (line: FetchLine, outcome: PageOutcome): FetchLine => {
  const now = OUTCOMES[outcome.kind];
  const failure = outcome.kind === 'failed' ? { code: outcome.code, message: outcome.message } : {};
  const isFirst = line.pages === 0 && line.outcome === 'failed';
  const better = isFirst || RANK.indexOf(now) < RANK.indexOf(line.outcome) ? now : line.outcome;
  return { ...line, ...failure, outcome: better, pages: line.pages + (outcome.kind === 'failed' ? 0 : 1) };
};

/** Makes the report of an `add` with these addresses. */
export const createFetchReport = (addresses: readonly string[]): FetchReport => {
  const lines = new Map<string, FetchLine>();
  /** The pages of an answer are named by its address with something behind it. */
  const addressOf = (path: string): string | null => {
    if (lines.has(path)) return path;
    const found = addresses.filter((address) => path.startsWith(address));
    return found.toSorted((a, b) => b.length - a.length)[0] ?? null;
  };
  return {
    onFetched: ({ address, file }) =>
      void lines.set(address, { address, outcome: 'failed', pages: 0, file, code: null, message: null }),
    onPage: (outcome) => {
      const line = lines.get(addressOf(outcome.path) ?? '');
      if (line !== undefined) lines.set(line.address, joined(line, outcome));
    },
    lines: () => addresses.flatMap((address) => lines.get(address) ?? []),
  };
};

const lineText = ({ address, outcome, pages }: FetchLine): string =>
  `${outcome.padEnd(11)}${printable(address)}${pages > 1 ? `  ${count(pages, 'page')}` : ''}\n`;

/** A line for each address that gave a page; failures are told of as those of files are. */
export const fetchText = (lines: readonly FetchLine[]): string =>
  lines
    .filter(({ outcome }) => outcome !== 'failed')
    .map(lineText)
    .join('');
