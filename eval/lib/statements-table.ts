import type { GoldRow, ToldRow } from './statements-judged.ts';

const countBy = <T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const per = (part: number, whole: number): string =>
  whole === 0 ? '    -' : `${((100 * part) / whole).toFixed(0).padStart(4)}%`;

const goldLine = (name: string, rows: readonly GoldRow[]): string => {
  const found = rows.flatMap(({ right }) => right ?? []);
  const of = (aspect: 'speaker' | 'chain' | 'act'): string =>
    per(found.filter((right) => right[aspect]).length, found.length);
  return `  ${name.padEnd(44)} n=${String(rows.length).padStart(3)}  found ${per(found.length, rows.length)}  speaker ${of('speaker')}  chain ${of('chain')}  act ${of('act')}`;
};

/** Prints what is found and what of it is right, by style of outlet and by act; and by rule what it told, rightly or not. */
export const printBreakdown = (part: string, gold: readonly GoldRow[], told: readonly ToldRow[]): void => {
  console.log(`statements/${part} by style`);
  for (const [style, rows] of countBy(gold, (row) => row.style)) console.log(goldLine(style, rows));
  console.log(`statements/${part} by act`);
  for (const [act, rows] of countBy(gold, (row) => row.act)) console.log(goldLine(act, rows));
  console.log(`statements/${part} by rule`);
  for (const [rule, rows] of countBy(told, (row) => row.rule)) {
    const right = rows.filter(({ ok }) => ok).length;
    const found = gold.filter((row) => row.rule === rule).flatMap((row) => row.right ?? []);
    console.log(
      `  ${rule.padEnd(44)} told ${String(rows.length).padStart(3)}  right ${per(right, rows.length)}  speaker ${per(found.filter(({ speaker }) => speaker).length, found.length)}`,
    );
  }
};
