import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EMPTY_PACK } from '../../src/app/pack-base.ts';
import type { Act, Stance } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { PackIssue } from '../../src/model/pack.ts';
import { isNonEmpty, type NonEmpty, type Span } from '../../src/model/span.ts';

const FOLDER = fileURLToPath(new URL('../corpora/stance/', import.meta.url));

/** Rules and weights are made with `tuning` in view; disputes set `apart` are only measured. */
export type StancePart = 'tuning' | 'apart';

/** An invented dispute: the part of a pack that stances are read by. */
interface Dispute {
  readonly id: string;
  readonly part: StancePart;
  readonly title: string;
  readonly parties: readonly string[];
  readonly issues: readonly (PackIssue & { readonly proposal: string })[];
}

/** A row as the file has it: `[source] <cue> {content with ((a condition))}`. */
interface MarkedRow {
  readonly id: string;
  readonly dispute: string;
  readonly language: 'en' | 'ru' | 'ja';
  readonly register: string;
  readonly side: string | null;
  readonly act: Act;
  readonly text: string;
  readonly issues: readonly { readonly id: string; readonly stance: Stance | null }[];
}

/** One statement of the corpus with its text bare and its marks as spans, in UTF-16 code units. */
export interface StanceRow extends MarkedRow {
  readonly part: StancePart;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: NonEmpty<Span>;
  readonly condition: Span | null;
}

const OPENING = new Map([
  ['[', 'source'],
  ['<', 'cue'],
  ['{', 'content'],
  ['((', 'condition'],
]);
const MARK = /\(\(|\)\)|[[\]<>{}]/g;

interface Unmarked {
  readonly text: string;
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/** The text without its marks, and what they mark. @throws when a mark is not closed. */
const unmark = (marked: string): Unmarked => {
  const spans = new Map<string, Span[]>();
  const open: { readonly kind: string; readonly start: number }[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const kind = OPENING.get(match[0]);
    if (kind !== undefined) {
      open.push({ kind, start: text.length });
      continue;
    }
    const opened = open.pop();
    if (opened === undefined) throw new Error(`a mark that is not open: ${marked}`);
    spans.set(opened.kind, [...(spans.get(opened.kind) ?? []), { start: opened.start, end: text.length }]);
  }
  if (open.length > 0) throw new Error(`a mark that is not closed: ${marked}`);
  return { text: text + marked.slice(from), spans };
};

/** The disputes, in the order of the file. */
export const stanceDisputes = (): readonly Dispute[] =>
  (JSON.parse(readFileSync(`${FOLDER}disputes.json`, 'utf8')) as { readonly disputes: readonly Dispute[] })
    .disputes;

/** The rows, in the order of the file. @throws when a row lacks content or its dispute. */
export const stanceRows = (): readonly StanceRow[] => {
  const parts = new Map(stanceDisputes().map(({ id, part }) => [id, part]));
  return readFileSync(`${FOLDER}rows.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as MarkedRow;
      const { text, spans } = unmark(row.text);
      const content = spans.get('content') ?? [];
      const part = parts.get(row.dispute);
      if (!isNonEmpty(content) || part === undefined) throw new Error(`not a row of the corpus: ${row.id}`);
      return {
        ...row,
        part,
        text,
        content,
        source: spans.get('source') ?? [],
        cue: spans.get('cue') ?? [],
        condition: spans.get('condition')?.[0] ?? null,
      };
    });
};

/** The knowledge with the issues of each dispute as its pack. */
export const disputeKnowledge = (base: Knowledge): ReadonlyMap<string, Knowledge> =>
  new Map(
    stanceDisputes().map(({ id, title, issues }) => [
      id,
      { ...base, pack: { ...EMPTY_PACK, id, title, issues } },
    ]),
  );
