import { ACTS, STANCES } from '../../src/model/annotation.ts';
import { isEdtf } from '../../src/model/edtf/index.ts';
import type { PackFile } from '../../src/model/pack.ts';
import type { Span } from '../../src/model/span.ts';
import {
  type GoldStatement,
  SAID_BASES,
  type StatementArticle,
  type StatementRow,
} from './statements-gold.ts';

/** What ids a row may name. */
export interface KnownIds {
  readonly actors: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
}

/** The parties, persons and outlets of a pack, and its issues. */
export const knownIds = (pack: PackFile): KnownIds => ({
  actors: new Set(
    [pack.parties, pack.persons, pack.outlets].flatMap((list) => (list ?? []).map(({ id }) => id)),
  ),
  issues: new Set((pack.issues ?? []).map(({ id }) => id)),
});

const isIn = (inner: Span, outer: readonly Span[]): boolean =>
  outer.some(({ start, end }) => start <= inner.start && inner.end <= end);

const listFaults = (row: StatementRow, { actors, issues }: KnownIds): readonly string[] => [
  ...((ACTS as readonly string[]).includes(row.act) ? [] : [`act ${row.act}`]),
  ...(['direct', 'indirect', 'mixed'].includes(row.mode) ? [] : [`mode ${row.mode}`]),
  ...(row.saidBasis === null || SAID_BASES.includes(row.saidBasis) ? [] : [`basis ${row.saidBasis}`]),
  ...((row.said === null) === (row.saidBasis === null) ? [] : ['time without basis']),
  ...(row.said === null || isEdtf(row.said) ? [] : [`said ${row.said}`]),
  ...row.issues.flatMap(({ id, stance, condition }) => [
    ...(issues.has(id) ? [] : [`issue ${id}`]),
    ...(stance === null || STANCES.includes(stance) ? [] : [`stance ${stance}`]),
    ...(condition === null || stance === 'conditional' ? [] : ['condition of another stance']),
  ]),
  ...[...row.speaker, ...row.behalf, ...row.via.flatMap(({ id }) => id ?? [])]
    .filter((id) => !actors.has(id))
    .map((id) => `actor ${id}`),
  ...(row.speaker.length > 0 || row.speakerText !== null ? [] : ['no speaker']),
];

const wordFaults = (row: StatementRow, { text }: StatementArticle): readonly string[] =>
  [row.addressee, row.venue].flatMap((words) =>
    words === null || text.includes(words) ? [] : [`not in the text: ${words}`],
  );

const nestingFaults = (row: GoldStatement, at: number, all: readonly GoldStatement[]): readonly string[] => {
  if (row.nested !== (row.inside !== null)) return ['nested and inside disagree'];
  if (row.inside === null) return [];
  const outer = all[row.inside];
  if (outer === undefined || row.inside >= at) return [`inside ${row.inside}`];
  return row.content.every((piece) => isIn(piece, outer.content))
    ? []
    : ['content outside the outer content'];
};

const orderFaults = ({ content }: GoldStatement): readonly string[] =>
  content.every(({ start }, at) => at === 0 || start >= (content[at - 1]?.end ?? 0)) && content.length > 0
    ? []
    : ['content empty or out of order'];

/** Everything wrong with one article's rows: closed lists, ids, EDTF, nesting. Each fault names the article and the row. */
export const statementFaults = (
  article: StatementArticle,
  rows: readonly StatementRow[],
  found: readonly GoldStatement[],
  ids: KnownIds,
): readonly string[] =>
  rows.flatMap((row, at) => {
    const statement = found[at];
    return [
      ...listFaults(row, ids),
      ...wordFaults(row, article),
      ...(statement === undefined
        ? ['not found']
        : [...nestingFaults(statement, at, found), ...orderFaults(statement)]),
    ].map((fault) => `${article.id} row ${at}: ${fault}`);
  });
