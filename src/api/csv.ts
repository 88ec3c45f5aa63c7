import { stringify } from 'csv-stringify/sync';

/** What stands in a cell. */
export type Cell = string | number | boolean | null;
/** Columns in order: the name of each, and what it shows of a line. */
export type Table<Line> = readonly (readonly [name: string, cell: (line: Line) => Cell])[];

/** Spreadsheets read a file as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Lines that are written at once. */
const BATCH = 200;

/** The first characters with which spreadsheets take a cell for a formula, the full-width ones among them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that a spreadsheet would run is made one that it shows, by an apostrophe before it. */
const shown = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
};

const written = (lines: readonly (readonly Cell[])[]): string =>
  stringify(
    lines.map((cells) => cells.map(shown)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n\t]/ },
  );

/** Lines as CSV (RFC 4180) under a line of names. */
export const csvOf = async function* <Line>(
  table: Table<Line>,
  lines: AsyncIterable<Line>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + written([table.map(([name]) => name)]);
  let batch: Cell[][] = [];
  for await (const line of lines) {
    batch.push(table.map(([, cell]) => cell(line)));
    if (batch.length < BATCH) continue;
    yield written(batch);
    batch = [];
  }
  if (batch.length > 0) yield written(batch);
};
